import { newId } from "@tierline/shared/id.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import type { ManagedUser } from "./managed-user.ts";

type Values = { readonly reseller: string; readonly by: string };

/** What would be the first that a thief does, or the last that an owner notices. */
const texts = {
  PASSWORD_CHANGED: ({ reseller }) => [
    say("accountMail.passwordChanged.subject", { reseller }),
    say("accountMail.passwordChanged.text", { reseller }),
  ],
  FACTOR_ADDED: ({ reseller }) => [
    say("accountMail.factorAdded.subject", { reseller }),
    say("accountMail.factorAdded.text", { reseller }),
  ],
  FACTOR_REMOVED: ({ reseller }) => [
    say("accountMail.factorRemoved.subject", { reseller }),
    say("accountMail.factorRemoved.text", { reseller }),
  ],
  CODES_RENEWED: ({ reseller }) => [
    say("accountMail.codesRenewed.subject", { reseller }),
    say("accountMail.codesRenewed.text", { reseller }),
  ],
  FACTORS_RESET: ({ reseller, by }) => [
    say("accountMail.factorsReset.subject", { reseller }),
    say("accountMail.factorsReset.text", { reseller, by }),
  ],
} as const satisfies Record<string, (values: Values) => readonly [subject: Sentence, text: Sentence]>;

/** Mails a person what was done to the doors of their account, in their language; it holds no secret and no link. */
export async function tellPerson(tx: Transaction, user: ManagedUser, what: keyof typeof texts): Promise<void> {
  const language = languageOf(user.locale ?? user.reseller_locale) ?? defaultLanguage;
  const reseller = user.reseller_name;
  const [subject, text] = texts[what]({ reseller, by: tx.viewer.name });
  const lines = [say("accountMail.greeting", { name: user.name }), text].map((line) => rendered(line, language));
  await queueMail(tx, {
    path: user.path,
    cause: `${what}:${newId()}`,
    recipients: [user.email],
    subject: rendered(subject, language),
    body: `${[...lines, reseller].join("\n\n")}\n`,
  });
}
