import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, viewerOf } from "../../testkit/render-page.tsx";
import { ResellerBilling } from "./ResellerBilling.tsx";
import { resellerView } from "./reseller-fixtures.ts";
import type { ResellerView } from "./reseller-view.ts";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
const owner = viewerOf("RESELLER_OWNER");
const place = {
  at: "/r/acme/resellers/rsl_acme-north?tab=billing",
  route: "/r/$reseller/resellers/$node",
  viewer: owner,
};
const below: ResellerView = { ...resellerView("acme-north"), delegated: null };
const own: ResellerView = { ...resellerView("acme"), id: owner.reseller.id, delegated: null };

const account = {
  __typename: "BillingAccount",
  id: "bac_1",
  currency: "GBP",
  balance: money("25.00"),
  available: money("25.00"),
  held: money("0.00"),
  mode: "PREPAID",
  policy: "STRICT",
  creditLimit: null,
  isNearLimit: false,
  standing: { __typename: "AccountStanding", maySpend: true, reason: null },
  cycleDay: 1,
  dueDay: null,
  lowBalance: null,
  lowBalanceEmail: null,
};
const none = {
  __typename: "LedgerEntryConnection",
  nodes: [],
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
};
const billing = (id: string, billingAccount: object | null) => ({
  ResellerBilling: { reseller: { __typename: "Reseller", id, billingAccount } },
});
const dunning = {
  __typename: "Dunning",
  warn: money("10.00"),
  suspend: money("0.00"),
  terminate: null,
  terminateDays: 30,
  cardRetryDays: [1, 3, 5, 7],
};
const ownDunning = { OwnDunning: { reseller: { __typename: "Reseller", id: own.id, dunning } } };

test("X5: a reseller right below has its account here, with what its seller does with it", async () => {
  const operations = billing(below.id, { ...account, entries: none });
  await renderPage(<ResellerBilling reseller={below} />, { ...place, operations });
  expect(await screen.findByRole("button", { name: "Record payment" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Change terms" })).toBeVisible();
  expect(screen.getByText("Strict")).toBeVisible();
});

test("what a deeper reseller has with its parent is theirs", async () => {
  await renderPage(<ResellerBilling reseller={below} />, { ...place, operations: billing(below.id, null) });
  expect(await screen.findByText("This is between the reseller and its parent")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Record payment" })).not.toBeInTheDocument();
});

test("U27: one's own page says when those one sells to are warned, suspended and ended, and changes it", async () => {
  const saved = { __typename: "DunningPayload", dunning, userErrors: [] };
  const { sent } = await renderPage(<ResellerBilling reseller={own} />, {
    ...place,
    operations: { ...billing(own.id, { ...account, entries: none }), ...ownDunning, SetDunning: { setDunning: saved } },
  });
  expect(await screen.findByText("30 days suspended")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Record payment" })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Change" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: /End services at/ }), "-20");
  const days = dialog.getByRole("textbox", { name: /Try a card again/ });
  await userEvent.clear(days);
  await userEvent.type(days, "2, 10");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(sent.findLast(({ name }) => name === "SetDunning")?.variables).toEqual({
    input: { warn: "10.00", suspend: "0.00", terminate: "-20", terminateDays: 30, cardRetryDays: [2, 10] },
  });
});
