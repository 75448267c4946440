import pg from "pg";
import { advanceRun } from "./advance-run.ts";
import { createBreaker } from "./breaker.ts";
import type { EngineParts, Hand } from "./engine-parts.ts";
import { startLiveness, type Liveness } from "./liveness.ts";
import type { ProvisioningParts } from "./parts.ts";
import { startQueue } from "./queue.ts";
import { contextOfRun, type Ground } from "./run-context.ts";
import { createSqlRunStore } from "./sql-run-store.ts";
import { watchOverRuns } from "./take-over.ts";
import { timeOf } from "./time.ts";

export interface EngineOptions extends Ground, ProvisioningParts {
  /** The application's login, through a pooler or not. */
  readonly url: string;
  /** Past a pooler: for the queue's LISTEN and for the lock that says this worker lives. */
  readonly directUrl: string;
  /** Runs in hand at most. */
  readonly concurrency: number;
}

export interface Engine {
  /** Of this worker now, as it stands in the table of workers. */
  readonly workerId: string;
  readonly runsInHand: number;
  /** Takes no more runs, lets each finish the task it is at (20 s at most) and gives them back. */
  stop(): Promise<void>;
}

const poolSizeMax = 16;
const stopGraceMs = 20_000;

/** Advances runs in this process. Any number of processes may do so on one database. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const pool = openPool(options);
  const inHand = new Map<string, Hand>();
  const ready = Promise.withResolvers<EngineParts>();
  const queue = await startQueue(
    options,
    async (address) => advanceRun(await ready.promise, address),
    () => void ready.promise.then(() => liveness.comeBack()),
  );
  const liveness = await startLiveness({
    directUrl: options.directUrl,
    poolId: () => queue.poolId,
    log: options.log,
    onLost: (workerId) => abandon(inHand, workerId),
  });
  const progress = { isStopping: false };
  ready.resolve(partsOf(options, pool, liveness, inHand, progress));
  const stopListening = options.changes.tap(({ topic, sequence }) => {
    const hand = topic.startsWith("run:") ? inHand.get(topic.slice(4)) : undefined;
    if (hand?.run != null && sequence > hand.run.sequence) hand.poke();
  });
  const watch = watchOverRuns({
    pool,
    log: options.log,
    now: () => options.clock.now(),
    workerId: () => liveness.workerId,
    inHand: () => [...inHand.keys()],
    announce: (changes) => options.changes.announce(changes),
  });
  async function stop(): Promise<void> {
    progress.isStopping = true;
    for (const hand of inHand.values()) hand.poke();
    await within(stopGraceMs, queue.stop());
    stopListening();
    await watch.stop();
    await liveness.stop(); // others take over what is still in hand
    await pool.end();
  }

  let stopping: Promise<void> | null = null;
  return {
    get workerId() {
      return liveness.workerId;
    },
    get runsInHand() {
      return inHand.size;
    },
    stop: () => (stopping ??= stop()),
  };
}

function openPool({ url, concurrency, log }: EngineOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: Math.min(concurrency, poolSizeMax),
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    application_name: "tierline engine",
  });
  pool.on("error", (error) => log.warn({ err: error }, "an idle connection of the engine broke"));
  return pool;
}

function partsOf(
  options: EngineOptions,
  pool: pg.Pool,
  liveness: Liveness,
  inHand: Map<string, Hand>,
  progress: { readonly isStopping: boolean },
): EngineParts {
  const { actions, hooks, settingsOf, log, clock, changes } = options;
  return {
    actions,
    hooks,
    settingsOf,
    store: createSqlRunStore({ pool, contextOf: (run) => contextOfRun(options, options, run) }),
    time: timeOf(clock),
    log,
    breaker: createBreaker(() => performance.now()),
    inHand,
    workerId: () => liveness.workerId,
    isAlive: (workerId) => liveness.isAlive(workerId),
    get isStopping() {
      return progress.isStopping;
    },
    announce: (announced) => changes.announce(announced),
  };
}

/** What is in hand may be in other hands already: nothing more is called, and nothing can be written. */
function abandon(inHand: ReadonlyMap<string, Hand>, workerId: string): void {
  for (const { run, inFlight } of inHand.values()) {
    if (run?.workerId === workerId) for (const attempt of inFlight.values()) attempt.abort();
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timeout = setTimeout(resolve, ms);
  await Promise.race([work, promise]);
  clearTimeout(timeout);
}
