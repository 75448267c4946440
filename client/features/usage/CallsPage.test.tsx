import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { callFilterOf, allCalls } from "../../navigation/calls-state.ts";
import { renderPage } from "../../testkit/render-page.tsx";
import { CallsPage } from "./CallsPage.tsx";
import { OwnCallsPage } from "./OwnCallsPage.tsx";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
const call = (more: object = {}) => ({
  __typename: "Call",
  id: "cal_1",
  direction: "OUT",
  caller: "447700900100",
  called: "12125550100",
  callType: "FIXED",
  destination: "USA",
  state: "ANSWERED",
  startedAt: "2026-11-21T12:01:00.000Z",
  seconds: 180,
  refusal: null,
  problem: null,
  correctsId: null,
  charge: {
    __typename: "CallCharge",
    rate: "0.1",
    cadence: "60/60",
    freeSeconds: 60,
    billedSeconds: 120,
    amount: money("0.20"),
    parts: [],
  },
  margin: money("0.05"),
  customer: { __typename: "Customer", id: "cus_1", label: "John Smith (ID: 123)" },
  ...more,
});
const list = (nodes: object[], seesCost = true) => ({
  calls: {
    __typename: "CallConnection",
    nodes,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    totals: {
      __typename: "CallTotals",
      count: nodes.length,
      answered: nodes.length,
      seconds: 180,
      freeSeconds: 60,
      billedSeconds: 120,
      price: money("0.20"),
      cost: seesCost ? money("0.15") : null,
      margin: seesCost ? money("0.05") : null,
    },
  },
});
const place = { at: "/r/acme/calls", route: "/r/$reseller/calls" };

test("BX8, V21: a call stands with what was included and what it came to, and all of them with their sums", async () => {
  const corrected = call({ id: "cal_2", seconds: -60, correctsId: "cal_1" });
  const unpriced = call({ id: "cal_3", problem: "UNKNOWN_PREFIX", charge: null, margin: null });
  await renderPage(<CallsPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: { CallList: list([call(), corrected, unpriced]) },
  });
  const rows = within(await screen.findByRole("table", { name: "Calls" })).getAllByRole("row");
  expect(rows[1]).toHaveTextContent("John Smith (ID: 123)");
  expect(rows[1]).toHaveTextContent("3:001:00 included");
  expect(rows[1]).toHaveTextContent("£0.20");
  expect(rows[2]).toHaveTextContent("Correction");
  expect(rows[2]).toHaveTextContent("−1:00");
  expect(rows[3]).toHaveTextContent("No price: no rate for it");
  expect(screen.getByRole("region", { name: "In this time" })).toHaveTextContent("Margin£0.05");
});

test("amounts of a column have one number of places", async () => {
  const dear = { ...call().charge, amount: money("0.0144") };
  await renderPage(<CallsPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: { CallList: list([call(), call({ id: "cal_2", charge: dear })]) },
  });
  const rows = within(await screen.findByRole("table", { name: "Calls" })).getAllByRole("row");
  expect(rows.slice(1).map((row) => /£0\.[0-9]+/.exec(row.textContent)?.[0])).toEqual(["£0.2000", "£0.0144"]);
});

test("V3, U26: who may not see cost is shown none", async () => {
  await renderPage(<CallsPage />, {
    ...place,
    role: "AGENT",
    operations: { CallList: list([call({ margin: null })], false) },
  });
  const table = await screen.findByRole("table", { name: "Calls" });
  expect(within(table).queryByRole("columnheader", { name: "Margin" })).toBeNull();
  expect(screen.getByRole("region", { name: "In this time" })).not.toHaveTextContent("Cost");
});

test("what is chosen stands in the address and is asked for", async () => {
  const { sent } = await renderPage(<CallsPage />, {
    ...place,
    at: "/r/acme/calls?from=2026-11-20&to=2026-11-21",
    role: "RESELLER_OWNER",
    operations: { CallList: list([]) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Received" }));
  expect(await screen.findByText("No such calls in this time.")).toBeVisible();
  const filter = { from: "2026-11-20T00:00:00.000Z", until: "2026-11-22T00:00:00.000Z", direction: "IN" };
  expect(sent.at(-1)?.variables["filter"]).toEqual(filter);
  const file = new URL(screen.getByRole<HTMLAnchorElement>("link", { name: "Save as CSV" }).href);
  expect(file.pathname).toBe("/exports/calls.csv");
  expect(Object.fromEntries(file.searchParams)).toEqual({ ...filter, "tierline-on-behalf-of": "acme" });
});

test("the calls of an invoice are asked for whenever they were, and the way back to all of them is one click", async () => {
  const { sent, address } = await renderPage(<CallsPage />, {
    ...place,
    at: "/r/acme/calls?invoice=inv_1",
    role: "RESELLER_OWNER",
    operations: { CallList: list([]) },
  });
  const chosen = await screen.findByRole("button", { name: "Of one invoice", pressed: true });
  const filter = { from: "2000-01-01T00:00:00.000Z", until: "2100-01-01T00:00:00.000Z", invoiceId: "inv_1" };
  expect(sent.at(-1)?.variables["filter"]).toEqual(filter);
  expect(screen.queryByLabelText("From")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Price again…" })).not.toBeInTheDocument();
  await userEvent.click(chosen);
  expect(await screen.findByLabelText("From")).toBeVisible();
  expect(screen.getByRole("button", { name: "Price again…" })).toBeVisible();
  expect(address()).toBe("/r/acme/calls");
});

test("VX11: a day is one of the reseller's time zone, half hours too; more than 92 days are not asked for", async () => {
  const now = Date.parse("2026-11-21T20:00:00Z");
  const asked = callFilterOf({ ...allCalls, from: "2026-11-21", to: "2026-11-21" }, "Asia/Kolkata", now);
  expect(asked).toEqual({ from: "2026-11-20T18:30:00.000Z", until: "2026-11-21T18:30:00.000Z" });
  expect(callFilterOf(allCalls, "Asia/Kolkata", now)?.until).toBe("2026-11-22T18:30:00.000Z");
  const days = (from: string) => callFilterOf({ ...allCalls, from, to: "2026-11-21" }, "Europe/London", now);
  expect([days("2026-08-22"), days("2026-08-21")].map((each) => each === null)).toEqual([false, true]);
  const { sent } = await renderPage(<CallsPage />, {
    ...place,
    at: "/r/acme/calls?from=2026-01-01&to=2026-11-21",
    role: "RESELLER_OWNER",
    operations: {},
  });
  expect(await screen.findByText("At most 92 days at once")).toBeVisible();
  expect(sent).toEqual([]);
});

test("B12, VX15: a customer's people see their calls where their reseller lets them, and else who can", async () => {
  const at = { at: "/portal/calls", route: "/portal/calls", role: "CUSTOMER_USER" } as const;
  const jane = { customer: { __typename: "Customer", id: "cus_789", label: "Johnson (ID: 789)" } } as const;
  const open = { ...jane, permissions: ["call.view"] };
  const { unmount } = await renderPage(<OwnCallsPage />, {
    ...at,
    viewer: open,
    operations: { CallList: list([call({ margin: null, callType: null, destination: null })], false) },
  });
  const table = await screen.findByRole("table", { name: "Calls" });
  expect(within(table).queryByRole("columnheader", { name: "Customer" })).toBeNull();
  unmount();
  const { sent } = await renderPage(<OwnCallsPage />, { ...at, viewer: { ...jane, permissions: [] }, operations: {} });
  expect(await screen.findByText(/Ask them to open this for you/)).toBeVisible();
  expect(sent).toEqual([]);
});

test("BX8: a call that was split tells by what it was counted from when on, and for how long", async () => {
  const part = (fromSecond: number, rate: string, freeSeconds: number, billedSeconds: number) => ({
    __typename: "CallPart",
    fromSecond,
    rate,
    cadence: "60/60",
    freeSeconds,
    billedSeconds,
  });
  const charge = { ...call().charge, parts: [part(0, "0.1", 60, 60), part(100, "0.2", 0, 60)] };
  await renderPage(<CallsPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: { CallList: list([call({ charge })]) },
  });
  await userEvent.click(await screen.findByRole("button", { name: /\+1 212/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Call" }));
  expect(dialog.getByText("from 0:00: 1:00 at 0.1 a minute, counted 60/60 · 1:00 included")).toBeVisible();
  expect(dialog.getByText("from 1:40: 1:00 at 0.2 a minute, counted 60/60")).toBeVisible();
});

test("a call is opened and corrected: the difference is seen before anything is posted, and again after a change", async () => {
  const sum = (seconds: number, price: string, cost: string) => ({
    __typename: "CallSum",
    seconds,
    price: money(price),
    cost: money(cost),
  });
  const correctCall = {
    __typename: "CorrectCallPayload",
    before: sum(180, "0.20", "0.15"),
    after: sum(61, "0.0144", "0.01"),
    userErrors: [],
  };
  const { sent } = await renderPage(<CallsPage />, {
    ...place,
    role: "RESELLER_OWNER",
    operations: { CallList: list([call()]), CorrectCall: { correctCall } },
  });
  const person = userEvent.setup();
  await person.click(await screen.findByRole("button", { name: /\+1 212/ }));
  await person.click(await screen.findByRole("button", { name: "Correct…" }));
  const dialog = within(await screen.findByRole("dialog", { name: /Correct the call to/ }));
  await person.clear(dialog.getByLabelText(/How many seconds/));
  await person.type(dialog.getByLabelText(/How many seconds/), "61");
  await person.type(dialog.getByLabelText(/Reason/), "Wrong");
  await person.click(dialog.getByRole("button", { name: "See the difference" }));
  const seen = await dialog.findByRole("region", { name: "What it comes to" });
  expect(await within(seen).findByText("−£0.1856")).toBeVisible();
  expect(seen).toHaveTextContent("3:00 → 1:01");
  const asked = { id: "cal_1", isAnswered: true, seconds: 61, called: null, reason: "Wrong" };
  expect(sent.at(-1)?.variables["input"]).toMatchObject({ ...asked, dryRun: true });
  await person.type(dialog.getByLabelText(/Number that was called/), "9");
  expect(dialog.getByRole("button", { name: "See the difference" })).toBeVisible();
  await person.type(dialog.getByLabelText(/Number that was called/), "{Backspace}");
  await person.click(dialog.getByRole("button", { name: "Correct" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const posted = sent.find(
    ({ variables }) => (variables["input"] as { dryRun?: boolean } | undefined)?.dryRun === false,
  );
  expect(posted?.variables["input"]).toMatchObject(asked);
});
