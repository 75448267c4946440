import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { creditHoldKinds, creditHoldStates, ledgerAccountKinds, transactionKinds } from "@tierline/shared/ledger.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

// Rows are written by the functions in ledger.sql alone: the application's login may read them and no more.

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
  },
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
