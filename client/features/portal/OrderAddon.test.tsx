import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import type { ViewerValue } from "../../api/viewer.tsx";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { OrderAddon } from "./OrderAddon.tsx";
import { jane, named } from "./portal-fixtures.ts";

const addon = (id: string, name: string, isEligible: boolean) =>
  named("Offering", { id, name, description: `What ${name} is`, eligibility: named("Eligibility", { isEligible }) });

const quote = (...checks: object[]) => ({
  orderQuote: named("OrderQuote", {
    fingerprint: "f1",
    canPayNow: true,
    mustPayNow: false,
    offering: named("Offering", { id: "ofr_1", whileSuspended: "BILL_WHILE_SUSPENDED" }),
    dueToday: named("Money", { amount: "5.00", currency: "GBP" }),
    recurring: null,
    checks,
  }),
});

const operations = (quoted: Answer): Record<string, Answer> => ({
  PortalAddons: {
    offerings: named("OfferingConnection", {
      nodes: [addon("ofr_1", "Data boost", true), addon("ofr_2", "For others", false)],
    }),
  },
  PortalAddonQuote: quoted,
  PortalOrderAddon: {
    placeOrder: named("PlaceOrderPayload", { order: named("Order", { id: "ord_1", number: 7 }), userErrors: [] }),
  },
});

const may = (...permissions: ViewerValue["permissions"]): Partial<ViewerValue> => ({ ...jane, permissions });

async function choose(quoted: Answer, more: Record<string, Answer> = {}) {
  const page = await renderPage(<OrderAddon serviceId="svc_1" />, {
    viewer: may("order.place", "catalog.view"),
    operations: { ...operations(quoted), ...more },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Add" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(dialog.getByRole("combobox", { name: "Add-on" }));
  expect((await screen.findAllByRole("option")).map(({ textContent }) => textContent)).toEqual(["Data boost"]);
  await userEvent.click(screen.getByRole("option", { name: "Data boost" }));
  return { dialog, page };
}

test("B12: a customer orders what goes with a service, at the price that was said", async () => {
  const { dialog, page } = await choose(quote());
  expect(await dialog.findByText(/Due today: £5\.00\./)).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Order" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(page.sent.find(({ name }) => name === "PortalOrderAddon")?.variables["input"]).toMatchObject({
    offeringId: "ofr_1",
    customerId: "cus_789",
    serviceId: "svc_1",
    quoteFingerprint: "f1",
  });
});

test("O41: a customer pays an add-on by card at once; a no is told with the choice, and it can be ordered again", async () => {
  const { dialog, page } = await choose(quote(), {
    PortalOrderAddon: {
      placeOrder: named("PlaceOrderPayload", {
        order: null,
        userErrors: [named("RuleError", { code: "PAYMENT_DECLINED", message: "The card said no.", path: ["payNow"] })],
      }),
    },
  });
  await userEvent.click(await dialog.findByRole("checkbox", { name: "Pay now by card" }));
  await userEvent.click(dialog.getByRole("button", { name: "Order" }));
  expect(await dialog.findByText("The card said no.")).toBeVisible();
  await userEvent.click(dialog.getByRole("checkbox", { name: "Pay now by card" }));
  await userEvent.click(dialog.getByRole("button", { name: "Order" }));
  const asked = () =>
    page.sent.filter(({ name }) => name === "PortalOrderAddon").map(({ variables }) => variables["input"]);
  await waitFor(() => expect(asked()).toHaveLength(2));
  expect(asked()[0]).toMatchObject({ payNow: true, quoteFingerprint: "f1" });
  expect(asked()[1]).not.toHaveProperty("payNow");
});

test("what stands in the way is said, and nothing can be ordered", async () => {
  const { dialog } = await choose(quote(named("QuoteCheck", { state: "BLOCKING", message: "The service has ended." })));
  expect(await dialog.findByRole("status")).toHaveTextContent("The service has ended.");
  expect(dialog.getByRole("button", { name: "Order" })).toHaveAttribute("aria-disabled", "true");
});

test("B12: who was not let order anything has no such button", async () => {
  await renderPage(<OrderAddon serviceId="svc_1" />, { viewer: may("catalog.view"), operations: {} });
  expect(screen.queryByRole("button")).toBeNull();
});
