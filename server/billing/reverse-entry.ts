import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { nameLengthMax } from "@tierline/shared/limits.ts";
import { decimalOf, subtractMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkText } from "../kernel/checked-text.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { postOne } from "../ledger/post.ts";
import { soldAccount } from "./billing-account.ts";
import { balancesAround, byHand, enteredOnce, referenceOf, refuseMismatch, type Entered } from "./manual-entry.ts";
import { recordEntry } from "./record-entry.ts";

export interface ReverseEntryInput {
  readonly idempotencyKey: string;
  /** The API's ids. */
  readonly accountId: string;
  readonly transactionId: string;
  readonly reason: string;
}

/**
 * Takes a charge, or a payment that was entered by hand, back, once, and says why: all of it that was not given back in parts before.
 * Neither is changed by it: the statement shows both. Nothing else is for one seller to take back: a call is of every tier on its way, and money that a provider took is refunded.
 * @throws AccessError NOT_FOUND for what is not on this account; Rejection STATE_CONFLICT when it was taken back or is another thing
 */
export function reverseEntry(context: Context, input: ReverseEntryInput): Promise<Entered> {
  return enteredOnce(context, "billing.reverse", input, (tx) => reverse(tx, input));
}

async function reverse(tx: Transaction, input: ReverseEntryInput): Promise<Entered> {
  const account = await soldAccount(tx, input.accountId);
  const { id: reverses, isOwn } = await transactionOn(tx, account.id, input.transactionId);
  const refusals = new Refusals();
  const rule = { noun: "noun.reason", max: nameLengthMax, isRequired: true } as const;
  const reason = checkText(refusals, input.reason, rule, "reason");
  refusals.settle();
  invariant(reason !== null, "a reason that is missing is refused");
  if (!isOwn) throw conflict("billing.notReversible");
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
    throw conflict(outcome === "REVERSED" ? "billing.reversed" : "billing.notReversible");
  }
  const balances = await balancesAround(tx, id, account);
  if (outcome === "POSTED") {
    const amount = decimalOf(subtractMoney(balances.after, balances.before));
    const fields = { amount, currency: account.balance.currency, reason, reverses: encodeId("ltx", reverses) };
    await recordEntry(tx, account, { operation: "billing.reverse", fields, ...balances });
  }
  return { accountId: account.id, transactionId: id, ...balances };
}

function conflict(why: "billing.reversed" | "billing.notReversible"): Rejection {
  return new Rejection({ code: "STATE_CONFLICT", message: say(why), path: ["transactionId"] });
}

async function transactionOn(
  { em }: Transaction,
  accountId: string,
  apiId: string,
): Promise<{ id: string; isOwn: boolean }> {
  const id = decodeId("ltx", apiId);
  const [found] = await em.execute<{ is_own: boolean }[]>(
    `select t.kind = 'CHARGE' or t.kind = 'PAYMENT' and starts_with(t.reference, ?) as is_own
     from posting p join ledger_transaction t on t.id = p.transaction_id where p.transaction_id = ? and p.account_id = ? limit 1`,
    [byHand, id, accountId],
  );
  if (id === null || found === undefined) throw notFound();
  return { id, isOwn: found.is_own };
}
