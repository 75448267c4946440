import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { busy, inBatches } from "../kernel/batch.ts";
import type { RunModel } from "./run-model.ts";
import { toTransitionRow, type TransitionRow } from "./run-row.ts";
import type { Recorded, StoreTransaction } from "./run-store.ts";
import { inTransaction, recordRows } from "./run-transaction.ts";

type Work<T> = (within: StoreTransaction) => Promise<T>;

interface Call {
  readonly run: RunModel;
  readonly work: Work<unknown>;
}

/** Transactions of one reseller at once. */
const lanes = 2;
const worksPerTransactionMax = 20;

/**
 * Lets works of one reseller that wait for a transaction share the next one: their effects and the transitions that record them
 * are one commit. When anything is wrong with one of them nothing of it is kept, and each has a transaction of its own.
 */
export function transactTogether(contextOf: (run: RunModel) => Context) {
  const tiers = new Map<string, { users: number; submit(call: Call): Promise<PromiseSettledResult<unknown>> }>();
  const send = (calls: readonly Call[]) => perform(contextOf, calls);

  return async function transact<T>(run: RunModel, work: Work<T>): Promise<T> {
    const path = resellerPathOf(run.path);
    const tier = tiers.get(path) ?? { users: 0, submit: inBatches({ lanes, callsMax: worksPerTransactionMax, send }) };
    tiers.set(path, tier);
    tier.users += 1;
    try {
      const settled = await tier.submit({ run, work });
      if (settled.status === "rejected") throw settled.reason;
      return settled.value as T; // what `work` answered
    } finally {
      tier.users -= 1;
      if (tier.users === 0) tiers.delete(path);
    }
  };
}

async function perform(
  contextOf: (run: RunModel) => Context,
  calls: readonly Call[],
): Promise<(PromiseSettledResult<unknown> | typeof busy)[]> {
  const { run, work } = calls[0]!; // a batch is never empty
  if (calls.length === 1) {
    return Promise.allSettled([transaction(contextOf(run), (tx) => work(inTransaction(tx, run)))]);
  }
  try {
    const values = await transaction(contextOf(run), (tx) => share(tx, contextOf, calls));
    return values.map((value) => ({ status: "fulfilled", value }));
  } catch {
    // Whatever it was, it is met again by the one that it belongs to. Even a commit whose answer was lost: then the run's
    // sequence has moved on, and what is done a second time is not kept.
    return calls.map(() => busy);
  }
}

/** One work that has come to the point where its transition is to be recorded, or to its end. */
interface Paused {
  readonly row: TransitionRow | null;
  resume(recorded: Recorded): Promise<unknown>;
}

async function share(tx: Transaction, contextOf: (run: RunModel) => Context, calls: readonly Call[]) {
  const paused: Paused[] = [];
  for (const { run, work } of calls) {
    const em = tx.em.fork({ keepTransactionContext: true }); // each has its own view of the rows
    paused.push(await advance({ ...contextOf(run), em, announce: tx.announce, afterwards: tx.afterwards }, run, work));
  }
  const answers = await recordRows(
    tx,
    paused.flatMap(({ row }) => row ?? []),
  );
  const values: unknown[] = [];
  for (const { row, resume } of paused) values.push(await resume((row && answers.get(row.id)) ?? "HELD"));
  return values;
}

async function advance(tx: Transaction, run: RunModel, work: Work<unknown>): Promise<Paused> {
  const arrived = Promise.withResolvers<TransitionRow | null>();
  const recorded = Promise.withResolvers<Recorded>();
  const record: StoreTransaction["record"] = (before, transition) => {
    arrived.resolve(toTransitionRow(before, transition));
    return recorded.promise;
  };
  const done = work({ ...inTransaction(tx, run), record });
  done.then(() => arrived.resolve(null), arrived.reject);
  const row = await arrived.promise;
  return {
    row,
    async resume(answer) {
      recorded.resolve(answer);
      const value = await done;
      await tx.em.flush();
      return value;
    },
  };
}
