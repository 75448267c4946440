import { newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { startCharging } from "../charging/start-charging.ts";
import { transaction } from "../kernel/context.ts";
import { postOne, type NewTransaction } from "../ledger/post.ts";
import { settleCalls } from "../rating/settle-calls.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, payment, pounds } from "../testkit/ledger-of-tests.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { johnSmith, johnDoe, johnson } = customersOfTests;
const { acme, nord } = resellersOfTests;
const smith = pathOf(johnSmith);

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [["1", "USA", "0.01", "6/6"]]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
  await world.database.rows("update reseller set time_zone = 'Asia/Kolkata' where id = $1", [acme.id]);
});

function post(posted: NewTransaction) {
  return transaction(world.system(), (tx) => postOne(tx, posted));
}

/** By a seller's hand, whatever the balance is. */
async function charge(path: string, seller: string, amount: number) {
  const accounts = await accountsOfTests(world.system(), path, seller);
  const lines = [
    { accountId: accounts.billing, micros: -pounds(amount) },
    { accountId: accounts.income, micros: pounds(amount) },
  ];
  return post({ kind: "CHARGE", reference: newId(), path, description: "Router", lines });
}

function dayAndHourIn(timeZone: string, at: Date): [day: string, hour: string] {
  const [day, time] = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
    .format(at)
    .split(" ");
  return [day!, time!.slice(0, 2)];
}

async function reportOf(email: string, from: string, to = from) {
  const figures =
    "{ revenue { amount } deposits { amount } cost { amount } otherCost { amount currency } profit { amount } marginPercent }";
  const asked = `query ($from: String!, $to: String!) { financialReport(from: $from, to: $to) { timeZone months { month figures ${figures} } total ${figures} } }`;
  const { data, errors } = await world.graphql(email, asked, { from, to });
  expect(errors).toBeUndefined();
  return (
    data as { financialReport: { timeZone: string; months: { month: string; figures: object }[]; total: object } }
  ).financialReport;
}

const figures = (revenue: string, deposits: string, cost: string, profit: string, marginPercent: string | null) => ({
  revenue: { amount: revenue },
  deposits: { amount: deposits },
  cost: { amount: cost },
  otherCost: null,
  profit: { amount: profit },
  marginPercent,
});

test("V23: 100.00 charged, 80.00 paid in and 61.50 paid are a profit of 38.50 and a margin of 38.5 %, in the months of the reseller's half-hour zone", async () => {
  const accounts = await accountsOfTests(world.system(), smith, acme.path);
  world.clock.set("2026-09-30T18:29:59Z");
  await charge(smith, acme.path, 1);
  world.clock.set("2026-09-30T18:30:00Z");
  await charge(smith, acme.path, 60);
  await charge(pathOf(johnDoe), acme.path, 40);
  const { id } = await charge(smith, acme.path, 5);
  const back = {
    kind: "REVERSAL",
    reference: newId(),
    path: smith,
    description: "Came back",
    lines: [],
    reverses: id,
  } as const;
  await post(back);
  await post(payment(accounts, pounds(80), newId(), smith));
  await charge(acme.path, nord.path, 61.5);
  world.clock.set("2026-10-31T18:30:00Z");
  await charge(smith, acme.path, 2);
  const report = await reportOf("owner@acme.test", "2026-09", "2026-11");
  expect(report.timeZone).toBe("Asia/Kolkata");
  expect(report.months).toEqual([
    { month: "2026-09", figures: figures("1.00", "0.00", "0.00", "1.00", "100.00") },
    { month: "2026-10", figures: figures("100.00", "80.00", "61.50", "38.50", "38.50") },
    { month: "2026-11", figures: figures("2.00", "0.00", "0.00", "2.00", "100.00") },
  ]);
  expect(report.total).toEqual(figures("103.00", "80.00", "61.50", "41.50", "40.29"));
  // Where the reseller above is, it was still September.
  const above = await reportOf("owner@nord.test", "2026-09");
  expect(above.total).toEqual(figures("61.50", "0.00", "0.00", "61.50", "100.00"));
  expect((await reportOf("owner@beta.test", "2026-10")).total).toEqual(figures("0.00", "0.00", "0.00", "0.00", null));
});

test("V26, BX13: a call of 61 seconds brings 0.024 and costs 0.011, a margin of 0.013, at each tier its own; no month of it is anybody else's", async () => {
  world.clock.set("2026-12-05T12:00:00Z");
  const startedAt = world.clock.now();
  const asked = { source: "test", serviceId: null, direction: "OUT", caller: "447700900100", refusal: null } as const;
  const number = {
    called: "12125550100",
    number: "12125550100",
    state: "ANSWERED",
    startedAt,
    answeredAt: startedAt,
  } as const;
  const endedAt = new Date(startedAt.getTime() + 61_000);
  for (const customerId of [johnSmith.id, johnSmith.id, johnDoe.id]) {
    const call = { ...asked, ...number, sourceKey: newId(), customerId, endedAt, seconds: 61 };
    await transaction(world.system(), (tx) => settleCalls(tx, [call]));
  }
  const margins =
    '{ callMargins(from: "2026-12", to: "2026-12") { buyer calls cadencedSeconds freeSeconds price { amount } cost { amount } margin { amount } marginPercent } }';
  const row = (
    buyer: string,
    calls: number,
    seconds: number,
    price: string,
    cost: string,
    margin: string,
    percent: string,
  ) => ({
    buyer,
    calls,
    cadencedSeconds: seconds,
    freeSeconds: 0,
    price: { amount: price },
    cost: { amount: cost },
    margin: { amount: margin },
    marginPercent: percent,
  });
  expect((await world.graphql("owner@acme.test", margins)).data).toEqual({
    callMargins: [
      row("John Smith (ID: 123)", 2, 240, "0.048", "0.022", "0.026", "54.17"),
      row("John Doe (ID: 456)", 1, 120, "0.024", "0.011", "0.013", "54.17"),
    ],
  });
  expect((await world.graphql("owner@nord.test", margins)).data).toEqual({
    callMargins: [row("Acme", 3, 198, "0.033", "0.033", "0.00", "0.00")],
  });
  expect((await world.graphql("owner@beta.test", margins)).data).toEqual({ callMargins: [] });

  // When: half past seven in the evening with Acme, 14:00 with Nord.
  const byTime = (by: string, month = "2026-12", to = month) =>
    `{ callsByTime(from: "${month}", to: "${to}", by: ${by}) { period calls seconds price { amount } cost { amount } margin { amount } } }`;
  type Times = { callsByTime: readonly { period: string; calls: number }[] };
  const busy = async (email: string, by: string) => {
    const { data } = await world.graphql(email, byTime(by));
    const all = (data as unknown as Times).callsByTime;
    return { length: all.length, busy: all.filter(({ calls }) => calls > 0) };
  };
  const brought = { calls: 3, seconds: 183, price: { amount: "0.072" }, cost: { amount: "0.033" } };
  const sold = { ...brought, margin: { amount: "0.039" } };
  const [day, hour] = dayAndHourIn("Asia/Kolkata", startedAt);
  expect(await busy("owner@acme.test", "DAY")).toEqual({ length: 31, busy: [{ period: day, ...sold }] });
  expect(await busy("owner@acme.test", "HOUR")).toEqual({ length: 24, busy: [{ period: hour, ...sold }] });
  expect((await busy("owner@nord.test", "HOUR")).busy).toMatchObject([
    { period: dayAndHourIn("Europe/London", startedAt)[1], calls: 3, price: { amount: "0.033" } },
  ]);
  expect((await busy("owner@beta.test", "HOUR")).busy).toEqual([]);
  const { errors } = await world.graphql("owner@acme.test", byTime("DAY", "2026-08", "2026-11"));
  expect(errors?.[0]?.message).toContain("92 days at most");
  expect((await reportOf("owner@acme.test", "2026-12")).total).toEqual(
    figures("0.072", "0.00", "0.033", "0.039", "54.17"),
  );
  expect((await reportOf("owner@nord.test", "2026-12")).total).toEqual(
    figures("0.033", "0.00", "0.033", "0.00", "0.00"),
  );
});

test("OX11, VX10: 45.00 a month from three active customers are 15.00 for each; what calls cost in thirty days and today, and what is owed", async () => {
  for (const [customer, price, intervalMonths] of [
    [johnSmith, 15, 1],
    [johnDoe, 60, 3],
    [johnson, 10, 1],
  ] as const) {
    const path = pathOf(customer);
    await transaction(world.system(), (tx) =>
      startCharging(tx, {
        subjectKind: "DID",
        subjectId: newId(),
        customerId: customer.id,
        path,
        description: "Number",
        edges: [{ path, currency: "GBP", setup: null, recurring: pounds(price), rule: "RETAIL", source: null }],
        intervalMonths,
      }),
    );
  }
  const asked = `{ businessFigures { recurringRevenue { amount } activeCustomers revenuePerCustomer { amount } owed { amount } debtors balance { amount }
    last30Days { spent { amount } calls seconds } today { spent { amount } calls seconds } } }`;
  const spent = { spent: { amount: "0.033" }, calls: 3, seconds: 183 };
  expect((await world.graphql("owner@acme.test", asked)).data).toEqual({
    businessFigures: {
      recurringRevenue: { amount: "45.00" },
      activeCustomers: 3,
      revenuePerCustomer: { amount: "15.00" },
      owed: { amount: "110.024" },
      debtors: 2,
      balance: { amount: "-61.533" },
      last30Days: spent,
      today: spent,
    },
  });
  world.clock.set("2026-12-05T18:30:00Z");
  const later = (await world.graphql("owner@acme.test", asked)).data as { businessFigures: Record<string, object> };
  expect(later.businessFigures["last30Days"]).toEqual(spent);
  expect(later.businessFigures["today"]).toEqual({ spent: { amount: "0.00" }, calls: 0, seconds: 0 });
});

test("a report of no months, of too many, or for who may not see cost is refused", async () => {
  const refused = async (email: string, from: string, to: string) => {
    const { errors } = await world.graphql(email, `{ financialReport(from: "${from}", to: "${to}") { timeZone } }`);
    return (errors?.[0]?.originalError as { code?: string } | undefined)?.code;
  };
  expect(await refused("owner@acme.test", "2026-12", "2026-11")).toBe("BAD_USER_INPUT");
  expect(await refused("owner@acme.test", "2026-13", "2026-13")).toBe("BAD_USER_INPUT");
  expect(await refused("owner@acme.test", "2024-01", "2026-01")).toBe("BAD_USER_INPUT");
  expect(await refused("agent@acme.test", "2026-11", "2026-11")).toBe("FORBIDDEN");
});
