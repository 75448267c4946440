import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { RatesPage } from "./RatesPage.tsx";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });

test("V13: a plan is given to one of a customer's lines that have none yet, or to the customer with all of them", async () => {
  const user = userEvent.setup();
  const plan = {
    __typename: "RatePlan",
    id: "rpl_1",
    name: "Office",
    isForEverybodyElse: false,
    customerCount: 0,
    resellers: [],
    versions: [
      {
        __typename: "RatePlanVersion",
        effectiveFrom: "2026-11-01T00:00:00.000Z",
        markupFixed: "0",
        markupPercent: "10",
        cadence: null,
        exchangeRate: null,
        overrides: [],
        setupFee: money("1.00"),
        monthlyFee: money("2.00"),
      },
    ],
  };
  const lines = [{ __typename: "Service", id: "svc_7", name: "VoIP - +44 20 7946 0007" }];
  const page = await renderPage(<RatesPage />, {
    at: "/r/acme/rates?view=plans",
    route: "/r/$reseller/rates",
    role: "RESELLER_OWNER",
    operations: {
      RatePlanList: { ratePlans: [plan] },
      PlanBuyers: {
        customers: {
          __typename: "CustomerConnection",
          nodes: [{ __typename: "Customer", id: "cus_1", label: "Jo (ID: 1)" }],
        },
        resellers: { __typename: "ResellerConnection", nodes: [] },
      },
      LinesWithoutPlan: {
        customer: { __typename: "Customer", id: "cus_1", services: { __typename: "ServiceConnection", nodes: lines } },
      },
      AssignRatePlan: { assignRatePlan: { __typename: "RatePlanPayload", ratePlan: plan, userErrors: [] } },
    },
  });
  await user.click(await screen.findByRole("button", { name: "Give Office to a buyer" }));
  await user.click(await screen.findByRole("combobox", { name: "Who buys by it" }));
  await user.click(await screen.findByRole("option", { name: "Jo (ID: 1)" }));
  await user.click(await screen.findByRole("combobox", { name: "For which line" }));
  await user.click(await screen.findByRole("option", { name: "VoIP - +44 20 7946 0007" }));
  const dialog = screen.getByRole("dialog");
  // V12: what is charged now is told before it is.
  expect(within(dialog).getByText(/The setup fee of £1\.00 is charged now\. Then £2\.00 a month/)).toBeTruthy();
  await user.click(within(dialog).getByRole("checkbox", { name: "Charge the setup fee now" }));
  expect(within(dialog).getByText(/No setup fee is charged\. Then £2\.00 a month/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Give to" }));
  await waitFor(() => {
    const { variables } = page.sent.find(({ name }) => name === "AssignRatePlan") ?? {};
    expect(variables?.["input"]).toMatchObject({
      id: "rpl_1",
      serviceId: "svc_7",
      chargeSetupFee: false,
      nextBillingOn: null,
    });
    expect(variables?.["input"]).not.toHaveProperty("customerId");
  });
});
