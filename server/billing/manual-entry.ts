import { createHash } from "node:crypto";
import { encodeId } from "@tierline/shared/id.ts";
import { nameLengthMax, manualAmountMax } from "@tierline/shared/limits.ts";
import { addMoney, decimalOf, minorDigits, money, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, Refusals, Rejection } from "../kernel/rejection.ts";
import { openAccount } from "../ledger/open-account.ts";
import { postOne, type PostOutcome } from "../ledger/post.ts";
import { recordEntry } from "./record-entry.ts";
import { sellerPathOf, soldAccount, type BillingAccount } from "./billing-account.ts";

export interface ManualEntryInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly accountId: string;
  readonly amount: string;
  readonly description: string;
  readonly reference?: string | null | undefined;
  /** True: what would become of it is told, and nothing is written. */
  readonly dryRun?: boolean | null | undefined;
}

export interface Entered {
  readonly accountId: string;
  /** Null after a dry run. */
  readonly transactionId: string | null;
  readonly before: Money;
  readonly after: Money;
}

export type ManualKind = "PAYMENT" | "CHARGE";

/**
 * Money that came in by hand, or is asked for by hand: from or to the seller's own account, whatever the balance is (V15, V16).
 * @throws AccessError NOT_FOUND for an account that the viewer does not sell to; Rejection with all that is wrong
 */
export async function enterByHand(context: Context, kind: ManualKind, input: ManualEntryInput): Promise<Entered> {
  const { dryRun, ...asked } = input;
  if (dryRun === true) {
    const account = await soldAccount(context, input.accountId);
    const { amount } = checked(account, input);
    return { accountId: account.id, transactionId: null, ...change(account, kind, amount) };
  }
  return enteredOnce(context, `${kind.toLowerCase()}.record`, asked, (tx) => enter(tx, kind, input));
}

/** Under the caller's key; what is kept for a repeated call is text. */
export async function enteredOnce<Input extends { readonly idempotencyKey: string }>(
  context: Context,
  operation: string,
  input: Input,
  work: (tx: Transaction) => Promise<Entered>,
): Promise<Entered> {
  const kept = await once(context, operation, input.idempotencyKey, input, async (tx) => {
    const { before, after, ...rest } = await work(tx);
    return { ...rest, currency: before.currency, before: String(before.micros), after: String(after.micros) };
  });
  const { currency, before, after, ...rest } = kept;
  return { ...rest, before: money(BigInt(before), currency), after: money(BigInt(after), currency) };
}

async function enter(tx: Transaction, kind: ManualKind, input: ManualEntryInput): Promise<Entered> {
  const account = await soldAccount(tx, input.accountId);
  const { amount, description, reference } = checked(account, input);
  const { currency } = amount;
  const path = sellerPathOf(account.path);
  const other = await openAccount(tx, { path, kind: kind === "PAYMENT" ? "PAYMENTS" : "INCOME", currency });
  const micros = kind === "PAYMENT" ? amount.micros : -amount.micros;
  const { id, outcome } = await postOne(tx, {
    kind,
    reference: referenceOf(tx, input.idempotencyKey),
    path: account.path,
    description,
    note: reference,
    lines: [
      { accountId: account.id, micros },
      { accountId: other, micros: -micros },
    ],
  });
  refuseMismatch(outcome);
  invariant(outcome === "POSTED" || outcome === "REPEATED", `what is entered by hand is posted, not ${outcome}`);
  const balances = await balancesAround(tx, id, account);
  if (outcome === "POSTED") {
    const fields = { amount: decimalOf(amount), currency, description, reference, transaction: encodeId("ltx", id) };
    const operation = kind === "PAYMENT" ? "billing.payment" : "billing.charge";
    await recordEntry(tx, account, { operation, fields, ...balances });
  }
  return { accountId: account.id, transactionId: id, ...balances };
}

/** What was entered by people begins so in the ledger. */
export const byHand = "by hand:";

/** The caller's own, and the same key for ever, which `once` forgets after three days: as a digest, since a key may be any text. */
export function referenceOf({ viewer }: Transaction, idempotencyKey: string): string {
  const digest = createHash("sha256").update(JSON.stringify(idempotencyKey)).digest("base64url");
  return `${byHand}${viewer.userId}:${digest}`;
}

/** The ledger remembers a key for ever. @throws Rejection IDEMPOTENCY_MISMATCH */
export function refuseMismatch(outcome: PostOutcome): void {
  if (outcome !== "MISMATCH") return;
  const message = say("idempotency.mismatch");
  throw new Rejection({ code: "IDEMPOTENCY_MISMATCH", message, path: ["idempotencyKey"] });
}

/** As the posting says, which was made under the account's lock. */
export async function balancesAround(
  { em }: Transaction,
  transactionId: string,
  { id, balance: { currency } }: BillingAccount,
): Promise<Pick<Entered, "before" | "after">> {
  const [row] = await em.execute<{ after: string; amount: string }[]>(
    "select balance_micros::text as after, amount_micros::text as amount from posting where transaction_id = ? and account_id = ?",
    [transactionId, id],
  );
  invariant(row !== undefined, "it was posted to this account");
  const after = BigInt(row.after);
  return { before: money(after - BigInt(row.amount), currency), after: money(after, currency) };
}

function change({ balance }: BillingAccount, kind: ManualKind, amount: Money): Pick<Entered, "before" | "after"> {
  const signed = kind === "PAYMENT" ? amount : money(-amount.micros, amount.currency);
  return { before: balance, after: addMoney(balance, signed) };
}

interface Checked {
  readonly amount: Money;
  readonly description: string;
  readonly reference: string | null;
}

/** What people pay and are asked for has no more places than their money. */
function checked({ balance: { currency } }: BillingAccount, input: ManualEntryInput): Checked {
  const refusals = new Refusals();
  const amount = tryParseMoney(input.amount, currency);
  const digits = minorDigits(currency);
  if (amount === null || amount.micros <= 0n || amount.micros % 10n ** BigInt(6 - digits) !== 0n) {
    refusals.add("INVALID", say("billing.amount", { digits: String(digits), currency }), "amount");
  } else if (amount.micros > BigInt(manualAmountMax) * 1_000_000n) {
    refusals.add("LIMIT_EXCEEDED", say("billing.amountMax", { max: manualAmountMax, currency }), "amount");
  }
  const text = { max: nameLengthMax } as const;
  const description = checkText(
    refusals,
    input.description,
    { ...text, noun: "noun.description", isRequired: true },
    "description",
  );
  const reference = checkText(refusals, input.reference, { ...text, noun: "noun.reference" }, "reference");
  refusals.settle();
  invariant(amount !== null && description !== null, "what was refused is not entered");
  return { amount, description, reference };
}
