import { createHash } from "node:crypto";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { queueLetter } from "../notifications/queue-mail.ts";
import { issueLink } from "./account-link.ts";
import type { AccountLinkKind } from "./account-link.entity.ts";

/** Whom a link is mailed to; one of no user costs the same and leads to nothing. */
export interface Addressee {
  readonly userId: string;
  readonly path: string;
  readonly name: string;
  /** Where the mail goes. */
  readonly email: string;
  readonly locale: string | null;
  readonly resellerName: string;
}

interface Particulars {
  /** Of a change of e-mail, the new address. */
  readonly newEmail?: string;
  /** Who invites. */
  readonly by?: string;
}

type Values = { readonly reseller: string; readonly by: string; readonly email: string };

const texts: Record<AccountLinkKind, (values: Values) => readonly [subject: Sentence, text: Sentence]> = {
  INVITATION: ({ reseller, by }) => [
    say("accountMail.invitation.subject", { reseller }),
    say("accountMail.invitation.text", { reseller, by }),
  ],
  PASSWORD_RESET: ({ reseller }) => [
    say("accountMail.reset.subject", { reseller }),
    say("accountMail.reset.text", { reseller }),
  ],
  EMAIL_OLD: ({ reseller, email }) => [
    say("accountMail.emailOld.subject", { reseller }),
    say("accountMail.emailOld.text", { reseller, email }),
  ],
  EMAIL_NEW: ({ reseller, email }) => [
    say("accountMail.emailNew.subject", { reseller }),
    say("accountMail.emailNew.text", { reseller, email }),
  ],
};

/** Mails a fresh link, in the person's language. It leaves when the transaction has committed. */
export async function mailLink(
  tx: Transaction,
  kind: AccountLinkKind,
  to: Addressee,
  { newEmail = to.email, by = "" }: Particulars = {},
): Promise<void> {
  const url = await issueLink(tx, kind, { userId: to.userId, path: to.path, email: newEmail });
  const language = languageOf(to.locale) ?? defaultLanguage;
  const [subject, text] = texts[kind]({ reseller: to.resellerName, by, email: newEmail });
  const lines = [say("accountMail.greeting", { name: to.name }), text, url, say("accountMail.ignore")].map((line) =>
    typeof line === "string" ? line : rendered(line, language),
  );
  await queueLetter(tx, {
    path: to.path,
    cause: `${kind}:${createHash("sha256").update(url).digest("base64url")}`,
    to: to.email,
    userId: to.userId,
    subject: rendered(subject, language),
    body: `${[...lines, to.resellerName].join("\n\n")}\n`,
  });
}
