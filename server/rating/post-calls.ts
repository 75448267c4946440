import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { openAccount } from "../ledger/open-account.ts";
import { post, type Line } from "../ledger/post.ts";

export interface SaleOfCall {
  readonly buyerPath: string;
  readonly sellerPath: string;
  readonly currency: string;
  /** What the buyer owes for it; negative where a correction gives back. */
  readonly micros: bigint;
}

export interface CallToPost {
  readonly reference: string;
  /** The customer's. */
  readonly path: string;
  readonly description: string;
  readonly sales: readonly SaleOfCall[];
}

/**
 * One transaction a call, with a line on each side of every sale on its way: what the buyer has with its seller, and what the seller
 * has sold. What it costs nobody is no transaction. Answers the references of those that no account has room for: nothing of them
 * is posted, and the others are.
 */
export async function postCalls(tx: Transaction, calls: readonly CallToPost[]): Promise<ReadonlySet<string>> {
  const accounts = await accountsOf(
    tx,
    calls.flatMap(({ sales }) => sales),
  );
  const transactions = calls.flatMap(({ reference, path, description, sales }) => {
    const lines = sales.flatMap(({ buyerPath, sellerPath, currency, micros }): Line[] =>
      micros === 0n
        ? []
        : [
            { accountId: accounts(buyerPath, "BILLING", currency), micros: -micros },
            { accountId: accounts(sellerPath, "INCOME", currency), micros },
          ],
    );
    return lines.length === 0 ? [] : [{ kind: "CALL" as const, reference, path, description, lines }];
  });
  if (transactions.length === 0) return new Set();
  const posted = await post(tx, transactions);
  const unlike = posted.find(({ outcome }) => outcome !== "POSTED" && outcome !== "TOO_LARGE");
  invariant(unlike === undefined, `a call that was just recorded is posted, not ${unlike?.outcome}`);
  return new Set(transactions.flatMap(({ reference }, at) => (posted[at]!.outcome === "POSTED" ? [] : [reference]))); // one for one
}

type CallAccountKind = "BILLING" | "INCOME";

/** Those that are there are found in one statement; one that is not is opened. */
async function accountsOf(
  tx: Transaction,
  sales: readonly SaleOfCall[],
): Promise<(path: string, kind: CallAccountKind, currency: string) => string> {
  const wanted = new Map<string, { path: string; kind: CallAccountKind; currency: string }>();
  const keyOf = (path: string, kind: CallAccountKind, currency: string) => `${path}|${kind}|${currency}`;
  for (const { buyerPath, sellerPath, currency, micros } of sales) {
    if (micros === 0n) continue;
    wanted.set(keyOf(buyerPath, "BILLING", currency), { path: buyerPath, kind: "BILLING", currency });
    wanted.set(keyOf(sellerPath, "INCOME", currency), { path: sellerPath, kind: "INCOME", currency });
  }
  if (wanted.size === 0) return () => "";
  const places = [...wanted.values()];
  const rows = await tx.em.execute<{ id: string; path: string; kind: CallAccountKind; currency: string }[]>(
    `select a.id, a.path, a.kind, a.currency from jsonb_to_recordset(?::jsonb) as x(path text, kind text, currency text)
       join ledger_account a on a.path = x.path and a.kind = x.kind and a.currency = x.currency`,
    [JSON.stringify(places)],
  );
  const found = new Map(rows.map(({ id, path, kind, currency }) => [keyOf(path, kind, currency), id]));
  for (const [key, place] of wanted) if (!found.has(key)) found.set(key, await openAccount(tx, place));
  return (path, kind, currency) => {
    const id = found.get(keyOf(path, kind, currency));
    invariant(id !== undefined, "the account was found or opened");
    return id;
  };
}
