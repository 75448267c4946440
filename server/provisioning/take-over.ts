import type pg from "pg";
import type { Change } from "../kernel/changes.ts";
import type { Log } from "../kernel/log.ts";
import { rootPath } from "../kernel/viewer.ts";
import { silenceMaxMs } from "./liveness.ts";
import { runTopic } from "./run-model.ts";

export interface WatchOptions {
  readonly pool: Pick<pg.Pool, "query">;
  readonly log: Pick<Log, "warn" | "error">;
  now(): Date;
  workerId(): string;
  inHand(): readonly string[];
  announce(changes: readonly Change[]): void;
}

const everyMs = 1_000;
/** The queue seldom forgets: looking for what it forgot costs a join. */
const wakeLimit = 200;

interface MovedRow {
  run_id: string;
  run_path: string;
  run_sequence: number;
}

/** Every worker watches over all others: about once a second it takes over what a dead one left, and wakes what is due. */
export function watchOverRuns(options: WatchOptions): { stop(): Promise<void> } {
  let isStopped = false;
  let timer: NodeJS.Timeout | null = null;
  let watching: Promise<void> = Promise.resolve();

  function schedule(): void {
    const jitterMs = Math.random() * 200; // so that the workers of one machine do not all look at once
    if (!isStopped) timer = setTimeout(() => (watching = watch().finally(schedule)), everyMs + jitterMs);
  }

  async function watch(): Promise<void> {
    try {
      await watchOnce(options);
    } catch (error) {
      options.log.error({ err: error }, "could not watch over the runs");
    }
  }

  schedule();
  return {
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await watching;
    },
  };
}

/** One look, as a test may call it with a moved clock. */
export async function watchOnce({ pool, log, announce, ...worker }: WatchOptions): Promise<void> {
  const taken = await pool.query<MovedRow>("select * from take_over_runs($1, $2::interval)", [
    rootPath,
    `${silenceMaxMs} milliseconds`,
  ]);
  if (taken.rows.length > 0) log.warn({ runs: taken.rows.length }, "took over the runs of a worker that died");
  const strays = await pool.query<MovedRow>("select * from let_go_of_strays($1, $2, $3)", [
    rootPath,
    worker.workerId(),
    worker.inHand(),
  ]);
  announce([...taken.rows, ...strays.rows].map(changeOfRow));
  await pool.query("select wake_due_runs($1, $2, $3)", [rootPath, worker.now(), wakeLimit]);
}

function changeOfRow({ run_id: id, run_path: path, run_sequence: sequence }: MovedRow): Change {
  return { topic: runTopic(id), path, sequence };
}
