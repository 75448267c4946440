import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { renderPage, viewerOf } from "../../testkit/render-page.tsx";
import { ReportsPage } from "./ReportsPage.tsx";

beforeEach(() => void vi.stubGlobal("fetch", async () => Response.json({ files: [] })));

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });

const figures = (revenue: string, deposits: string, cost: string, profit: string, marginPercent: string | null) => ({
  __typename: "FinancialFigures",
  revenue: money(revenue),
  deposits: money(deposits),
  cost: money(cost),
  otherCost: null,
  profit: money(profit),
  marginPercent,
});

const november = figures("100.00", "80.00", "61.50", "38.50", "38.50");
const reports = {
  financialReport: {
    __typename: "FinancialReport",
    timeZone: "Europe/London",
    months: [{ __typename: "FinancialMonth", month: "2026-11", figures: november }],
    total: november,
  },
  callMargins: [
    {
      __typename: "CallMargin",
      buyer: "John Smith (ID: 123)",
      calls: 2,
      cadencedSeconds: 240,
      freeSeconds: 60,
      price: money("0.048"),
      cost: money("0.022"),
      margin: money("0.026"),
      marginPercent: "54.17",
    },
  ],
};
const spent = { __typename: "SpentOnCalls", spent: money("8.0588"), calls: 56, seconds: 3_095 };
const business = {
  businessFigures: {
    __typename: "BusinessFigures",
    recurringRevenue: money("45.00"),
    activeCustomers: 3,
    revenuePerCustomer: money("15.00"),
    owed: money("110.02"),
    debtors: 2,
    balance: money("-61.53"),
    last30Days: spent,
    today: { ...spent, calls: 1 },
  },
};

const atTime = (period: string, calls: number, price: string) => ({
  __typename: "CallsAtTime",
  period,
  calls,
  seconds: calls * 61,
  price: money(price),
  cost: money("0.011"),
  margin: money("0.013"),
});
const times = { callsByTime: [atTime("08", 0, "0.00"), atTime("09", 3, "0.072"), atTime("10", 1, "0.024")] };

test("V23, OX11, VX10: revenue, deposits, cost and profit by month, what each buyer's calls brought, and how the business stands; the months stand in the address", async () => {
  const { sent } = await renderPage(<ReportsPage />, {
    at: "/r/acme/reports?from=2026-11&to=2026-11",
    route: "/r/$reseller/reports",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: { MoneyReports: reports, BusinessFigures: business, CallsByTime: times },
  });
  const month = await screen.findByRole("row", { name: /November 2026/ });
  for (const text of ["£100.00", "£80.00", "£61.50", "£38.50", "38.5"]) expect(month).toHaveTextContent(text);
  const buyer = screen.getByRole("row", { name: /John Smith/ });
  for (const text of ["£0.048", "£0.022", "£0.026", "54.17"]) expect(buyer).toHaveTextContent(text);
  for (const text of ["£45.00", "£15.00", "£110.02", "51:35"]) {
    expect(screen.getAllByText(new RegExp(text.replace(".", "[.]"))).length).toBeGreaterThan(0);
  }
  expect(sent.find(({ name }) => name === "MoneyReports")!.variables).toEqual({ from: "2026-11", to: "2026-11" });
  fireEvent.change(screen.getByLabelText("From"), { target: { value: "2026-10" } });
  await waitFor(() =>
    expect(sent.filter(({ name }) => name === "MoneyReports").at(-1)!.variables).toEqual({
      from: "2026-10",
      to: "2026-11",
    }),
  );
  expect(within(screen.getByRole("row", { name: /Together/ })).getByText("£38.50")).toBeVisible();
});

test("who may not see cost is told so, and nothing is asked", async () => {
  const { sent } = await renderPage(<ReportsPage />, {
    at: "/r/acme/reports",
    route: "/r/$reseller/reports",
    viewer: viewerOf("AGENT"),
    operations: { MoneyReports: reports, BusinessFigures: business, CallsByTime: times },
  });
  expect(await screen.findByRole("heading", { name: "Reports" })).toBeVisible();
  expect(sent.map(({ name }) => name)).not.toContain("MoneyReports");
});

const customer = { __typename: "Customer", id: "cus_1", label: "John Smith (ID: 123)" };
const accounts = (rows: readonly object[]) => ({
  accountReport: {
    __typename: "AccountReportConnection",
    nodes: rows,
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  },
});
const line = {
  __typename: "AccountReportRow",
  key: "svc_1",
  customer,
  serviceId: "svc_1",
  account: "acme-790",
  offering: "Mobile - 20 GB",
  ratePlan: "Standard",
  numbers: ["+447700900123", "+447700900124"],
  mode: "POSTPAID",
  balance: money("-14.51"),
};

test("V24: lines with customer, plan, numbers and balance; filters and order stand in the address and in the file's", async () => {
  const { sent, address } = await renderPage(<ReportsPage />, {
    at: "/r/acme/reports?view=accounts",
    route: "/r/$reseller/reports",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: {
      AccountReport: ({ filter }) => accounts((filter as { hasLine?: boolean }).hasLine === false ? [] : [line]),
    },
  });
  const row = await screen.findByRole("row", { name: /John Smith/ });
  for (const text of ["acme-790", "Mobile - 20 GB", "Standard", "Postpaid", "−£14.51"])
    expect(row).toHaveTextContent(text);
  expect(within(row).getByRole("link", { name: "John Smith (ID: 123)" })).toHaveAttribute(
    "href",
    "/r/acme/customers/cus_1",
  );
  const file = () =>
    new URL(screen.getByRole("link", { name: "Save as CSV" }).getAttribute("href")!, "https://console.test");
  expect(file().pathname).toBe("/exports/accounts.csv");
  expect(Object.fromEntries(file().searchParams)).toEqual({ order: "NAME", "tierline-on-behalf-of": "acme" });
  fireEvent.click(screen.getByRole("button", { name: "No line" }));
  expect(await screen.findByText("Nothing matches these filters.")).toBeVisible();
  expect(address()).toContain("line=without");
  expect(Object.fromEntries(file().searchParams)).toMatchObject({ hasLine: "false" });
  expect(sent.at(-1)!.variables).toMatchObject({ filter: { hasLine: false }, orderBy: "NAME", first: 50 });
  fireEvent.click(screen.getByRole("button", { name: "Clear filters" }));
  expect(await screen.findByRole("row", { name: /John Smith/ })).toBeVisible();
});

test("V25: numbers with what they cost and when that is charged next; sorted by their heads", async () => {
  const number = {
    __typename: "NumberReportRow",
    key: "did_1",
    number: "+447700900123",
    customer,
    serviceId: null,
    account: null,
    setup: money("1.99"),
    monthly: money("3.50"),
    perMinute: "0.03",
    disconnectedAt: null,
    nextBillingOn: "2026-12-21",
  };
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  const { sent, address } = await renderPage(<ReportsPage />, {
    at: "/r/acme/reports?view=numbers&number=%2B447",
    route: "/r/$reseller/reports",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: { NumberReport: { numberReport: { __typename: "NumberReportConnection", nodes: [number], pageInfo } } },
  });
  const row = await screen.findByRole("row", { name: /John Smith/ });
  for (const text of ["£1.99", "£3.50", "£0.03", "21 Dec 2026"]) expect(row).toHaveTextContent(text);
  expect(sent[0]!.variables).toMatchObject({ filter: { number: "+447" }, orderBy: "NUMBER" });
  fireEvent.click(screen.getByRole("button", { name: /Customer/ }));
  await waitFor(() => expect(sent.at(-1)!.variables).toMatchObject({ orderBy: "CLIENT" }));
  expect(address()).toContain("numbers=CLIENT");
});

test("VX11: a long list becomes a file in the background: how far it is is shown, and it is handed out when it is ready", async () => {
  const file = { id: "f1", list: "accounts", rows: 5_000, askedAt: "2026-11-22T12:00:00Z" };
  let told: object[] = [];
  vi.stubGlobal("fetch", async (address: string) => {
    if (!address.startsWith("/exports/accounts.csv")) return Response.json({ files: told });
    told = [{ ...file, state: "MAKING" }];
    return Response.json(told[0], { status: 202 });
  });
  await renderPage(<ReportsPage />, {
    at: "/r/acme/reports?view=accounts",
    route: "/r/$reseller/reports",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: { AccountReport: accounts([line]) },
  });
  fireEvent.click(await screen.findByRole("link", { name: "Save as CSV" }));
  expect(await screen.findByText("Being made: 5,000 rows so far")).toBeVisible();
  expect(screen.queryByRole("link", { name: "Download" })).toBeNull();
  told = [{ ...file, rows: 12_000, state: "READY" }];
  const download = await screen.findByRole("link", { name: "Download" }, { timeout: 10_000 });
  expect(download).toHaveAttribute("href", "/exports/f1.csv?tierline-on-behalf-of=acme");
  expect(screen.getByText("12,000 rows")).toBeVisible();
});

test("V23: revenue and cost of each month stand as bars above the table, the highest as high as there is room", async () => {
  const october = figures("50.00", "0.00", "-1.00", "51.00", "102.00");
  const months = [
    { __typename: "FinancialMonth", month: "2026-10", figures: october },
    { __typename: "FinancialMonth", month: "2026-11", figures: november },
  ];
  await renderPage(<ReportsPage />, {
    at: "/r/acme/reports?from=2026-10&to=2026-11",
    route: "/r/$reseller/reports",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: {
      MoneyReports: { ...reports, financialReport: { ...reports.financialReport, months } },
      BusinessFigures: business,
    },
  });
  const chart = await screen.findByRole("img", { name: "Revenue and cost by month; the table below says the same." });
  expect(within(chart).getByTitle("Nov: revenue £100.00, cost £61.50")).toBeInTheDocument();
  const heights = [...chart.querySelectorAll<HTMLElement>("[style]")].map(({ style }) => style.height);
  expect(heights).toEqual(["50%", "0%", "100%", "61.5%"]);
});

test("when people call is looked at by the hour, or day by day in the last month; the choice stands in the address", async () => {
  const byDay = { callsByTime: [atTime("2026-11-22", 0, "0.00"), atTime("2026-11-23", 2, "0.048")] };
  const { sent, address } = await renderPage(<ReportsPage />, {
    at: "/r/acme/reports?from=2026-10&to=2026-11",
    route: "/r/$reseller/reports",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: {
      MoneyReports: reports,
      BusinessFigures: business,
      CallsByTime: ({ by }) => (by === "DAY" ? byDay : times),
    },
  });
  const panel = await screen.findByRole("region", { name: "When people call" });
  const busy = await within(panel).findByRole("row", { name: /09:00/ });
  for (const text of ["3", "3:03", "£0.072", "£0.013"]) expect(busy).toHaveTextContent(text);
  expect(within(panel).queryByRole("row", { name: /08:00/ })).toBeNull();
  expect(within(panel).getByRole("img", { name: /Calls by the time at which they began/ })).toBeVisible();
  fireEvent.click(within(panel).getByRole("radio", { name: "Day" }));
  expect(await within(panel).findByRole("row", { name: /Monday.* 23 November/ })).toHaveTextContent("£0.048");
  expect(address()).toContain("calls=DAY");
  expect(sent.filter(({ name }) => name === "CallsByTime").map(({ variables }) => variables)).toEqual([
    { by: "HOUR", from: "2026-10", to: "2026-11" },
    { by: "DAY", from: "2026-11", to: "2026-11" },
  ]);
});

test("M4: customers are counted by what they do, with the share of each, those of whom nobody has said too", async () => {
  const of = (type: string | null, customers: number) => ({ __typename: "CustomersOfType", type, customers });
  await renderPage(<ReportsPage />, {
    at: "/r/acme/reports?view=customers",
    route: "/r/$reseller/reports",
    viewer: viewerOf("RESELLER_OWNER"),
    operations: {
      CustomersByBusinessType: { customersByBusinessType: [of("HOSPITALITY", 3), of("RETAIL", 0), of(null, 1)] },
    },
  });
  expect(await screen.findByRole("row", { name: /Hotels and restaurants 3 75%/ })).toBeVisible();
  expect(screen.getByRole("row", { name: /Retail 0 0%/ })).toBeVisible();
  expect(screen.getByRole("row", { name: /Nobody has said 1 25%/ })).toBeVisible();
});
