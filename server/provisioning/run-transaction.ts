import type { Transaction } from "../kernel/context.ts";
import type { RunModel } from "./run-model.ts";
import { toRunModel, toTransitionRow, type TransitionRow } from "./run-row.ts";
import type { Recorded, StoreTransaction } from "./run-store.ts";

/** The store within a transaction of a verb: the row's lock makes whoever else changes the run wait for its end. */
export function inTransaction(tx: Transaction, { id }: Pick<RunModel, "id">): StoreTransaction {
  return {
    tx,
    async load() {
      const [row] = await tx.em.execute<{ answer: unknown }[]>("select run_with_tasks(?) as answer", [id]);
      return row?.answer == null ? null : toRunModel(row.answer);
    },
    async record(before, transition) {
      const unheld = await recordRows(tx, [toTransitionRow(before, transition)]);
      return unheld.get(id) ?? "HELD";
    },
  };
}

/** Answers those that are not HELD. One is waited for; among several, one that somebody else has locked counts as STALE. */
export async function recordRows(
  { em }: Transaction,
  rows: readonly TransitionRow[],
): Promise<ReadonlyMap<string, Recorded>> {
  if (rows.length === 0) return new Map();
  const unheld = await em.execute<{ run_id: string; answer: Recorded | "BUSY" }[]>(
    "select run_id, answer from record_transitions(null, ?::jsonb, ?)",
    [JSON.stringify(rows), rows.length === 1],
  );
  return new Map(unheld.map(({ run_id: id, answer }) => [id, answer === "BUSY" ? "STALE" : answer]));
}
