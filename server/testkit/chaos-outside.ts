import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An outside system with its own record of what arrived and what it did. */
export interface ChaosOutside {
  readonly url: string;
  /** Name → the idempotency keys under which it was put, one for each effect. */
  readonly effects: ReadonlyMap<string, readonly string[]>;
  /** Requests to put something, repeated ones included. */
  readonly arrivals: () => number;
  /** Until then it answers nobody, so that all that is begun is under way at once. */
  begin(): void;
  /** From now on every answer comes, and at once. */
  calmDown(): void;
  close(): Promise<void>;
}

const lostAnswers = 0.03;

/** Slow, so that much is in flight; now and then it does what it is asked and breaks the connection before it answers. */
export async function startChaosOutside(latencyMs: () => number): Promise<ChaosOutside> {
  const effects = new Map<string, string[]>();
  const seen = new Set<string>();
  let arrivals = 0;
  let isCalm = false;
  const begun = Promise.withResolvers<void>();

  function put(name: string, key: string): void {
    arrivals += 1;
    if (seen.has(key)) return; // what a target that knows idempotency keys does
    seen.add(key);
    effects.set(name, [...(effects.get(name) ?? []), key]);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = decodeURIComponent((request.url ?? "/").slice(1));
    const key = String(request.headers["idempotency-key"]);
    if (request.method === "PUT") put(name, key);
    await begun.promise;
    await new Promise((resolve) => setTimeout(resolve, isCalm ? 1 : latencyMs()));
    if (!isCalm && Math.random() < lostAnswers) return void request.destroy();
    response.end(effects.get(name)?.[0] ?? "");
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    effects,
    arrivals: () => arrivals,
    begin: begun.resolve,
    calmDown: () => void (isCalm = true),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
