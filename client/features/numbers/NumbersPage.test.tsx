import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type Answer } from "../../testkit/render-page.tsx";
import { NumbersPage } from "./NumbersPage.tsx";

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
const did = {
  __typename: "Did",
  id: "did_1",
  number: "+442079460958",
  setup: money("1.99"),
  monthly: money("3.50"),
  billing: "PER_MINUTE",
  perMinute: "0.03",
  cadence: "60/60",
  connectedAt: "2026-11-21T12:00:00.000Z",
  nextBillingOn: "2026-12-21",
};
const numberOf = (identifier: string, more: object = {}) => ({
  __typename: "InventoryItem",
  id: `itm_${identifier}`,
  label: identifier,
  identifier,
  state: "IN_STOCK",
  version: 1,
  customer: null,
  service: null,
  reservation: null,
  did: null,
  numberSource: null,
  holder: { __typename: "TierNode", id: "rsl_acme", name: "Acme", isCurrent: true },
  lease: null,
  sale: null,
  offer: null,
  ...more,
});
const taken = numberOf("+442079460958", {
  state: "ASSIGNED",
  customer: { __typename: "Customer", id: "cus_1", label: "John Smith (ID: 1)" },
  did,
});
const free = numberOf("+442079460959");
const templates = {
  __typename: "InventoryTemplateConnection",
  nodes: [
    { __typename: "InventoryTemplate", id: "tpl_1", key: "number", label: "Numbers", identifierKind: "PHONE_NUMBER" },
  ],
};
const listed = (nodes: object[]) => ({
  inventoryItems: {
    __typename: "InventoryItemConnection",
    nodes,
    counts: [{ __typename: "InventoryStateCount", state: "IN_STOCK", count: nodes.length }],
    totalCount: { __typename: "TotalCount", value: nodes.length, isEstimate: false },
    pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  },
  inventoryTemplates: templates,
});
const buyers = {
  customers: {
    __typename: "CustomerConnection",
    nodes: [
      { __typename: "Customer", id: "cus_1", label: "John Smith (ID: 1)", tierPath: [{ id: "rsl_acme" }] },
      { __typename: "Customer", id: "cus_9", label: "Of somebody below", tierPath: [{ id: "rsl_other" }] },
    ],
  },
};
const pool = (nodes: object[]) => ({
  inventoryItems: { __typename: "InventoryItemConnection", nodes },
  inventoryTemplates: templates,
});

interface Options {
  readonly at?: string;
  readonly role?: "AGENT" | "CUSTOMER_USER" | "RESELLER_OWNER";
  readonly operations?: Readonly<Record<string, Answer>>;
}

function open({ at = "", role = "AGENT", operations = {} }: Options = {}) {
  return renderPage(<NumbersPage />, {
    at: `/r/acme/numbers${at}`,
    route: "/r/$reseller/numbers",
    role,
    operations: {
      NumberList: listed([taken, free]),
      OneNumber: { inventoryItem: taken },
      NumberBuyers: buyers,
      FreeNumbers: pool([free]),
      NumberTemplates: { inventoryTemplates: templates },
      StockChanges: new Error("no live updates in this test"),
      ...operations,
    },
  });
}

test("each number is shown with who has it, what they pay and when that is asked next", async () => {
  await open();
  const row = (await screen.findByText("John Smith (ID: 1)")).closest<HTMLElement>('[role="row"]')!; // it lies in one
  for (const text of ["£3.50", "£1.99", "0.03", "21 Dec 2026"]) expect(within(row).getByText(text)).toBeTruthy();
});

test("VX6, V17: a number is connected from the list: fees, calls by the minute, and what is charged at once", async () => {
  const { sent } = await open({ operations: { ConnectDid: { connectDid: { did: null, userErrors: [] } } } });
  await userEvent.click(await screen.findByRole("button", { name: /Connect a number/ }));
  const dialog = await screen.findByRole("dialog");
  const deed = within(dialog).getByRole("button", { name: "Connect" });
  expect(deed.getAttribute("aria-disabled") ?? deed.getAttribute("disabled")).not.toBeNull();
  await userEvent.click(within(dialog).getByRole("combobox", { name: /Number/ }));
  await userEvent.click(await screen.findByRole("option", { name: "+44 20 7946 0959" }));
  await userEvent.click(within(dialog).getByRole("combobox", { name: /Customer/ }));
  expect(screen.queryByRole("option", { name: "Of somebody below" })).toBeNull();
  await userEvent.click(await screen.findByRole("option", { name: "John Smith (ID: 1)" }));
  const setup = within(dialog).getByRole("textbox", { name: /Setup fee/ });
  await userEvent.clear(setup);
  await userEvent.type(setup, "1.99");
  const monthly = within(dialog).getByRole("textbox", { name: /Monthly fee/ });
  await userEvent.clear(monthly);
  await userEvent.type(monthly, "3,50");
  await userEvent.click(within(dialog).getByRole("combobox", { name: /Calls that come in/ }));
  await userEvent.click(await screen.findByRole("option", { name: "By the minute" }));
  await userEvent.type(await within(dialog).findByRole("textbox", { name: /A minute/ }), "0.03");
  await userEvent.click(within(dialog).getByRole("checkbox", { name: "Charge the setup fee" }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Connect" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "ConnectDid")?.variables["input"]).toMatchObject({
      itemId: free.id,
      customerId: "cus_1",
      setup: "1.99",
      monthly: "3.50",
      billing: "PER_MINUTE",
      perMinute: "0.03",
      cadence: { first: 60, step: 60, grace: 0 },
      chargeSetup: false,
      chargeMonthly: true,
    }),
  );
});

test("V10: where no number is free, it says that one has to be ordered first, with the way there", async () => {
  await open({ operations: { FreeNumbers: pool([]) } });
  await userEvent.click(await screen.findByRole("button", { name: /Connect a number/ }));
  expect(await screen.findByText("Order a number first")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Go to numbers" }).getAttribute("href")).toContain("/r/acme/numbers");
});

test("what a number costs is changed, and it is told since when it counts", async () => {
  const { sent } = await open({
    at: `?number=${taken.id}`,
    operations: { ChangeDid: { changeDid: { did: { ...did, monthly: money("4.00") }, userErrors: [] } } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Change terms…" }));
  expect(await screen.findByText("Counts from 21 Dec 2026 on.")).toBeTruthy();
  const monthly = screen.getByRole("textbox", { name: /Monthly fee/ });
  await userEvent.clear(monthly);
  await userEvent.type(monthly, "4");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "ChangeDid")?.variables["input"]).toMatchObject({
      id: "did_1",
      monthly: "4",
      billing: "PER_MINUTE",
      perMinute: "0.03",
    }),
  );
});

test("before a number is taken back, it is told what comes of it; a refusal is told as it is", async () => {
  const refused = { code: "STATE_CONFLICT", message: "It was taken back already.", path: ["id"] };
  await open({
    at: `?number=${taken.id}`,
    operations: { DisconnectDid: { disconnectDid: { did: null, userErrors: [refused] } } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Take back…" }));
  expect(await screen.findByText(/John Smith \(ID: 1\) cannot be called on it any more/)).toBeTruthy();
  expect(screen.getByText(/What was paid in advance is not paid back/)).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Take it back" }));
  expect(await screen.findByText("It was taken back already.")).toBeTruthy();
});

test("an empty stock, a list without a match, and who may not look are each told in words", async () => {
  const empty = await open({ operations: { NumberList: listed([]) } });
  expect(await screen.findByText("No numbers yet")).toBeTruthy();
  empty.unmount();
  const filtered = await open({ at: "?search=999", operations: { NumberList: listed([]) } });
  expect(await screen.findByText("No number matches")).toBeTruthy();
  filtered.unmount();
  const { sent } = await open({ role: "CUSTOMER_USER" });
  expect(await screen.findByText(/permission/i)).toBeTruthy();
  expect(sent.some(({ name }) => name === "NumberList")).toBe(false);
});

test("BX12: a range is shown before it is registered, and every number that exists is told", async () => {
  const taken = ["+551140010008", "+551140010009"].map((number) => ({
    code: "TAKEN",
    message: `${number} exists already; none was registered.`,
    path: ["firstNumber"],
  }));
  const { sent } = await open({
    role: "RESELLER_OWNER",
    operations: { RegisterNumbers: { registerNumbers: { items: [], userErrors: taken } } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Register a range…" }));
  await userEvent.type(await screen.findByRole("textbox", { name: /First number/ }), "1140010000");
  expect(await screen.findByText(/From 1140010000 to 1140010009/)).toBeTruthy();
  await userEvent.type(screen.getByRole("textbox", { name: /Supplier/ }), "Operadora");
  await userEvent.click(screen.getByRole("button", { name: "Register" }));
  expect(await screen.findByText(/\+551140010008 exists already.*\+551140010009 exists already/)).toBeTruthy();
  expect(sent.find(({ name }) => name === "RegisterNumbers")?.variables["input"]).toMatchObject({
    firstNumber: "1140010000",
    quantity: 10,
    country: "GB",
    kind: "SIMPLE",
  });
});

const terms = {
  __typename: "NumberTerms",
  setup: money("2.00"),
  monthly: money("80.00"),
  billing: "PER_MINUTE",
  perMinute: "0.02",
  cadence: "60/60",
};
const offer = {
  __typename: "NumberOffer",
  itemId: "itm_9",
  number: "+442079460960",
  fingerprint: "seen",
  seller: "Nord",
  reseller: null,
  terms,
};
const lease = {
  __typename: "NumberLease",
  number: free.identifier,
  seller: "Nord",
  orderedAt: "2026-11-21T12:00:00.000Z",
  nextBillingOn: "2026-12-21",
  buyer: null,
  terms,
};
const itemsDone = { items: [], userErrors: [] };

test("U3: a number is ordered from what the reseller above offers, after it was said what is charged now and each month", async () => {
  const { sent } = await open({
    at: "?view=offers",
    role: "RESELLER_OWNER",
    operations: { NumberOffers: { numberOffers: [offer] }, OrderNumber: { orderNumber: itemsDone } },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Order…" }));
  const dialog = await screen.findByRole("dialog", { name: "Order +44 20 7946 0960" });
  for (const text of ["£80.00", "£2.00", "£82.00"]) expect(within(dialog).getByText(text)).toBeTruthy();
  expect(dialog.textContent).toContain("Nord");
  await userEvent.click(within(dialog).getByRole("button", { name: "Order" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "OrderNumber")?.variables["input"]).toMatchObject({
      itemId: "itm_9",
      fingerprint: "seen",
    }),
  );
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("who may not order has no view of what is offered", async () => {
  await open({ at: "?view=offers" });
  expect(await screen.findByText("John Smith (ID: 1)")).toBeTruthy();
  expect(screen.queryByText("Offered to you")).toBeNull();
});

test("where nothing is offered it is said who does", async () => {
  await open({ at: "?view=offers", role: "RESELLER_OWNER", operations: { NumberOffers: { numberOffers: [] } } });
  expect(await screen.findByText("No number is offered to you")).toBeTruthy();
});

test("a free number is offered to those right below for fees and a price a minute", async () => {
  const below = (id: string, name: string, parent: string) => ({
    __typename: "Reseller",
    id,
    name,
    tierPath: [
      { __typename: "TierNode", id: parent },
      { __typename: "TierNode", id },
    ],
  });
  const { sent } = await open({
    at: `?number=${encodeURIComponent(free.id)}`,
    role: "RESELLER_OWNER",
    operations: {
      OneNumber: { inventoryItem: free },
      ResellersRightBelow: {
        resellers: {
          __typename: "ResellerConnection",
          nodes: [below("rsl_n", "North", "rsl_acme"), below("rsl_f", "Far", "rsl_n")],
        },
      },
      OfferNumbers: { offerNumbers: itemsDone },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Offer…" }));
  const dialog = await screen.findByRole("dialog", { name: /^Offer / });
  await userEvent.click(within(dialog).getByRole("combobox", { name: "To" }));
  await userEvent.click(await screen.findByRole("option", { name: "North" }));
  expect(screen.queryByRole("option", { name: "Far" })).toBeNull();
  const monthly = within(dialog).getByRole("textbox", { name: /Monthly fee/ });
  await userEvent.clear(monthly);
  await userEvent.type(monthly, "80");
  await userEvent.click(within(dialog).getByRole("button", { name: "Offer" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "OfferNumbers")?.variables["input"]).toMatchObject({
      itemIds: [free.id],
      resellerId: "rsl_n",
      setup: "0",
      monthly: "80",
      billing: "FLAT",
    }),
  );
});

test("an ordered number says where it comes from and what it costs, and is given back after a warning", async () => {
  const { sent } = await open({
    at: `?number=${encodeURIComponent(free.id)}`,
    role: "RESELLER_OWNER",
    operations: {
      OneNumber: { inventoryItem: { ...free, lease } },
      GiveBackNumber: { giveBackNumber: itemsDone },
    },
  });
  expect(await screen.findByText("What you pay Nord")).toBeTruthy();
  await userEvent.click(screen.getByRole("button", { name: "Give back…" }));
  const dialog = await screen.findByRole("dialog", { name: /^Give back/ });
  expect(dialog.textContent).toContain("Nothing more is charged for it from tomorrow on.");
  await userEvent.click(within(dialog).getByRole("button", { name: "Give it back" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "GiveBackNumber")?.variables["input"]).toMatchObject({ itemId: free.id }),
  );
});

test("what a reseller below pays for a number is changed by who sells it", async () => {
  const held = { __typename: "TierNode", id: "rsl_n", name: "North", isCurrent: false };
  const sale = { ...lease, seller: "Acme", buyer: { __typename: "Reseller", id: "rsl_n", name: "North" } };
  const { sent } = await open({
    at: `?view=below&number=${encodeURIComponent(free.id)}`,
    role: "RESELLER_OWNER",
    operations: {
      OneNumber: { inventoryItem: { ...free, holder: held, sale } },
      NumbersBelow: {
        inventoryItems: { ...listed([]).inventoryItems, nodes: [{ ...free, holder: held, sale }] },
      },
      ChangeNumberLease: { changeNumberLease: itemsDone },
    },
  });
  expect(await screen.findByText("What North pays you")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Connect…" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Change terms…" }));
  const dialog = await screen.findByRole("dialog", { name: /^What .* costs/ });
  const monthly = within(dialog).getByRole("textbox", { name: /Monthly fee/ });
  await userEvent.clear(monthly);
  await userEvent.type(monthly, "90");
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "ChangeNumberLease")?.variables["input"]).toMatchObject({
      itemId: free.id,
      monthly: "90",
      perMinute: "0.02",
    }),
  );
});
