import { callIntakeBytesMax } from "@tierline/shared/limits.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { plantService } from "../testkit/plant-service.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
beforeEach(() => world.clock.advance({ minutes: 5 })); // every allowance is whole again

const { johnSmith, johnnyBeta } = customersOfTests;
const smith = encodeId("cus", johnSmith.id);
const key = { authorization: "" };
let account = "";

interface Line {
  readonly line: number;
  readonly key: string | null;
  readonly outcome: string;
  readonly id: string | null;
  readonly problem: string | null;
  readonly withoutPrice: string | null;
}
interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  readonly recorded: number;
  readonly repeated: number;
  readonly refused: number;
  readonly lines: readonly Line[];
}

async function send(
  body: string,
  more: { query?: string; headers?: Record<string, string>; type?: string } = {},
): Promise<Answer> {
  const response = await fetch(`${server.api.url}/calls${more.query ?? ""}`, {
    method: "POST",
    headers: { "content-type": more.type ?? "application/x-ndjson", ...key, ...more.headers },
    body,
  });
  const answer = (await response.json().catch(() => ({}))) as Omit<Answer, "status">;
  return { status: response.status, ...answer };
}

const told = (more: object = {}) => ({
  key: newId(),
  line: account,
  caller: "+447700900100",
  called: "+1 212 555 0100",
  startedAt: "2026-11-21T12:01:00Z",
  answeredAt: "2026-11-21T12:01:04Z",
  endedAt: "2026-11-21T12:02:05Z",
  ...more,
});
const json = (...calls: object[]) => calls.map((call) => JSON.stringify(call)).join("\n");

const owed = async () => {
  const [row] = await world.database.rows<{ sum: string }>(
    `select coalesce(sum(balance_micros), 0)::text as sum from ledger_balance b join ledger_account a on a.id = b.account_id
     where a.kind = 'BILLING' and a.path = $1`,
    [pathOf(johnSmith)],
  );
  return -Number(row?.sum) / 1e6;
};

beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  const [line] = await world.database.rows<{ account: string }>("select account from service where id = $1", [
    await plantService(world, johnSmith),
  ]);
  account = line!.account; // just planted
  await plantDeck(world, "nord", [
    ["1", "USA", "0.01", "6/6"],
    ["44", "UK", "0.1", "60/60", "0", "FIXED"],
  ]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
  const source = `mutation ($input: CreateApiClientInput!) { createApiClient(input: $input) { token userErrors { code } } }`;
  const input = { idempotencyKey: newId(), name: "Switch", scopes: ["billing_write"] };
  const { data } = await world.graphql("owner@acme.test", source, { input });
  key.authorization = `Bearer ${(data as { createApiClient: { token: string } }).createApiClient.token}`;
});

test("V3, U13: a program hands a call in with its key, it is charged, and handed in again it is told and not charged again", async () => {
  const call = told();
  const first = await send(json(call));
  expect(first).toMatchObject({
    status: 200,
    recorded: 1,
    lines: [{ line: 1, outcome: "RECORDED", withoutPrice: null }],
  });
  expect(await owed()).toBe(0.024);
  const again = await send(json(call));
  expect(again).toMatchObject({ recorded: 0, repeated: 1, lines: [{ outcome: "REPEATED", id: first.lines[0]!.id }] });
  const other = await send(json({ ...call, endedAt: "2026-11-21T12:09:05Z" }));
  expect(other).toMatchObject({
    refused: 1,
    lines: [{ outcome: "REFUSED", id: null, problem: expect.stringContaining("Another call") }],
  });
  expect(await owed()).toBe(0.024);
});

test("the same file as CSV, each line with its own answer, in the reader's language", async () => {
  const before = await owed();
  const file = [
    "key,line,customer,direction,caller,called,startedAt,endedAt,seconds,state",
    `c1,${account},,OUT,+447700900100,020 7946 0958,2026-11-21T12:01:00Z,,60,ANSWERED`,
    `c2,,${smith},,+447700900100,+12125550100,2026-11-21T12:01:00+01:00,,,NO_ANSWER`,
    "c3,beta-1,,OUT,+447700900100,+12125550100,2026-11-21T12:01:00Z,,60,",
    `c4,${account},,OUT,+447700900100,12,2026-11-21T12:01:00Z,,60,`,
    `c5,${account},,OUT,+447700900100,+12125550100,yesterday,,60,`,
    `c6,${account},,OUT,+447700900100,+33123456789,2026-11-21T12:01:00Z,,60,`,
    `c7,${account},,OUT,+447700900100,+12125550100,2026-11-23T12:01:00Z,,60,`,
    `c8,${account},,OUT,+447700900100,+12125550100,2025-11-23T12:01:00Z,,60,`,
    `c9,,${encodeId("cus", johnnyBeta.id)},OUT,+447700900100,+12125550100,2026-11-21T12:01:00Z,,60,`,
    "c10,,,OUT,+447700900100,+12125550100,2026-11-21T12:01:00Z,,60,",
  ].join("\n");
  const answer = await send(file, { type: "text/csv; charset=utf-8", headers: { "accept-language": "fr" } });
  expect(answer).toMatchObject({ status: 200, recorded: 3, repeated: 0, refused: 7 });
  expect(
    answer.lines.map(({ line, key: name, outcome, withoutPrice }) => `${line} ${name} ${outcome} ${withoutPrice}`),
  ).toEqual([
    "2 c1 RECORDED null",
    "3 c2 RECORDED null",
    "4 c3 REFUSED null",
    "5 c4 REFUSED null",
    "6 c5 REFUSED null",
    "7 c6 RECORDED UNKNOWN_PREFIX",
    "8 c7 REFUSED null",
    "9 c8 REFUSED null",
    "10 c9 REFUSED null",
    "11 c10 REFUSED null",
  ]);
  expect(answer.lines[2]?.problem).toBe("Cette ligne n’existe pas.");
  expect((await owed()) - before).toBeCloseTo(0.12, 9);
});

test("what is no call is refused by its line and holds up no other; another source has keys of its own", async () => {
  const call = told();
  const answer = await send(`{"key": 1}\nnot json\n${json(call)}\n\n${json({ ...told(), price: "0" })}`);
  expect(answer.lines.map(({ line, outcome }) => `${line} ${outcome}`)).toEqual([
    "1 REFUSED",
    "2 REFUSED",
    "3 RECORDED",
    "5 REFUSED",
  ]);
  expect((await send(json(call), { query: "?source=other" })).recorded).toBe(1);
});

test("a corrected record is a line with the difference, once, and a call's record stays as it was", async () => {
  const before = await owed();
  const call = told();
  await send(json(call));
  expect((await owed()) - before).toBeCloseTo(0.024, 9);
  const corrected = told({ key: newId(), corrects: call.key, endedAt: "2026-11-21T12:03:05Z" });
  expect(await send(json(corrected))).toMatchObject({ recorded: 1, lines: [{ outcome: "RECORDED" }] });
  expect(await send(json(corrected))).toMatchObject({ repeated: 1 });
  expect((await owed()) - before).toBeCloseTo(0.036, 9);
  const nothing = told({ corrects: call.key, answeredAt: "", endedAt: "", state: "BUSY" });
  const undone = await send(json({ ...nothing, answeredAt: null, endedAt: null }));
  expect(undone.recorded).toBe(1);
  expect((await owed()) - before).toBeCloseTo(0, 9);
  const lines = await world.database.rows(
    `select seconds, state, (select l.amount_micros::text from call_leg l where l.call_id = c.id and l.path = c.path) as paid
     from call c where source_key in ($1, $2, $3) order by recorded_at, id`,
    [call.key, corrected.key, nothing.key],
  );
  expect(lines).toEqual([
    { seconds: 61, state: "ANSWERED", paid: "24000" },
    { seconds: 60, state: "ANSWERED", paid: "12000" },
    { seconds: -121, state: "BUSY", paid: "-36000" },
  ]);
  expect(await send(json(told({ corrects: "nobody's" })))).toMatchObject({ refused: 1 });
});

test("who may not, who is nobody, who asks something else and who sends too much are refused before anything is kept", async () => {
  const count = () => world.database.rows("select count(*) from call");
  const before = await count();
  expect(await send(json(told()), { headers: { authorization: "Bearer tl_live_x" } })).toMatchObject({ status: 401 });
  const cookie = await server.signIn("agent@acme.test");
  const agent = await fetch(`${server.api.url}/calls`, {
    method: "POST",
    headers: { "content-type": "application/x-ndjson", cookie },
    body: json(told()),
  });
  expect(agent.status).toBe(403);
  expect(await send(json(told()), { query: "?source=A%20B" })).toMatchObject({ status: 400 });
  expect((await send(json(told()), { type: "application/json" })).status).toBe(415);
  expect((await send("x".repeat(callIntakeBytesMax + 1))).status).toBe(413);
  expect(await send("{}\n".repeat(5_002))).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
  expect(await count()).toEqual(before);
});

test("a call is of every tier on its way: no seller on it takes it back, and every balance stays as it is", async () => {
  await send(json(told()));
  const balances = () =>
    world.database.rows("select account_id, part, balance_micros from ledger_balance order by 1, 2");
  const [of] = await world.database.rows<{ transaction: string; account: string }>(
    `select t.id as transaction, p.account_id as account from ledger_transaction t join posting p on p.transaction_id = t.id
     where t.kind = 'CALL' and p.path = $1 order by t.id desc limit 1`,
    [pathOf(johnSmith)],
  );
  const before = await balances();
  const input = {
    idempotencyKey: newId(),
    accountId: encodeId("bac", of!.account),
    transactionId: encodeId("ltx", of!.transaction),
    reason: "Not mine to take back",
  };
  const source = `mutation ($input: ReverseLedgerEntryInput!) { reverseLedgerEntry(input: $input) { userErrors { code path } } }`;
  const { data } = await world.graphql("owner@acme.test", source, { input });
  expect(data).toEqual({ reverseLedgerEntry: { userErrors: [{ code: "STATE_CONFLICT", path: ["transactionId"] }] } });
  expect(await balances()).toEqual(before);
});
