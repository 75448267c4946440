import { encodeId, newId } from "@tierline/shared/id.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDid } from "../dids/connect-did.ts";
import { transaction } from "../kernel/context.ts";
import { postOne } from "../ledger/post.ts";
import { itemsOfTests, plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantNumbers } from "../testkit/dids-of-tests.ts";
import { accountsOfTests, payment, pounds } from "../testkit/ledger-of-tests.ts";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { plantService } from "../testkit/plant-service.ts";
import { plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(() => server.close());
const { rows } = world.database;
const owner = "owner@acme.test";
const { johnSmith, johnDoe, johnson, johnnyBeta } = customersOfTests;
const { acme } = resellersOfTests;
let mobile: string;
let voice: string;

/** Smith has two lines and a number of his own, Doe none of it, Johnson one line; Beta's customer is somebody else's. */
beforeAll(async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  await plantPlan(world, "acme", {});
  const own = await plantPlan(world, "acme", {}, { customer: johnSmith.id });
  mobile = await plantService(world, johnSmith);
  voice = await plantService(world, johnSmith);
  const ofLine = await plantPlan(world, "acme", {}, { customer: johnSmith.id, service: voice });
  for (const [id, name] of [
    [own, "Smith's"],
    [ofLine, "Voice"],
  ])
    await rows("update rate_plan set name = $2 where id = $1", [id, name]);
  await rows("update rate_plan set name = 'Standard' where path = $1 and name not in ('Voice', 'Smith''s')", [
    acme.path,
  ]);
  await plantService(world, johnSmith, { state: "TERMINATED" });
  await plantService(world, johnson);
  await plantService(world, johnnyBeta);
  await connect(encodeId("itm", itemsOfTests.number124.id), johnSmith.id, "0", "0", null);
  await rows("update inventory_item set service_id = $2 where id = $1", [itemsOfTests.number124.id, mobile]);
  await connect(encodeId("itm", itemsOfTests.number123.id), johnSmith.id, "1.99", "3.50", "0.03");
  const accounts = await accountsOfTests(world.system(), pathOf(johnSmith), acme.path);
  await transaction(world.system(), (tx) => postOne(tx, payment(accounts, pounds(20), newId(), pathOf(johnSmith))));
});

function connect(itemId: string, customer: string, setup: string, monthly: string, perMinute: string | null) {
  const terms = perMinute === null ? {} : { billing: "PER_MINUTE" as const, perMinute };
  const asked = { idempotencyKey: newId(), itemId, customerId: encodeId("cus", customer), setup, monthly, ...terms };
  return connectDid(world.as(owner), asked);
}

async function accountOf(id: string): Promise<string> {
  return (await rows<{ account: string }>("select account from service where id = $1", [id]))[0]!.account;
}

async function ask(query: string, who = owner) {
  const { data, errors } = await world.graphql(who, query);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data)) as Record<
    string,
    { nodes: object[]; pageInfo: { endCursor: string | null } }
  >;
}

const rowFields =
  "nodes { customer { name } account offering ratePlan numbers mode balance { amount } } pageInfo { endCursor hasNextPage }";

test("V24: a row a line with customer, plan, rate plan, numbers, balance and how it is paid, and one for who has no line; nobody else's", async () => {
  const smith = (account: string, ratePlan: string, numbers: string[]) => ({
    customer: { name: "John Smith" },
    account,
    offering: "Mobile - 20 GB",
    ratePlan,
    numbers,
    mode: "PREPAID",
    balance: { amount: "14.51" },
  });
  const none = { ratePlan: "Standard", numbers: [], mode: "PREPAID", balance: { amount: "0.00" } };
  const { accountReport } = await ask(`{ accountReport(first: 10, orderBy: NUMBER) { ${rowFields} } }`);
  expect(accountReport!.nodes).toEqual([
    smith(await accountOf(mobile), "Smith's", ["+447700900123", "+447700900124"]),
    smith(await accountOf(voice), "Voice", ["+447700900123"]),
    { customer: { name: "John Doe" }, account: null, offering: null, ...none },
    {
      customer: { name: "Johnson Enterprises" },
      account: expect.stringContaining("acme-") as string,
      offering: "Mobile - 20 GB",
      ...none,
    },
  ]);
  const without = await ask(`{ accountReport(first: 10, filter: { hasLine: false, mode: PREPAID }) { ${rowFields} } }`);
  expect(without["accountReport"]!.nodes).toEqual([accountReport!.nodes[2]]);
  for (const order of ["NAME", "NUMBER"]) {
    const whole = await ask(`{ accountReport(first: 10, orderBy: ${order}) { ${rowFields} } }`);
    const walked: object[] = [];
    for (let after: string | null = null, turn = 0; turn < 4; turn += 1) {
      const page = await ask(
        `{ accountReport(first: 1, orderBy: ${order}, after: ${JSON.stringify(after)}) { ${rowFields} } }`,
      );
      walked.push(...page["accountReport"]!.nodes);
      after = page["accountReport"]!.pageInfo.endCursor;
    }
    expect(walked).toEqual(whole["accountReport"]!.nodes);
  }
});

test("V25: a row a number with customer, fees, the minute and the day of the next fee; what was taken back stands apart", async () => {
  const fields =
    "nodes { number customer { name } account setup { amount } monthly { amount } perMinute nextBillingOn disconnectedAt } pageInfo { endCursor }";
  const [second] = await plantNumbers(world, 1);
  await connect(second!, johnDoe.id, "0", "2", null);
  const { numberReport } = await ask(`{ numberReport(first: 10) { ${fields} } }`);
  expect(numberReport!.nodes).toEqual([
    {
      number: expect.stringMatching(/^[+]44208000000\d$/) as string,
      customer: { name: "John Doe" },
      account: null,
      setup: { amount: "0.00" },
      monthly: { amount: "2.00" },
      perMinute: null,
      nextBillingOn: "2026-12-21",
      disconnectedAt: null,
    },
    {
      number: "+447700900123",
      customer: { name: "John Smith" },
      account: null,
      setup: { amount: "1.99" },
      monthly: { amount: "3.50" },
      perMinute: "0.03",
      nextBillingOn: "2026-12-21",
      disconnectedAt: null,
    },
    {
      number: "+447700900124",
      customer: { name: "John Smith" },
      account: await accountOf(mobile),
      setup: { amount: "0.00" },
      monthly: { amount: "0.00" },
      perMinute: null,
      nextBillingOn: "2026-12-21",
      disconnectedAt: null,
    },
  ]);
  const byClient = await ask(`{ numberReport(first: 10, orderBy: CLIENT) { ${fields} } }`);
  expect(byClient["numberReport"]!.nodes).toEqual([1, 2, 0].map((place) => numberReport!.nodes[place]));
  const after = (await ask(`{ numberReport(first: 1) { ${fields} } }`))["numberReport"]!.pageInfo.endCursor;
  const next = await ask(`{ numberReport(first: 1, after: ${JSON.stringify(after)}) { ${fields} } }`);
  expect(next["numberReport"]!.nodes).toEqual([numberReport!.nodes[1]]);
  const found = await ask(`{ numberReport(first: 10, filter: { number: "+44 7700 900123" }) { ${fields} } }`);
  expect(found["numberReport"]!.nodes).toEqual([numberReport!.nodes[1]]);
  const past = await ask(`{ numberReport(first: 10, filter: { wasTakenBack: true }) { ${fields} } }`);
  expect(past["numberReport"]!.nodes).toEqual([]);
  expect((await ask(`{ numberReport(first: 10) { ${fields} } }`, "owner@beta.test"))["numberReport"]!.nodes).toEqual(
    [],
  );
});

test("V24, V25: each is a file with the same rows, for who may see them; it is told of", async () => {
  const cookie = await server.signIn(owner);
  const get = (file: string, headers: Record<string, string> = { cookie }) =>
    fetch(`${server.api.url}/exports/${file}`, { headers });
  const accounts = await get("accounts.csv?order=NUMBER");
  expect(accounts.headers.get("content-disposition")).toContain('filename="accounts.csv"');
  const lines = (await accounts.text()).split("\r\n");
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe("client_id,client,account,package,rate_plan,numbers,mode,currency,balance");
  expect(lines[1]).toMatch(
    /^123,John Smith,acme-\d+,Mobile - 20 GB,Smith's,\+447700900123; \+447700900124,PREPAID,GBP,14\.51$/,
  );
  const numbers = (await (await get("numbers.csv")).text()).split("\r\n");
  expect(numbers[2]).toMatch(/^\+447700900123,123,John Smith,,GBP,1\.99,3\.50,0\.03,2026-12-21,/);
  expect((await get("accounts.csv?hasline=true")).status).toBe(400);
  expect((await get("nothing.csv")).status).toBe(404);
  expect((await get("accounts.csv", {})).status).toBe(401);
  expect((await get("accounts.csv", { cookie: await server.signIn("agent@acme.test") })).status).toBe(403);
  expect((await get(`accounts.csv?tierline-on-behalf-of=${encodeId("rsl", resellersOfTests.beta.id)}`)).status).toBe(
    404,
  );
  expect(
    await rows(
      "select changes from audit_entry where operation = 'list.export' and outcome = 'DONE' order by at, id limit 1",
    ),
  ).toEqual([
    {
      changes: [
        { field: "list", before: null, after: "accounts" },
        { field: "order", before: null, after: "NUMBER" },
      ],
    },
  ]);
});
