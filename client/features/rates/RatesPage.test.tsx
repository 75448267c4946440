import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { readOwnRates } from "./own-rates.ts";
import { RatesPage } from "./RatesPage.tsx";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
const step = {
  __typename: "CallStep",
  seller: "Acme",
  plan: "Standard",
  planEffectiveFrom: "2026-11-01T00:00:00.000Z",
  rule: "MARKUP",
  target: null,
  sellRate: "0.0125",
  connectFee: "0",
  cadence: "60/60",
  cadencedSeconds: 120,
  freeSeconds: 0,
  billedSeconds: 120,
  price: money("0.025"),
  parts: [],
  buying: {
    __typename: "CallBuyingSide",
    markupFixed: "0",
    markupPercent: "25",
    exchangeRate: null,
    buyRate: "0.01",
    cadence: "1/1",
    billedSeconds: 61,
    cost: money("0.010167"),
    margin: money("0.014833"),
  },
};
const call = {
  __typename: "SimulatedCall",
  number: "+442079460958",
  country: "GB",
  prefix: "44",
  destination: "United Kingdom",
  lineType: null,
  route: "PREMIUM",
  at: "2026-11-21T12:00:00.000Z",
  deckNumber: null,
  allowedSeconds: null,
  problem: null,
  steps: [step],
};
const nobody = { customers: { __typename: "CustomerConnection", nodes: [] } };
const place = { at: "/r/acme/rates", route: "/r/$reseller/rates" };

async function simulate(answer: object, role: "AGENT" | "RESELLER_OWNER" = "RESELLER_OWNER") {
  const page = await renderPage(<RatesPage />, {
    ...place,
    role,
    operations: { CallBuyers: nobody, SimulateCall: { simulateCall: answer } },
  });
  await userEvent.type(await screen.findByRole("textbox", { name: /Number called/ }), "020 7946 0958");
  await userEvent.click(screen.getByRole("button", { name: "What would it cost?" }));
  return page;
}

test("V6: a call is priced, and each sale says by which rule", async () => {
  const { sent } = await simulate(call);
  expect(await screen.findByText("Standard: 0.01 + 25 %")).toBeTruthy();
  expect(screen.getByText("£0.014833")).toBeTruthy();
  expect(screen.getByText("Premium")).toBeTruthy();
  expect(sent.find(({ name }) => name === "SimulateCall")?.variables).toEqual({
    input: { to: "020 7946 0958", seconds: 60, customerId: null },
  });
});

test("who may not see cost sees prices alone, and no other view", async () => {
  await simulate({ ...call, steps: [{ ...step, buying: null }] }, "AGENT");
  expect(await screen.findByText("£0.025")).toBeTruthy();
  expect(screen.queryByText("Margin")).toBeNull();
  expect(screen.queryByText("Rate plans")).toBeNull();
});

test("what has no price says why", async () => {
  const problem = { __typename: "CallProblem", code: "BLOCKED", message: "Atlantis is blocked in the rate deck." };
  await simulate({ ...call, problem, steps: [] });
  expect(await screen.findByText("Atlantis is blocked in the rate deck.")).toBeTruthy();
});

const plan = {
  __typename: "RatePlan",
  id: "rpl_1",
  name: "Standard",
  isForEverybodyElse: true,
  customerCount: 2,
  resellers: ["AcmeNorth"],
  versions: [
    {
      __typename: "RatePlanVersion",
      effectiveFrom: "2026-11-01T00:00:00.000Z",
      markupFixed: "0.001",
      markupPercent: "25",
      cadence: "60/60",
      exchangeRate: null,
      overrides: [{ __typename: "RateOverride", scope: "COUNTRY", target: "GB", ratePerMinute: "0.02" }],
      internationalRoute: "VALUE",
      canadaRoute: "PREMIUM",
      setupFee: null,
      monthlyFee: money("2.00"),
    },
  ],
};

const route = (sellRate: string, marginPercent: string) => ({
  __typename: "SellRate",
  prefix: "49",
  destination: "Germany",
  buyRate: "0.01",
  sellRate,
  margin: sellRate === "0.0125" ? "0.0025" : "-0.002",
  marginPercent,
});

test("a plan is changed with its markup, its cadence and its own rates, and a line that says nothing is told", async () => {
  const { sent } = await renderPage(<RatesPage />, {
    at: "/r/acme/rates?view=plans",
    route: place.route,
    role: "RESELLER_OWNER",
    operations: {
      RatePlanList: { ratePlans: [plan] },
      SaveRatePlan: { saveRatePlan: { __typename: "RatePlanPayload", ratePlan: plan, userErrors: [] } },
      PreviewRatePlan: {
        previewRatePlan: {
          __typename: "RatePlanPreview",
          userErrors: [],
          routes: [route("0.0125", "20"), route("0.008", "-25")],
        },
      },
    },
  });
  expect(await screen.findByText("Whoever has no plan of their own, 2 customers, AcmeNorth")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Standard" }));
  const preview = within(await screen.findByRole("region", { name: "What it makes of some destinations" }));
  expect(
    preview
      .getAllByRole("row")
      .map(({ textContent }) => textContent)
      .slice(1),
  ).toEqual(["Germany 490.010.01250.0025 20 %", "Germany 490.010.008−0.002 −25 %"]);
  await userEvent.click(screen.getByRole("combobox", { name: "International route" }));
  await userEvent.click(await screen.findByRole("option", { name: "Premium" }));
  await waitFor(() =>
    expect(sent.findLast(({ name }) => name === "PreviewRatePlan")?.variables).toMatchObject({
      input: { internationalRoute: "PREMIUM", canadaRoute: "PREMIUM" },
    }),
  );
  const own = await screen.findByRole("textbox", { name: "Own rates" });
  await userEvent.type(own, "\nnowhere");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/Line 2 is not a prefix/)).toBeTruthy();
  await userEvent.clear(own);
  await userEvent.type(own, "447 0,05");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent.some(({ name }) => name === "SaveRatePlan")).toBe(true));
  expect(sent.find(({ name }) => name === "SaveRatePlan")?.variables).toMatchObject({
    input: {
      id: "rpl_1",
      markupFixed: "0.001",
      cadence: { first: 60, step: 60, grace: 0 },
      internationalRoute: "PREMIUM",
      canadaRoute: "PREMIUM",
      setupFee: "0",
      monthlyFee: "2.00",
      overrides: [{ scope: "PREFIX", target: "447", ratePerMinute: "0.05" }],
    },
  });
});

test("own rates are written one a line", () => {
  expect(readOwnRates("447 0.05\n\ngb 0,02\nUS/CA 0.0145").rates).toEqual([
    { scope: "PREFIX", target: "447", ratePerMinute: "0.05" },
    { scope: "COUNTRY", target: "GB", ratePerMinute: "0.02" },
    { scope: "US_CANADA", ratePerMinute: "0.0145" },
  ]);
  expect(readOwnRates("447 0.05\n447").wrongLine).toBe(2);
});

const amounts = (recurring: string | null) => ({
  __typename: "OfferingPrice",
  setup: null,
  recurring: recurring === null ? null : money(recurring),
  oneOff: null,
});
const offering = { __typename: "Offering", id: "ofr_1", name: "Mobile - 20 GB" };
const list = {
  __typename: "PriceList",
  id: "prl_1",
  name: "Partners",
  isForEverybodyElse: true,
  isForCustomers: false,
  resellers: [],
  versions: [
    {
      __typename: "PriceListVersion",
      effectiveFrom: "2026-11-01T00:00:00.000Z",
      currency: "GBP",
      markupFixed: "0.50",
      markupPercent: "20",
      exchangeRate: null,
      belowCostReason: null,
      ownPrices: [{ __typename: "OwnPrice", offering, price: amounts("6.00") }],
    },
  ],
};
const planned = {
  __typename: "PriceListPlan",
  currency: "GBP",
  resellers: ["AcmeNorth"],
  isForEverybodyElse: false,
  isForCustomers: false,
  hiddenCount: 0,
  unchangedCount: 3,
  moves: [
    {
      __typename: "PriceMove",
      offering,
      rule: "OWN_PRICE",
      before: amounts("6.00"),
      after: amounts("4.99"),
      margin: amounts("-0.01"),
    },
  ],
  losses: [{ __typename: "PriceLoss", offering: "Mobile - 20 GB", price: money("4.99"), cost: money("5.00") }],
  userErrors: [],
};

test("BX4: a price list shows what a change would move and what would lose money, and asks why before it is saved", async () => {
  const { sent } = await renderPage(<RatesPage />, {
    at: "/r/acme/rates?view=lists",
    route: place.route,
    role: "RESELLER_OWNER",
    operations: {
      PriceListList: { priceLists: [list] },
      PricedOfferings: { offerings: { __typename: "OfferingConnection", nodes: [offering] } },
      PlanPriceList: { planPriceList: planned },
      SavePriceList: { savePriceList: { __typename: "PriceListPayload", priceList: list, userErrors: [] } },
    },
  });
  expect(await screen.findByText("(cost + £0.50) + 20 %")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Partners" }));
  expect(await screen.findByText("Mobile - 20 GB would be sold at £4.99 and costs £5.00.")).toBeTruthy();
  expect(screen.getByText("It counts for: AcmeNorth")).toBeTruthy();
  expect(screen.getByText(/0\.01/)).toBeTruthy();
  const own = screen.getByRole("textbox", { name: "Each period" });
  await userEvent.clear(own);
  await userEvent.type(own, "4,99");
  await userEvent.type(screen.getByRole("textbox", { name: /Why below cost/ }), "To win the north");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent.some(({ name }) => name === "SavePriceList")).toBe(true));
  expect(sent.find(({ name }) => name === "SavePriceList")?.variables).toMatchObject({
    input: {
      id: "prl_1",
      name: "Partners",
      markupFixed: "0.50",
      markupPercent: "20",
      ownPrices: [{ offeringId: "ofr_1", setup: null, recurring: "4.99", oneOff: null }],
      belowCostReason: "To win the north",
    },
  });
});

const explained = {
  __typename: "ExplainedPrice",
  problem: null,
  seller: "Acme",
  buyer: "AcmeNorth",
  currency: "GBP",
  rule: "MARKUP",
  route: null,
  sourceName: "Wholesale",
  sourceEffectiveFrom: "2026-11-01T00:00:00.000Z",
  lines: [
    {
      __typename: "PriceLine",
      kind: "RECURRING",
      sells: "6.00",
      buys: "5.00",
      margin: "1.00",
      formula: "(5.00 + 0.00) × 1.2 = 6.00",
    },
  ],
};
const buyers = {
  PricedOfferings: {
    offerings: {
      __typename: "OfferingConnection",
      nodes: [{ __typename: "Offering", id: "ofr_1", name: "Fibre 100" }],
    },
  },
  PriceBuyers: {
    customers: { __typename: "CustomerConnection", nodes: [] },
    resellers: {
      __typename: "ResellerConnection",
      nodes: [{ __typename: "Reseller", id: "rsl_1", name: "AcmeNorth" }],
    },
  },
};

test("V5: an address says what price is explained, for whom and when, and its own step stands with formula and source", async () => {
  const { sent } = await renderPage(<RatesPage />, {
    at: "/r/acme/rates?view=price&offering=ofr_1&buyer=rsl_1&at=2026-11-21T12:00",
    route: place.route,
    role: "RESELLER_OWNER",
    operations: { ...buyers, ExplainPrice: { explainPrice: explained } },
  });
  expect(await screen.findByText("(5.00 + 0.00) × 1.2 = 6.00")).toBeTruthy();
  expect(screen.getByText("Wholesale")).toBeTruthy();
  expect(screen.getAllByRole("definition").map((each) => each.textContent)).toEqual(
    expect.arrayContaining(["£5.00", "£1.00", "£6.00"]),
  );
  expect(sent.find(({ name }) => name === "ExplainPrice")?.variables).toEqual({
    input: {
      offeringId: "ofr_1",
      customerId: null,
      resellerId: "rsl_1",
      at: new Date("2026-11-21T12:00").toISOString(),
    },
  });
});

test("U9: what calls cost is called buy rate, what is asked sell rate, never origination or termination", async () => {
  const quebec = {
    __typename: "SellRate",
    route: "VALUE",
    prefix: "1418",
    destination: "Canada Quebec",
    isBlocked: false,
    sellRate: "0.015",
    sellCadence: "60/60",
    buyRate: "0.0052",
    buyCadence: "6/6",
    margin: "0.0098",
    marginPercent: "65.3",
  };
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  const { sent, container } = await renderPage(<RatesPage />, {
    at: "/r/acme/rates?view=rates&search=1418",
    route: place.route,
    role: "RESELLER_OWNER",
    operations: {
      ...buyers,
      SellRates: { sellRates: { __typename: "SellRateConnection", nodes: [quebec], pageInfo } },
    },
  });
  expect(await screen.findByText("0.0098 (65.3 %)")).toBeTruthy();
  expect(screen.getByRole("columnheader", { name: "Sell rate" })).toBeTruthy();
  expect(screen.getByRole("cell", { name: "Value" })).toBeTruthy();
  expect(screen.getByRole("columnheader", { name: "Buy rate" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "1418" }).getAttribute("href")).toContain("view=price&number=%2B1418");
  expect(sent.find(({ name }) => name === "SellRates")?.variables).toMatchObject({ search: "1418", customer: null });
  expect(container.textContent).not.toMatch(/originat|terminat/i);
});

test("a tax rate is typed with what it makes of an invoice of a hundred, and one that is there is gone on with", async () => {
  const vat = {
    __typename: "TaxRate",
    name: "VAT",
    country: "GB",
    region: null,
    percent: "20",
    isIncluded: false,
    kinds: ["SETUP", "RECURRING", "ONE_OFF", "CALLS", "BY_HAND"],
    effectiveFrom: "2026-11-01",
    isInForce: true,
  };
  const answer = { __typename: "TaxRatesPayload", taxRates: [vat], userErrors: [] };
  const { sent } = await renderPage(<RatesPage />, {
    ...place,
    at: "/r/acme/rates?view=taxes",
    role: "RESELLER_OWNER",
    operations: { TaxRates: { taxRates: [vat] }, SetTaxRate: { setTaxRate: answer } },
  });
  expect(await screen.findByRole("row", { name: /VAT/ })).toHaveTextContent(/United Kingdom.*20 %.*Everything/);
  await userEvent.click(screen.getByRole("button", { name: "New tax rate" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: /^Tax/ }), "Levy");
  await userEvent.type(dialog.getByRole("textbox", { name: /Per cent/ }), "2,5");
  expect(dialog.getByText("£102.50")).toBeInTheDocument();
  await userEvent.click(dialog.getByRole("switch", { name: "Prices have it in them already" }));
  expect(dialog.getByText("£97.56")).toBeInTheDocument();
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent.map(({ name }) => name)).toContain("SetTaxRate"));
  expect(sent.find(({ name }) => name === "SetTaxRate")?.variables).toEqual({
    input: expect.objectContaining({
      name: "Levy",
      percent: "2.5",
      region: null,
      isIncluded: true,
      effectiveFrom: null,
    }),
  });
});
