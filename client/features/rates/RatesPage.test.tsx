import { screen, waitFor } from "@testing-library/react";
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
  expect(sent.find(({ name }) => name === "SimulateCall")?.variables).toEqual({
    input: { to: "020 7946 0958", seconds: 60, customerId: null },
  });
});

test("who may not see cost sees the price alone, and no other view", async () => {
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
    },
  ],
};

test("a plan is changed with its markup, its cadence and its own rates, and a line that says nothing is told", async () => {
  const { sent } = await renderPage(<RatesPage />, {
    at: "/r/acme/rates?view=plans",
    route: place.route,
    role: "RESELLER_OWNER",
    operations: {
      RatePlanList: { ratePlans: [plan] },
      SaveRatePlan: { saveRatePlan: { __typename: "RatePlanPayload", ratePlan: plan, userErrors: [] } },
    },
  });
  expect(await screen.findByText("Whoever has no plan of their own, 2 customers, AcmeNorth")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Standard" }));
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
