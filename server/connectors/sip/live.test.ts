import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Secret } from "../../kernel/secret.ts";
import { doingIo, planningIo, testLab, type TestLab } from "../../testkit/lab.ts";
import { putCallLimit, readCallLimit } from "./call-limit.ts";
import { definition } from "./definition.ts";
import { ha1Of } from "./ha1.ts";
import type { SipSettings } from "./settings.ts";
import { countContacts, putSubscriber, removeSubscriber } from "./subscriber.ts";

interface Asked {
  readonly method: string;
  readonly params: readonly unknown[];
}

let lab: TestLab;
let kamailio: Server;
let asked: Asked[] = [];
let answers: Record<string, object> = {};
let settings: SipSettings;
beforeAll(async () => {
  lab = await testLab();
  kamailio = createServer(async (incoming, outgoing) => {
    let text = "";
    for await (const chunk of incoming as AsyncIterable<Buffer>) text += chunk.toString();
    const { method, params } = JSON.parse(text) as Asked;
    asked.push({ method, params });
    const answer = answers[method] ?? { result: {} };
    outgoing.writeHead("error" in answer ? 500 : 200, { "content-type": "application/json" });
    outgoing.end(JSON.stringify({ jsonrpc: "2.0", ...answer, id: 1 }));
  });
  await new Promise<void>((resolve) => kamailio.listen(0, "127.0.0.1", resolve));
  settings = {
    ...definition.labSettings(lab.endpoints),
    rpcUrl: `http://127.0.0.1:${(kamailio.address() as AddressInfo).port}/RPC`,
  };
});
beforeEach(() => {
  asked = [];
  answers = {};
});
afterAll(async () => {
  kamailio.close();
  await lab.drop();
});

const dialog = (h_id: number, from: string, to: string) => ({ h_entry: 7, h_id, from_uri: from, to_uri: to });

test("a removed phone is taken off the air and its calls end, others' go on", async () => {
  await putSubscriber(doingIo("x"), settings, { username: "alice", password: new Secret("p") });
  answers = {
    "dlg.list": {
      result: [
        dialog(1, "sip:alice@sip.lab.test", "sip:bob@sip.lab.test"),
        dialog(2, "sip:bob@sip.lab.test", "sip:alice@SIP.lab.test;user=phone"),
        dialog(3, "sip:malice@sip.lab.test", "sip:alice2@sip.lab.test"),
        dialog(4, "sip:alice@other.test", "sip:bob@sip.lab.test"),
        dialog(5, "sip:alice@sip.lab.test:5060", "sip:bob@sip.lab.test"),
      ],
    },
  };
  await removeSubscriber(doingIo("x"), settings, { username: "alice" });
  expect(asked).toEqual([
    { method: "ul.rm", params: ["location", "alice"] },
    { method: "dlg.list", params: [] },
    { method: "dlg.end_dlg", params: [7, 1] },
    { method: "dlg.end_dlg", params: [7, 2] },
    { method: "dlg.end_dlg", params: [7, 5] },
  ]);
});

test("where contacts are kept with their domain, they are removed with it", async () => {
  await removeSubscriber(doingIo("x"), { ...settings, hasDomainInContacts: true }, { username: "alice" });
  expect(asked[0]).toEqual({ method: "ul.rm", params: ["location", "alice@sip.lab.test"] });
});

test("no contact, no dialogs, a call that ended meanwhile: all of it is fine", async () => {
  answers = {
    "ul.rm": { error: { code: 404, message: "AOR not found" } },
    "dlg.list": { result: [dialog(1, "sip:alice@sip.lab.test", "sip:bob@sip.lab.test")] },
    "dlg.end_dlg": { error: { code: 404, message: "Dialog not found" } },
  };
  await removeSubscriber(doingIo("x"), settings, { username: "alice" });
  expect(asked.map((each) => each.method)).toEqual(["ul.rm", "dlg.list", "dlg.end_dlg"]);
});

test("an error of Kamailio's is retryable, an answer that makes no sense is garbage", async () => {
  const remove = (): Promise<void> => removeSubscriber(doingIo("x"), settings, { username: "alice" });
  answers = { "ul.rm": { error: { code: 500, message: "Internal error" } } };
  await expect(remove()).rejects.toMatchObject({ outcome: "retryable", code: "SIP_DATABASE_REFUSED" });
  answers = { "dlg.list": { result: "none" } };
  await expect(remove()).rejects.toMatchObject({ outcome: "permanent", code: "SIP_DATABASE_GARBAGE" });
});

test("without Kamailio's JSON-RPC the row of the contact goes", async () => {
  await lab.storage.query(
    "insert into location (ruid, username, domain, contact) values ('1', 'carol', null, 'sip:a'), ('2', 'carol', 'sip.lab.test', 'sip:b'), ('3', 'carol', 'other.test', 'sip:c')",
  );
  const bare = { ...settings, rpcUrl: "" };
  expect(await countContacts(doingIo("x"), bare, { username: "carol" })).toBe(2);
  await removeSubscriber(doingIo("x"), bare, { username: "carol" });
  expect(await countContacts(doingIo("x"), bare, { username: "carol" })).toBe(0);
  expect(await lab.storage.query("select ruid from location where username = 'carol'")).toEqual([{ ruid: "3" }]);
  expect(asked).toEqual([]);
});

test("a plan of a removal shows what is sure to be asked", async () => {
  const io = planningIo("‹run›:remove");
  await removeSubscriber(io, settings, { username: "alice" });
  expect(io.calls.map((call) => `${call.method} ${call.target}`)).toEqual([
    "SQL subscriber",
    "ul.rm /RPC",
    "dlg.list /RPC",
    "SQL usr_preferences",
  ]);
});

test("ha1 is the digest of RFC 2617's own example, and the password stands nowhere", async () => {
  const ha1 = ha1Of("Mufasa", "testrealm@host.com", new Secret("Circle Of Life"));
  expect((ha1 as Secret).reveal()).toBe("939e7578ed9e3c518a452acee763bce9");
  await putSubscriber(doingIo("x"), settings, { username: "dave", password: new Secret("Circle Of Life") });
  const rows = await lab.storage.query("select * from subscriber where username = 'dave'");
  expect(JSON.stringify(rows)).not.toContain("Circle Of Life");
  expect(rows).toMatchObject([{ password: "", domain: "sip.lab.test" }]);
});

test("how many calls a phone may have at a time is one number under its name, and goes with the phone", async () => {
  const erin = { username: "erin" };
  const kept = () =>
    lab.storage.query("select domain, attribute, type, value from usr_preferences where username = 'erin'");
  await putCallLimit(doingIo("x"), settings, { ...erin, calls: 2 });
  await putCallLimit(doingIo("y"), settings, { ...erin, calls: 10 });
  expect(await kept()).toEqual([{ domain: "sip.lab.test", attribute: "max_calls", type: 1, value: "10" }]);
  expect(await readCallLimit(doingIo("x"), settings, erin)).toBe(10);
  await putCallLimit(doingIo("z"), settings, { ...erin, calls: null });
  expect(await kept()).toEqual([]);
  expect(await readCallLimit(doingIo("x"), settings, erin)).toBeNull();
  await putCallLimit(doingIo("x"), settings, { ...erin, calls: 3 });
  await removeSubscriber(doingIo("x"), settings, erin);
  expect(await kept()).toEqual([]);
});

test("where Kamailio keeps no limits of calls none is written, looked for or silently left out", async () => {
  const bare = { ...settings, callLimitAttribute: "", rpcUrl: "" };
  const io = doingIo("x");
  await putCallLimit(io, bare, { username: "frank", calls: null });
  expect(await readCallLimit(io, bare, { username: "frank" })).toBeNull();
  expect(io.calls).toEqual([]);
  await expect(putCallLimit(io, bare, { username: "frank", calls: 2 })).rejects.toMatchObject({
    outcome: "permanent",
    code: "SIP_DATABASE_REFUSED",
  });
});
