import type { AccountNoticeKind } from "@tierline/shared/account-terms.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";

/** Of which the buyer, or whom its seller named, is written to. */
export type ToldNoticeKind = Exclude<AccountNoticeKind, "RECHARGE">;

/** Written as the reader's language writes money. */
interface Amount {
  readonly amount: string;
  readonly currency: string;
}

/** What the texts name. */
export interface BalanceMailValues {
  readonly buyer: string;
  readonly seller: string;
  readonly balance: Amount;
  /** What the balance fell below, or came back to. */
  readonly mark: Amount;
  /** Whether whoever buys sells on to others. */
  readonly isReseller: boolean;
}

interface MailText {
  readonly subject: string;
  readonly body: string;
}

type Letter = readonly [subject: Words, ...paragraphs: Words[]];

const hello = ({ buyer }: BalanceMailValues) => say("mail.hello", { name: buyer });
const balanceOf = ({ seller, balance }: BalanceMailValues) => say("balanceMail.balance", { seller, balance });

const letters: Record<ToldNoticeKind, (values: BalanceMailValues) => Letter> = {
  LOW: ({ buyer, balance, mark }) => [
    say("balanceMail.low.subject", { buyer, mark }),
    say("balanceMail.low.text", { buyer, balance, mark }),
    say("balanceMail.low.next"),
  ],
  WARNED: (values) => [
    say("balanceMail.warned.subject", { seller: values.seller, balance: values.balance }),
    hello(values),
    balanceOf(values),
    say(values.isReseller ? "balanceMail.warned.reseller" : "balanceMail.warned.customer"),
    values.seller,
  ],
  NEAR_LIMIT: (values) => [
    say("balanceMail.nearLimit.subject"),
    hello(values),
    say("balanceMail.nearLimit.text", { seller: values.seller, balance: values.balance }),
    say("balanceMail.nearLimit.then"),
    values.seller,
  ],
  LIMIT_REACHED: (values) => [
    say("balanceMail.limitReached.subject"),
    hello(values),
    say("balanceMail.limitReached.text", { seller: values.seller, balance: values.balance }),
    values.seller,
  ],
  SUSPENDED: (values) => [
    say("balanceMail.suspended.subject", { seller: values.seller }),
    hello(values),
    balanceOf(values),
    say(values.isReseller ? "balanceMail.suspended.reseller" : "balanceMail.suspended.customer"),
    values.seller,
  ],
  RESTORED: (values) => [
    say("balanceMail.restored.subject"),
    hello(values),
    say("balanceMail.restored.text", { seller: values.seller, balance: values.balance }),
    values.seller,
  ],
  TERMINATED: (values) => [
    say("balanceMail.terminated.subject", { seller: values.seller }),
    hello(values),
    say("balanceMail.terminated.text", { seller: values.seller, balance: values.balance }),
    values.seller,
  ],
};

/** In the buyer's language; English where it is none of ours. */
export function writeBalanceMail(kind: ToldNoticeKind, language: string, values: BalanceMailValues): MailText {
  const spoken = languageOf(language) ?? defaultLanguage;
  const [subject, ...paragraphs] = letters[kind](values).map((each) => rendered(each, spoken));
  return { subject: subject ?? "", body: `${paragraphs.join("\n\n")}\n` };
}
