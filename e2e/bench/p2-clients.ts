import { answerOrders } from "./processes.ts";
import { openSocket, subscribeTo } from "./socket.ts";

/** What the server's process asks of this one. */
export type Order =
  | {
      readonly kind: "open";
      readonly address: string;
      readonly query: string;
      readonly panels: readonly { readonly cookie: string; readonly run: string }[];
    }
  | {
      readonly kind: "sell";
      readonly address: string;
      readonly query: string;
      readonly cookie: string;
      readonly choice: object;
      readonly count: number;
    };

/** Milliseconds from the request that confirms. */
export interface Sold {
  /** Until its answer is there. */
  readonly answeredMs: number;
  /** Until the panel has a task that is no longer pending. */
  readonly shownMs: number;
}

const openedAtOnce = 20;

async function open({ address, query, panels }: Extract<Order, { kind: "open" }>): Promise<number> {
  const url = socketUrl(address);
  for (let from = 0; from < panels.length; from += openedAtOnce) {
    const some = panels.slice(from, from + openedAtOnce);
    await Promise.all(
      some.map(async ({ cookie, run }) => {
        const first = Promise.withResolvers<string>();
        const socket = await openSocket(url, cookie, first.resolve);
        subscribeTo(socket, { query, variables: { id: run } });
        runIn(await first.promise);
      }),
    );
  }
  return panels.length;
}

/** One after another: quoted, confirmed, watched until the run ends. */
async function sell(order: Extract<Order, { kind: "sell" }>): Promise<Sold[]> {
  const sold: Sold[] = [];
  for (let count = 0; count < order.count; count += 1) sold.push(await sellOne(order));
  return sold;
}

const quote = `query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint checks { state message } } }`;
const confirm = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { run { id } userErrors { message } } }`;

async function sellOne({ address, query, cookie, choice }: Extract<Order, { kind: "sell" }>): Promise<Sold> {
  const quoted = await post(address, cookie, quote, { input: choice });
  const { fingerprint } = quoted["orderQuote"] as { fingerprint: string };
  const [shown, ended] = [Promise.withResolvers<number>(), Promise.withResolvers<void>()];
  const socket = await openSocket(socketUrl(address), cookie, (text) => {
    if (text.includes('"type":"ping"')) return;
    const run = runIn(text);
    if (run.tasks.some(({ state }) => state !== "PENDING")) shown.resolve(performance.now());
    if (!["QUEUED", "RUNNING", "WAITING"].includes(run.state)) ended.resolve();
  });
  const startMs = performance.now();
  const input = { ...choice, quoteFingerprint: fingerprint, idempotencyKey: crypto.randomUUID() };
  const answer = await post(address, cookie, confirm, { input });
  const answeredMs = performance.now() - startMs;
  const { run, userErrors } = answer["placeOrder"] as { run: { id: string } | null; userErrors: unknown[] };
  if (run === null) throw new Error(JSON.stringify(userErrors));
  subscribeTo(socket, { query, variables: { id: run.id } });
  const shownMs = (await shown.promise) - startMs;
  await ended.promise;
  socket.terminate();
  return { answeredMs, shownMs };
}

async function post(address: string, cookie: string, query: string, variables: object) {
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Record<string, unknown>; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

interface Run {
  readonly state: string;
  readonly tasks: readonly { readonly state: string }[];
}

function runIn(text: string): Run {
  const { payload } = JSON.parse(text) as { payload?: { data?: { provisioningRun: Run } } };
  if (payload?.data === undefined) throw new Error(text);
  return payload.data.provisioningRun;
}

function socketUrl(address: string): string {
  return `${address.replace("http", "ws")}/graphql`;
}

answerOrders((order: Order) => (order.kind === "open" ? open(order) : sell(order)));
