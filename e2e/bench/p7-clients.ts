import type { WebSocket } from "ws";
import { answerOrders } from "./processes.ts";
import { openSocket, subscribeTo } from "./socket.ts";

/** What the server's process asks of this one. */
export type Order =
  | {
      readonly kind: "open";
      readonly url: string;
      /** A cookie for each socket. */
      readonly cookies: readonly string[];
      readonly query: string;
      readonly variables: object;
    }
  | { readonly kind: "count" }
  | { readonly kind: "stall" | "resume"; readonly sockets: number };

/** An answer: everybody has the first state, or what came since the last answer. */
export interface Tally {
  readonly delivered: number;
  /** Sockets that have seen the newest state. */
  readonly upToDate: number;
  readonly newest: number;
  /** By sequence: how many got it, and when the last of them did. */
  readonly arrivals: readonly (readonly [sequence: number, count: number, lastAtMs: number])[];
}

const openedAtOnce = 20;
let sockets: WebSocket[] = [];
let sequences: number[] = [];
let arrivals = new Map<number, [count: number, lastAtMs: number]>();

const now = (): number => performance.timeOrigin + performance.now();

/** Resolves with the first state. */
async function open(url: string, cookie: string, payload: object, index: number): Promise<void> {
  const first = Promise.withResolvers<void>();
  const socket = await openSocket(url, cookie, (text) => {
    const [, sequence] = /"sequence":(\d+)/.exec(text) ?? [];
    if (sequence === undefined) return first.reject(new Error(text));
    note(index, Number(sequence));
    first.resolve();
  });
  sockets[index] = socket;
  subscribeTo(socket, payload);
  await first.promise;
}

function note(index: number, sequence: number): void {
  sequences[index] = sequence;
  const arrival = arrivals.get(sequence) ?? [0, 0];
  arrival[0] += 1;
  arrival[1] = now();
  arrivals.set(sequence, arrival);
}

async function openAll({ url, cookies, query, variables }: Extract<Order, { kind: "open" }>): Promise<void> {
  for (const socket of sockets)
    socket
      .removeAllListeners()
      .on("error", () => undefined)
      .terminate();
  [sockets, sequences] = [[], []];
  for (let from = 0; from < cookies.length; from += openedAtOnce) {
    const some = cookies.slice(from, from + openedAtOnce);
    await Promise.all(some.map((cookie, at) => open(url, cookie, { query, variables }, from + at)));
  }
  arrivals = new Map();
}

function tally(): Tally {
  const newest = Math.max(...sequences);
  const told = [...arrivals].map(([sequence, [count, lastAtMs]]) => [sequence, count, lastAtMs] as const);
  arrivals = new Map();
  return {
    delivered: told.reduce((sum, [, count]) => sum + count, 0),
    upToDate: sequences.filter((sequence) => sequence === newest).length,
    newest,
    arrivals: told,
  };
}

answerOrders(obey);

async function obey(order: Order): Promise<Tally> {
  if (order.kind === "open") await openAll(order);
  else if (order.kind !== "count") {
    for (const socket of sockets.slice(0, order.sockets)) {
      if (order.kind === "stall") socket.pause();
      else socket.resume();
    }
  }
  return tally();
}
