import { newId } from "@tierline/shared/id.ts";
import { csvFileDays } from "@tierline/shared/limits.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ChargeEntity, RecurringChargeEntity } from "../charging/charge.entity.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { givePasswords, liveServer } from "../testkit/live-server.ts";
import { testWorld } from "../testkit/world.ts";
import { billingReportExport } from "./billing-report.ts";
import { forgetFiles, makeFiles } from "./csv-file.ts";

const world = await testWorld();
await givePasswords(world);
const server = await liveServer(world);
afterAll(async () => {
  // They were never posted, which the doctor would find.
  await world.database.rows("delete from charge");
  await world.database.rows(
    "do $$ begin perform set_config('session_replication_role', 'replica', true); delete from ledger_return; end $$",
  );
  await server.close();
});
const { johnSmith, johnDoe, johnnyBeta } = customersOfTests;
const owner = "owner@acme.test";

/** Of a customer, at an instant; nothing of it is in the ledger, which the report asks for what was taken back alone. */
async function charge(
  customer: typeof johnSmith,
  at: string,
  amount: bigint,
  transactionId: string | null = null,
): Promise<void> {
  await world.system().em.insert(ChargeEntity, {
    id: newId(),
    path: pathOf(customer),
    subjectKind: "SERVICE",
    subjectId: newId(),
    customerId: customer.id,
    recurringId: null,
    kind: "ONE_OFF",
    description: "Mobile",
    periodFrom: null,
    periodUntil: null,
    currency: "GBP",
    amountMicros: amount,
    formula: {} as never, // nobody reads it here
    reference: newId(),
    transactionId,
    chargedAt: new Date(at),
  });
}

beforeAll(async () => {
  await plantCustomers(world);
  await charge(johnSmith, "2026-11-18T23:59:59Z", 1_000_000n);
  await charge(johnSmith, "2026-11-19T00:00:00Z", 2_100_000n);
  await charge(johnSmith, "2026-11-20T23:59:59Z", 3_200_000n);
  const given = newId();
  await charge(johnDoe, "2026-11-20T10:00:00Z", 4_000_000n, given);
  await world.database.rows(
    "insert into ledger_return (transaction_id, returned_id, path, amount_micros) values ($1, $2, $3, 1500000)",
    [newId(), given, pathOf(johnDoe)],
  );
  await charge(johnSmith, "2026-11-21T00:00:00Z", 5_000_000n);
  await charge(johnnyBeta, "2026-11-20T10:00:00Z", 9_000_000n);
});

const facts = "id from to type category state rowCount downloadUrl expiresAt";

interface Report {
  readonly id: string;
  readonly state: string;
  readonly downloadUrl: string | null;
}

async function ask(input: object, actor = owner) {
  const document = `mutation ($input: CreateBillingReportInput!) { createBillingReport(input: $input) {
    billingReport { ${facts} } userErrors { code path messageKey } } }`;
  const { data, errors } = await world.graphql(actor, document, { input });
  expect(errors).toBeUndefined();
  return data!["createBillingReport"] as {
    billingReport: Report | null;
    userErrors: readonly { code: string; path: string[]; messageKey: string }[];
  };
}

const told = async (input: object) =>
  (await ask(input)).userErrors.map(({ messageKey, path }) => `${messageKey} ${path.join(".")}`);

async function read(id: string, actor = owner): Promise<Report | undefined> {
  const { data } = await world.graphql(actor, `{ billingReports(first: 100) { nodes { ${facts} } } }`);
  const { nodes } = data!["billingReports"] as { nodes: readonly Report[] };
  return nodes.find((each) => each.id === id);
}

async function linesOf(input: object): Promise<string[]> {
  const { billingReport } = await ask({ from: "2026-11-19", to: "2026-11-20", ...input });
  await makeFiles(world.system());
  const { downloadUrl } = (await read(billingReport!.id))!;
  const answer = await fetch(`${server.api.url}${downloadUrl}`, { headers: { cookie: await server.signIn(owner) } });
  return (await answer.text()).trimEnd().split("\r\n").slice(1);
}

test("CX10: days are over, in their order, and five years old at most, in the reseller's zone", async () => {
  expect(await told({ from: "2026-11-20", to: "2026-11-21" })).toEqual(["billingReport.DATE_NOT_CLOSED to"]);
  expect(await told({ from: "2021-11-20", to: "2026-11-20" })).toEqual(["billingReport.TOO_OLD from"]);
  expect(await told({ from: "2026-11-20", to: "2026-11-19" })).toEqual(["billingReport.REVERSED to"]);
  expect(await told({ from: "2021-11-21", to: "2026-11-20" })).toEqual([]);
  // In Auckland it is Sunday already, so that Saturday is over.
  await world.database.rows("update reseller set time_zone = 'Pacific/Auckland' where key = 'acme'");
  expect(await told({ from: "2026-11-20", to: "2026-11-21" })).toEqual([]);
  await world.database.rows("update reseller set time_zone = 'Europe/London' where key = 'acme'");
  await makeFiles(world.system());
  await makeFiles(world.system());
});

test("CX10: a report goes from under way to completed, is fetched by who asked and signed in, and is gone some days later", async () => {
  const { billingReport } = await ask({ from: "2026-11-19", to: "2026-11-20" });
  expect(billingReport).toMatchObject({ type: "PARTNER", category: "RECONCILIATION", state: "IN_PROGRESS" });
  const { id } = billingReport!;
  expect(
    await world.database.rows(
      "select 1 from audit_entry where operation = 'list.export' and changes::text like '%billing%'",
    ),
  ).not.toEqual([]);
  await makeFiles(world.system());
  const { state, downloadUrl } = (await read(id))!;
  expect(state).toBe("COMPLETED");
  const statusFor = async (headers: Record<string, string>) =>
    (await fetch(`${server.api.url}${downloadUrl}`, { headers })).status;
  expect(await statusFor({})).toBe(401);
  expect(await statusFor({ cookie: await server.signIn("owner@beta.test") })).toBe(404);
  expect(await read(id, "owner@beta.test")).toBeUndefined();
  expect(await statusFor({ cookie: await server.signIn(owner) })).toBe(200);
  const now = world.clock.now();
  world.clock.advance({ days: csvFileDays, seconds: 1 });
  await forgetFiles(world.system());
  expect(await read(id)).toBeUndefined();
  world.clock.set(now);
});

test("CX10: it sums up by partner, customer or thing what was charged on those days, and nothing of another reseller's", async () => {
  expect(await linesOf({})).toEqual(["2026-11-19,2026-11-20,,,,ONE_OFF,Mobile,GBP,3,9.30,1.50"]);
  expect(await linesOf({ type: "CUSTOMER" })).toEqual([
    "2026-11-19,2026-11-20,123,John Smith,,ONE_OFF,Mobile,GBP,2,5.30,0.00",
    "2026-11-19,2026-11-20,456,John Doe,,ONE_OFF,Mobile,GBP,1,4.00,1.50",
  ]);
  expect(await linesOf({ type: "USER" })).toHaveLength(3);
});

test("CX10: a report of a point in time has what recurred at the end of its last day", async () => {
  const row = {
    path: pathOf(johnSmith),
    subjectKind: "SERVICE" as const,
    customerId: johnSmith.id,
    serviceId: null,
    description: "Fibre",
    currency: "GBP",
    amountMicros: 40_000_000n,
    rule: "OWN",
    source: null,
    intervalMonths: 1,
    anchor: "2026-11-01",
    timeZone: "Europe/London",
    timing: "ADVANCE" as const,
    whileSuspended: "STOP_BILLING" as const,
    nextFrom: "2026-12-01",
    dueAt: new Date("2026-12-01"),
    endedWith: null,
    ownEndsOn: null,
    version: 1,
  };
  const plant = (createdAt: string, endsOn: string | null) =>
    world.system().em.insert(RecurringChargeEntity, {
      ...row,
      id: newId(),
      subjectId: newId(),
      state: endsOn === null ? "ACTIVE" : "STOPPED",
      createdAt: new Date(createdAt),
      endsOn,
    } as never); // as the database has it; the entity's own type wants more than a row
  await plant("2026-11-02T00:00:00Z", null);
  await plant("2026-11-02T00:00:00Z", "2026-11-20");
  await plant("2026-11-21T00:00:00Z", null);
  expect(await linesOf({ category: "POINT_IN_TIME", type: "CUSTOMER" })).toEqual([
    "2026-11-19,2026-11-20,123,John Smith,,RECURRING,Fibre,GBP,1,40.00,0.00",
  ]);
  await world.database.rows("delete from recurring_charge");
});

test("CX10: a page of reports has a hundred at most, and who may not see finances has none", async () => {
  const list = (first: number) =>
    `{ billingReports(first: ${first}) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const { errors } = await world.graphql(owner, list(101));
  expect(errors?.[0]?.message).toMatch(/between 1 and 100/);
  const { data } = await world.graphql(owner, list(1));
  expect(data!["billingReports"]).toMatchObject({ nodes: [{}], pageInfo: { hasNextPage: true } });
  const refused = await world.graphql("agent@acme.test", list(1));
  expect(refused.errors).toHaveLength(1);
});

test("C7: the reseller's own organisation is told in the list, and is in a report only where that is asked for", async () => {
  const document = `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id isInternal } userErrors { code } } }`;
  const input = { idempotencyKey: newId(), kind: "BUSINESS", name: "Acme itself", homeCountry: "GB", isInternal: true };
  const count = async () => {
    const { data } = await world.graphql(
      owner,
      "{ customers(first: 50) { nodes { name isInternal } totalCount { value } } }",
    );
    return (data as { customers: { nodes: { name: string; isInternal: boolean }[]; totalCount: { value: number } } })
      .customers;
  };
  const before = await count();
  expect(before.nodes.some(({ isInternal }) => isInternal)).toBe(false);
  const { data } = await world.graphql(owner, document, { input });
  expect(data).toMatchObject({ createCustomer: { customer: { isInternal: true }, userErrors: [] } });
  const after = await count();
  expect(after.totalCount.value).toBe(before.totalCount.value + 1);
  expect(after.nodes.filter(({ isInternal }) => isInternal).map(({ name }) => name)).toEqual(["Acme itself"]);
  await world.database.rows("update customer set is_internal = name = 'John Doe'");
  const report = async (internal: "true" | "false") => {
    const filter = {
      from: "2026-11-20",
      to: "2026-11-20",
      type: "CUSTOMER",
      category: "RECONCILIATION",
      internal,
    } as const;
    const { lines } = await billingReportExport.page(world.as(owner), filter, { first: 50, after: null });
    return lines.map((line) => line[3]);
  };
  expect(await report("false")).toEqual(["John Smith"]);
  expect((await report("true")).toSorted()).toEqual(["John Doe", "John Smith"]);
});
