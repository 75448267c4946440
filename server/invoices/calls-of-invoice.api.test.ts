import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { askAs, customersOfTests, jane, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { johnSmith, johnson } = customersOfTests;
const owner = "owner@acme.test";
const above = "owner@nord.test";
const hoursAfter = (hours: number) => new Date(t0.getTime() + hours * 3_600_000);

interface Usage {
  readonly id: string;
  readonly calls: number;
  readonly exact: string;
}

async function issued(path: string, email = owner): Promise<Usage> {
  const [account] = await world.database.rows<{ id: string }>(
    "select id from ledger_account where path = $1 and kind = 'BILLING'",
    [path],
  );
  const { data, errors } = await world.graphql(
    email,
    `mutation ($input: IssueInvoiceInput!) { issueInvoice(input: $input) {
      invoice { id lines { kind calls exactAmount { amount } } } userErrors { code } } }`,
    { input: { idempotencyKey: newId(), accountId: encodeId("bac", account!.id) } },
  );
  expect(errors).toBeUndefined();
  type Line = { kind: string; calls: number; exactAmount: { amount: string } };
  const { invoice } = (data as { issueInvoice: { invoice: { id: string; lines: Line[] } } }).issueInvoice;
  expect(invoice.lines.map(({ kind }) => kind)).toEqual(["USAGE"]);
  return { id: invoice.id, calls: invoice.lines[0]!.calls, exact: invoice.lines[0]!.exactAmount.amount };
}

const source = `query ($filter: CallFilter!) { calls(filter: $filter, first: 50) {
  nodes { correctsId startedAt } totals { price { amount } cost { amount } } } }`;
const ever = { from: "2000-01-01T00:00:00Z", until: "2100-01-01T00:00:00Z" };

interface Summed {
  readonly nodes: readonly { readonly startedAt: string }[];
  readonly totals: { readonly price: { readonly amount: string }; readonly cost: { readonly amount: string } | null };
}

async function callsOf(invoiceId: string, email = owner): Promise<Summed> {
  const { data, errors } = await world.graphql(email, source, { filter: { ...ever, invoiceId } });
  expect(errors).toBeUndefined();
  return (data as { calls: Summed }).calls;
}

beforeAll(async () => {
  await plantCustomers(world);
  await plantDeck(world, "nord", [["1", "USA", "0.01", "6/6"]], hoursAfter(-9000));
  await plantPlan(world, "nord", {}, {}, hoursAfter(-9000));
  await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" }, {}, hoursAfter(-9000));
  world.clock.set("2026-11-25T12:00:00Z");
});

test("U10: a line of calls opens to exactly the calls that it sums, late ones and corrections too, whose prices come to the line", async () => {
  const call = (seconds: number, at: Date, customer = johnSmith) =>
    callOfTests(seconds, { customerId: customer.id, startedAt: at, source: `${resellersOfTests.acme.id}/switch` });
  const wrong = call(600, hoursAfter(1));
  await settle(world, wrong, call(61, hoursAfter(2)), call(45, hoursAfter(3)), call(200, hoursAfter(4), johnson));
  const first = await issued(pathOf(johnSmith));
  expect(first).toMatchObject({ calls: 3, exact: "0.156" });
  world.clock.advance({ hours: 1 });
  // One of last winter that is told now, one of today, one that costs nothing, and the first one put right.
  await settle(world, call(61, hoursAfter(-8000)), call(61, hoursAfter(90)), call(0, hoursAfter(91)));
  const { data: found } = await world.graphql(
    owner,
    "query ($filter: CallFilter!) { calls(filter: $filter, first: 50) { nodes { id seconds } } }",
    { filter: { ...ever, invoiceId: first.id } },
  );
  const { nodes } = (found as { calls: { nodes: { id: string; seconds: number }[] } }).calls;
  const corrected = await world.graphql(
    owner,
    "mutation ($input: CorrectCallInput!) { correctCall(input: $input) { userErrors { code } } }",
    {
      input: {
        idempotencyKey: newId(),
        id: nodes.find(({ seconds }) => seconds === 600)!.id,
        isAnswered: true,
        seconds: 60,
        reason: "It was a minute",
      },
    },
  );
  expect(corrected).toEqual({ data: { correctCall: { userErrors: [] } } });
  const second = await issued(pathOf(johnSmith));
  expect(second).toMatchObject({ calls: 3, exact: "-0.06" });
  const [before, after] = [await callsOf(first.id), await callsOf(second.id)];
  expect([before.nodes.length, before.totals.price.amount]).toEqual([3, first.exact]);
  expect([after.nodes.length, after.totals.price.amount]).toEqual([3, second.exact]);
  expect(after.nodes.map(({ startedAt }) => startedAt).at(-1)).toBe(hoursAfter(-8000).toISOString());
});

test("whose invoice it is decides who may ask for its calls: its buyer and its seller, and nobody else", async () => {
  await settle(world, callOfTests(61, { startedAt: hoursAfter(95) }));
  const own = await issued(pathOf(johnSmith));
  const acme = await issued(resellersOfTests.acme.path, above);
  // The seller's price is the line; to the buyer the same is what it pays.
  const [sold, bought] = [await callsOf(acme.id, above), await callsOf(acme.id)];
  expect([sold.nodes.length, sold.totals.price.amount]).toEqual([acme.calls, acme.exact]);
  expect([bought.nodes.length, bought.totals.cost?.amount]).toEqual([acme.calls, acme.exact]);
  expect((await callsOf(own.id)).nodes).toHaveLength(1);
  for (const email of [above, "owner@beta.test"]) expect((await callsOf(own.id, email)).nodes).toEqual([]);
  // Jane is one of Johnson's people: their invoice is theirs to open where they may see calls and invoices, Smith's is not.
  const theirs = await issued(pathOf(johnson));
  const asked = (invoiceId: string, ...more: readonly ("call.view" | "invoice.view")[]) => {
    const viewer = { ...jane, permissions: new Set([...jane.permissions, ...more]) };
    return askAs(world, viewer, source, { filter: { ...ever, invoiceId } });
  };
  const closed = await asked(theirs.id, "call.view");
  expect(closed.errors?.[0]?.originalError).toMatchObject({ code: "FORBIDDEN" });
  const opened = await asked(theirs.id, "call.view", "invoice.view");
  const { nodes, totals } = (opened.data as unknown as { calls: Summed }).calls;
  expect([nodes.length, totals.price.amount, totals.cost]).toEqual([1, theirs.exact, null]);
  const smiths = await asked(own.id, "call.view", "invoice.view");
  expect((smiths.data as unknown as { calls: Summed }).calls.nodes).toEqual([]);
  const unbound = await world.graphql(owner, source, { filter: ever });
  expect(unbound.errors?.[0]?.originalError).toMatchObject({ code: "BAD_USER_INPUT" });
});
