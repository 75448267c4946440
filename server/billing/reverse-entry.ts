import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { decimalOf, subtractMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { postOne } from "../ledger/post.ts";
import { soldAccount } from "./billing-account.ts";
import { balancesAround, enteredOnce, referenceOf, refuseMismatch, type Entered } from "./manual-entry.ts";
import { recordEntry } from "./record-entry.ts";

export interface ReverseEntryInput {
  readonly idempotencyKey: string;
  /** The API's ids. */
  readonly accountId: string;
  readonly transactionId: string;
  readonly reason: string;
}

/**
 * Takes a payment or charge back, whole and once, and says why. Neither is changed by it: the statement shows both.
 * @throws AccessError NOT_FOUND for what is not on this account; Rejection STATE_CONFLICT when it was taken back, or takes back itself
 */
export function reverseEntry(context: Context, input: ReverseEntryInput): Promise<Entered> {
  return enteredOnce(context, "billing.reverse", input, (tx) => reverse(tx, input));
}

async function reverse(tx: Transaction, input: ReverseEntryInput): Promise<Entered> {
  const account = await soldAccount(tx, input.accountId);
  const reverses = await transactionOn(tx, account.id, input.transactionId);
  const refusals = new Refusals();
  const rule = { noun: "noun.reason", max: nameLengthMax, isRequired: true } as const;
  const reason = checkText(refusals, input.reason, rule, "reason");
  refusals.settle();
  invariant(reason !== null, "a reason that is missing is refused");
  const { id, outcome } = await postOne(tx, {
    kind: "REVERSAL",
    reference: referenceOf(tx, input.idempotencyKey),
    path: account.path,
    description: reason,
    lines: [],
    reverses,
  });
  refuseMismatch(outcome);
  if (outcome !== "POSTED" && outcome !== "REPEATED") {
    const message = say(outcome === "REVERSED" ? "billing.reversed" : "billing.notReversible");
    throw new Rejection({ code: "STATE_CONFLICT", message, path: ["transactionId"] });
  }
  const balances = await balancesAround(tx, id, account);
  if (outcome === "POSTED") {
    const amount = decimalOf(subtractMoney(balances.after, balances.before));
    const fields = { amount, currency: account.balance.currency, reason, reverses: encodeId("ltx", reverses) };
    await recordEntry(tx, account, { operation: "billing.reverse", fields, ...balances });
  }
  return { accountId: account.id, transactionId: id, ...balances };
}

async function transactionOn({ em }: Transaction, accountId: string, apiId: string): Promise<string> {
  const id = decodeId("ltx", apiId);
  const found =
    id === null
      ? []
      : await em.execute<unknown[]>("select 1 from posting where transaction_id = ? and account_id = ?", [
          id,
          accountId,
        ]);
  if (id === null || found.length === 0) throw notFound();
  return id;
}
