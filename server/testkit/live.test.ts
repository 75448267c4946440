import { encodeId, newId } from "@tierline/shared/id.ts";
import { WebSocket } from "ws";
import { afterAll, expect, test } from "vitest";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { givePasswords, liveServer, type LiveSocket } from "./live-server.ts";
import { ids, openShop } from "./shop.ts";

const shop = await openShop();
const { world } = shop;
await givePasswords(world);
const lab = await shop.lab();
const server = await liveServer(world);
const agent = "agent@acme.test";
const cookie = await server.signIn(agent);
afterAll(() => server.close());

const watch = `subscription ($id: ID!) {
  provisioningRun(id: $id) { sequence state completedTasks totalTasks tasks { key state } service { name } }
}`;

interface RunState {
  readonly sequence: number;
  readonly state: string;
  readonly completedTasks: number;
  readonly totalTasks: number;
  readonly tasks: readonly { readonly key: string; readonly state: string }[];
  readonly service: { readonly name: string } | null;
}

const isOver = ({ state }: RunState): boolean => !["QUEUED", "RUNNING", "WAITING"].includes(state);

async function open(): Promise<LiveSocket> {
  const socket = server.socket({ cookie });
  expect(await socket.hello()).toBe(true);
  return socket;
}

async function nextState(socket: LiveSocket): Promise<RunState> {
  const message = await socket.next(({ type }) => type === "next" || type === "error");
  expect(message).toMatchObject({ type: "next", payload: { data: { provisioningRun: {} } } });
  return (message!.payload as { data: { provisioningRun: RunState } }).data.provisioningRun;
}

test(
  "O28: a run watched through fifty broken connections loses no state and repeats none, and ends",
  { timeout: 120_000 },
  async () => {
    lab.faultsOf("ocs").set({ kind: "SLOW", times: null, delayMs: 1_500, garbageBytes: 0 }); // so that there is something to watch
    const { runId } = await shop.orderMobile(agent, "123");
    const id = encodeId("run", runId);
    const seen: RunState[] = [];
    let cuts = 0;
    let starting: Promise<unknown> | null = null;
    while (cuts < 50 || !seen.some(isOver)) {
      const socket = await open();
      socket.subscribe("1", watch, { id });
      const states = [await nextState(socket)];
      // Every connection begins with the whole state as it is; some also see the next before they break.
      if (cuts === 20) starting = shop.engine();
      if (cuts >= 20 && !isOver(states[0]!) && cuts % 2 === 0) states.push(await nextState(socket));
      expect(states.map(({ sequence }) => sequence)).toEqual([...new Set(states.map(({ sequence }) => sequence))]);
      seen.push(...states);
      socket.cut();
      cuts += 1;
    }
    await starting;
    await lab.faultsOf("ocs").set(null);
    const sequences = seen.map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
    // The service is a thing of its own, and may have its new name a moment before its run says so.
    const ofRun = ({ service: _service, ...own }: RunState): string => JSON.stringify(own);
    const bySequence = new Map(seen.map((state) => [state.sequence, ofRun(state)]));
    for (const state of seen) expect(ofRun(state)).toBe(bySequence.get(state.sequence));
    const last = seen.at(-1)!;
    const service = { name: "Mobile - +44 7700 900123" };
    expect(last).toMatchObject({ state: "SUCCEEDED", completedTasks: 6, totalTasks: 6, service });
    expect(last.sequence).toBe((await shop.run(runId)).sequence);
    expect(cuts).toBeGreaterThanOrEqual(50);
  },
);

test("O28: between confirming and the end two HTTP requests are enough, for the run is told over the socket", async () => {
  const reservationIds = await shop.reserve(agent, itemsOfTests.sim124, itemsOfTests.number124);
  const choice = { offeringId: ids.p1, customerId: ids.johnSmith, reservationIds };
  const quoted = await server.post(
    {
      query: "query ($input: OrderQuoteInput!) { orderQuote(input: $input) { fingerprint } }",
      variables: { input: choice },
    },
    { cookie },
  );
  const { fingerprint } = quoted.data!["orderQuote"] as { fingerprint: string };
  let requests = 0;
  server.api.app.server.on("request", () => (requests += 1));
  const socket = await open();
  const placed = await server.post(
    {
      query: "mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { run { id } userErrors { message } } }",
      variables: { input: { ...choice, quoteFingerprint: fingerprint, idempotencyKey: newId() } },
    },
    { cookie },
  );
  const { run } = placed.data!["placeOrder"] as { run: { id: string } };
  socket.subscribe("1", watch, { id: run.id });
  let last = await nextState(socket);
  while (!isOver(last)) last = await nextState(socket);
  expect(last.state).toBe("SUCCEEDED");
  expect(requests).toBeLessThanOrEqual(2);
  socket.cut();
});

test(
  "a stalled socket holds one state while 5,000 changes pass, and a healthy one beside it gets the last",
  { timeout: 120_000 },
  async () => {
    const { runId } = await shop.orderMobile(agent, "125");
    await shop.ended(runId);
    const id = encodeId("run", runId);
    const [stalled, healthy] = [await open(), await open()];
    for (const socket of [stalled, healthy]) {
      socket.subscribe("1", watch, { id });
      await nextState(socket);
    }
    stalled.raw.pause();
    const beside = world.changes.subscriberCount;
    const before = await shop.run(runId);
    const { path } = world.as(agent).viewer;
    for (let index = 1; index <= 5_000; index += 1) {
      const sequence = before.sequence + index;
      if (index % 50 === 0)
        await world.database.rows("update provisioning_run set sequence = $1 where id = $2", [sequence, runId]);
      world.changes.announce([{ topic: `run:${runId}`, path, sequence }]);
    }
    const lastSequence = before.sequence + 5_000;
    let last = await nextState(healthy);
    while (last.sequence < lastSequence) last = await nextState(healthy);
    expect(last.sequence).toBe(lastSequence);
    expect(world.changes.subscriberCount).toBe(beside);
    const buffered = Array.from(server.api.app.websocketServer.clients, (client: WebSocket) => client.bufferedAmount);
    expect(Math.max(...buffered)).toBeLessThan(64_000);
    expect(healthy.messages.length).toBeLessThan(300);
    stalled.raw.resume();
    let late = await nextState(stalled);
    while (late.sequence < lastSequence) late = await nextState(stalled);
    expect(late.sequence).toBe(lastSequence);
    stalled.cut();
    healthy.cut();
  },
);

test("a person has at most twenty sockets at a time", async () => {
  const own = await server.signIn("owner@acme.test");
  const sockets = Array.from({ length: 20 }, () => server.socket({ cookie: own }));
  for (const socket of sockets) expect(await socket.hello()).toBe(true);
  const surplus = server.socket({ cookie: own });
  expect(await surplus.hello()).toBe(false);
  expect(await surplus.closed).toBe(4429);
  for (const socket of sockets) {
    expect(socket.raw.readyState).toBe(WebSocket.OPEN);
    socket.cut();
  }
});

test("another tier's run is refused over the socket in the words of one that never was", async () => {
  const [run] = await world.database.rows<{ id: string }>("select id::text as id from provisioning_run limit 1");
  const beta = server.socket({ cookie: await server.signIn("agent@beta.test") });
  await beta.hello();
  const answers: unknown[] = [];
  for (const id of [encodeId("run", run!.id), encodeId("run", newId()), ids.johnSmith, "garbage"]) {
    beta.subscribe(id, watch, { id });
    const answer = await beta.next((message) => message.id === id && ["next", "error"].includes(message.type));
    const [error] = answer!.payload as { message: string; extensions: { code: string } }[];
    answers.push([answer?.type, error?.message, error?.extensions.code]);
  }
  expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(answers[0]).toEqual(["error", "Nothing with this id exists for you.", "NOT_FOUND"]);
  expect(beta.raw.readyState).toBe(WebSocket.OPEN);
  beta.cut();
});
