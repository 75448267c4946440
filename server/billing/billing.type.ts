import { encodeId } from "@tierline/shared/id.ts";
import { isNearLimit, standingReasons, type StandingReason } from "@tierline/shared/account-terms.ts";
import {
  transactionKinds,
  type CreditPolicy,
  type PaymentMode,
  type TransactionKind,
} from "@tierline/shared/ledger.ts";
import { money } from "@tierline/shared/money.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DecimalScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { AccountTermsInputType, CreditPolicyEnum, PaymentModeEnum } from "../ledger/account-terms.type.ts";
import { availableOf, type BillingAccount } from "./billing-account.ts";
import type { Entry } from "./list-entries.ts";

export const TransactionKindEnum = enumOf<TransactionKind>(transactionKinds);
registerEnumType(TransactionKindEnum, {
  name: "LedgerTransactionKind",
  description: "What came or went. The list grows.",
  valuesConfig: {
    PAYMENT: { description: "Money that was paid." },
    CHARGE: { description: "Money that is asked for." },
    REVERSAL: { description: "Takes another one back, whole." },
    REFUND: { description: "A part of a payment that was given back." },
    TAX: { description: "What an invoice asks for beside what was charged, for the tax office." },
    ROUNDING: { description: "What an invoice rounded." },
    CREDIT_NOTE: { description: "What was given back of an invoice, with its tax." },
    CALL: { description: "A call; what came of its correction is one too." },
  },
});

@ObjectType("BillingAccount", {
  implements: NodeType,
  description: "What a buyer has with whoever sells to it: a customer with its reseller, a reseller with its parent.",
})
export class BillingAccountType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: BillingAccount;

  @Field(() => String, { description: "ISO 4217; the seller's." })
  currency: string;

  @Field(() => MoneyType, { description: "What is there; negative where the buyer owes." })
  balance: MoneyType;

  @Field(() => MoneyType, { description: "Set aside for what is under way." })
  held: MoneyType;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "What can be spent: the balance with the credit limit, without what is set aside; null where there is no end to it.",
  })
  available: MoneyType | null;

  @Field(() => PaymentModeEnum, { description: "How the buyer pays." })
  mode: PaymentMode;

  @Field(() => CreditPolicyEnum, { nullable: true, description: "Of who pays before; null for others." })
  policy: CreditPolicy | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "How much who pays afterwards may owe; null where there is no end to it, and for who pays before.",
  })
  creditLimit: MoneyType | null;

  @Field(() => Boolean, { description: "Whether four fifths of the credit limit are used, or more." })
  isNearLimit: boolean;

  @Field(() => Int, { description: "On which day of the month the cycle begins; in a shorter month on its last." })
  cycleDay: number;

  @Field(() => Int, {
    nullable: true,
    description: "By which day of the month an invoice is to be paid; null: at once.",
  })
  dueDay: number | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "Below which balance somebody is written to; null: nobody is.",
  })
  lowBalance: MoneyType | null;
}

export const StandingReasonEnum = enumOf<StandingReason>(standingReasons);
registerEnumType(StandingReasonEnum, {
  name: "StandingReason",
  description: "Why an account may spend nothing now. The list grows.",
  valuesConfig: {
    BALANCE: { description: "Nothing is left on it." },
    CREDIT_LIMIT: { description: "The credit limit is reached." },
    UPSTREAM: { description: "Those who sell to it may not spend themselves." },
    COMPLIANCE: { description: "A screening stands against it." },
    MANUAL: { description: "It was suspended by hand." },
    ACCOUNT_DEACTIVATED: { description: "The customer is deactivated." },
    NON_RENEWAL: { description: "It was not renewed." },
    NOT_ACTIVE: { description: "The customer was not taken on yet, or is archived." },
  },
});

@ObjectType("AccountStanding", { description: "Whether an account may spend now: for calls, orders and what is due." })
export class AccountStandingType {
  @Field(() => Boolean, { description: "Whether it may." })
  maySpend: boolean;

  @Field(() => StandingReasonEnum, { nullable: true, description: "Why not; null when it may." })
  reason: StandingReason | null;
}

export function toBillingAccount(row: BillingAccount): BillingAccountType {
  const available = availableOf(row);
  const { balance, held, terms } = row;
  const moneyOf = (micros: bigint | null) => (micros === null ? null : toMoney(money(micros, balance.currency)));
  return Object.assign(new BillingAccountType(), {
    row,
    id: encodeId("bac", row.id),
    currency: row.balance.currency,
    balance: toMoney(row.balance),
    held: toMoney(row.held),
    available: available === null ? null : toMoney(available),
    mode: terms.mode,
    policy: terms.policy,
    creditLimit: terms.policy === null ? moneyOf(terms.creditLimitMicros) : null,
    isNearLimit: isNearLimit(balance.micros, held.micros, terms.creditLimitMicros),
    cycleDay: terms.cycleDay,
    dueDay: terms.dueDay,
    lowBalance: moneyOf(terms.lowBalanceMicros),
  });
}

@ObjectType("LedgerEntry", { description: "A line of an account's statement. It never changes." })
export class LedgerEntryType {
  /** Not part of the contract: what field resolvers read. */
  row: Entry;

  @Field(() => Int, { description: "Counts on within the account, without a gap." })
  number: number;

  @Field(() => ID, { description: "Id of the transaction, whose other side is the seller's." })
  transactionId: string;

  @Field(() => Date, { description: "When." })
  at: Date;

  @Field(() => TransactionKindEnum, { description: "What it is." })
  kind: TransactionKind;

  @Field(() => MoneyType, { description: "What came (positive) or went (negative)." })
  amount: MoneyType;

  @Field(() => MoneyType, { description: "The balance after it." })
  balance: MoneyType;

  @Field(() => String, { description: "What it is for; of a reversal, the reason." })
  description: string;

  @Field(() => String, { nullable: true, description: "The seller's own reference, e.g. of a bank transfer." })
  reference: string | null;

  @Field(() => String, { nullable: true, description: "Who entered it; null for who does not work for the seller." })
  actor: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the transaction that it takes back." })
  reversesId: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the transaction that took it back." })
  reversedById: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description:
      "Of a payment or charge, what was not given back yet: so much taking it back would move. Null for anything else.",
  })
  left: MoneyType | null;
}

export function toLedgerEntry(entry: Entry, isSeller: boolean): LedgerEntryType {
  const { at, kind, currency, description, note, actor, reversesId, reversedById } = entry;
  const idOf = (id: string | null) => (id === null ? null : encodeId("ltx", id));
  return Object.assign(new LedgerEntryType(), {
    number: Number(entry.number),
    transactionId: encodeId("ltx", entry.transactionId),
    at,
    kind,
    amount: toMoney(money(BigInt(entry.micros), currency)),
    balance: toMoney(money(BigInt(entry.balanceMicros), currency)),
    description,
    reference: note,
    actor: isSeller ? actor : null,
    reversesId: idOf(reversesId),
    reversedById: idOf(reversedById),
    left: leftOf(entry),
    row: entry,
  });
}

function leftOf({ kind, micros, givenBackMicros, reversedById, currency }: Entry): MoneyType | null {
  if (kind !== "PAYMENT" && kind !== "CHARGE") return null;
  const amount = BigInt(micros);
  const whole = amount < 0n ? -amount : amount;
  return toMoney(money(reversedById === null ? whole - BigInt(givenBackMicros) : 0n, currency));
}

@ObjectType("LedgerEntryConnection", { description: "A page of a statement." })
export class LedgerEntryConnectionType extends connectionOf("LedgerEntry", () => LedgerEntryType) {}

@InputType("LedgerEntryFilter", { description: "Which lines of a statement; all conditions must hold." })
export class LedgerEntryFilterInput {
  @Field(() => [TransactionKindEnum], { nullable: true, description: "One of these." })
  kind?: TransactionKind[] | null;

  @Field(() => Date, { nullable: true, description: "From then on." })
  from?: Date | null;

  @Field(() => Date, { nullable: true, description: "Before then." })
  until?: Date | null;
}

@InputType({ description: "What is entered by hand." })
abstract class ManualEntryInputType {
  @Field(() => ID, {
    description: "Made by the caller; the same key and input have one effect. A dry run leaves it unused.",
  })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the billing account." })
  accountId: string;

  @Field(() => DecimalScalar, { description: "More than nothing, with no more places than the currency has." })
  amount: string;

  @Field(() => String, { description: "What it is for: stands in the statement." })
  description: string;

  @Field(() => String, { nullable: true, description: "Your own reference, e.g. of a bank transfer." })
  reference?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: tells what would become of it and writes nothing." })
  dryRun?: boolean | null;
}

@InputType("RecordPaymentInput", { description: "Money that came in by hand." })
export class RecordPaymentInputType extends ManualEntryInputType {}

@InputType("AddChargeInput", { description: "Money that is asked for by hand." })
export class AddChargeInputType extends ManualEntryInputType {}

@InputType("ReverseLedgerEntryInput", { description: "What is taken back, and why." })
export class ReverseLedgerEntryInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the billing account." })
  accountId: string;

  @Field(() => ID, { description: "Id of the transaction." })
  transactionId: string;

  @Field(() => String, { description: "Why: stands in the statement." })
  reason: string;
}

@InputType("SetAccountTermsInput", { description: "All of an account's terms, whatever they were." })
export class SetAccountTermsInputType {
  @Field(() => ID, { description: "Id of the billing account." })
  accountId: string;

  @Field(() => AccountTermsInputType, { description: "What is agreed from now on." })
  terms: AccountTermsInputType;
}

@ObjectType("BillingAccountPayload", { description: "Result of a change of an account's terms." })
export class BillingAccountPayloadType {
  @Field(() => BillingAccountType, { nullable: true, description: "The account as it is now; null when refused." })
  billingAccount: BillingAccountType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("LedgerEntryPayload", { description: "Result of what was entered by hand." })
export class LedgerEntryPayloadType {
  @Field(() => BillingAccountType, { nullable: true, description: "The account as it is now; null when refused." })
  billingAccount: BillingAccountType | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the new transaction; null when refused, and after a dry run.",
  })
  transactionId: string | null;

  @Field(() => MoneyType, { nullable: true, description: "The balance before it; null when refused." })
  balanceBefore: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "The balance after it; null when refused." })
  balanceAfter: MoneyType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
