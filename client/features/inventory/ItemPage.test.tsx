import { Observable } from "@apollo/client";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type Answer, type RenderOptions } from "../../testkit/render-page.tsx";
import { itemView, refusal } from "./inventory-fixtures.ts";
import { ItemPage } from "./ItemPage.tsx";

beforeEach(() => sessionStorage.clear());

const silence = new Observable(() => undefined) as unknown as Answer;
const customer = { __typename: "Customer", id: "cus_123", label: "John Smith (ID: 123)" };
const run = { __typename: "ProvisioningRun", id: "run_1", number: 455, sequence: 9 };

const custody = {
  inventoryItem: {
    __typename: "InventoryItem",
    id: "itm_1",
    custody: {
      __typename: "CustodyEntryConnection",
      nodes: [
        entry("3", "RESERVED", "ASSIGNED", "Assigned by run 455", "Run 455", { customer, run }),
        entry("2", "NEW", "RESERVED", "Reserved while selling", "Amy Walker"),
        entry("1", null, "NEW", "Taken into stock", "Olivia Grant"),
      ],
      pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    },
  },
};

function entry(id: string, from: string | null, to: string, reason: string, actor: string, more: object = {}) {
  const at = `2026-11-21T12:0${id}:00.000Z`;
  return {
    __typename: "CustodyEntry",
    id: `cst_${id}`,
    at,
    actor,
    from,
    to,
    reason,
    customer: null,
    run: null,
    ...more,
  };
}

function show(
  item: object,
  operations: RenderOptions["operations"] = {},
  role: RenderOptions["role"] = "RESELLER_OWNER",
) {
  return renderPage(<ItemPage />, {
    at: "/r/acme/inventory/items/itm_1",
    route: "/r/$reseller/inventory/items/$item",
    role,
    operations: { InventoryItem: { inventoryItem: item }, ItemCustody: custody, StockChanges: silence, ...operations },
  });
}

test("rel-D14: what was done to an item is a page of the trail, for who may see that", async () => {
  const shown = await show(itemView());
  expect(await screen.findByRole("link", { name: "Its audit trail" })).toHaveAttribute(
    "href",
    "/r/acme/audit?subject=itm_1",
  );
  shown.unmount();
  await show(itemView(), {}, "CUSTOMER_USER");
  await screen.findByRole("list", { name: "Custody" });
  expect(screen.queryByRole("link", { name: "Its audit trail" })).toBeNull();
});

test("O21: the history tells every state, who caused it and for whom", async () => {
  await show(itemView({ state: "ASSIGNED", customer }));
  const history = await screen.findByRole("list", { name: "Custody" });
  const lines = within(history)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
  expect(lines).toEqual([
    expect.stringMatching(/^Reserved → Assigned.*Assigned by run 455 · John Smith \(ID: 123\) · Run 455$/),
    expect.stringMatching(/^New → Reserved.*Reserved while selling · Amy Walker$/),
    expect.stringMatching(/^New.*Taken into stock · Olivia Grant$/),
  ]);
  expect(within(history).getByRole("link", { name: "Run 455" })).toHaveAttribute("href", "/r/acme/runs/run_1");
});

const below = [
  { __typename: "Reseller" as const, id: "rsl_1", key: "acme", name: "Acme" },
  { __typename: "Reseller" as const, id: "rsl_2", key: "acme-north", name: "AcmeNorth" },
];

test("OX10, U23: a free item is sold without a service to a customer, whose reseller stands beside it", async () => {
  const { sent } = await show(itemView(), {
    SellCustomers: {
      customers: {
        __typename: "CustomerConnection",
        nodes: [{ ...customer, number: 123, email: "john.smith@example.com", phone: null, tierPath: below }],
        suggestions: [],
      },
    },
    SellItem: {
      sellInventoryItem: {
        __typename: "SellInventoryItemPayload",
        item: itemView({ state: "ASSIGNED", customer }),
        userErrors: [],
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Sell without a service" }));
  const dialog = await screen.findByRole("dialog", { name: "Sell SIM-00123" });
  await userEvent.type(within(dialog).getByRole("searchbox", { name: "Find a customer" }), "john");
  await userEvent.click(await within(dialog).findByRole("button", { name: /John Smith \(ID: 123\) AcmeNorth/ }));
  expect(dialog).toHaveTextContent("John Smith (ID: 123) AcmeNorth");
  await userEvent.click(within(dialog).getByRole("button", { name: "Sell" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "SellItem")?.variables["input"]).toMatchObject({
      itemId: "itm_1",
      customerId: "cus_123",
      note: null,
    }),
  );
});

test("OX10: an item that is not free says why it is not sold", async () => {
  await show(itemView({ state: "ASSIGNED", customer }), {}, "AGENT");
  expect(await screen.findByRole("button", { name: "Sell without a service" })).toHaveAccessibleDescription(
    "Only free items are sold; this one is: Assigned.",
  );
});

test("a move by hand takes its reason along and says what the server refuses", async () => {
  const { sent } = await show(itemView(), {
    UpdateItem: {
      updateInventoryItem: {
        __typename: "UpdateInventoryItemPayload",
        item: null,
        userErrors: [refusal("SIM-00123 has changed meanwhile. Read it again.", ["version"], "STALE")],
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Mark damaged" }));
  const dialog = await screen.findByRole("dialog", { name: "Mark SIM-00123 as damaged" });
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Bent");
  await userEvent.click(within(dialog).getByRole("button", { name: "Mark damaged" }));
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("SIM-00123 has changed meanwhile. Read it again.");
  expect(sent.find(({ name }) => name === "UpdateItem")?.variables["input"]).toEqual({
    id: "itm_1",
    version: 4,
    state: "DAMAGED",
    note: "Bent",
  });
});

test("OX5: a number that rests returns early only with a reason", async () => {
  await show(itemView({ state: "QUARANTINED" }));
  await userEvent.click(await screen.findByRole("button", { name: "Put in stock" }));
  const dialog = await screen.findByRole("dialog", { name: "Put SIM-00123 in stock" });
  const deed = within(dialog).getByRole("button", { name: "Put in stock" });
  expect(deed).toHaveAttribute("aria-disabled", "true");
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Reason" }), "Asked for by its last owner");
  expect(within(dialog).getByRole("button", { name: "Put in stock" })).not.toHaveAttribute("aria-disabled");
});

test("an agent reads place and note, and moves nothing", async () => {
  await show(itemView(), {}, "AGENT");
  expect(await screen.findByText("London shop")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Mark damaged" })).toBeNull();
  expect(screen.queryByRole("textbox", { name: "Location" })).toBeNull();
});
