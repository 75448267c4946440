import { hostname } from "node:os";
import pg from "pg";
import { newId } from "@tierline/shared/id.ts";
import type { Log } from "../kernel/log.ts";

/** How a worker shows that it lives: a lock on a connection of its own, which ends with the process, and a heartbeat. */
export interface Liveness {
  /** The present name; another one after this worker was taken for dead. */
  readonly workerId: string;
  /** False as soon as another worker may have taken over what is claimed under that name. */
  isAlive(workerId: string): boolean;
  /** Lets go of everything, for others or itself to take over, and comes back under a new name. */
  comeBack(): void;
  stop(): Promise<void>;
}

export interface LivenessOptions {
  /** Past a pooler: the lock belongs to the session. */
  readonly directUrl: string;
  /** This process's name within the queue. */
  poolId(): string;
  readonly log: Pick<Log, "warn">;
  /** Everything in hand is lost: it may be in other hands already. */
  onLost(workerId: string): void;
}

export const heartbeatMs = 5_000;
/** A worker whose heart is silent for so long is taken for dead, though its connection stands (paused, cut off). */
export const silenceMaxMs = 30_000;
/** It stops trusting itself earlier than others stop trusting it. */
const trustMs = 20_000;
const reconnectMs = 1_000;
const connectTimeoutMs = 5_000;
const lockSeed = 42;

export async function startLiveness(options: LivenessOptions): Promise<Liveness> {
  let current = await connect(options);
  let isStopped = false;
  let lastBeatMs = performance.now(); // runs on while the process is paused

  const isTrusted = (): boolean => performance.now() - lastBeatMs < trustMs;

  async function beat(): Promise<void> {
    if (isStopped) return;
    const beatingMs = performance.now();
    if (await current.beat().catch(() => false)) lastBeatMs = beatingMs;
    else await renew();
  }

  async function renew(): Promise<void> {
    if (isStopped) return;
    const { workerId } = current;
    options.log.warn(
      { workerId },
      "this worker was taken for dead, or lost its connection or its queue; it comes back under a new name",
    );
    lastBeatMs = Number.NEGATIVE_INFINITY;
    options.onLost(workerId);
    await current.end();
    while (!isStopped) {
      try {
        const beatingMs = performance.now();
        current = await connect(options);
        lastBeatMs = beatingMs;
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, reconnectMs));
      }
    }
  }

  let beating: Promise<void> = Promise.resolve();
  const timer = setInterval(() => (beating = beating.then(beat)), heartbeatMs);
  const watch = setInterval(
    () => current.isLost && (beating = beating.then(() => (current.isLost ? beat() : undefined))),
    250,
  );
  return {
    get workerId() {
      return current.workerId;
    },
    comeBack: () => void (beating = beating.then(renew)),
    isAlive: (workerId) => workerId === current.workerId && !current.isLost && isTrusted(),
    async stop() {
      isStopped = true;
      clearInterval(timer);
      clearInterval(watch);
      await beating;
      await current.retire();
    },
  };
}

interface Session {
  readonly workerId: string;
  /** The connection, and with it the lock, is gone. */
  readonly isLost: boolean;
  /** False when this worker was declared dead. */
  beat(): Promise<boolean>;
  retire(): Promise<void>;
  end(): Promise<void>;
}

async function connect({ directUrl, poolId }: LivenessOptions): Promise<Session> {
  const workerId = newId();
  const client = new pg.Client({
    connectionString: directUrl,
    application_name: "tierline worker",
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: connectTimeoutMs,
    keepAlive: true,
  });
  let isLost = false;
  client.on("error", () => (isLost = true));
  client.on("end", () => (isLost = true));
  await client.connect();
  await client.query("select pg_advisory_lock(hashtextextended($1, $2))", [workerId, lockSeed]); // before it can be seen
  await client.query(
    "insert into worker (id, pool_id, pid, host, started_at, heartbeat_at) values ($1, $2, $3, $4, clock_timestamp(), clock_timestamp())",
    [workerId, poolId(), process.pid, hostname()],
  );
  const end = async (): Promise<void> => client.end().catch(() => undefined);
  return {
    workerId,
    get isLost() {
      return isLost;
    },
    async beat() {
      const { rowCount } = await client.query(
        "update worker set heartbeat_at = clock_timestamp() where id = $1 and ended_at is null",
        [workerId],
      );
      return rowCount === 1;
    },
    async retire() {
      if (!isLost) {
        await client
          .query("update worker set ended_at = clock_timestamp() where id = $1", [workerId])
          .catch(() => undefined);
      }
      await end();
    },
    end,
  };
}
