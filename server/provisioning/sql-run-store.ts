import type pg from "pg";
import type { Context } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import type { RunAddress, RunModel } from "./run-model.ts";
import { commonPathOf } from "@tierline/shared/tier-path.ts";
import { busy, inBatches } from "../kernel/batch.ts";
import { toRunModel, toTransitionRow, type TransitionRow } from "./run-row.ts";
import type { Recorded, RunStore } from "./run-store.ts";
import { transactTogether } from "./transact-together.ts";

export interface SqlRunStoreOptions {
  readonly pool: Pick<pg.Pool, "query">;
  /** In the tier of the run's reseller, on behalf of whoever started it. */
  contextOf(run: RunModel): Context;
}

const runsPerBatchMax = 100;

/**
 * What the engine writes goes through plain `pg`, the claims and the transitions of many runs in one statement and one commit
 * each; only effects of actions and hooks need the ORM.
 */
export function createSqlRunStore({ pool, contextOf }: SqlRunStoreOptions): RunStore {
  const claim = inBatches<Claim, RunModel | null>({
    lanes: 1,
    callsMax: runsPerBatchMax,
    async send(claims, mayWait) {
      const sql = "select run_id, answer from claim_runs($1, $2, $3)";
      const { rows } = await pool.query<Answered>(sql, [
        commonPathOf(claims.map(({ path }) => path)),
        JSON.stringify(claims),
        mayWait,
      ]);
      const answers = new Map(rows.map(({ run_id: id, answer }) => [id, answer]));
      return claims.map(({ id }) => {
        const answer = answers.get(id) ?? null;
        if (answer === "BUSY") return busy;
        return answer === null ? null : toRunModel(answer);
      });
    },
  });
  const record = inBatches<TransitionRow, Recorded>({
    lanes: 1,
    callsMax: runsPerBatchMax,
    async send(transitions, mayWait) {
      const sql = "select run_id, answer from record_transitions($1, $2, $3)";
      const path = commonPathOf(transitions.map((each) => each.path));
      const { rows } = await pool.query<Answered<Recorded | "BUSY">>(sql, [path, JSON.stringify(transitions), mayWait]);
      const answers = new Map(rows.map(({ run_id: id, answer }) => [id, answer]));
      return transitions.map(({ id }) => {
        const answer = answers.get(id) ?? "HELD";
        return answer === "BUSY" ? busy : answer;
      });
    },
  });
  return {
    claim: ({ path, id }, worker) => claim({ path, id, worker }),
    async load({ path, id }) {
      return modelOf(await pool.query<JsonAnswer>("select load_run($1, $2) as answer", [path, id]));
    },
    record: (before, transition) => record(toTransitionRow(before, transition)),
    transact: transactTogether(contextOf),
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

interface Claim extends RunAddress {
  readonly worker: string;
}

/** Of one run among many. */
interface Answered<Answer = unknown> {
  run_id: string;
  answer: Answer;
}

interface JsonAnswer {
  answer: unknown;
}

function modelOf({ rows }: { rows: readonly JsonAnswer[] }): RunModel | null {
  const answer = rows[0]?.answer ?? null;
  return answer === null ? null : toRunModel(answer);
}
