import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, viewerOf, type Answer } from "../../testkit/render-page.tsx";
import { BillingTab } from "./BillingTab.tsx";
import { johnSmith } from "./customer-fixtures.ts";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });

const line = (more: object = {}) => ({
  __typename: "LedgerEntry",
  number: 1,
  transactionId: "ltx_1",
  at: "2026-11-20T10:00:00.000Z",
  kind: "PAYMENT",
  amount: money("25.00"),
  balance: money("25.00"),
  description: "Cheque 12",
  reference: "4711",
  actor: "Anna Acme",
  reversesId: null,
  reversedById: null,
  left: money("25.00"),
  payment: null,
  ...more,
});

const account = (balance: string, more: object = {}) => ({
  __typename: "BillingAccount",
  id: "bac_1",
  currency: "GBP",
  balance: money(balance),
  available: money(balance),
  held: money("0.00"),
  mode: "PREPAID",
  policy: "PERMISSIVE",
  creditLimit: null,
  isNearLimit: false,
  standing: { __typename: "AccountStanding", maySpend: true, reason: null },
  cycleDay: 1,
  dueDay: null,
  lowBalance: null,
  lowBalanceEmail: null,
  ...more,
});

const billing = (lines: object[], balance = "25.00", more: object = {}) => ({
  customer: {
    __typename: "Customer",
    id: "cus_1",
    billingAccount: {
      ...account(balance, more),
      entries: {
        __typename: "LedgerEntryConnection",
        nodes: lines,
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      },
    },
  },
});

const entered = (before: string, after: string, userErrors: object[] = []) => ({
  __typename: "LedgerEntryPayload",
  billingAccount: account(after),
  balanceBefore: money(before),
  balanceAfter: money(after),
  userErrors,
});

const owner = viewerOf("RESELLER_OWNER");
const customer = { ...johnSmith, id: "cus_1" };
const place = { at: "/r/acme/customers/cus_1?tab=billing", route: "/r/$reseller/customers/$customer" };

test("VX5, V15: what a payment makes of the balance is seen as it is typed, and recording it asks once with what was typed", async () => {
  const pay: Answer = { recordPayment: entered("25.00", "35.50") };
  const { sent } = await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: { CustomerBilling: billing([line()]), RecordPayment: pay },
  });
  const row = await screen.findByRole("row", { name: /Cheque 12/ });
  expect(row).toHaveTextContent("£25.00");
  expect(row).toHaveTextContent("Anna Acme");
  await userEvent.click(screen.getByRole("button", { name: "Record payment" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: /Amount in GBP/ }), "10.50");
  await waitFor(() =>
    expect(dialog.getByRole("region", { name: "What becomes of the balance" })).toHaveTextContent("£35.50"),
  );
  const description = dialog.getByRole("textbox", { name: /What for/ });
  expect(description).toHaveValue("Payment received");
  await userEvent.clear(description);
  await userEvent.type(description, "Cheque 13{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const inputs = sent
    .filter(({ name }) => name === "RecordPayment")
    .map(({ variables }) => variables["input"] as { dryRun?: boolean });
  expect(inputs.at(-1)).toMatchObject({
    accountId: "bac_1",
    amount: "10.50",
    description: "Cheque 13",
    reference: null,
  });
  expect(inputs.filter(({ dryRun }) => dryRun !== true)).toHaveLength(1);
});

test("a refused charge says so at its field, and the dialog stays", async () => {
  const message = "An amount in GBP is more than nothing.";
  const refused = [
    { __typename: "RuleError", code: "INVALID", message, messageKey: "billing.amount", path: ["amount"] },
  ];
  await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: {
      CustomerBilling: billing([]),
      AddCharge: {
        addCharge: { ...entered("0", "0", refused), billingAccount: null, balanceBefore: null, balanceAfter: null },
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Add charge" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: /What for/ }), "Router");
  await userEvent.click(dialog.getByRole("button", { name: "Charge" }));
  expect(await dialog.findByRole("textbox", { name: /Amount in GBP/ })).toHaveAccessibleDescription(message);
});

test("a line is taken back with a reason, once: what was taken back offers it no more", async () => {
  const lines = [
    line({ number: 3, kind: "REVERSAL", transactionId: "ltx_3", description: "Came back", reversesId: "ltx_2" }),
    line({ number: 2, kind: "CHARGE", transactionId: "ltx_2", description: "Router", reversedById: "ltx_3" }),
    line(),
  ];
  const { sent } = await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: {
      CustomerBilling: billing(lines),
      ReverseLedgerEntry: { reverseLedgerEntry: entered("25.00", "0.00") },
    },
  });
  const [button, ...others] = await screen.findAllByRole("button", { name: "Take back" });
  expect(others).toEqual([]);
  await userEvent.click(button!);
  const dialog = within(await screen.findByRole("dialog", { name: /Cheque 12/ }));
  expect(dialog.getByText(/^£25.00 goes back/)).toBeVisible();
  await userEvent.type(dialog.getByRole("textbox", { name: /Reason/ }), "Bounced");
  await userEvent.click(dialog.getByRole("button", { name: "Take back" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const [asked] = sent.filter(({ name }) => name === "ReverseLedgerEntry");
  expect(asked!.variables["input"]).toMatchObject({ accountId: "bac_1", transactionId: "ltx_1", reason: "Bounced" });
});

test("what was given back in part offers what is left of it, and what was given back whole offers nothing", async () => {
  const charged = { kind: "CHARGE", amount: money("-15.00") };
  const lines = [
    line({ ...charged, number: 2, transactionId: "ltx_2", description: "Router", left: money("10.00") }),
    line({ ...charged, description: "Cable", left: money("0.00") }),
  ];
  await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: { CustomerBilling: billing(lines) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Take back" }));
  const dialog = within(await screen.findByRole("dialog", { name: /Router/ }));
  expect(dialog.getByText(/^£10.00 goes back/)).toBeVisible();
  expect(dialog.getByText("It was £15.00, of which the rest was given back before.")).toBeVisible();
});

test("the filter stands in the address, in days of the reseller's time zone", async () => {
  const { sent } = await renderPage(<BillingTab customer={customer} />, {
    ...place,
    at: `${place.at}&kind=PAYMENT&from=2026-11-20&to=2026-11-20`,
    viewer: owner,
    operations: { CustomerBilling: billing([]) },
  });
  expect(await screen.findByText("Nothing of it in this time.")).toBeVisible();
  const [asked] = sent.filter(({ name }) => name === "CustomerBilling");
  expect(asked!.variables["filter"]).toEqual({
    kind: ["PAYMENT"],
    from: "2026-11-20T00:00:00.000Z",
    until: "2026-11-21T00:00:00.000Z",
  });
});

test("who stands above the reseller is told whose it is, and who may not change sees why", async () => {
  const { unmount } = await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: { CustomerBilling: { customer: { __typename: "Customer", id: "cus_1", billingAccount: null } } },
  });
  expect(await screen.findByText(/This is between the customer and/)).toBeVisible();
  unmount();
  await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: viewerOf("AGENT"),
    operations: { CustomerBilling: billing([line()]) },
  });
  expect(await screen.findByRole("button", { name: "Record payment" })).toHaveAttribute("aria-disabled", "true");
  expect(screen.queryByRole("button", { name: "Take back" })).not.toBeInTheDocument();
});

test("V8, B8: a customer's terms are seen and changed: strict has no limit to give, postpaid has one, refusals stand at their fields", async () => {
  const message = "A day of the month is 1 to 31.";
  let asked = 0;
  const answer = () => {
    asked += 1;
    const userErrors = [{ __typename: "RuleError", code: "INVALID", message, path: ["terms", "cycleDay"] }];
    return asked === 1
      ? { setAccountTerms: { __typename: "BillingAccountPayload", billingAccount: null, userErrors } }
      : { setAccountTerms: { __typename: "BillingAccountPayload", billingAccount: account("0.00"), userErrors: [] } };
  };
  const { sent } = await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: { CustomerBilling: billing([]), SetAccountTerms: answer },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change terms" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("radio", { name: "Strict" }));
  expect(dialog.getByText(/Suspended as soon as nothing is left/)).toBeVisible();
  expect(dialog.queryByRole("textbox", { name: /Credit limit/ })).not.toBeInTheDocument();
  await userEvent.click(dialog.getByRole("radio", { name: "Postpaid" }));
  await userEvent.type(dialog.getByRole("textbox", { name: /Credit limit in GBP/ }), "50");
  const day = dialog.getByRole("textbox", { name: /Cycle begins on day/ });
  await userEvent.clear(day);
  await userEvent.type(day, "32");
  await userEvent.click(dialog.getByRole("button", { name: "Save terms" }));
  expect(await dialog.findByText(message)).toBeVisible();
  await userEvent.clear(day);
  await userEvent.type(day, "31");
  await userEvent.click(dialog.getByRole("button", { name: "Save terms" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(sent.findLast(({ name }) => name === "SetAccountTerms")?.variables["input"]).toEqual({
    accountId: "bac_1",
    terms: {
      mode: "POSTPAID",
      policy: null,
      creditLimit: "50",
      cycleDay: 31,
      dueDay: null,
      lowBalance: null,
      lowBalanceEmail: null,
    },
  });
});

test("V9, BX10: why nothing may be spent stands above the figures, and that the limit comes near", async () => {
  const stopped = { maySpend: false, reason: "BALANCE", __typename: "AccountStanding" };
  await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: { CustomerBilling: billing([], "0.00", { policy: "STRICT", standing: stopped }) },
  });
  expect(await screen.findByText(/Nothing is left on this account/)).toBeVisible();
});

test("BX10: four fifths of a limit are said", async () => {
  const near = { mode: "POSTPAID", policy: null, creditLimit: money("50.00"), isNearLimit: true };
  await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: { CustomerBilling: billing([], "-40.00", near) },
  });
  expect(await screen.findByText("Four fifths of the credit limit are used.")).toBeVisible();
  expect(screen.getAllByText("£50.00").length).toBeGreaterThan(0);
});

test("what a provider was paid is given back from its line in the statement, and what came by hand is taken back", async () => {
  const payment = {
    __typename: "Payment",
    id: "pay_1",
    provider: "STRIPE",
    purpose: "TOP_UP",
    state: "COMPLETED",
    amount: money("20.00"),
    refunded: money("0.00"),
    description: "Top-up of Acme",
    reason: null,
    startedAt: "2026-11-20T10:00:00.000Z",
    transactionId: "ltx_2",
  };
  const payments = {
    __typename: "PaymentConnection",
    nodes: [payment],
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  };
  const { sent } = await renderPage(<BillingTab customer={customer} />, {
    ...place,
    viewer: owner,
    operations: {
      CustomerBilling: billing([
        line(),
        line({ number: 2, transactionId: "ltx_2", description: "Top-up of Acme", payment }),
      ]),
      AccountPayments: {
        customer: {
          __typename: "Customer",
          id: "cus_1",
          billingAccount: { __typename: "BillingAccount", id: "bac_1", payments },
        },
      },
      RefundPayment: {
        refundPayment: { __typename: "PaymentPayload", payment: { ...payment, state: "REFUNDED" }, userErrors: [] },
      },
    },
  });
  const paid = within(await screen.findByRole("row", { name: /Top-up of Acme/ }));
  const refund = await paid.findByRole("button", { name: "Give back" });
  expect(paid.queryByRole("button", { name: "Take back" })).not.toBeInTheDocument();
  expect(
    within(screen.getByRole("row", { name: /Cheque 12/ })).getByRole("button", { name: "Take back" }),
  ).toBeVisible();
  await userEvent.click(refund);
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: /reason/i }), "Paid twice");
  await userEvent.click(dialog.getByRole("button", { name: "Give back" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(sent.find(({ name }) => name === "RefundPayment")?.variables["input"]).toMatchObject({
    id: "pay_1",
    amount: null,
    reason: "Paid twice",
  });
});
