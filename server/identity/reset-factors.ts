import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { changeUser, type ManagedUser } from "./managed-user.ts";
import { endSessionsOf } from "./session.ts";

/**
 * For who has lost their devices and their codes (OX8): all factors go, all sessions end, and the person is told by mail.
 * @throws Rejection STATE_CONFLICT (oneself, or there is nothing to reset), EXCEEDS_RIGHTS
 */
export function resetFactors(context: Context, apiId: string): Promise<string> {
  return changeUser(context, apiId, "user.reset_factors", async (user, tx) => {
    if (user.user_id === tx.viewer.userId) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("factor.oneself"), path: ["id"] });
    }
    if (user.factor_names.length === 0) {
      throw new Rejection({ code: "STATE_CONFLICT", message: say("factor.nothingToReset"), path: ["id"] });
    }
    await tx.em.execute("delete from factor where user_id = ?", [user.user_id]);
    await tx.em.execute("delete from recovery_code where user_id = ?", [user.user_id]);
    await endSessionsOf(tx, user.user_id);
    await tell(tx, user);
  });
}

async function tell(tx: Transaction, user: ManagedUser): Promise<void> {
  const language = languageOf(user.locale ?? user.reseller_locale) ?? defaultLanguage;
  const reseller = user.reseller_name;
  const lines = [
    say("accountMail.greeting", { name: user.name }),
    say("accountMail.factorsReset.text", { reseller, by: tx.viewer.name }),
  ];
  await queueMail(tx, {
    path: user.path,
    cause: `FACTORS_RESET:${newId()}`,
    recipients: [user.email],
    subject: rendered(say("accountMail.factorsReset.subject", { reseller }), language).replaceAll(/\s+/g, " "),
    body: `${[...lines.map((line) => rendered(line, language)), reseller].join("\n\n")}\n`,
  });
}
