import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { useServer } from "graphql-ws/use/ws";
import { WebSocketServer, type WebSocket } from "ws";
import { buildSchema, execute, subscribe } from "../../server/node_modules/graphql/index.js";
import type { Api } from "../../server/api/server.ts";
import { transaction } from "../../server/kernel/context.ts";
import { runTopic } from "../../server/provisioning/run-model.ts";
import { startRun } from "../../server/provisioning/start-run.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { betweenFloors, median, quantile, us } from "./measure.ts";
import type { Order, Tally } from "./p7-clients.ts";
import { ask } from "./processes.ts";
import { panelQuery as query, plantSessions, serve } from "./serving.ts";
import { input, prepareOurs } from "./six-tasks.ts";
import { openSocket, subscribeTo } from "./socket.ts";

const changesPerSecond = 10;
const secondsPerRound = 3;
const stalledSockets = 20;
const stalledChanges = 100;

/** What delivers: where sockets connect, how it is told of a change, and its ends of the sockets. */
interface Contestant {
  readonly name: string;
  readonly url: string;
  change(sequence: number): Promise<void>;
  sockets(): Iterable<WebSocket>;
}

/** P7: every socket watches one run, which changes ten times a second; the sockets' other ends are in a process of their own. */
export async function bench({ size, rounds }: BenchOptions): Promise<void> {
  const sockets = size ?? 500;
  console.log(`P7 fan-out: ${sockets} sockets × ${changesPerSecond} changes a second on one process`);
  const ground = await openGround();
  const id = await plantRun(ground);
  const cookies = await plantSessions(ground, sockets);
  const { api, ours } = await openOurs(ground, id);
  const peer = await openPeer(await firstState(ours.url, cookies[0]!, id));
  const clients = fork(new URL("./p7-clients.ts", import.meta.url), { execArgv: process.execArgv });
  const order = { kind: "open", cookies, query, variables: { id: encodeId("run", id) } } as const;
  await betweenFloors(ground, async () => {
    const costs = new Map<string, number[]>();
    for (const contestant of [peer.contestant, ours]) {
      const before = memory();
      await ask<Order, Tally>(clients, { ...order, url: contestant.url });
      const after = memory();
      console.log(`  ${contestant.name.padEnd(28)} ${perSocket(before, after, sockets)} of heap a socket`);
      for (let round = 0; round < rounds; round += 1) {
        const { cpuUs, text } = await deliver(contestant, clients, sockets);
        costs.set(contestant.name, [...(costs.get(contestant.name) ?? []), cpuUs]);
        if (round === rounds - 1) console.log(`  ${contestant.name.padEnd(28)} ${text}`);
      }
    }
    const [theirs = 0, own = 0] = [peer.contestant, ours].map(({ name }) => median(costs.get(name) ?? []));
    console.log(
      `  CPU a delivered event: ${us(own)} ours, ${us(theirs)} peer; peer / ours ${(theirs / own).toFixed(2)}`,
    );
    await stall(ours, clients, sockets);
  });
  clients.kill();
  await peer.close();
  await api.close();
  await ground.close();
}

let sequence = 1;

/** Some seconds of changes; every socket has to have got the last one, and nearly all the others. */
async function deliver(contestant: Contestant, clients: ChildProcess, sockets: number) {
  await ask<Order, Tally>(clients, { kind: "count" });
  const sentAt = new Map<number, number>();
  const startUs = cpuUs();
  const startMs = performance.now();
  for (let count = 0; count < changesPerSecond * secondsPerRound; count += 1) {
    await until(startMs + (count * 1_000) / changesPerSecond);
    sequence += 1;
    sentAt.set(sequence, performance.timeOrigin + performance.now());
    await contestant.change(sequence);
  }
  const { delivered, arrivals } = await settled(clients, sockets);
  const [spentUs, tookMs] = [cpuUs() - startUs, performance.now() - startMs];
  const lags = arrivals.flatMap(([of, count, lastAtMs]) =>
    count === sockets ? [lastAtMs - (sentAt.get(of) ?? lastAtMs)] : [],
  );
  const expected = sockets * sentAt.size;
  const busy = (spentUs / 10 / tookMs).toFixed(0);
  return {
    cpuUs: spentUs / delivered,
    text: `${delivered} of ${expected} events, all sockets have a change after p50 ${quantile(lags, 0.5).toFixed(0)} ms, p99 ${quantile(lags, 0.99).toFixed(0)} ms; the process ${busy} % busy`,
  };
}

/** What came until every socket has the newest state. */
async function settled(clients: ChildProcess, sockets: number): Promise<Tally> {
  const parts: Tally[] = [];
  for (let tries = 0; tries < 100; tries += 1) {
    parts.push(await ask<Order, Tally>(clients, { kind: "count" }));
    const last = parts.at(-1)!;
    if (last.newest === sequence && last.upToDate >= sockets) {
      const arrivals = new Map<number, [number, number]>();
      for (const [of, count, at] of parts.flatMap((part) => part.arrivals)) {
        const [before = 0, lastAt = 0] = arrivals.get(of) ?? [];
        arrivals.set(of, [before + count, Math.max(lastAt, at)]);
      }
      const told = [...arrivals].map(([of, [count, at]]) => [of, count, at] as const);
      return { ...last, delivered: parts.reduce((sum, part) => sum + part.delivered, 0), arrivals: told };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Not every socket got the last change.");
}

/** Some clients stop reading while thousands of changes pass. */
async function stall(ours: Contestant, clients: ChildProcess, sockets: number): Promise<void> {
  await ask<Order, Tally>(clients, { kind: "stall", sockets: stalledSockets });
  const before = memory();
  for (let count = 0; count < stalledChanges; count += 1) {
    sequence += 1;
    await ours.change(sequence);
    await new Promise((resolve) => setTimeout(resolve, 25)); // more than a tick of the feed
  }
  const after = memory();
  const held = Math.max(...Array.from(ours.sockets(), ({ bufferedAmount }) => bufferedAmount));
  console.log(
    `  ${stalledSockets} stalled clients, ${stalledChanges} changes: at most ${held} B waiting for one (target 1 MB); its heap grew by ${((after - before) / 1e6).toFixed(1)} MB in all`,
  );
  await ask<Order, Tally>(clients, { kind: "resume", sockets: stalledSockets });
  const { upToDate } = await settled(clients, sockets);
  console.log(`  reading again: ${upToDate} sockets have the newest state`);
}

function until(atMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, atMs - performance.now())));
}

function cpuUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** After a collection, where the process was started with `--expose-gc`. */
function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function perSocket(before: number, after: number, sockets: number): string {
  return `${((after - before) / sockets / 1e3).toFixed(1)} KB`;
}

async function plantRun(ground: Ground): Promise<string> {
  const { context } = await prepareOurs(ground);
  const id = newId();
  await transaction(context, (tx) => startRun(tx, { ...input, id }));
  await ground.rows("delete from graphile_worker._private_jobs"); // it waits for ever
  await ground.rows("update provisioning_run set sequence = 1 where id = $1", [id]);
  return id;
}

async function openOurs(ground: Ground, id: string): Promise<{ api: Api; ours: Contestant }> {
  const api = await serve(ground, ground.changes);
  const ours: Contestant = {
    name: "Tierline",
    url: `${api.url.replace("http", "ws")}/graphql`,
    async change(next) {
      await ground.rows("update provisioning_run set sequence = $1 where id = $2", [next, id]);
      ground.changes.announce([{ topic: runTopic(id), path: input.path, sequence: next }]);
    },
    sockets: () => api.app.websocketServer.clients,
  };
  return { api, ours };
}

type State = Record<string, unknown>;

/** What ours gives, for the peer to give the same. */
async function firstState(url: string, cookie: string, id: string): Promise<State> {
  const arrived = Promise.withResolvers<string>();
  const socket = await openSocket(url, cookie, arrived.resolve);
  subscribeTo(socket, { query, variables: { id: encodeId("run", id) } });
  const { payload: first } = JSON.parse(await arrived.promise) as { payload: { data: { provisioningRun: State } } };
  socket.terminate();
  return first.data.provisioningRun;
}

const typeDefinitions = `
  type Query { nothing: Int }
  type Subscription { provisioningRun(id: ID!): Run! }
  type Run { id: ID! sequence: Int! state: String! title: String! completedTasks: Int! totalTasks: Int! tasks: [Task!]! }
  type Task { key: String! title: String! state: String! attempt: Int! message: String }`;

/** graphql-ws as its guide sets it up, executing for each socket and event over a plain object; no session, no tiers, no database. */
async function openPeer(state: State): Promise<{ contestant: Contestant; close(): Promise<void> }> {
  const waiting = new Set<(state: State) => void>();
  async function* changes(): AsyncGenerator<{ provisioningRun: State }> {
    let current = state;
    for (;;) {
      yield { provisioningRun: current };
      current = await new Promise<State>((resolve) => waiting.add(resolve));
    }
  }
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  useServer(
    { schema: buildSchema(typeDefinitions), execute, subscribe, roots: { subscription: { provisioningRun: changes } } },
    sockets,
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    contestant: {
      name: "graphql-ws, execute each",
      url: `ws://127.0.0.1:${port}/graphql`,
      async change(next) {
        const current = { ...state, sequence: next };
        const readers = [...waiting];
        waiting.clear();
        for (const read of readers) read(current);
      },
      sockets: () => sockets.clients,
    },
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
