import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { renderPage } from "../testkit/render-page.tsx";
import { pageLoad } from "./page-load.ts";
import { PaymentMethods } from "./PaymentMethods.tsx";

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

const card = (id: string, more: object = {}) => ({
  __typename: "PaymentMethod",
  id,
  kind: "CARD",
  brand: "Visa",
  lastFour: id.slice(-4),
  expiresOn: "2034-12-31",
  isDefault: false,
  standing: "READY",
  renewals: 0,
  ...more,
});
const holder = (cards: object[], more: object = {}) => ({
  __typename: "Customer",
  id: "cus_1",
  paymentMethods: cards,
  ...more,
});
const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
const account = {
  billingAccount: {
    __typename: "BillingAccount",
    id: "bac_1",
    keepsCards: true,
    currency: "GBP",
    autoRecharge: null,
    rechargeAmounts: [money("20.00")],
  },
};
const both = [card("pmt_4242", { isDefault: true, renewals: 2 }), card("pmt_0002", { standing: "DECLINED" })];
const CustomerMethods = { customer: holder(both, account) };

test("which card is charged is chosen, and one is removed after what it is used for was told", async () => {
  const page = await renderPage(<PaymentMethods customerId="cus_1" mayChange />, {
    role: "RESELLER_OWNER",
    operations: {
      CustomerMethods,
      SetDefaultPaymentMethod: {
        setDefaultPaymentMethod: { __typename: "PaymentMethodPayload", customer: holder(both), userErrors: [] },
      },
      RemovePaymentMethod: {
        removePaymentMethod: {
          __typename: "PaymentMethodPayload",
          customer: holder([card("pmt_0002", { isDefault: true })]),
          userErrors: [],
        },
      },
    },
  });
  const cards = within(await screen.findByRole("list", { name: "Cards on file" }));
  expect(cards.getByText("Said no last time")).toBeVisible();
  await userEvent.click(cards.getByRole("button", { name: "Make default" }));
  const chosen = await waitFor(() => page.sent.find(({ name }) => name === "SetDefaultPaymentMethod")!.variables);
  expect(chosen["input"]).toMatchObject({ id: "pmt_0002" });
  await userEvent.click(cards.getAllByRole("button", { name: "Remove" })[0]!);
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("2 services that renew by themselves are charged to it.")).toBeVisible();
  expect(dialog.getByText("Visa ending 0002 is the default then.")).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(screen.queryByText("Visa ending 4242")).not.toBeInTheDocument());
});

test("a card is left on the provider's page, and kept when its holder is back", async () => {
  const to = vi.spyOn(pageLoad, "to").mockImplementation(() => undefined);
  const payload = { __typename: "StartPaymentMethodPayload", approvalUrl: "https://pay.example/1", userErrors: [] };
  const page = await renderPage(<PaymentMethods customerId="cus_1" mayChange />, {
    role: "RESELLER_OWNER",
    at: "/r/acme/customers/cus_1?tab=billing&card=cs_lab_1",
    route: "/r/$reseller/customers/$customer",
    operations: {
      CustomerMethods: { customer: holder([], account) },
      KeepPaymentMethod: {
        keepPaymentMethod: { __typename: "KeepPaymentMethodPayload", customer: holder(both), userErrors: [] },
      },
      StartPaymentMethod: { startPaymentMethod: payload },
    },
  });
  expect(await screen.findByText("Visa ending 4242")).toBeVisible();
  const kept = page.sent.filter(({ name }) => name === "KeepPaymentMethod");
  expect(kept.map(({ variables }) => variables)).toEqual([{ input: { customerId: "cus_1", session: "cs_lab_1" } }]);
  await userEvent.click(screen.getByRole("button", { name: "Add a card" }));
  await waitFor(() => expect(to).toHaveBeenCalledWith("https://pay.example/1"));
});

test("a card that is not tried any more can be tried again by whoever may change it", async () => {
  const failed = holder([card("pmt_4242", { isDefault: true, standing: "FAILED" })], account);
  const payload = { __typename: "PaymentMethodPayload", customer: holder(both), userErrors: [] };
  const page = await renderPage(<PaymentMethods customerId="cus_1" mayChange />, {
    role: "RESELLER_OWNER",
    operations: {
      CustomerMethods: { customer: failed },
      SetDefaultPaymentMethod: { setDefaultPaymentMethod: payload },
    },
  });
  expect(await screen.findByText("Not tried any more")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  const sent = await waitFor(() => page.sent.find(({ name }) => name === "SetDefaultPaymentMethod")!.variables);
  expect(sent["input"]).toMatchObject({ id: "pmt_4242" });
  expect(await screen.findByText("Can be charged")).toBeVisible();
});

test("who only reads is shown the cards and no deeds", async () => {
  await renderPage(<PaymentMethods customerId="cus_1" mayChange={false} />, {
    role: "AGENT",
    operations: { CustomerMethods },
  });
  expect(await screen.findByText("Visa ending 4242")).toBeVisible();
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});

test("VX14: at which balance the card is charged by itself is said with an amount that is listed", async () => {
  const set = { threshold: money("5.00"), amount: money("20.00"), nextTryAt: null };
  const page = await renderPage(<PaymentMethods customerId="cus_1" mayChange />, {
    role: "RESELLER_OWNER",
    operations: {
      CustomerMethods,
      SetAutoRecharge: {
        setAutoRecharge: {
          __typename: "BillingAccountPayload",
          billingAccount: { ...account.billingAccount, autoRecharge: { __typename: "AutoRecharge", ...set } },
          userErrors: [],
        },
      },
    },
  });
  expect(await screen.findByText("The card is not charged by itself.")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Change" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("combobox", { name: "Charge" }));
  await userEvent.click(await screen.findByRole("option", { name: "£20.00" }));
  await userEvent.type(dialog.getByLabelText(/falls below/), "5");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByText(/falls below £5.00, the default card is charged £20.00/)).toBeVisible();
  const sent = page.sent.find(({ name }) => name === "SetAutoRecharge")!.variables;
  expect(sent).toEqual({ input: { accountId: "bac_1", threshold: "5", amount: "20.00" } });
});
