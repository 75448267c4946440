import { Observable } from "@apollo/client";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type Answer, type RenderOptions } from "../../testkit/render-page.tsx";
import { item, itemList, template, templateList } from "./inventory-fixtures.ts";
import { InventoryPage } from "./InventoryPage.tsx";

beforeEach(() => sessionStorage.clear());

const silence = new Observable(() => undefined) as unknown as Answer;
const at = "/r/acme?template=sim-card";

function show(operations: RenderOptions["operations"], options: Omit<RenderOptions, "operations"> = {}) {
  return renderPage(<InventoryPage />, {
    at,
    ...options,
    operations: { InventoryTemplates: templateList(template()), StockChanges: silence, ...operations },
  });
}

test("the sorts stand beside the list with what is free of them, and little of one is marked", async () => {
  await show({
    InventoryTemplates: templateList(
      template({ counts: { NEW: 139, ASSIGNED: 21, DAMAGED: 2 } }),
      template({ key: "iptv-box", label: "IPTV Box", available: 7, lowStockThreshold: 8 }),
    ),
    InventoryItems: itemList([item()]),
  });
  const sorts = await screen.findByRole("navigation", { name: "Templates" });
  const sim = within(sorts).getByRole("link", { name: /SIM Card/ });
  expect(sim).toHaveAttribute("aria-current", "page");
  expect(sim).toHaveTextContent("SIM Card260 freeAssigned 21Damaged 2");
  expect(within(sorts).getByRole("link", { name: /IPTV Box/ })).toHaveTextContent("7 free, low");
});

test("O48: the middle of an ICCID is hidden in the list; the whole is there to be shown and copied", async () => {
  await show({ InventoryItems: itemList([item()]) });
  const row = await screen.findByRole("row", { name: /SIM-00123/ });
  expect(within(row).getByText("8944…8001")).toHaveAttribute("aria-hidden", "true");
  expect(within(row).getByText("8944 2000 1234 5678 001")).toBeInTheDocument();
  expect(within(row).getByRole("button", { name: "Copy" })).toBeInTheDocument();
});

test("O18: what one has reserved oneself is marked with its time, what another has is merely reserved", async () => {
  const reservation = (isYours: boolean) => ({
    __typename: "Reservation",
    id: `rsv_${isYours}`,
    isYours,
    expiresAt: "2026-11-21T14:32:00.000Z",
  });
  await show({
    InventoryItems: itemList([
      item({ state: "RESERVED", reservation: reservation(true) }),
      item({ id: "itm_2", label: "SIM-00124", state: "RESERVED", reservation: reservation(false) }),
    ]),
  });
  const mine = await screen.findByText("Reserved by you until 14:32");
  expect(mine.parentElement).toHaveAttribute("data-tone", "running");
  const theirs = within(screen.getByRole("row", { name: /SIM-00124/ })).getByText("Reserved");
  expect(theirs.parentElement).toHaveAttribute("data-tone", "waiting");
});

test("the list is the stock that the sorts count; what resellers below hold is shown on request", async () => {
  const { sent, address } = await show({
    InventoryItems: ({ filter }: { filter?: { isHandedDown?: boolean } }) =>
      filter?.isHandedDown === false ? itemList([], {}, 13) : itemList([item()], { NEW: 1 }, 13),
  });
  await userEvent.click(await screen.findByRole("button", { name: "Look at resellers below too" }));
  expect(await screen.findByRole("row", { name: /SIM-00123/ })).toBeVisible();
  expect(address()).toContain("below=yes");
  const asked = sent.filter(({ name }) => name === "InventoryItems").map(({ variables }) => variables["filter"]);
  expect(asked).toEqual([{ templateId: "tpl_sim-card", isHandedDown: false }, { templateId: "tpl_sim-card" }]);
  const chip = screen.getByRole("button", { name: /^With resellers below ?13$/ });
  expect(chip).toHaveAttribute("aria-pressed", "true");
  await userEvent.click(chip);
  expect(await screen.findByRole("button", { name: "Look at resellers below too" })).toBeVisible();
});

test("search, state and template are the server's to answer and stand in the address", async () => {
  const { sent, address } = await show({ InventoryItems: itemList([item()], { NEW: 1, ASSIGNED: 21 }) });
  await userEvent.click(await screen.findByRole("button", { name: /^Assigned ?21$/ }));
  await userEvent.type(screen.getByRole("searchbox", { name: "Find an item" }), "8001{Enter}");
  await waitFor(() =>
    expect(sent.findLast(({ name }) => name === "InventoryItems")?.variables).toMatchObject({
      filter: { templateId: "tpl_sim-card", state: ["ASSIGNED"] },
      search: "8001",
    }),
  );
  expect(address()).toContain("state=ASSIGNED");
  expect(address()).toContain("search=8001");
});

test("O43: nothing free: how many there are in which state, and the way to add some for those who may", async () => {
  const none = { InventoryItems: itemList([], { ASSIGNED: 21, DAMAGED: 2 }) };
  const owner = await show(none, { at: `${at}&state=NEW`, role: "RESELLER_OWNER" });
  expect(await screen.findByText("Assigned: 21 · Damaged: 2")).toBeVisible();
  expect(screen.getByRole("link", { name: "Add items" })).toHaveAttribute(
    "href",
    "/r/acme/inventory/add?template=sim-card",
  );
  owner.unmount();
  await show(none, { at: `${at}&state=NEW` });
  expect(await screen.findByText("Assigned: 21 · Damaged: 2")).toBeVisible();
  expect(screen.queryByRole("link", { name: "Add items" })).toBeNull();
});

test("O16: a list that is open is told when an item is taken, and its counts follow", async () => {
  let state = "NEW";
  let tell: () => void = () => undefined;
  await show({
    InventoryTemplates: () => templateList(template({ available: state === "NEW" ? 260 : 259 })),
    InventoryItems: () => itemList([item({ state })]),
    StockChanges: new Observable((observer) => {
      tell = () =>
        observer.next({
          data: {
            inventoryChanged: {
              __typename: "InventoryChange",
              templateId: "tpl_sim-card",
              itemId: "itm_1",
              isAvailable: false,
              available: 259,
              item: { __typename: "InventoryItem", id: "itm_1", state: "ASSIGNED", version: 5, reservation: null },
            },
          },
        });
    }) as unknown as Answer,
  });
  const row = await screen.findByRole("row", { name: /SIM-00123/ });
  expect(row).toHaveTextContent("New");
  state = "ASSIGNED";
  await act(async () => tell());
  await waitFor(() => expect(screen.getByRole("row", { name: /SIM-00123/ })).toHaveTextContent("Assigned"));
  expect(await screen.findByRole("link", { name: /SIM Card.*259 free/ })).toBeVisible();
});

test("what is selected is handed down to a reseller below; what is not free is left out and said", async () => {
  const { sent } = await show(
    {
      InventoryItems: itemList([item(), item({ id: "itm_2", label: "SIM-00124", state: "ASSIGNED" })]),
      ResellersBelow: {
        resellers: {
          __typename: "ResellerConnection",
          nodes: [
            { __typename: "Reseller", id: "rsl_acme", name: "Acme", state: "ACTIVE" },
            { __typename: "Reseller", id: "rsl_north", name: "AcmeNorth", state: "ACTIVE" },
          ],
        },
      },
      HandDown: { handInventoryDown: { __typename: "HandInventoryDownPayload", items: [], userErrors: [] } },
    },
    { role: "RESELLER_OWNER" },
  );
  await userEvent.click(await screen.findByRole("checkbox", { name: "Select all" }));
  await userEvent.click(screen.getByRole("button", { name: "Hand down" }));
  const dialog = await screen.findByRole("dialog", { name: "Hand down" });
  expect(dialog).toHaveTextContent("1 item goes to a reseller below, for good. 1 is not free and stays.");
  await userEvent.click(within(dialog).getByRole("combobox", { name: "To" }));
  expect(screen.queryByRole("option", { name: "Acme" })).toBeNull();
  await userEvent.click(await screen.findByRole("option", { name: "AcmeNorth" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Hand down 1 item" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "HandDown")?.variables["input"]).toMatchObject({
      itemIds: ["itm_1"],
      resellerId: "rsl_north",
    }),
  );
});

test("an agent selects nothing: handing down is not theirs", async () => {
  await show({ InventoryItems: itemList([item()]) });
  await screen.findByRole("row", { name: /SIM-00123/ });
  expect(screen.queryByRole("checkbox")).toBeNull();
});
