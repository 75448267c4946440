import { createHash } from "node:crypto";
import type { TransactionKind } from "@tierline/shared/ledger.ts";
import { newId } from "@tierline/shared/id.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";

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
  | "EXCEEDS_CHARGE";

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
  const rows = transactions.map((each) => ({
    id: newId(at.getTime()),
    path: each.path,
    kind: each.kind,
    reference: each.reference,
    digest: digestOf(each),
    reverses: each.reverses ?? null,
    at,
    description: each.description,
    note: each.note ?? null,
    actor_id: tx.viewer.userId,
    actor: tx.viewer.name,
    covered: each.isCovered ?? false,
    hold: each.holdId ?? null,
    gives_back: each.givesBack?.map(({ transactionId: id, micros }) => ({ id, amount: String(micros) })) ?? null,
  }));
  const lines = transactions.flatMap(({ lines: each }, index) =>
    each.map(({ accountId, micros }) => ({ t: index + 1, account: accountId, amount: String(micros) })),
  );
  const [{ posted }] = await tx.em.execute<[{ posted: Posted[] }]>("select post_ledger(?::jsonb, ?::jsonb) as posted", [
    JSON.stringify(rows),
    JSON.stringify(lines),
  ]);
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
