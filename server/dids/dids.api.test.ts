import { decodeId, encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { renewCharges } from "../charging/renew-charges.ts";
import { itemsOfTests, plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { plantNumbers } from "../testkit/dids-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCustomers(world);
await plantCatalogOfTests(world);
const { rows } = world.database;
const agent = "agent@acme.test";
const { johnSmith, johnDoe } = customersOfTests;
const customerId = encodeId("cus", johnSmith.id);
const itemOf = (key: keyof typeof itemsOfTests) => encodeId("itm", itemsOfTests[key].id);

interface Payload {
  readonly did: { readonly id: string; readonly number: string; readonly disconnectedAt: string | null } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

async function ask(who: string, document: string, variables: Record<string, unknown>) {
  const { data, errors } = await world.graphql(who, document, variables);
  const code = (errors?.[0]?.originalError as { code?: string } | undefined)?.code ?? null;
  return { data: JSON.parse(JSON.stringify(data ?? null)) as Record<string, unknown> | null, code };
}

const fields =
  "did { id number billing perMinute cadence disconnectedAt setup { amount currency } monthly { amount } } userErrors { code path }";

async function connect(input: object, who = agent): Promise<Payload> {
  const document = `mutation ($input: ConnectDidInput!) { connectDid(input: $input) { ${fields} } }`;
  const asked = { idempotencyKey: newId(), customerId, setup: "1.99", monthly: "3.50", ...input };
  const { data, code } = await ask(who, document, { input: asked });
  expect(code).toBeNull();
  return data!["connectDid"] as Payload;
}

async function change(input: object): Promise<Payload> {
  const document = `mutation ($input: ChangeDidInput!) { changeDid(input: $input) { ${fields} } }`;
  return (await ask(agent, document, { input })).data!["changeDid"] as Payload;
}

async function disconnect(id: string): Promise<Payload> {
  const document = `mutation ($input: DisconnectDidInput!) { disconnectDid(input: $input) { ${fields} } }`;
  return (await ask(agent, document, { input: { id } })).data!["disconnectDid"] as Payload;
}

const codes = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
const stateOf = async (label: string) =>
  (await rows<{ state: string }>("select state from inventory_item where label = $1", [label]))[0]?.state;

async function balance(): Promise<number> {
  const [row] = await rows<{ micros: string }>(
    `select sum(b.balance_micros)::text as micros from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.path = $1 and a.kind = 'BILLING'`,
    [pathOf(johnSmith)],
  );
  return Number(row!.micros) / 1_000_000;
}

/** What a deed takes from the balance. */
async function taken(deed: () => Promise<unknown>): Promise<number> {
  const before = await balance();
  await deed();
  return Math.round((before - (await balance())) * 1e6) / 1e6;
}

test("VX6, V17: a number is given with its fees, without the setup fee, or without either; it leaves the stock for everybody", async () => {
  expect(await taken(() => connect({ itemId: itemOf("number123") }))).toBe(5.49);
  expect(await taken(() => connect({ itemId: itemOf("number124"), chargeSetup: false }))).toBe(3.5);
  const free = { itemId: itemOf("number125"), chargeSetup: false, chargeMonthly: false };
  expect(await taken(() => connect(free))).toBe(0);
  expect(await stateOf("+44 7700 900123")).toBe("ASSIGNED");
  const again = await connect({ itemId: itemOf("number123"), customerId: encodeId("cus", johnDoe.id) });
  expect(codes(again)).toEqual(["NOT_AVAILABLE itemId"]);
  const { data } = await ask(
    agent,
    "query ($id: ID!) { dids(customerId: $id) { number setup { amount } monthly { amount } } }",
    {
      id: customerId,
    },
  );
  expect(data!["dids"]).toMatchObject([
    { number: "+447700900125" },
    { number: "+447700900124" },
    { number: "+447700900123", setup: { amount: "1.99" }, monthly: { amount: "3.50" } },
  ]);
});

test("VX8: the next fee is charged today at the earliest, for a customer that there is, who is not put away while it has numbers", async () => {
  const nobodys = { itemId: itemOf("sim124") };
  expect(codes(await connect({ ...nobodys, nextBillingOn: "2026-11-20" }))).toEqual([
    "INVALID itemId",
    "INVALID nextBillingOn",
  ]);
  expect(codes(await connect({ ...nobodys, nextBillingOn: "2026-11-21" }))).toEqual(["INVALID itemId"]);
  const given = `mutation ($input: ConnectDidInput!) { connectDid(input: $input) { ${fields} } }`;
  const missing = { idempotencyKey: newId(), itemId: itemOf("number125"), setup: "1", monthly: "1" };
  const of = encodeId("cus", newId());
  expect((await ask(agent, given, { input: { ...missing, customerId: of } })).code).toBe("NOT_FOUND");
  const document = `mutation ($input: ArchiveCustomerInput!) { archiveCustomer(input: $input) { customer { id } userErrors {
    code ... on DependentsError { services numbers } } } }`;
  const { data } = await ask("owner@acme.test", document, { input: { id: customerId, confirmation: "delete" } });
  expect(data).toMatchObject({
    archiveCustomer: { customer: null, userErrors: [{ code: "IN_USE", services: 0, numbers: 3 }, {}] },
  });
});

test("the same call twice gives the number once and charges it once", async () => {
  const [itemId] = await plantNumbers(world, 1);
  const input = { idempotencyKey: newId(), itemId };
  expect(await taken(async () => expect(await connect(input)).toEqual(await connect(input)))).toBe(5.49);
});

const numberOf = async (itemId: string) =>
  (
    await rows<{ digits: string }>("select substr(identifier, 2) as digits from inventory_item where id = $1", [
      decodeId("itm", itemId),
    ])
  )[0]!.digits;

/** What a call that comes in now takes from the customer. */
async function incoming(number: string, seconds: number): Promise<number> {
  return taken(() => settle(world, callOfTests(seconds, { direction: "IN", number, startedAt: world.clock.now() })));
}

test("VX6, VX7: a call that comes in costs what its number does a minute, and nothing where it is flat", async () => {
  const [itemId, flat] = await plantNumbers(world, 2);
  const perMinute = { billing: "PER_MINUTE", perMinute: "0.03", setup: "0", monthly: "0" };
  expect((await connect({ itemId, ...perMinute })).did).toMatchObject({
    billing: "PER_MINUTE",
    perMinute: "0.03",
    cadence: "60/60",
  });
  const number = await numberOf(itemId!);
  expect(await incoming(number, 90)).toBe(0.06);
  expect(await incoming(number, 60_000)).toBe(30);
  expect((await connect({ itemId: flat, billing: "FLAT", setup: "0", monthly: "0" })).userErrors).toEqual([]);
  expect(await incoming(await numberOf(flat!), 60_000)).toBe(0);
  const [leg] = await rows("select rule, cadence, billed_seconds as billed from call_leg order by started_at limit 1");
  expect(leg).toEqual({ rule: "DID", cadence: "60/60", billed: 120 });
});

test("what a minute costs is asked for where calls are charged by it, and nowhere else", async () => {
  const [itemId] = await plantNumbers(world, 1);
  const none = { itemId, chargeSetup: false, chargeMonthly: false };
  expect(codes(await connect({ ...none, billing: "PER_MINUTE" }))).toEqual(["REQUIRED perMinute"]);
  expect(codes(await connect({ ...none, billing: "PER_MINUTE", perMinute: "-0.03" }))).toEqual(["INVALID perMinute"]);
  const wrong = { perMinute: "0.03", cadence: { first: 0, step: 6, grace: 0 } };
  expect(codes(await connect({ ...none, ...wrong }))).toEqual(["INVALID perMinute", "INVALID cadence"]);
});

test("VX7: what a number costs is changed from now on; a call that began before is charged as it was", async () => {
  const [itemId] = await plantNumbers(world, 1);
  const terms = { billing: "PER_MINUTE", perMinute: "0.03", setup: "0", monthly: "0" };
  const { did } = await connect({ itemId, ...terms });
  const number = await numberOf(itemId!);
  const before = world.clock.now();
  world.clock.advance({ hours: 1 });
  const changed = await change({ id: did!.id, perMinute: "0.05", cadence: { first: 6, step: 6, grace: 0 } });
  expect(changed.did).toMatchObject({ billing: "PER_MINUTE", perMinute: "0.05", cadence: "6/6" });
  expect(await incoming(number, 90)).toBe(0.075);
  const late = callOfTests(90, { direction: "IN", number, startedAt: before });
  expect(await taken(() => settle(world, late))).toBe(0.06);
  expect((await change({ id: did!.id, billing: "FLAT" })).did).toMatchObject({ billing: "FLAT", perMinute: "0" });
  expect(await incoming(number, 90)).toBe(0);
  expect(codes(await change({ id: did!.id, billing: "PER_MINUTE" }))).toEqual(["REQUIRED perMinute"]);
  expect((await disconnect(did!.id)).userErrors).toEqual([]);
  expect(codes(await change({ id: did!.id, monthly: "1" }))).toEqual(["STATE_CONFLICT id"]);
});

test("U3: another monthly fee counts from the next month on", async () => {
  const [itemId] = await plantNumbers(world, 1);
  const { did } = await connect({ itemId, setup: "0", monthly: "2.00", chargeMonthly: false });
  expect((await change({ id: did!.id, monthly: "80.00" })).did).toMatchObject({ monthly: { amount: "80.00" } });
  const document = `query ($filter: InventoryItemFilter) { inventoryItems(filter: $filter, first: 50) { nodes { id did { nextBillingOn customer { id } } } } }`;
  const { data } = await ask(agent, document, { filter: { identifierKind: "PHONE_NUMBER" } });
  const { nodes } = data!["inventoryItems"] as { nodes: { id: string; did: { nextBillingOn: string } | null }[] };
  const shown = nodes.find(({ id }) => id === itemId)!.did!;
  expect(shown).toMatchObject({ customer: { id: customerId } });
  const [due] = await rows<{ amount: string; on: string }>(
    "select amount_micros::text as amount, next_from::text as on from recurring_charge where subject_id = $1",
    [decodeId("did", did!.id)],
  );
  expect([due!.amount, due!.on]).toEqual(["80000000", shown.nextBillingOn]);
  await disconnect(did!.id);
});

test("U3: the monthly fee is charged again when its date comes, and no more once the number was taken back", async () => {
  const due = await rows<{ due: string }>(
    "select min(next_from)::text as due from recurring_charge where subject_kind = 'DID'",
  );
  expect(due).toEqual([{ due: "2026-12-21" }]);
  world.clock.advance({ days: 31 });
  expect(await taken(() => renewCharges(world.system()))).toBe(14);
  const { data } = await ask(agent, "query ($id: ID!) { dids(customerId: $id) { id } }", { id: customerId });
  const all = data!["dids"] as { id: string }[];
  for (const { id } of all) expect((await disconnect(id)).did?.disconnectedAt).not.toBeNull();
  expect(codes(await disconnect(all[0]!.id))).toEqual(["STATE_CONFLICT id"]);
  world.clock.advance({ days: 31 });
  expect(await taken(() => renewCharges(world.system()))).toBe(0);
  expect(await stateOf("+44 7700 900123")).toBe("QUARANTINED");
  const told = await rows<{ operation: string; count: number }>(
    "select operation, count(*)::int from audit_entry where operation like 'did.%' group by 1 order by 1",
  );
  expect(told).toEqual([
    { operation: "did.change", count: 3 },
    { operation: "did.connect", count: all.length },
    { operation: "did.disconnect", count: all.length },
  ]);
});

test("V10: only a number of one's own stock is given, to a customer of one's own, on a day that is not past", async () => {
  expect(codes(await connect({ itemId: itemOf("sim123") }))).toEqual(["INVALID itemId"]);
  const wrong = { itemId: itemOf("sim124"), setup: "-1", monthly: "10000000000000", nextBillingOn: "2026-11-20" };
  expect(codes(await connect(wrong))).toEqual([
    "INVALID itemId",
    "INVALID setup",
    "INVALID monthly",
    "INVALID nextBillingOn",
  ]);
  const document = `mutation ($input: ConnectDidInput!) { connectDid(input: $input) { ${fields} } }`;
  const input = { idempotencyKey: newId(), customerId, itemId: itemOf("number123"), setup: "1", monthly: "1" };
  for (const who of ["agent@beta.test", "owner@nord.test", "owner@acme-north.test"])
    expect((await ask(who, document, { input })).code).toBe("NOT_FOUND");
});
