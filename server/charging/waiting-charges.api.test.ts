import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { transaction } from "../kernel/context.ts";
import { pounds } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { renewCharges } from "./renew-charges.ts";
import { startCharging } from "./start-charging.ts";

const world = await testWorld();
await plantCustomers(world);
const { rows } = world.database;
const { johnSmith, johnDoe } = customersOfTests;
const owner = "owner@acme.test";
const acme = "r1.r2.r3.";

interface Waiting {
  readonly id: string;
  readonly buyer: string;
  readonly description: string;
  readonly periods: number;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly amount: { readonly amount: string };
}

async function waiting(who = owner, customerId: string | null = null): Promise<Waiting[]> {
  const { data } = await world.graphql(
    who,
    `query ($customerId: ID) { waitingCharges(customerId: $customerId, first: 50) {
       nodes { id buyer description periods periodFrom periodTo price { amount } amount { amount } } } }`,
    { customerId },
  );
  return (data as { waitingCharges: { nodes: Waiting[] } }).waitingCharges.nodes;
}

type Seen = Pick<Waiting, "id" | "periods">;

async function settle(charges: readonly Seen[], more: object = {}, who = owner): Promise<string> {
  const input = {
    idempotencyKey: newId(),
    decision: "CHARGE",
    charges: charges.map(({ id, periods }) => ({ id, periods })),
    ...more,
  };
  const { data, errors } = await world.graphql(
    who,
    "mutation ($input: SettleWaitingChargesInput!) { settleWaitingCharges(input: $input) { settled userErrors { code path } } }",
    { input },
  );
  if (errors !== undefined) return String((errors[0]!.originalError as { code?: string } | undefined)?.code);
  const payload = (
    data as { settleWaitingCharges: { settled: number; userErrors: { code: string; path: string[] }[] } }
  ).settleWaitingCharges;
  return [payload.settled, ...payload.userErrors.map(({ code, path }) => `${code} ${path.join(".")}`)].join(" ");
}

async function charged(path: string): Promise<number> {
  const [row] = await rows<{ sum: string }>(
    "select coalesce(sum(amount_micros), 0)::text as sum from charge where path = $1",
    [path],
  );
  return Number(row!.sum) / 1_000_000;
}

const renew = () => renewCharges(world.system());

/** Two pounds a month since November, at the customer's edge and its reseller's, looked at again in July. */
async function missed(customer: typeof johnSmith, description: string): Promise<void> {
  world.clock.set("2026-11-21T12:00:00Z");
  const edge = (path: string, price: number) => ({
    path,
    currency: "GBP",
    setup: null,
    recurring: pounds(price),
    rule: "RETAIL",
    source: null,
  });
  await transaction(world.as(owner), (tx) =>
    startCharging(tx, {
      subjectKind: "DID",
      subjectId: newId(),
      customerId: customer.id,
      path: pathOf(customer),
      description,
      edges: [edge(pathOf(customer), 2), edge(acme, 1.5)],
      intervalMonths: 1,
    }),
  );
  world.clock.set("2027-07-21T12:00:00Z");
  await renew();
}

test("rel-D8: what waits after an outage is listed with its amount to who sells it, and charged now exactly once, however many ask", async () => {
  await missed(johnSmith, "+44 20 7946 0001");
  const [one, ...others] = await waiting();
  expect(others).toEqual([]);
  expect(one).toMatchObject({
    buyer: "John Smith (ID: 123)",
    description: "+44 20 7946 0001",
    periods: 5,
    periodFrom: "2027-03-21",
    periodTo: "2027-08-20",
    price: { amount: "2.00" },
    amount: { amount: "10.00" },
  });
  expect((await waiting("owner@nord.test")).map(({ buyer, amount }) => [buyer, amount.amount])).toEqual([
    ["Acme", "7.50"],
  ]);
  expect(await waiting("owner@beta.test")).toEqual([]);
  expect(await waiting(owner, encodeId("cus", johnDoe.id))).toEqual([]);
  expect(await settle([one!], {}, "owner@beta.test")).toBe("NOT_FOUND");
  expect(await settle([one!], {}, "owner@nord.test")).toBe("NOT_FOUND");
  expect(await settle([{ ...one!, periods: 6 }])).toBe("0 INVALID charges.0.periods");
  expect(await charged(pathOf(johnSmith))).toBe(8);

  const key = { idempotencyKey: newId() };
  expect(await settle([{ ...one!, periods: 2 }], key)).toBe("1");
  expect(await settle([{ ...one!, periods: 2 }], key)).toBe("1");
  expect(await charged(pathOf(johnSmith))).toBe(12);
  await renew();
  const [rest] = await waiting();
  expect(rest).toMatchObject({ periods: 3, periodFrom: "2027-05-21" });
  const answers = await Promise.all([settle([rest!]), settle([rest!]), settle([rest!])]);
  expect(answers.toSorted()).toEqual(["0 STATE_CONFLICT charges.0", "0 STATE_CONFLICT charges.0", "1"]);
  expect(await charged(pathOf(johnSmith))).toBe(18);
  expect(await waiting()).toEqual([]);
  const [entry] = await rows(
    "select subject, changes from audit_entry where operation = 'charge.settle' order by id limit 1",
  );
  expect(entry).toMatchObject({ subject: "John Smith (ID: 123)" });
  expect(JSON.stringify(entry)).toContain('"4.00"');
  world.clock.set("2027-08-21T12:00:00Z");
  await renew();
  expect(await charged(pathOf(johnSmith))).toBe(20);
});

test("rel-D8: what is waived for a reason is never charged, all at once or none, and the next period is charged as ever", async () => {
  await missed(johnDoe, "+44 20 7946 0002");
  await missed(johnDoe, "+44 20 7946 0003");
  const all = await waiting();
  expect(all.map(({ periods }) => periods)).toEqual([5, 5]);
  const before = await charged(pathOf(johnDoe));
  expect(await settle(all, { decision: "WAIVE" })).toBe("0 REQUIRED reason");
  expect(await settle([...all, { id: encodeId("rcg", newId()), periods: 1 }], { decision: "WAIVE", reason: "-" })).toBe(
    "NOT_FOUND",
  );
  expect(await waiting()).toHaveLength(2);
  expect(await settle(all, { decision: "WAIVE", reason: "Our outage" })).toBe("2");
  await renew();
  expect(await charged(pathOf(johnDoe))).toBe(before);
  const notes = await rows("select note from audit_entry where operation = 'charge.settle' and note is not null");
  expect(notes).toEqual([{ note: "Our outage" }, { note: "Our outage" }]);
  world.clock.set("2027-08-21T12:00:00Z");
  await renew();
  expect(await charged(pathOf(johnDoe))).toBe(before + 4);
});
