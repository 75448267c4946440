import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { withdrawLinks } from "./account-link.ts";
import { mailLink } from "./account-mail.ts";
import { addresseeOf } from "./invite-user.ts";
import { factsOf, getManagedUser, refuseBeyondRights, subjectOf, type ManagedUser } from "./managed-user.ts";

/** A mailbox is not flooded by whoever presses a button again and again. */
const resendAfterMs = 60_000;

/**
 * Mails a new link to a person who has not accepted yet; the former one leads nowhere.
 * @throws Rejection STATE_CONFLICT (they have accepted, or it was mailed just now)
 */
export async function resendInvitation(context: Context, apiId: string): Promise<string> {
  return ofInvited(context, apiId, async (user, tx) => {
    const since = new Date(tx.clock.now().getTime() - resendAfterMs);
    const fresh = await tx.em.execute<unknown[]>(
      "select 1 from account_link where user_id = ? and kind = 'INVITATION' and created_at > ?",
      [user.user_id, since],
    );
    if (fresh.length > 0)
      throw new Rejection({ code: "STATE_CONFLICT", message: say("invitation.fresh"), path: ["id"] });
    await withdrawLinks(tx, user.user_id, ["INVITATION"]);
    await mailLink(tx, "INVITATION", addresseeOf(user), { by: tx.viewer.name });
    await recordAudit(tx, { ...subjectOf(user), operation: "user.resend_invitation", changes: [] });
  });
}

/**
 * Forgets a person who was invited and has not accepted; the link leads nowhere.
 * @throws Rejection STATE_CONFLICT (they have accepted)
 */
export async function withdrawInvitation(context: Context, apiId: string): Promise<string> {
  return ofInvited(context, apiId, async (user, tx) => {
    await recordAudit(tx, {
      ...subjectOf(user),
      operation: "user.withdraw_invitation",
      changes: changesBetween(factsOf(user), {}),
    });
    for (const table of ["account_link", "role_grant", "named_customer"] as const) {
      await tx.em.execute(`delete from ${table} where user_id = ?`, [user.user_id]);
    }
    await tx.em.execute("delete from app_user where id = ?", [user.user_id]);
  });
}

async function ofInvited(
  context: Context,
  apiId: string,
  work: (user: ManagedUser, tx: Transaction) => Promise<void>,
): Promise<string> {
  const id = decodeId("usr", apiId);
  if (id === null) throw notFound();
  return transaction(context, async (tx) => {
    const found = await tx.em.execute<unknown[]>("select 1 from app_user where id = ? and kind = 'PERSON' for update", [
      id,
    ]);
    if (found.length === 0) throw notFound();
    const user = await getManagedUser(tx, id);
    refuseBeyondRights(tx.viewer, user, "id");
    if (user.has_credential) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("invitation.accepted"), path: ["id"] });
    }
    await work(user, tx);
    return id;
  });
}
