import { EventEmitter } from "node:events";
import { Logger, run, type WorkerEvents } from "graphile-worker";
import type { Log } from "../kernel/log.ts";
import type { RunAddress } from "./run-model.ts";

export interface QueueOptions {
  readonly directUrl: string;
  readonly concurrency: number;
  readonly log: Pick<Log, "warn" | "error">;
}

export interface Queue {
  /** Under which name this process locks jobs; they are unlocked by it when the process dies. */
  readonly poolId: string;
  stop(): Promise<void>;
}

const pollMs = 1_000;
const connectionsMax = 4;
/** Jobs that are done leave together: nobody waits for that. */
const batchMs = 50;
/** Runs that are woken one after another are fetched together; the first of them at once. */
const refetchMs = 10;
/** How long a job may lie fetched but not begun, before another process may have it. */
const localTtlMs = 2_000;

/** How long after one that gave up the next one is begun. */
const againMs = 1_000;

/**
 * The queue wakes runs and nothing else: one job a run, none a task. It gives up for good when it cannot write what it did, as when
 * a connection breaks at that moment: then another one is begun, under another name, and `onRenewed` is told.
 */
export async function startQueue(
  options: QueueOptions,
  advance: (address: RunAddress) => Promise<void>,
  onRenewed: () => void,
): Promise<Queue> {
  let isStopped = false;
  let current = await begin(options, advance, renew);

  function renew(): void {
    if (!isStopped) setTimeout(() => void beginAgain(), againMs);
  }

  async function beginAgain(): Promise<void> {
    if (isStopped) return;
    try {
      current = await begin(options, advance, renew);
    } catch (error) {
      options.log.warn({ queue: true, err: error }, "the queue cannot be begun again yet");
      return renew();
    }
    if (isStopped) await current.stop();
    else onRenewed();
  }

  return {
    get poolId() {
      return current.poolId;
    },
    stop() {
      isStopped = true;
      return current.stop();
    },
  };
}

async function begin(
  options: QueueOptions,
  advance: (address: RunAddress) => Promise<void>,
  onGivenUp: () => void,
): Promise<Queue> {
  const events: WorkerEvents = new EventEmitter();
  let poolId = "";
  events.on("pool:create", ({ workerPool }) => (poolId = workerPool.id));
  let isEnding = false;
  events.once("pool:gracefulShutdown", () => {
    isEnding = true;
    onGivenUp();
  });
  const runner = await run({
    connectionString: options.directUrl,
    concurrency: options.concurrency,
    noHandleSignals: true,
    pollInterval: pollMs,
    logger: loggerOf(options.log),
    events,
    taskList: { run: (payload) => advance(payload as RunAddress) }, // wake_run writes it so
    preset: {
      worker: {
        maxPoolSize: connectionsMax,
        completeJobBatchDelay: batchMs,
        failJobBatchDelay: batchMs,
        localQueue: {
          size: options.concurrency,
          ttl: localTtlMs,
          refetchDelay: { durationMs: refetchMs, threshold: options.concurrency - 1 },
        },
      },
    },
  });
  // One that is ending by itself refuses to be stopped.
  return { poolId, stop: () => (isEnding ? runner.promise.catch(() => undefined) : runner.stop()) };
}

/** The queue's own words as lines of our log; its routine is not worth one. */
function loggerOf(log: QueueOptions["log"]): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ queue: true }, message);
    // That a few connections serve many runs is meant: a job takes one only to begin and to end.
    else if (level === "warning" && !message.includes("maxPoolSize")) log.warn({ queue: true }, message);
  });
}
