import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import {
  creditHoldKinds,
  creditHoldStates,
  creditPolicies,
  ledgerAccountKinds,
  paymentModes,
  transactionKinds,
} from "@tierline/shared/ledger.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

// Rows are written by the functions in ledger.sql alone: the application's login may read them and no more.

/** Who pays before has a policy and no limit of its own: nothing below nothing, or no end to it. Who pays after has a limit, or none. */
const accountTerms =
  "(kind = 'BILLING') = (payment_mode is not null)" +
  " and (credit_policy is not null) = (coalesce(payment_mode, '') = 'PREPAID')" +
  " and (coalesce(credit_policy, '') <> 'STRICT' or coalesce(credit_limit_micros, 1) = 0)" +
  " and (coalesce(credit_policy, '') <> 'PERMISSIVE' or credit_limit_micros is null)";

/** Money that a tier has with somebody, or that came to it. The path is the tier whose it is. */
export const LedgerAccountEntity = defineEntity({
  name: "LedgerAccount",
  tableName: "ledger_account",
  ...insideTier,
  properties: {
    ...tierRow,
    kind: oneOf("kind", ledgerAccountKinds),
    currency: p.text(),
    /** How far below nothing what has to be covered may take it; null: without an end. */
    creditLimitMicros: p.bigint().nullable().default("0").check("credit_limit_micros >= 0"),
    /** Into how many sub-balances it is split, so that those who post to it at the same time need not wait for one another. */
    parts: p.integer().check("parts > 0"),
    openedAt: p.datetime(),
    /** Of a buyer's account alone, as what follows; the policy of who pays before. */
    paymentMode: oneOf("payment_mode", paymentModes).nullable(),
    creditPolicy: oneOf("credit_policy", creditPolicies).nullable(),
    /** Of the month, in the seller's time zone; in a shorter month its last day. */
    cycleDay: p.integer().default(1).check("cycle_day >= 1 and cycle_day <= 31"),
    /** By when an invoice is to be paid; null: at once. */
    dueDay: p.integer().nullable().check("due_day >= 1 and due_day <= 31"),
    /** Below it a mail goes out, once until the balance has been there again. */
    lowBalanceMicros: p.bigint().nullable().check("low_balance_micros > 0"),
    lowBalanceEmail: p.text().nullable(),
  },
  checks: [{ name: "ledger_account_terms", expression: accountTerms }],
  uniques: [
    { name: "ledger_account_of_tier", properties: ["path", "kind", "currency"] },
    { name: "ledger_account_billing_once", properties: ["path"], where: "kind = 'BILLING'" },
  ],
});
export type LedgerAccountRow = InferEntity<typeof LedgerAccountEntity>;

/** A part of an account's balance: whoever posts to it holds its row until the commit. Kept by triggers, drift is a fault. */
export const LedgerBalanceEntity = defineEntity({
  name: "LedgerBalance",
  tableName: "ledger_balance",
  ...insideTier,
  properties: {
    account: () => p.manyToOne(LedgerAccountEntity).mapToPk().primary(),
    part: p.integer().primary(),
    path: tierRow.path,
    balanceMicros: p.bigint(),
    heldMicros: p.bigint().check("held_micros >= 0"),
    /** How many postings it has had: the next one's number. */
    entries: p.bigint(),
    /** Ascending; what has to follow when the balance comes to one of them or falls below it is whose account it is to say. */
    marks: p.array().columnType("bigint[]").defaultRaw("'{}'"),
  },
});

/** What happened, once: the same kind and reference again is the same transaction. The path is the lowest tier it concerns. */
export const LedgerTransactionEntity = defineEntity({
  name: "LedgerTransaction",
  tableName: "ledger_transaction",
  ...insideTier,
  properties: {
    ...tierRow,
    kind: oneOf("kind", transactionKinds),
    reference: p.text().collation("C"),
    /** A digest of all that was asked for, by which the same is told from something else under the same reference. */
    digest: p.text(),
    /** The transaction that this one takes back. */
    reverses: p.uuid().nullable(),
    /** Of how many postings it consists: with it the transaction is sealed. */
    lines: p.integer().check("lines > 1"),
    at: p.datetime(),
    description: p.text(),
    note: p.text().nullable(),
    actorId: p.uuid(),
    actor: p.text(),
  },
  uniques: [
    { name: "ledger_transaction_once", properties: ["kind", "reference"] },
    { name: "ledger_transaction_reversed_once", properties: ["reverses"] },
  ],
});
export type LedgerTransactionRow = InferEntity<typeof LedgerTransactionEntity>;

/**
 * One account's side of a transaction: what comes to it is positive, what goes from it negative. No foreign key: a transaction
 * may lie in another tier than its postings, and the triggers of ledger.sql look at both, a statement at a time.
 */
export const PostingEntity = defineEntity({
  name: "Posting",
  tableName: "posting",
  ...insideTier,
  properties: {
    transactionId: p.uuid().primary(),
    line: p.integer().primary(),
    path: tierRow.path,
    accountId: p.uuid(),
    part: p.integer(),
    /** Counts on within its part of the account, without a gap. */
    entry: p.bigint(),
    currency: p.text(),
    amountMicros: p.bigint().check("amount_micros <> 0"),
    balanceMicros: p.bigint(),
    at: p.datetime(),
  },
  uniques: [{ name: "posting_in_order", properties: ["accountId", "part", "entry"] }],
  indexes: [{ name: "posting_of_time", properties: ["accountId", "at"] }],
});
export type PostingRow = InferEntity<typeof PostingEntity>;

/** How much of a charge was given back by a transaction that is no reversal of it; what is left, a reversal takes back. */
export const LedgerReturnEntity = defineEntity({
  name: "LedgerReturn",
  tableName: "ledger_return",
  ...insideTier,
  properties: {
    transactionId: p.uuid().primary(),
    returnedId: p.uuid().primary(),
    path: tierRow.path,
    amountMicros: p.bigint().check("amount_micros > 0"),
  },
  indexes: [{ name: "ledger_return_of_charge", properties: ["returnedId"] }],
});

/** Money set aside for what is under way: nobody else can spend it until it is settled, released or has expired. */
export const CreditHoldEntity = defineEntity({
  name: "CreditHold",
  tableName: "credit_hold",
  ...insideTier,
  properties: {
    ...tierRow,
    account: () => p.manyToOne(LedgerAccountEntity).mapToPk(),
    kind: oneOf("kind", creditHoldKinds),
    reference: p.text().collation("C"),
    amountMicros: p.bigint().check("amount_micros > 0"),
    state: oneOf("state", creditHoldStates),
    openedAt: p.datetime(),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    /** What it was settled with. */
    transactionId: p.uuid().nullable(),
  },
  uniques: [{ name: "credit_hold_once", properties: ["kind", "reference"] }],
  indexes: [
    { name: "credit_hold_open", properties: ["account", "expiresAt"], where: "state = 'OPEN'" },
    { name: "credit_hold_due", properties: ["expiresAt"], where: "state = 'OPEN'" },
  ],
});
export type CreditHoldRow = InferEntity<typeof CreditHoldEntity>;
