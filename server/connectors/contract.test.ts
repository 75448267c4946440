import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inEnglish } from "../testkit/in-english.ts";
import type { ConnectorIo } from "../kernel/connector.ts";
import { Secret, Unknown } from "../kernel/secret.ts";
import { doingIo, planningIo, testLab, type TestLab } from "../testkit/lab.ts";
import type { ConnectorDefinition } from "./definition.ts";
import { findHttp, removeHttp, sendHttp, verifyHttp } from "./http/call.ts";
import { definition as http } from "./http/definition.ts";
import { firstDifference, renderCall } from "./lab/same-calls.ts";
import type { LabCall } from "./lab/storage.ts";
import type { Fault } from "./lab/fault.ts";
import type { ElementKey } from "./lab/start-lab.ts";
import { definition as mail } from "./mail/definition.ts";
import { sendMail } from "./mail/send-mail.ts";
import { createAccount, removeAccount, verifyAccount } from "./ocs/account.ts";
import { removeBalance, setBalance, verifyBalance } from "./ocs/balance.ts";
import { definition as ocs } from "./ocs/definition.ts";
import { definition as radius } from "./radius/definition.ts";
import {
  admitLogin,
  blockLogin,
  hasLogin,
  isRateLimit,
  putLogin,
  rateLimitReplies,
  readLogin,
  removeLogin,
  setRateLimits,
  verifyLogin,
} from "./radius/login.ts";
import { attach, detach, verifyAttached } from "./register/subscriber.ts";
import { definition as register } from "./register/definition.ts";
import { putCallLimit, readCallLimit, removeCallLimit } from "./sip/call-limit.ts";
import { definition as sip } from "./sip/definition.ts";
import { putSubscriber, removeSubscriber, verifySubscriber } from "./sip/subscriber.ts";
import type { Text } from "./text.ts";
import { createWebexCustomer, findWebexCustomer, removeWebexCustomer } from "./webex/customer.ts";
import { definition as webex } from "./webex/definition.ts";
import { createWebexSubscriber, findWebexSubscriber, removeWebexSubscriber } from "./webex/subscriber.ts";

/** One deed of a connector, as a task would use it; `name` is what it is about and different in every test. */
interface Deed {
  readonly title: string;
  readonly element: ElementKey;
  readonly code: string;
  /** What comes before, in an ordinary run by another task. */
  prepare?(io: ConnectorIo, timeoutMs: number, name: string): Promise<unknown>;
  act(io: ConnectorIo, timeoutMs: number, name: Text, password: Secret | Unknown): Promise<unknown>;
  /** Absent where the target cannot be asked. */
  verify?(io: ConnectorIo, timeoutMs: number, name: string, password: Secret): Promise<boolean>;
  undo?(io: ConnectorIo, timeoutMs: number, name: string): Promise<unknown>;
}

let lab: TestLab;
beforeAll(async () => {
  lab = await testLab();
});
afterAll(() => lab.drop());

function of<Settings extends object>(definition: ConnectorDefinition<Settings>, timeoutMs: number): Settings {
  return { ...definition.labSettings(lab.endpoints), timeoutMs };
}

const webexCustomer = (externalId: Text) => ({
  provisioningId: "prov-1",
  externalId,
  packages: ["webex_meetings"],
  address: { line1: "1 Way", city: "London", zip: "SW1A 1AA", country: "GB" },
  name: "Johnson Enterprises",
  primaryEmail: "jane@je.example",
});

const deeds: readonly Deed[] = [
  {
    title: "ocs: account",
    element: "ocs",
    code: "OCS",
    act: (io, ms, account) => createAccount(io, of(ocs, ms), { account, iccid: "8944000000000000017" }),
    verify: (io, ms, account) => verifyAccount(io, of(ocs, ms), { account }),
    undo: (io, ms, account) => removeAccount(io, of(ocs, ms), { account }),
  },
  {
    title: "ocs: top-up",
    element: "ocs",
    code: "OCS",
    prepare: (io, ms, account) => createAccount(io, of(ocs, ms), { account }),
    act: (io, ms, account) => setBalance(io, of(ocs, ms), { account, type: "*data", value: 5e9 }),
    verify: (io, ms, account) => verifyBalance(io, of(ocs, ms), { account, type: "*data" }),
    undo: (io, ms, account) => removeBalance(io, of(ocs, ms), { account, type: "*data" }),
  },
  {
    title: "register: attach",
    element: "register",
    code: "REGISTER",
    act: (io, ms, subscriber) =>
      attach(io, of(register, ms), { subscriber, fields: { msisdn: "+441234567890", iccid: subscriber } }),
    verify: (io, ms, subscriber) => verifyAttached(io, of(register, ms), { subscriber }),
    undo: (io, ms, subscriber) => detach(io, of(register, ms), { subscriber }),
  },
  {
    title: "http: put",
    element: "http",
    code: "HTTP",
    act: (io, ms, box) =>
      sendHttp(io, of(http, ms), { method: "PUT", path: "/boxes/{{box}}", body: { box: "{{box}}" }, values: { box } }),
    verify: (io, ms, box) => verifyHttp(io, of(http, ms), { path: "/boxes/{{box}}", values: { box } }),
    undo: (io, ms, box) => removeHttp(io, of(http, ms), { path: "/boxes/{{box}}", values: { box } }),
  },
  {
    title: "webex: customer",
    element: "webex",
    code: "WEBEX",
    act: (io, ms, externalId) => createWebexCustomer(io, of(webex, ms), webexCustomer(externalId)),
    verify: async (io, ms, externalId) => (await findWebexCustomer(io, of(webex, ms), { externalId })) !== null,
    undo: (io, ms, externalId) => removeWebexCustomer(io, of(webex, ms), { externalId }),
  },
  {
    title: "webex: subscriber",
    element: "webex",
    code: "WEBEX",
    act: (io, ms, customerId) =>
      createWebexSubscriber(io, of(webex, ms), { customerId, email: "jo@je.example", package: "webex_meetings" }),
    verify: async (io, ms, customerId) =>
      (await findWebexSubscriber(io, of(webex, ms), { customerId, email: "jo@je.example" })) !== null,
    undo: (io, ms, customerId) => removeWebexSubscriber(io, of(webex, ms), { customerId, email: "jo@je.example" }),
  },
  {
    title: "sip: subscriber",
    element: "sip",
    code: "SIP_DATABASE",
    act: (io, ms, username, password) => putSubscriber(io, of(sip, ms), { username, password }),
    verify: (io, ms, username, password) => verifySubscriber(io, of(sip, ms), { username, password }),
    undo: (io, ms, username) => removeSubscriber(io, of(sip, ms), { username }),
  },
  {
    title: "sip: calls at a time",
    element: "sip",
    code: "SIP_DATABASE",
    act: (io, ms, username) => putCallLimit(io, of(sip, ms), { username, calls: 10 }),
    verify: async (io, ms, username) => (await readCallLimit(io, of(sip, ms), { username })) === 10,
    undo: (io, ms, username) => removeCallLimit(io, of(sip, ms), { username }),
  },
  {
    title: "radius: login",
    element: "radius",
    code: "RADIUS_DATABASE",
    act: (io, ms, username, password) =>
      putLogin(io, of(radius, ms), { username, password, replies: rateLimitReplies(100e6, 20e6) }),
    verify: (io, ms, username, password) => verifyLogin(io, of(radius, ms), { username, password }),
    undo: (io, ms, username) => removeLogin(io, of(radius, ms), { username }),
  },
  {
    title: "radius: rate limits",
    element: "radius",
    code: "RADIUS_DATABASE",
    act: (io, ms, username) => setRateLimits(io, of(radius, ms), { username, replies: rateLimitReplies(500e6, 100e6) }),
    verify: async (io, ms, username) =>
      (await readLogin(io, of(radius, ms), { username })).replies.filter(isRateLimit).length === 2,
    undo: (io, ms, username) => setRateLimits(io, of(radius, ms), { username, replies: [] }),
  },
  {
    title: "radius: a login that is refused",
    element: "radius",
    code: "RADIUS_DATABASE",
    act: (io, ms, username) => blockLogin(io, of(radius, ms), { username }),
    verify: (io, ms, username) => hasLogin(io, of(radius, ms), { username }), // of nothing else
    undo: (io, ms, username) => admitLogin(io, of(radius, ms), { username }),
  },
  {
    title: "mail: welcome",
    element: "mail",
    code: "MAIL",
    act: (io, ms, name) =>
      sendMail(io, of(mail, ms), {
        to: `${name}@example.test`,
        subject: `Bienvenue, José – your number is ready, and this subject is long enough to be folded ${name}`,
        text: `Bonjour José,\n\nvotre forfait « Illimité » est prêt.\n.\nA line that starts with a dot, and ${"long ".repeat(30)}\n`,
      }),
  },
];

const password = new Secret("pässword-of-the-test");
const patientMs = 5_000;
const impatientMs = 250;
const names: string[] = [];
function freshName(): string {
  const name = `n${names.length}x${crypto.randomUUID().slice(0, 8)}`;
  names.push(name);
  return name;
}

/** Oldest first. What an earlier test gave up waiting for may reach the lab only now: that is left out. */
async function callsOfLast(): Promise<LabCall[]> {
  const earlier = names.slice(0, -1);
  const calls = await lab.storage.calls({ first: 100, after: "0" });
  return calls.filter(({ target, body }) => !earlier.some((name) => target.includes(name) || body.includes(name)));
}

async function effectsOf(name: string): Promise<number> {
  const rows = await lab.storage.query("select id from lab_call where effect is not null and body like $1", [
    `%${name}%`,
  ]);
  return rows.length;
}

async function prepare(deed: Deed): Promise<{ name: string; io: ReturnType<typeof doingIo> }> {
  const name = freshName();
  await deed.prepare?.(doingIo(`run_${name}:prepare`), patientMs, name);
  await lab.storage.clearCalls();
  return { name, io: doingIo(`run_${name}:task`) };
}

/** Whether it happened: by asking as the engine would, or, where nobody can be asked, by looking into the lab. */
async function askWhether(deed: Deed, io: ConnectorIo, name: string): Promise<boolean> {
  if (deed.verify !== undefined) return deed.verify(io, patientMs, name, password);
  return (await effectsOf(name)) > 0;
}

describe.each(deeds)("$title", (deed) => {
  const heal = (): Promise<void> => lab.faultsOf(deed.element).set(null);
  const fault = (over: Partial<Fault> & Pick<Fault, "kind">): Promise<void> =>
    lab.faultsOf(deed.element).set({ times: null, delayMs: 50, garbageBytes: 400, ...over });
  const act = (io: ConnectorIo, name: string, ms = patientMs): Promise<unknown> => deed.act(io, ms, name, password);

  const prepared = () => prepare(deed);
  const happened = (io: ConnectorIo, name: string): Promise<boolean> => askWhether(deed, io, name);

  beforeEach(heal);
  afterAll(heal);

  test("twice with one key has one effect", async () => {
    const { name, io } = await prepared();
    await act(io, name);
    const once = await effectsOf(name);
    await act(io, name);
    expect(await effectsOf(name)).toBe(once);
    expect(once).toBeGreaterThan(0);
    expect(await happened(io, name)).toBe(true);
  });

  test("two at the same moment have the effect of one", async () => {
    const { name, io } = await prepared();
    const ends = await Promise.allSettled([act(io, name), act(io, name)]);
    // Of two serializable statements one may be told to try again; never are both refused.
    expect(ends.some((end) => end.status === "fulfilled")).toBe(true);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ outcome: "retryable" });
    const rows = await stateRows(deed.element, name);
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(0);
  });

  test("refused: retryable, nothing happened, and it works when the element is back", async () => {
    const { name, io } = await prepared();
    await fault({ kind: "REFUSE" });
    await expect(act(io, name)).rejects.toMatchObject({
      outcome: "retryable",
      code: `${deed.code}_UNREACHABLE`,
      message: expect.stringMatching(/^Cannot connect to /),
    });
    await heal();
    expect(await happened(io, name)).toBe(false);
    await act(io, name);
    expect(await happened(io, name)).toBe(true);
  });

  test("slow: waited for", async () => {
    const { name, io } = await prepared();
    await fault({ kind: "SLOW" });
    await act(io, name);
    await heal();
    expect(await happened(io, name)).toBe(true);
  });

  test("no answer: unknown, and asking says no", async () => {
    const { name, io } = await prepared();
    await fault({ kind: "HANG" });
    const refusal = { outcome: "unknown", code: `${deed.code}_TIMEOUT` };
    await expect(act(io, name, impatientMs)).rejects.toMatchObject(refusal);
    await heal();
    expect(await happened(io, name)).toBe(false);
  });

  test("the answer lost: unknown, asking says yes, and the repetition adds nothing", async () => {
    const { name, io } = await prepared();
    await fault({ kind: "LOSE_ANSWER", times: 1 });
    const refusal = { outcome: "unknown", code: `${deed.code}_TIMEOUT` };
    await expect(act(io, name)).rejects.toMatchObject(refusal);
    if (deed.element !== "radius") expect(await happened(io, name)).toBe(true);
    const before = await effectsOf(name);
    await act(io, name);
    // RADIUS is several statements: the first one's answer was lost, the others are still to come.
    if (deed.element !== "radius") expect(await effectsOf(name)).toBe(before);
    expect(await happened(io, name)).toBe(true);
  });

  test("garbage: permanent, with a line that says so and does not repeat it", async () => {
    const { name, io } = await prepared();
    await fault({ kind: "GARBAGE" });
    const failure = await act(io, name).catch((error: unknown) => error);
    expect(failure).toMatchObject({ outcome: "permanent", code: `${deed.code}_GARBAGE` });
    expect(String(failure)).not.toContain("It works!");
  });

  test("50 MB: cut off, permanent", async () => {
    const { name, io } = await prepared();
    await fault({ kind: "GARBAGE", garbageBytes: 50_000_000 });
    const failure = await act(io, name).catch((error: unknown) => error);
    expect(failure).toMatchObject({ outcome: "permanent" });
    // A stream that is recognised as garbage by its first bytes need not be read until it is too long.
    expect(["ANSWER_TOO_LARGE", `${deed.code}_GARBAGE`]).toContain((failure as { code: string }).code);
  });

  test("a caller that gives up is not kept waiting", async () => {
    const { name } = await prepared();
    await fault({ kind: "HANG" });
    const giveUp = new AbortController();
    const attempt = act(doingIo(`run_${name}:task`, giveUp.signal), name);
    const caught = attempt.catch((error: unknown) => error);
    setTimeout(() => giveUp.abort(), 50);
    expect(await caught).toMatchObject({ code: expect.stringMatching(/_(TIMEOUT|UNREACHABLE)$/) });
  });

  test("planned calls are the calls made, byte for byte, and planning makes none", async () => {
    const { name, io } = await prepared();
    const plan = planningIo("‹run›:task");
    await deed.act(plan, patientMs, new Unknown("name"), new Unknown("password"));
    expect(await callsOfLast()).toEqual([]);
    await act(io, name);
    const recorded = await callsOfLast();
    expect(firstDifference(plan.calls.map(renderCall), recorded)).toBeNull();
    expect(firstDifference(io.calls.map(renderCall), recorded)).toBeNull();
  });

  test("no secret is written down, neither here nor in the lab", async () => {
    const { name, io } = await prepared();
    await act(io, name);
    const seen = JSON.stringify([io.calls, await lab.storage.calls({ first: 100 })]);
    expect(seen).not.toContain(password.reveal());
  });

  test("O46: its health tells whether it answers", async () => {
    const definition = [ocs, register, http, webex, sip, radius, mail].find((each) => each.key === deed.element);
    if (definition === undefined) throw new Error(`No definition of ${deed.element}.`);
    const probe = async (): Promise<unknown> =>
      inEnglish(
        await (definition as ConnectorDefinition<object>).probe(
          definition.labSettings(lab.endpoints),
          AbortSignal.timeout(5_000),
        ),
      );
    await lab.storage.clearCalls();
    expect(await probe()).toMatchObject({ state: "OK" });
    expect(await callsOfLast()).toEqual([]);
    await fault({ kind: "REFUSE" });
    expect(await probe()).toMatchObject({ state: "FAILED", message: expect.stringMatching(/^Cannot connect to /) });
  });
});

describe.each(deeds.filter((deed) => deed.undo !== undefined))("$title", (deed) => {
  test("undo takes it back, and tolerates that there is nothing", async () => {
    const { name, io } = await prepare(deed);
    await deed.undo?.(io, patientMs, name);
    await deed.act(io, patientMs, name, password);
    expect(await askWhether(deed, io, name)).toBe(true);
    await deed.undo?.(io, patientMs, name);
    expect(await askWhether(deed, io, name)).toBe(false);
    await deed.undo?.(io, patientMs, name);
    expect(await askWhether(deed, io, name)).toBe(false);
  });
});

/** What the element keeps about a name, one text a row. */
async function stateRows(element: string, name: string): Promise<string[]> {
  const tables: Record<string, string> = {
    ocs: "select id as key from lab_ocs_account where id like $1",
    register: "select path as key from lab_resource where path like $1",
    http: "select path as key from lab_resource where path like $1",
    webex: "select path as key from lab_resource where path like $1",
    mail: "select message_id as key from lab_mail where message_id like $1",
    sip: "select username as key from subscriber where username like $1 union all select username || ' ' || attribute from usr_preferences where username like $1",
    radius:
      "select username || attribute as key from (select * from radcheck union all select * from radreply) where username like $1",
  };
  const rows = await lab.storage.query<{ key: string }>(tables[element] ?? "", [`%${name}%`]);
  return rows.map((row) => row.key);
}

test("http: findHttp answers what was put", async () => {
  const name = freshName();
  const io = doingIo(`run_${name}:task`);
  expect(await findHttp(io, of(http, patientMs), { path: `/boxes/${name}` })).toBeNull();
  await sendHttp(io, of(http, patientMs), { method: "PUT", path: `/boxes/${name}`, body: { channels: 120 } });
  expect(await findHttp(io, of(http, patientMs), { path: `/boxes/${name}` })).toEqual({
    status: 200,
    body: { channels: 120 },
  });
});
