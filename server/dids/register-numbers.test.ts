import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { recordCalls } from "../rating/record-calls.ts";
import { plantCatalogOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await plantCustomers(world);
await plantCatalogOfTests(world);
const { rows } = world.database;
const owner = "owner@acme.test";
const customerId = encodeId("cus", customersOfTests.johnSmith.id);

interface Payload {
  readonly items: readonly { readonly id: string; readonly identifier: string; readonly numberSource: object | null }[];
  readonly userErrors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
}

async function send<T>(who: string, field: string, type: string, fields: string, input: object): Promise<T> {
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} userErrors { code message path } } }`;
  const { data, errors } = await world.graphql(who, document, { input: { idempotencyKey: newId(), ...input } });
  expect(errors).toBeUndefined();
  return (JSON.parse(JSON.stringify(data)) as Record<string, T>)[field]!; // it was asked for
}

function register(input: object, who = owner): Promise<Payload> {
  return send(
    who,
    "registerNumbers",
    "RegisterNumbersInput",
    "items { id identifier numberSource { carrierNumber supplier kind } }",
    {
      templateId: encodeId("tpl", templatesOfTests.number.id),
      firstNumber: "1140010000",
      quantity: 10,
      country: "BR",
      supplier: "Operadora",
      ...input,
    },
  );
}

const codes = ({ userErrors }: Payload) => userErrors.map(({ code, path }) => `${code} ${path.join(".")}`);
const count = async () => (await rows<{ n: number }>("select count(*)::int as n from number_source"))[0]!.n;

test("BX12: ten numbers from 1140010000 on are ten items, in E.164 and as the carrier writes them", async () => {
  const { items, userErrors } = await register({});
  expect(userErrors).toEqual([]);
  expect(items).toHaveLength(10);
  expect(items[0]).toMatchObject({
    identifier: "+551140010000",
    numberSource: { carrierNumber: "1140010000", supplier: "Operadora", kind: "SIMPLE" },
  });
  expect(items.at(-1)).toMatchObject({ identifier: "+551140010009" });
  const told = await rows("select 1 from audit_entry where operation = $1", ["inventory.add"]);
  expect(told).toHaveLength(1);
});

test("BX12: where one of them exists, none is registered and each that exists is told", async () => {
  const before = await count();
  const refused = await register({ firstNumber: "1140010008", quantity: 5, kind: "TOLL_FREE" });
  expect(codes(refused)).toEqual(["TAKEN firstNumber", "TAKEN firstNumber"]);
  expect(refused.userErrors.map(({ message }) => message).join(" ")).toMatch(/\+551140010008 .*\+551140010009 /);
  expect(await count()).toBe(before);
  expect((await register({ firstNumber: "1140010010", quantity: 1, kind: "TOLL_FREE" })).items).toHaveLength(1);
});

test("BX12: what is no number, more than 500, a country that is none, and another sort of stock are refused", async () => {
  expect(codes(await register({ firstNumber: "nobody" }))).toEqual(["INVALID firstNumber"]);
  expect(codes(await register({ firstNumber: "9", quantity: 2 }))).toEqual(["INVALID firstNumber"]);
  expect(codes(await register({ quantity: 501 }))).toEqual(["INVALID quantity"]);
  const sims = encodeId("tpl", templatesOfTests.sim.id);
  const wrong = { templateId: sims, firstNumber: "+551140040000", country: "Brazil", supplier: "" };
  expect(codes(await register(wrong)).toSorted()).toEqual([
    "INVALID country",
    "INVALID templateId",
    "REQUIRED supplier",
  ]);
});

test("BX12: a call matches its number by the carrier's format exactly, or by E.164", async () => {
  const { items } = await register({ firstNumber: "1140020000", quantity: 1 });
  const connected = await send<{ userErrors: object[] }>(owner, "connectDid", "ConnectDidInput", "did { id }", {
    itemId: items[0]!.id,
    customerId,
    setup: "0",
    monthly: "0",
    billing: "PER_MINUTE",
    perMinute: "0.03",
  });
  expect(connected.userErrors).toEqual([]);
  world.clock.advance({ minutes: 1 });
  const told = (called: string) => ({
    key: newId(),
    customer: customerId,
    direction: "IN" as const,
    caller: "+12125550100",
    called,
    startedAt: world.clock.now(),
    seconds: 90,
  });
  const written = ["1140020000", "+551140020000", "11 4002 0000"];
  const lines = written.map((called, line) => ({ line, call: told(called) }));
  await recordCalls(world.as(owner), "switch", lines);
  const found = await rows(
    `select c.called, l.amount_micros::text as micros from call c left join call_leg l on l.call_id = c.id order by c.id`,
  );
  expect(found.slice(0, 2)).toEqual([
    { called: "551140020000", micros: "60000" },
    { called: "551140020000", micros: "60000" },
  ]);
  expect(found[2]).toMatchObject({ micros: null });
  const [switched] = await world
    .system()
    .em.execute<{ path: string }[]>("select path from incoming_terms('1140020000', ?)", [world.clock.now()]);
  expect(switched).toBeDefined();
});

test("a number is registered for a reseller below, who is not told where it comes from", async () => {
  const resellerId = encodeId("rsl", resellersOfTests.acmeNorth.id);
  const { items } = await register({ firstNumber: "1140030000", quantity: 1, resellerId });
  expect(items[0]!.numberSource).toMatchObject({ supplier: "Operadora" });
  const document = "query ($id: ID!) { inventoryItem(id: $id) { identifier numberSource { supplier } } }";
  const { data } = await world.graphql("owner@acme-north.test", document, { id: items[0]!.id });
  expect(JSON.parse(JSON.stringify(data))).toEqual({
    inventoryItem: { identifier: "+551140030000", numberSource: null },
  });
});
