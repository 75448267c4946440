import { setInterval } from "node:timers";
import type { EntityManager } from "@mikro-orm/postgresql";
import { newId } from "@tierline/shared/id.ts";
import { apiRequestDays } from "@tierline/shared/limits.ts";
import type { Context } from "../kernel/context.ts";
import type { Log } from "../kernel/log.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { ApiRequestEntity, type ApiRequestRow } from "./api-request.entity.ts";

export type LoggedRequest = Pick<
  ApiRequestRow,
  "at" | "kind" | "operation" | "documentHash" | "cost" | "status" | "codes" | "durationMs" | "ip" | "requestId"
>;

export interface RequestLog {
  /** Nobody waits for it to be written. */
  add(viewer: Viewer, request: LoggedRequest): void;
  /** Writes what is waiting. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

const flushMs = 1_000;
/** What waits while the database is away is bounded: beyond it the newest are not kept. */
const waitingMax = 10_000;
const batchMax = 500;

/** Requests wait a second at most and go in together, so that a request costs none of its own. `system` sees the root tier. */
export function createRequestLog(system: () => EntityManager, log: Log): RequestLog {
  let waiting: ApiRequestRow[] = [];
  let writing = Promise.resolve();
  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchMax);
      await system().insertMany(ApiRequestEntity, batch);
      waiting = waiting.slice(batch.length);
    }
  };
  const flush = (): Promise<void> => {
    writing = writing
      .then(write)
      .catch((error: unknown) => log.warn({ err: error }, "requests of programs wait to be written"));
    return writing;
  };
  const timer = setInterval(() => void flush(), flushMs);
  timer.unref();
  return {
    add({ program, path }, request) {
      if (program === undefined || waiting.length >= waitingMax) return;
      const { clientId, keyId } = program;
      waiting.push({ id: newId(request.at.getTime()), path, clientId, keyId, ...request });
    },
    flush,
    close() {
      clearInterval(timer);
      return flush();
    },
  };
}

const dayMs = 86_400_000;

/** Sweep: requests older than thirty days. */
export async function forgetOldRequests({ em, clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - apiRequestDays * dayMs);
  const gone = await em.execute<unknown[]>("delete from api_request where at < ? returning 1", [before]);
  return gone.length;
}

/** Sweep: keys that ran out or were revoked thirty days ago. */
export async function forgetOldKeys({ em, clock }: Context): Promise<number> {
  const before = new Date(clock.now().getTime() - apiRequestDays * dayMs);
  const gone = await em.execute<unknown[]>("delete from api_key where least(expires_at, revoked_at) < ? returning 1", [
    before,
  ]);
  return gone.length;
}
