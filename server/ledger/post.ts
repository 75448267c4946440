import { createHash } from "node:crypto";
import type { TransactionKind } from "@tierline/shared/ledger.ts";
import { newId } from "@tierline/shared/id.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { arrayText } from "../kernel/unnested.ts";

export interface Line {
  /** See `openAccount`. */
  readonly accountId: string;
  /** What comes to the account is positive, what goes from it negative; all of a currency come to nothing. */
  readonly micros: bigint;
}

export interface NewTransaction {
  readonly kind: TransactionKind;
  /** With the kind it names the transaction for ever: nobody else's may be like it, so it holds the caller's or an id. */
  readonly reference: string;
  /** The lowest tier that it concerns; its accounts lie there and above. */
  readonly path: string;
  readonly description: string;
  readonly note?: string | null;
  /** None for a reversal, whose lines are those of what it takes back, as far as they were not given back yet. */
  readonly lines: readonly Line[];
  /** Of what it takes back. */
  readonly reverses?: string;
  /** Charges of the same buyer of which it gives something back: never more, with all else that does, than they were. */
  readonly givesBack?: readonly GivenBack[];
  /** True: no account with a limit goes below it by this; what is set aside counts as spent. */
  readonly isCovered?: boolean;
  /** What it settles: the hold ends with it, and what is left of it is free again. */
  readonly holdId?: string;
}

/** What pays for charges, posted in one statement with them: of the balance between the two nothing follows. */
export interface PaidBy {
  readonly transaction: NewTransaction;
  /** Told the ledger's id of it. */
  readonly noted: (transactionId: string) => Promise<void>;
}

export interface GivenBack {
  readonly transactionId: string;
  readonly micros: bigint;
}

export type PostOutcome =
  | "POSTED"
  /** The same was posted before; the id is that one's. */
  | "REPEATED"
  /** Something else was posted under this kind and reference. */
  | "MISMATCH"
  | "SHORT"
  | "REVERSED"
  | "NOT_REVERSIBLE"
  | "HOLD_ENDED"
  | "EXCEEDS_HOLD"
  /** Of one of the charges not so much is left, or it was taken back. */
  | "EXCEEDS_CHARGE"
  /** A balance would come to more than can be kept. */
  | "TOO_LARGE";

export interface Posted {
  /** Of the transaction; of one that was refused it is nobody's. */
  readonly id: string;
  readonly outcome: PostOutcome;
}

/** Of one call: what is more comes in further calls of the same database transaction. */
export const transactionsPerPost = 5_000;

/**
 * Posts each of them or none of it, in their order, under the locks of their accounts until the commit. What is refused changes
 * nothing and holds up no other. The cost of a transaction falls with their number: one statement, one lock an account.
 */
export async function post(tx: Transaction, transactions: readonly NewTransaction[]): Promise<Posted[]> {
  invariant(transactions.length > 0 && transactions.length <= transactionsPerPost, "so many are posted at once");
  const at = tx.clock.now();
  const ids = transactions.map(() => newId(at.getTime()));
  const lines = transactions.flatMap((each) => each.lines);
  const accounts = [...new Set(lines.map(({ accountId }) => accountId))].toSorted(); // as the database sorts them, who locks them
  const placeOf = new Map(accounts.map((id, index) => [id, index + 1]));
  const returns = transactions.flatMap(({ givesBack = [] }, index) =>
    givesBack.map((each) => ({ ...each, t: index + 1 })),
  );
  const eachOf = (value: (one: NewTransaction) => string | number | boolean | null) =>
    arrayText(transactions.map((one) => value(one)));
  const params = [
    at,
    tx.viewer.userId,
    tx.viewer.name,
    arrayText(ids),
    eachOf(({ path }) => path),
    eachOf(({ kind }) => kind),
    eachOf(({ reference }) => reference),
    eachOf(digestOf),
    eachOf(({ description }) => description),
    eachOf(({ note }) => note ?? null),
    eachOf(({ reverses }) => reverses ?? null),
    eachOf(({ isCovered }) => isCovered ?? false),
    eachOf(({ holdId }) => holdId ?? null),
    eachOf(({ lines: own }) => own.length),
    arrayText(accounts),
    arrayText(lines.map(({ accountId }) => placeOf.get(accountId)!)), // each has its place
    arrayText(lines.map(({ micros }) => micros)),
    arrayText(returns.map(({ t }) => t)),
    arrayText(returns.map(({ transactionId }) => transactionId)),
    arrayText(returns.map(({ micros }) => micros)),
  ];
  const [{ refused }] = await tx.em.execute<[{ refused: (Posted & { t: number })[] }]>(
    `select post_ledger(${params.map(() => "?").join(", ")}) as refused`,
    params,
  );
  const posted = ids.map((id): Posted => ({ id, outcome: "POSTED" }));
  for (const { t, id, outcome } of refused) posted[t - 1] = { id, outcome };
  return posted;
}

/** One alone. */
export async function postOne(tx: Transaction, transaction: NewTransaction): Promise<Posted> {
  const [posted] = await post(tx, [transaction]);
  invariant(posted !== undefined, "each transaction has its answer");
  return posted;
}

/** By whom and when it was asked for makes no difference between two transactions. */
function digestOf(transaction: NewTransaction): string {
  const { kind, reference, path, description, note, lines, reverses, holdId, givesBack } = transaction;
  const said = [kind, reference, path, description, note ?? null, reverses ?? null, holdId ?? null];
  const moved = lines.map(({ accountId, micros }) => [accountId, String(micros)]);
  const given = givesBack?.map(({ transactionId, micros }) => [transactionId, String(micros)]);
  return createHash("sha256")
    .update(JSON.stringify(givesBack === undefined ? [...said, moved] : [...said, moved, given]))
    .digest("base64url");
}
