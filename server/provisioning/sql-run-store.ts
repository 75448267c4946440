import type pg from "pg";
import type { Context, Transaction } from "../kernel/context.ts";
import { transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import type { RunModel } from "./run-model.ts";
import { toRunModel, toTransitionRow } from "./run-row.ts";
import type { Recorded, RunStore, StoreTransaction } from "./run-store.ts";

export interface SqlRunStoreOptions {
  readonly pool: Pick<pg.Pool, "query">;
  /** In the tier of the run's reseller, on behalf of whoever started it. */
  contextOf(run: RunModel): Context;
}

const placeholders = Array.from({ length: 18 }, (_, index) => `$${index + 1}`).join(", ");

/** Each transition is one autocommitted statement through plain `pg`; only effects of actions and hooks need the ORM. */
export function createSqlRunStore({ pool, contextOf }: SqlRunStoreOptions): RunStore {
  return {
    async claim({ path, id }, workerId) {
      return modelOf(await pool.query<JsonAnswer>("select claim_run($1, $2, $3) as answer", [path, id, workerId]));
    },
    async load({ path, id }) {
      return modelOf(await pool.query<JsonAnswer>("select load_run($1, $2) as answer", [path, id]));
    },
    async record(before, transition) {
      const { rows } = await pool.query<{ answer: Recorded }>(`select record_transition(${placeholders}) as answer`, [
        before.path,
        ...toTransitionRow(before, transition),
      ]);
      return rows[0]!.answer; // a select of a function always gives its row
    },
    transact: (run, work) => transaction(contextOf(run), (tx) => work(inTransaction(tx, run))),
    async kept(run, name, find) {
      const { vault, clock } = contextOf(run);
      const place = runSecretPlace(run.id, name);
      const keep = async (sealed: string | null): Promise<string | null> => {
        const values = [run.path, run.id, name, sealed, clock.now()];
        const { rows } = await pool.query<{ sealed: string | null }>(
          "select keep_sealed($1, $2, $3, $4, $5) as sealed",
          values,
        );
        return rows[0]?.sealed ?? null;
      };
      const sealed = (await keep(null)) ?? (await keep(vault.seal(await find(), place)));
      invariant(sealed !== null, "what was just kept is there");
      return vault.open(sealed, place);
    },
  };
}

/** Where a sealed secret of a run belongs; elsewhere it does not open. */
export function runSecretPlace(runId: string, name: string): string {
  return `run_secret|${runId}|${name}`;
}

interface JsonAnswer {
  answer: unknown;
}

function modelOf({ rows }: { rows: readonly JsonAnswer[] }): RunModel | null {
  const answer = rows[0]?.answer ?? null;
  return answer === null ? null : toRunModel(answer);
}

/** The same within a transaction of a verb: the row's lock makes whoever else changes the run wait for its end. */
export function inTransaction(tx: Transaction, { id }: Pick<RunModel, "id">): StoreTransaction {
  return {
    tx,
    async load() {
      return modelOf({ rows: await tx.em.execute<JsonAnswer[]>("select run_with_tasks(?) as answer", [id]) });
    },
    async record(before, transition) {
      const [row] = await tx.em.execute<{ answer: Recorded }[]>(
        "select record_transition(null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb, ?) as answer",
        toTransitionRow(before, transition),
      );
      return row!.answer; // as above
    },
  };
}
