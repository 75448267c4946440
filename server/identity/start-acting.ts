import type { ActingMode } from "@tierline/shared/kinds.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { actingMinutes } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { inTier, transaction, type Context } from "../kernel/context.ts";
import { requireFreshProof } from "../kernel/fresh-proof.ts";
import { invariant, notFound, Rejection } from "../kernel/rejection.ts";
import { checkNote } from "../kernel/text.ts";
import { rootPath, type OnBehalfOf } from "../kernel/viewer.ts";
import { forgetActing, personToActAs, refuseIfExceeding } from "./act-as.ts";

export interface StartActing {
  /** The API's id of a customer's own person. */
  readonly userId: string;
  readonly mode: ActingMode;
  readonly reason?: string | null | undefined;
}

/**
 * From its next request on, the viewer's session sees what the other sees and, in the mode ACT, does it in their place; for 30
 * minutes at most. Begun anew, it is the new one alone.
 * @throws AccessError NOT_FOUND, FORBIDDEN (they may more than the viewer); Rejection REQUIRED (a reason), STATE_CONFLICT (no session)
 */
export async function startActingAs(context: Context, input: StartActing): Promise<OnBehalfOf> {
  const reason = input.reason?.trim() || null;
  checkNote(reason);
  const userId = decodeId("usr", input.userId);
  const other = userId === null ? null : await personToActAs(context, context.viewer, userId);
  if (other === null) throw notFound();
  refuseIfExceeding(context.viewer, other);
  if (input.mode === "ACT" && reason === null) {
    throw new Rejection({ code: "REQUIRED", message: say("acting.reason"), path: ["reason"] });
  }
  if (input.mode === "ACT") requireFreshProof(context);
  const until = new Date(context.clock.now().getTime() + actingMinutes * 60_000);
  const { mode } = input;
  await transaction(context, async (tx) => {
    const kept = await tx.em.execute<unknown[]>(
      `update session set acting_as_id = ?, acting_mode = ?, acting_reason = ?, acting_until = ?
       where id = ? and ended_at is null returning 1`,
      [other.user_id, mode, reason, until, tx.viewer.sessionId],
    );
    if (kept.length === 0) throw new Rejection({ code: "STATE_CONFLICT", message: say("acting.session") });
    await recordAudit(tx, {
      operation: "user.start_acting",
      subjectKind: "user",
      subjectId: other.user_id,
      subject: `${other.name} <${other.email}>`,
      changes: changesBetween({}, { mode, until }),
      path: other.path,
      note: reason,
    });
  });
  return { kind: "USER", id: other.user_id, name: other.name, mode, until, hasEnded: false };
}

/** The session is its person's own again. Whoever acts as nobody has nothing to end, and that is fine. */
export async function stopActing(context: Context): Promise<void> {
  const { viewer } = context;
  const { onBehalfOf, sessionId } = viewer;
  if (sessionId === null || onBehalfOf?.kind !== "USER") return;
  await transaction(inTier(context, rootPath), async (tx) => {
    await forgetActing(tx, sessionId);
    const [other] = await tx.em.execute<{ path: string }[]>("select path from app_user where id = ?", [onBehalfOf.id]);
    invariant(other !== undefined, "people are disabled and never deleted");
    await recordAudit(tx, {
      operation: "user.stop_acting",
      subjectKind: "user",
      subjectId: onBehalfOf.id,
      subject: onBehalfOf.name,
      changes: [],
      path: other.path,
    });
  });
}
