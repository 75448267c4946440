import { decodeId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { checkText } from "../kernel/checked-text.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { readLiveCall, type LiveCall } from "./live-calls.ts";

export interface EndCallInput {
  /** The API's. */
  readonly id: string;
  readonly reason: string;
}

/** What ask_to_end answers. */
type Asked = "ASKED" | "REPEATED" | "OVER" | "UNREACHABLE";

/**
 * Has the switch end a call that is under way, within a second of it: at its next question how calls go on. One that rings ends when it
 * is answered. Asked again, nothing more is done.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT for one that is over, or where the switch has not asked for a while
 */
export function endCall(context: Context, input: EndCallInput): Promise<LiveCall> {
  return transaction(context, async (tx) => {
    const id = decodeId("cal", input.id);
    const call = id === null ? null : await callOf(tx, id);
    if (call === null) throw notFound();
    const refusals = new Refusals();
    const reason = checkText(
      refusals,
      input.reason,
      { noun: "noun.reason", max: nameLengthMax, isRequired: true },
      "reason",
    );
    refusals.settle();
    const [row] = await tx.em.execute<{ asked: Asked }[]>("select ask_to_end(?, ?) as asked", [id, tx.clock.now()]);
    const asked = row!.asked; // a function answers
    if (asked === "OVER" || asked === "UNREACHABLE") {
      const message = asked === "OVER" ? say("call.over") : say("call.switchUnreachable");
      throw new Rejection({ code: "STATE_CONFLICT", message, path: ["id"] });
    }
    if (asked === "ASKED") {
      await recordAudit(tx, {
        operation: "call.end",
        subjectKind: "call",
        subjectId: id,
        subject: `${call.caller} → ${call.called}`,
        changes: changesBetween({}, { reason }),
        path: call.path,
      });
    }
    const live = await readLiveCall(tx, id!); // decoded above
    if (live === null) throw notFound();
    return live;
  });
}

interface Place {
  readonly path: string;
  readonly caller: string;
  readonly called: string;
}

async function callOf({ em }: Context, id: string): Promise<Place | null> {
  const [row] = await em.execute<Place[]>("select path, caller, called from call where id = ?", [id]);
  return row ?? null;
}
