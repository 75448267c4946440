import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan, plantPlanVersion } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { rows } = world.database;
const { nord, acme } = resellersOfTests;
const { johnSmith } = customersOfTests;
const owner = "owner@acme.test";
let acmePlan: string;

interface Sum {
  readonly seconds: number;
  readonly price: { amount: string };
  readonly cost: { amount: string } | null;
}
interface Payload {
  readonly correction: { id: string; seconds: number; correctsId: string } | null;
  readonly before: Sum | null;
  readonly after: Sum | null;
  readonly userErrors: readonly { code: string; path: string[] }[];
}

const source = `mutation ($input: CorrectCallInput!) { correctCall(input: $input) {
  correction { id seconds correctsId } before { seconds price { amount } cost { amount } } after { seconds price { amount } cost { amount } }
  userErrors { code path } } }`;

async function correct(id: string, more: object = {}, who = owner): Promise<Payload> {
  const input = { id, idempotencyKey: newId(), isAnswered: true, seconds: 31, reason: "The switch counted wrong" };
  const { data, errors } = await world.graphql(who, source, { input: { ...input, ...more } });
  if (errors !== undefined) throw errors[0]!.originalError!;
  return JSON.parse(JSON.stringify(data)).correctCall as Payload; // null prototypes otherwise
}

const recorded = async (switchOf: string = acme.id) => {
  const [settled] = await settle(world, callOfTests(61, { source: `${switchOf}/switch` }));
  return encodeId("cal", settled!.callId); // one for one
};
const sums = ({ before, after }: Payload) =>
  [before, after].map((sum) => [sum?.seconds, sum?.price.amount, sum?.cost?.amount]);
const kept = () =>
  rows(
    `select (select count(*) from call)::int as calls, (select count(*) from call_leg)::int as legs,
       (select count(*) from posting)::int as postings, (select count(*) from audit_entry where operation = 'call.correct')::int as told`,
  );

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [["1", "USA", "0.01", "6/6"]]);
  await plantPlan(world, "nord", { markupPercent: "10" });
  acmePlan = await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
  world.clock.advance({ hours: 1 });
});

test("U13: a call is corrected once by a line with the difference at every tier; a dry run tells the same and writes nothing", async () => {
  const id = await recorded();
  const before = await kept();
  const tried = await correct(id, { dryRun: true });
  expect(sums(tried)).toEqual([
    [61, "0.0264", "0.0121"],
    [31, "0.0132", "0.0066"],
  ]);
  expect([tried.correction, await kept()]).toEqual([null, before]);
  const key = newId();
  const [first, again] = [await correct(id, { idempotencyKey: key }), await correct(id, { idempotencyKey: key })];
  expect(sums(first)).toEqual(sums(tried));
  expect(first.correction).toMatchObject({ seconds: -30, correctsId: id });
  expect(again).toEqual(first);
  const accounts = await rows<{ account: string; micros: string }>(
    `select a.path || ' ' || a.kind as account, sum(b.balance_micros)::text as micros from ledger_account a
       join ledger_balance b on b.account_id = a.id group by a.id having sum(b.balance_micros) <> 0 order by 1`,
  );
  expect(accounts.map(({ account, micros }) => `${account} ${micros}`)).toEqual([
    `${nord.path} INCOME 6600`,
    `${acme.path} BILLING -6600`,
    `${acme.path} INCOME 13200`,
    `${pathOf(johnSmith)} BILLING -13200`,
  ]);
  const [told] = await rows("select actor, path, note, changes from audit_entry where operation = 'call.correct'");
  expect(told).toEqual({
    actor: "Anna Acme",
    path: pathOf(johnSmith),
    note: "The switch counted wrong",
    changes: [{ field: "seconds", before: "61", after: "31" }],
  });
});

test("U26: a tier above is told its own sides of a correction, and nobody without the right may make one", async () => {
  const id = await recorded();
  expect(sums(await correct(id, { isAnswered: false }, "owner@nord.test"))).toEqual([
    [61, "0.0121", "0.011"],
    [0, "0.00", "0.00"],
  ]);
  await expect(correct(id, {}, "agent@acme.test")).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(correct(id, {}, "owner@beta.test")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("who buys a call that its seller's switch told does not lower what it owes for it: its seller corrects it", async () => {
  const id = await recorded(nord.id);
  const before = await kept();
  for (const dryRun of [true, false]) {
    expect((await correct(id, { dryRun })).userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["id"] }]);
  }
  expect(await kept()).toEqual(before);
  expect((await correct(id, {}, "owner@nord.test")).userErrors).toEqual([]);
});

test("the same facts again price a call again, by what has come to count at its beginning", async () => {
  const id = await recorded();
  await plantPlanVersion(
    world,
    "acme",
    acmePlan,
    { markupPercent: "50", cadence: "60/60" },
    new Date(t0.getTime() + 1),
  );
  expect(sums(await correct(id, { seconds: 61 }))).toEqual([
    [61, "0.0264", "0.0121"],
    [61, "0.033", "0.0121"],
  ]);
  expect(sums(await correct(id, { seconds: 61, dryRun: true }))[1]).toEqual([61, "0.033", "0.0121"]);
});

test("what cannot be corrected so is refused with the field, and nothing changes", async () => {
  const id = await recorded();
  const { correction } = await correct(id);
  const before = await kept();
  const refused = async (...asked: Parameters<typeof correct>) => (await correct(...asked)).userErrors;
  expect(await refused(id, { seconds: -1, called: "nobody", reason: " " })).toEqual([
    { code: "REQUIRED", path: ["reason"] },
    { code: "INVALID", path: ["seconds"] },
    { code: "INVALID", path: ["called"] },
  ]);
  expect(await refused(correction!.id)).toEqual([{ code: "STATE_CONFLICT", path: ["id"] }]);
  expect(await kept()).toEqual(before);
});
