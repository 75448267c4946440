import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { inEnglish } from "../../testkit/in-english.ts";
import type { ConnectorIo } from "../../kernel/connector.ts";
import { Secret, Unknown } from "../../kernel/secret.ts";
import { doingIo, planningIo, testLab, type TestLab } from "../../testkit/lab.ts";
import type { Fault } from "../lab/fault.ts";
import { firstDifference, renderCall } from "../lab/same-calls.ts";
import { definition } from "./definition.ts";
import { endSessions } from "./end-sessions.ts";
import { decodeRequest, encodeAnswer, type Attributes, type Packet } from "./packet.ts";
import type { RadiusSettings } from "./settings.ts";

let lab: TestLab;
let settings: RadiusSettings;
beforeAll(async () => {
  lab = await testLab();
  settings = { ...definition.labSettings(lab.endpoints), timeoutMs: 2_000 };
});
beforeEach(async () => {
  await lab.storage.clearCalls();
  await lab.storage.query("delete from radacct");
});
const servers: Socket[] = [];
afterEach(async () => {
  await lab.faultsOf("radius").set(null);
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => lab.drop());

const breakIt = (fault: Partial<Fault> & Pick<Fault, "kind">): Promise<void> =>
  lab.faultsOf("radius").set({ times: null, delayMs: 50, garbageBytes: 400, ...fault });
const end = (io: ConnectorIo, username: string, more: Partial<RadiusSettings> = {}): Promise<void> =>
  endSessions(io, { ...settings, ...more }, { username });
const recorded = () => lab.storage.calls({ first: 100, after: "0" });
/** By the login's name alone, which is one call. */
const byName = { hasAccounting: false, timeoutMs: 350 };

async function openSession(username: string, session: string, nas = "10.0.0.1"): Promise<void> {
  await lab.storage.query(
    "insert into radacct (acctsessionid, username, nasipaddress, acctstarttime) values ($1, $2, $3, now())",
    [session, username, nas],
  );
}

async function openSessionsOf(username: string): Promise<string[]> {
  const rows = await lab.storage.query<{ id: string }>(
    "select acctsessionid as id from radacct where username = $1 and acctstoptime is null order by 1",
    [username],
  );
  return rows.map(({ id }) => id);
}

test("every session of a login that stands open is ended by its own id, and nobody else's", async () => {
  await openSession("alice", "a1");
  await openSession("alice", "a2", "2001:db8::1");
  await openSession("bob", "b1");
  await end(doingIo("run:task"), "alice");
  expect([await openSessionsOf("alice"), await openSessionsOf("bob")]).toEqual([[], ["b1"]]);
  expect(
    (await recorded()).map(({ method, target, body, effect }) => [method, target, JSON.parse(body), effect]),
  ).toEqual([
    ["SQL", "radacct", expect.objectContaining({ values: ["alice"] }), null],
    ["Disconnect-Request", "alice", { "User-Name": "alice", "Acct-Session-Id": "a2" }, "1 sessions ended"],
    [
      "Disconnect-Request",
      "alice",
      { "User-Name": "alice", "NAS-IP-Address": "10.0.0.1", "Acct-Session-Id": "a1" },
      "1 sessions ended",
    ],
  ]);
});

test("without FreeRADIUS's accounting the login's name stands for all; ended once more, nothing happens", async () => {
  await openSession("alice", "a1");
  await openSession("alice", "a2");
  const io = doingIo("run:task");
  await end(io, "alice", byName);
  await end(io, "alice", byName);
  expect(await openSessionsOf("alice")).toEqual([]);
  expect((await recorded()).map(({ effect }) => effect)).toEqual(["2 sessions ended", null]);
});

test("where no access server is set up nobody is told", async () => {
  await end(doingIo("run:task"), "alice", { nasHost: "" });
  expect(await recorded()).toEqual([]);
});

test("planned calls are the calls made, byte for byte, and planning makes none", async () => {
  const plan = planningIo("‹run›:task");
  await endSessions(plan, settings, { username: new Unknown("username") });
  expect(await recorded()).toEqual([]);
  const io = doingIo("run:task");
  await end(io, "carol");
  expect(firstDifference(plan.calls.map(renderCall), await recorded())).toBeNull();
  expect(firstDifference(io.calls.map(renderCall), await recorded())).toBeNull();
  expect(JSON.stringify([io.calls, await recorded()])).not.toContain(settings.nasSecret.reveal());
});

test("an answer that is lost is given to the same request again, which counts once", async () => {
  await openSession("alice", "a1");
  await breakIt({ kind: "LOSE_ANSWER", times: 1 });
  await end(doingIo("run:task"), "alice", { hasAccounting: false });
  expect(await openSessionsOf("alice")).toEqual([]);
  expect((await recorded()).map(({ effect }) => effect)).toEqual(["1 sessions ended"]);
});

test("slow: waited for", async () => {
  await openSession("alice", "a1");
  await breakIt({ kind: "SLOW" });
  await end(doingIo("run:task"), "alice", { hasAccounting: false });
  expect(await openSessionsOf("alice")).toEqual([]);
});

test.each(["HANG", "REFUSE", "GARBAGE"] as const)(
  "%s: no answer is not known, and counts as one call",
  async (kind) => {
    await openSession("alice", "a1");
    await breakIt({ kind });
    await expect(end(doingIo("run:task"), "alice", byName)).rejects.toMatchObject({
      outcome: "unknown",
      code: "RADIUS_DATABASE_TIMEOUT",
      message: "access server did not answer within 0.35 s: not known whether it was done",
    });
    // What came in may be written down a moment after nobody waits for its answer any more.
    await expect.poll(recorded).toHaveLength(kind === "REFUSE" ? 0 : 1);
    expect(await openSessionsOf("alice")).toEqual(["a1"]);
  },
);

test("another secret is nobody's: silence", async () => {
  const attempt = end(doingIo("run:task"), "alice", { ...byName, nasSecret: new Secret("guess") });
  await expect(attempt).rejects.toMatchObject({ outcome: "unknown" });
  expect(await recorded()).toEqual([]);
});

test("a caller that gives up is not kept waiting", async () => {
  await breakIt({ kind: "HANG" });
  const giveUp = new AbortController();
  const attempt = end(doingIo("run:task", giveUp.signal), "alice", { hasAccounting: false, timeoutMs: 60_000 });
  setTimeout(() => giveUp.abort(), 50);
  await expect(attempt).rejects.toMatchObject({
    outcome: "unknown",
    message: expect.stringContaining("not waited for"),
  });
});

interface OwnServer {
  readonly at: Partial<RadiusSettings>;
  /** What arrived, every datagram. */
  readonly arrived: Packet[];
}

/** An access server that answers each request in turn as it is told; nothing when the list says nothing. */
async function opinionated(answers: readonly (Omit<Packet, "identifier"> | null)[]): Promise<OwnServer> {
  const server = createSocket("udp4");
  servers.push(server);
  const arrived: Packet[] = [];
  const secret = settings.nasSecret.reveal();
  server.on("message", (bytes, { port }) => {
    const request = decodeRequest(bytes, secret);
    if (request === null) return;
    const answer = answers[arrived.length] ?? null;
    arrived.push(request);
    if (answer === null) return;
    server.send(encodeAnswer({ ...answer, identifier: request.identifier }, bytes, secret), port, "127.0.0.1");
  });
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  return { at: { nasHost: "localhost", nasPort: server.address().port }, arrived };
}

const nak = (attributes: Attributes) => ({ name: "Disconnect-NAK", attributes }) as const;
const ack = { name: "Disconnect-ACK", attributes: {} } as const;

test.each([
  ["503", null, ""],
  ["506", "retryable", "Disconnect-NAK 506 Resources Unavailable"],
  ["505", "retryable", "Disconnect-NAK 505 Other Proxy Processing Error"],
  ["501", "permanent", "Disconnect-NAK 501 Administratively Prohibited"],
  ["999", "permanent", "Disconnect-NAK 999"],
])("says no for the cause %s: %s", async (cause, outcome, words) => {
  const { at } = await opinionated([nak({ "Error-Cause": cause })]);
  const attempt = end(doingIo("run:task"), "alice", { ...byName, timeoutMs: 2_000, ...at });
  if (outcome === null) await attempt;
  else {
    const message = `access server refused: ${words}`;
    await expect(attempt).rejects.toMatchObject({ outcome, code: "RADIUS_DATABASE_REFUSED", message });
  }
});

test("says no without a cause: permanent", async () => {
  const { at } = await opinionated([nak({})]);
  await expect(end(doingIo("run:task"), "alice", { ...byName, timeoutMs: 2_000, ...at })).rejects.toMatchObject({
    outcome: "permanent",
  });
});

test("one session that is refused does not keep the others", async () => {
  await openSession("alice", "a1");
  await openSession("alice", "a2");
  const { at, arrived } = await opinionated([nak({ "Error-Cause": "504" }), ack]);
  await expect(end(doingIo("run:task"), "alice", at)).rejects.toMatchObject({
    outcome: "permanent",
    message: expect.stringContaining("504 Session Context Not Removable"),
  });
  expect(arrived.map(({ attributes }) => attributes["Acct-Session-Id"])).toEqual(["a2", "a1"]);
});

test("a datagram that is lost is sent again as it was, three times in all", async () => {
  const patient = await opinionated([null, null, ack]);
  await end(doingIo("run:task"), "alice", { ...byName, ...patient.at, timeoutMs: 1_000 });
  expect(patient.arrived).toHaveLength(3);
  expect(new Set(patient.arrived.map((packet) => JSON.stringify(packet))).size).toBe(1);
});

test("nobody listens, or there is no such host: surely nothing happened", async () => {
  const [server] = [createSocket("udp4")];
  server.bind(0, "127.0.0.1");
  await once(server, "listening");
  const { port: nasPort } = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  for (const at of [{ nasHost: "127.0.0.1", nasPort }, { nasHost: "nas.invalid" }]) {
    await expect(end(doingIo("run:task"), "alice", { hasAccounting: false, ...at })).rejects.toMatchObject({
      outcome: "retryable",
      code: "RADIUS_DATABASE_UNREACHABLE",
      message: "Cannot connect to access server",
    });
  }
});

test("O46: its health tells whether the access server answers, and no session ends by it", async () => {
  await openSession("alice", "a1");
  const probe = async (more: Partial<RadiusSettings> = {}): Promise<unknown> =>
    inEnglish(await definition.probe({ ...settings, ...more }, AbortSignal.timeout(5_000)));
  expect(await probe()).toMatchObject({ state: "OK", message: "The database and the access server answer" });
  expect(await probe({ nasHost: "" })).toMatchObject({ state: "OK", message: "The database answers" });
  expect(await probe({ nasSecret: new Secret("guess"), timeoutMs: 300 })).toMatchObject({
    state: "FAILED",
    message: "access server did not answer within 0.3 s: not known whether it was done",
  });
  expect([await recorded(), await openSessionsOf("alice")]).toEqual([[], ["a1"]]);
});
