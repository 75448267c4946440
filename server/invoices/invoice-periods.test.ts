import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { post } from "../ledger/post.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { invoiceAccounts } from "./invoice-accounts.ts";
import { requestInvoice } from "./request-invoice.ts";

const world = await testWorld();
await plantCustomers(world);
const { johnson } = customersOfTests;
const path = pathOf(johnson);
const accounts = await accountsOfTests(world.system(), path);

/** The first instants of months with that offset, worked out by hand; the years only go on. */
const monthEnds = [
  { zone: "America/Noronha", begins: "2027-04-01T02:00:00Z", lastDay: "2027-03-31" },
  { zone: "Asia/Kolkata", begins: "2028-02-29T18:30:00Z", lastDay: "2028-02-29" },
  { zone: "Europe/London", begins: "2029-03-31T23:00:00Z", lastDay: "2029-03-31" },
  { zone: "Europe/London", begins: "2029-11-01T00:00:00Z", lastDay: "2029-10-31" },
  { zone: "America/New_York", begins: "2030-04-01T04:00:00Z", lastDay: "2030-03-31" },
  { zone: "America/New_York", begins: "2030-12-01T05:00:00Z", lastDay: "2030-11-30" },
  { zone: "Pacific/Chatham", begins: "2031-03-31T10:15:00Z", lastDay: "2031-03-31" },
] as const;

async function call(at: number): Promise<void> {
  world.clock.set(new Date(at));
  const lines = [
    { accountId: accounts.billing, micros: -1_500_000n },
    { accountId: accounts.income, micros: 1_500_000n },
  ];
  const one = { kind: "CALL" as const, reference: newId(), path, description: "Call", lines };
  await transaction(world.system(), (tx) => post(tx, [one]));
}

interface Issued {
  readonly from: string;
  readonly until: string;
  readonly zone: string;
  readonly calls: number;
}

const invoices = () =>
  world.database.rows<Issued>(
    `select i.period_from::text as from, i.period_until::text as until, i.time_zone as zone, l.calls from invoice i
     join invoice_line l on l.invoice_id = i.id and l.kind = 'USAGE' where i.account_id = $1 order by i.number`,
    [accounts.billing],
  );

async function sweep(): Promise<void> {
  await invoiceAccounts(world.system());
}

test.for(monthEnds)(
  "X11: a month ends at $begins in $zone, and a call is on the invoice of the month in which it was charged",
  async ({ zone, begins, lastDay }) => {
    const at = Date.parse(begins);
    await world.database.rows("update reseller set time_zone = $1 where id = $2", [zone, johnson.resellerId]);
    world.clock.set(new Date(at - 5 * 86_400_000));
    await sweep();
    const before = (await invoices()).length;
    await world.database.rows("update invoice_cycle set until_on = null, next_at = $1", [
      new Date(at - 5 * 86_400_000),
    ]);
    await sweep();
    await call(at - 1);
    await sweep();
    expect(await invoices()).toHaveLength(before);
    await call(at);
    await sweep();
    const issued = await invoices();
    expect(issued).toHaveLength(before + 1);
    const [day] = await world.database.rows<{ next: string }>("select ($1::date + 1)::text as next", [lastDay]);
    expect(issued.at(-1)).toMatchObject({ until: day!.next, zone });
  },
);

test("X11: every call stands on exactly one invoice, at whichever instants and in whichever zones they ended", async () => {
  world.clock.set("2032-01-05T12:00:00Z");
  await sweep();
  const rows = await invoices();
  expect(rows.reduce((sum, { calls }) => sum + calls, 0)).toBe(monthEnds.length * 2);
  const [sum] = await world.database.rows<{ charged: string }>(
    "select sum(charged_micros)::text as charged from invoice where account_id = $1",
    [accounts.billing],
  );
  expect(sum!.charged).toBe(String(monthEnds.length * 2 * 1_500_000));
});

test("an invoice on demand is about the day on which it was asked for too, and the next one goes on from that day", async () => {
  const issue = () =>
    requestInvoice(world.as("owner@acme.test"), {
      idempotencyKey: newId(),
      accountId: encodeId("bac", accounts.billing),
    });
  await call(Date.parse("2032-01-15T01:00:00Z"));
  await issue();
  await call(Date.parse("2032-01-15T02:00:00Z"));
  await issue();
  await call(Date.parse("2032-01-20T01:00:00Z"));
  await issue();
  expect((await invoices()).slice(-3).map(({ from, until }) => [from, until])).toEqual([
    [expect.any(String), "2032-01-16"],
    ["2032-01-15", "2032-01-16"],
    ["2032-01-15", "2032-01-21"],
  ]);
});

test("an account that cannot be invoiced says why and is tried again after an hour, and the others have their invoices", async () => {
  const other = await accountsOfTests(world.system(), pathOf(customersOfTests.johnSmith));
  const lines = (billing: string, income: string) => [
    { accountId: billing, micros: -1_500_000n },
    { accountId: income, micros: 1_500_000n },
  ];
  const sides = [
    { ...accounts, of: path },
    { ...other, of: pathOf(customersOfTests.johnSmith) },
  ];
  for (const { billing, income, of } of sides) {
    const one = {
      kind: "CALL" as const,
      reference: newId(),
      path: of,
      description: "Call",
      lines: lines(billing, income),
    };
    await transaction(world.system(), (tx) => post(tx, [one]));
  }
  const due = new Date(world.clock.now().getTime() + 86_400_000);
  const on = due.toISOString().slice(0, 10);
  await world.database.rows("update invoice_cycle set until_on = $1, next_at = $2", [on, due]);
  world.clock.set(new Date(due.getTime() + 1_000));
  await world.database.rows(`create function refuse_one() returns trigger language plpgsql as $$ begin
    raise exception 'numeric field overflow'; end $$`);
  await world.database.rows(
    `create trigger refuse_one before insert on invoice for each row when (new.account_id = '${accounts.billing}') execute function refuse_one()`,
  );
  const count = async () =>
    (
      await world.database.rows<{ account_id: string; count: number }>(
        "select account_id, count(*)::int as count from invoice where account_id = any($1) group by 1",
        [[accounts.billing, other.billing]],
      )
    ).map(({ account_id: id, count: issued }) => [id, issued] as const);
  const before = new Map(await count());
  await sweep();
  await sweep();
  const added = async (id: string) => (new Map(await count()).get(id) ?? 0) - (before.get(id) ?? 0);
  expect([await added(accounts.billing), await added(other.billing)]).toEqual([0, 1]);
  const failed = () => world.database.rows("select account_id, problem from invoice_cycle where problem is not null");
  expect(await failed()).toEqual([
    { account_id: accounts.billing, problem: expect.stringContaining("numeric field overflow") },
  ]);
  const seen = await world.graphql(
    "owner@acme.test",
    "{ homeSummary { attention { kind title detail target { __typename id } } billing { invoicesLeft } } }",
  );
  expect(seen.data?.["homeSummary"]).toMatchObject({
    attention: [
      {
        kind: "INVOICE_FAILED",
        title: johnson.name,
        detail: expect.stringMatching(/^It is tried again every hour; /),
        target: { id: encodeId("cus", johnson.id) },
      },
    ],
    billing: { invoicesLeft: 1 },
  });
  await world.database.rows("drop trigger refuse_one on invoice");
  await sweep();
  expect(await added(accounts.billing)).toBe(0);
  world.clock.advance({ hours: 1 });
  await sweep();
  expect([await added(accounts.billing), await failed()]).toEqual([1, []]);
});
