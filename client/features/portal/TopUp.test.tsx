import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { pageLoad } from "../../navigation/page-load.ts";
import { renderPage } from "../../testkit/render-page.tsx";
import { jane, named } from "./portal-fixtures.ts";
import { PortalPayments } from "./PortalPayments.tsx";
import { TopUp } from "./TopUp.tsx";

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const pounds = (amount: string) => named("Money", { amount, currency: "GBP" });
const choices = {
  customer: named("Customer", {
    id: "cus_789",
    billingAccount: named("BillingAccount", {
      id: "bac_1",
      topUps: [
        named("TopUpChoice", { provider: "PAYPAL", keepsMethods: false, amounts: [pounds("10.00"), pounds("20.00")] }),
        named("TopUpChoice", { provider: "STRIPE", keepsMethods: true, amounts: [pounds("50.00")] }),
      ],
    }),
  }),
};

function payment(state: string, change: object = {}) {
  return named("Payment", {
    id: "pay_1",
    provider: "PAYPAL",
    purpose: "TOP_UP",
    state,
    amount: pounds("20.00"),
    refunded: pounds("0.00"),
    description: "Top-up of Acme",
    reason: null,
    transactionId: null,
    startedAt: new Date().toISOString(),
    approvalUrl: null,
    ...change,
  });
}

test("F12: one touch of an amount leads to the provider's page, and nothing else is asked", async () => {
  const to = vi.spyOn(pageLoad, "to").mockImplementation(() => undefined);
  const started = payment("WAITING", { approvalUrl: "https://pay.example/1" });
  const page = await renderPage(<TopUp />, {
    role: "CUSTOMER_USER",
    viewer: jane,
    operations: {
      TopUps: choices,
      StartTopUp: { startTopUp: named("PaymentPayload", { payment: started, userErrors: [] }) },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "£20.00" }));
  await waitFor(() => expect(to).toHaveBeenCalledWith("https://pay.example/1"));
  const { variables } = page.sent.find(({ name }) => name === "StartTopUp")!;
  expect(variables["input"]).toMatchObject({
    accountId: "bac_1",
    provider: "PAYPAL",
    amount: "20.00",
    keepMethod: false,
  });
});

test("each way to pay has its own amounts, and a provider that does not answer is said in words", async () => {
  const to = vi.spyOn(pageLoad, "to").mockImplementation(() => undefined);
  await renderPage(<TopUp />, {
    role: "CUSTOMER_USER",
    viewer: jane,
    operations: {
      TopUps: choices,
      StartTopUp: { startTopUp: named("PaymentPayload", { payment: payment("STARTED"), userErrors: [] }) },
    },
  });
  await userEvent.click(await screen.findByRole("radio", { name: "Stripe" }));
  const amounts = within(screen.getByRole("group", { name: "Amounts" }));
  expect(amounts.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["£50.00"]);
  await userEvent.click(amounts.getByRole("button"));
  expect(await screen.findByText(/Stripe does not answer. Nothing was taken/)).toBeVisible();
  expect(to).not.toHaveBeenCalled();
});

test("nobody who may not buy credit is offered any, or asks for it", async () => {
  const viewer = { ...jane, permissions: ["balance.view"] };
  const page = await renderPage(<TopUp />, { role: "CUSTOMER_USER", viewer, operations: { TopUps: choices } });
  expect(page.sent).toEqual([]);
});

test("F12: who is back from the provider sees the payment settled without asking", async () => {
  const page = await renderPage(<PortalPayments customerId="cus_789" />, {
    role: "CUSTOMER_USER",
    viewer: jane,
    operations: {
      AccountPayments: {
        customer: named("Customer", {
          id: "cus_789",
          billingAccount: named("BillingAccount", {
            id: "bac_1",
            payments: named("PaymentConnection", {
              nodes: [payment("WAITING")],
              pageInfo: named("PageInfo", { hasNextPage: false, endCursor: null }),
            }),
          }),
        }),
      },
      CheckPayment: { checkPayment: named("PaymentPayload", { payment: payment("COMPLETED"), userErrors: [] }) },
    },
  });
  expect(await screen.findByText("Paid")).toBeVisible();
  expect(page.sent.filter(({ name }) => name === "CheckPayment").map(({ variables }) => variables)).toEqual([
    { input: { id: "pay_1" } },
  ]);
});
