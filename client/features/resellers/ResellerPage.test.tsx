import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { renderPage, type Answer, type RenderOptions } from "../../testkit/render-page.tsx";
import { resellerRow, resellerView } from "./reseller-fixtures.ts";
import { ResellerPage } from "./ResellerPage.tsx";

const show = (reseller: object | null, operations: Record<string, Answer> = {}, options: RenderOptions = {}) =>
  renderPage(<ResellerPage />, {
    at: "/r/acme/resellers/rsl_acme-north",
    route: "/r/$reseller/resellers/$node",
    role: "RESELLER_OWNER",
    operations: { ResellerPage: { reseller }, ...operations },
    ...options,
  });

const payload = (reseller: object) => ({ __typename: "ResellerPayload", reseller, userErrors: [] });
const buttons = () => screen.queryAllByRole("button").map((each) => each.textContent);

const dependents = (services: number) => ({
  reseller: {
    __typename: "Reseller",
    id: "rsl_acme-north",
    dependents: { __typename: "ResellerDependents", resellers: 1, people: 2, customers: 3, services },
  },
});

test.each([
  ["PENDING", ["Edit", "Limits on calls", "What it may do", "Close", "Activate"]],
  ["ACTIVE", ["Edit", "Limits on calls", "What it may do", "Suspend", "Close"]],
  ["SUSPENDED", ["Edit", "Limits on calls", "What it may do", "Close", "Resume"]],
  ["CLOSED", []],
])("a reseller that is %s offers what its state allows", async (state, expected) => {
  await show(resellerView("acme-north", { state }));
  await screen.findByRole("heading", { level: 1, name: "AcmeNorth" });
  await waitFor(() => expect(buttons()).toEqual(expected));
});

test("a reseller's page names all above it, and links those of one's own tier", async () => {
  await show(resellerView("harbour"));
  const owners = within(await screen.findByRole("navigation", { name: "Below" }));
  expect(owners.getAllByRole("listitem").map((each) => each.textContent)).toEqual([
    "Tierline Telecom",
    "Nord",
    "Acme",
    "AcmeNorth",
    "Harbour",
  ]);
  expect(owners.getAllByRole("link").map((each) => each.textContent)).toEqual(["Acme", "AcmeNorth"]);
  expect(screen.getByRole("link", { name: "Customers of Harbour and below" })).toHaveAttribute(
    "href",
    "/r/acme/customers?tier=rsl_harbour",
  );
});

test("V1: one that is pending is activated by its parent, too", async () => {
  const { sent } = await show(resellerView("acme-north", { state: "PENDING" }), {
    ActivateReseller: { activateReseller: payload(resellerView("acme-north", { version: 4 })) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Activate" }));
  expect(await screen.findByRole("button", { name: "Suspend" })).toBeVisible();
  expect(sent.at(-1)).toEqual({ name: "ActivateReseller", variables: { input: { id: "rsl_acme-north" } } });
});

test("CX11: suspending says what it stops, takes a note, and resume stands there afterwards", async () => {
  const { sent, address } = await show(resellerView("acme-north"), {
    SuspendReseller: { suspendReseller: payload(resellerView("acme-north", { state: "SUSPENDED" })) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Suspend" }));
  expect(address()).toBe("/r/acme/resellers/rsl_acme-north?do=suspend");
  const dialog = within(await screen.findByRole("dialog", { name: "Suspend AcmeNorth" }));
  expect(dialog.getByText(/create and change nothing any more/)).toBeVisible();
  await userEvent.type(dialog.getByRole("textbox", { name: "Note" }), "Unpaid since May");
  await userEvent.click(dialog.getByRole("button", { name: "Suspend" }));
  expect(await screen.findByRole("button", { name: "Resume" })).toBeVisible();
  expect(sent.at(-1)?.variables).toEqual({ input: { id: "rsl_acme-north", note: "Unpaid since May" } });
  await waitFor(() => expect(address()).toBe("/r/acme/resellers/rsl_acme-north"));
});

test("X9: closing counts what ends with it and wants the word typed", async () => {
  const { sent } = await show(resellerView("acme-north"), {
    ResellerDependents: dependents(0),
    CloseReseller: { closeReseller: payload(resellerView("acme-north", { state: "CLOSED" })) },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Close" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Close AcmeNorth" }));
  const lines = (await dialog.findAllByRole("listitem")).map((each) => each.textContent);
  expect(lines).toEqual([
    "1 reseller below it ends with it.",
    "2 people can no longer sign in.",
    "3 customers stay, without anybody of the reseller to serve them.",
    "0 services are not terminated.",
    "It cannot be opened again. What it keeps stays to be read by you and those above.",
  ]);
  await userEvent.click(dialog.getByRole("button", { name: "Close reseller" }));
  expect(sent.some(({ name }) => name === "CloseReseller")).toBe(false);
  await userEvent.type(dialog.getByRole("textbox", { name: "Type “close” to close it" }), "Close");
  await userEvent.click(dialog.getByRole("button", { name: "Close reseller" }));
  expect(await screen.findByText("Closed")).toBeVisible();
  expect(sent.find(({ name }) => name === "CloseReseller")?.variables).toEqual({
    input: { id: "rsl_acme-north", confirmation: "close", note: null },
  });
});

test("X9: while services live in it, closing is not offered and the way to them is", async () => {
  await show(resellerView("acme-north"), { ResellerDependents: dependents(12) });
  await userEvent.click(await screen.findByRole("button", { name: "Close" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Close AcmeNorth" }));
  expect(await dialog.findByText("12 services still live here")).toBeVisible();
  expect(dialog.queryByRole("textbox")).toBeNull();
  expect(dialog.getByRole("link")).toHaveAttribute("href", "/r/acme/customers?tier=rsl_acme-north");
});

test("M14: name and country of one's own reseller are read-only with a lock and who manages it; the rest is saved", async () => {
  const own = resellerView("acme");
  const { sent } = await show(
    own,
    { UpdateReseller: { updateReseller: payload({ ...own, version: 4 }) } },
    { at: "/r/acme/resellers/rsl_acme" },
  );
  expect(await screen.findAllByText("Managed by Nord")).toHaveLength(3);
  expect(buttons()).toEqual(["Edit", "Limits on calls"]);
  await userEvent.click(screen.getByRole("button", { name: "Edit" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Edit Acme" }));
  for (const name of ["Name", "Home country"]) {
    const field = dialog.getByRole(name === "Name" ? "textbox" : "combobox", { name });
    expect(field).toHaveAttribute("readonly");
    expect(field).toHaveAccessibleDescription("Managed by Nord");
  }
  await userEvent.type(dialog.getByLabelText("Failure e-mails", { selector: "input" }), "ops@acme.test{Enter}");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent.find(({ name }) => name === "UpdateReseller")?.variables).toEqual({
    input: { id: "rsl_acme", version: 3, failureEmails: ["noc@north.test", "ops@acme.test"] },
  });
});

test("OX8: what a reseller may do is limited by ticks; what it had and one lacks may be left to it, not given back", async () => {
  const before = ["order.place", "customer.view", "playbook.edit"];
  const { sent } = await show(resellerView("acme-north", { delegated: before }), {
    DelegateToReseller: ({ input }) => ({
      delegateToReseller: payload(resellerView("acme-north", { ...(input as object) })),
    }),
  });
  await userEvent.click(await screen.findByRole("button", { name: "What it may do" }));
  const dialog = within(await screen.findByRole("dialog", { name: "What AcmeNorth may do" }));
  expect(dialog.getByRole("checkbox", { name: "Edit playbooks" })).toBeEnabled();
  expect(dialog.getByRole("checkbox", { name: "Edit connectors" })).toBeDisabled();
  await userEvent.click(dialog.getByRole("checkbox", { name: "Place orders" }));
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent.find(({ name }) => name === "DelegateToReseller")?.variables).toEqual({
    input: { id: "rsl_acme-north", delegated: ["customer.view", "playbook.edit"] },
  });
});

test("U24: how much a reseller and all below it may have stands in the same dialog; what is left empty limits nothing", async () => {
  const limits = {
    __typename: "ResellerLimits" as const,
    customers: 40,
    services: null,
    people: null,
    resellers: null,
  };
  const { sent } = await show(resellerView("acme-north", { limits }), {
    LimitReseller: ({ input }) => ({ limitReseller: payload(resellerView("acme-north", input as object)) }),
    DelegateToReseller: { delegateToReseller: payload(resellerView("acme-north")) },
  });
  expect(await screen.findByText("Customers at most")).toBeInTheDocument();
  await userEvent.click(await screen.findByRole("button", { name: "What it may do" }));
  const dialog = within(await screen.findByRole("dialog", { name: "What AcmeNorth may do" }));
  await userEvent.clear(dialog.getByRole("textbox", { name: "Customers at most" }));
  await userEvent.type(dialog.getByRole("textbox", { name: "Services at most" }), "250");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent.find(({ name }) => name === "LimitReseller")?.variables).toEqual({
    input: { id: "rsl_acme-north", customers: null, services: 250, people: null, resellers: null },
  });
});

test("a reseller that does not exist for one is not found; an agent reads the page and why it cannot act", async () => {
  await show(null);
  expect(await screen.findByText("This address leads to nothing that exists for you.")).toBeVisible();
  const { sent } = await show(resellerView("acme-north", { delegated: undefined }), {}, { role: "AGENT" });
  await screen.findByRole("heading", { level: 1, name: "AcmeNorth" });
  expect(sent[0]?.variables).toEqual({ id: "rsl_acme-north", withDelegated: false, withEmails: false });
  expect(screen.getByRole("button", { name: "Suspend" })).toHaveAccessibleDescription(
    /You need the permission “Suspend and close resellers”/,
  );
});

const parent = (key: "acme" | "acme-north" | "harbour") => ({
  ...resellerRow(key),
  timeZone: "Europe/London",
  locale: "en",
});
const parents = {
  reseller: parent("acme"),
  resellers: { __typename: "ResellerConnection", nodes: [parent("acme"), parent("acme-north")] },
};
const tiers = (...names: readonly string[]) =>
  names.map((name) => ({ __typename: "TierNode", id: `rsl_${name}`, key: name.toLowerCase(), name }));
const nordic = { __typename: "Offering", id: "ofr_nordic", name: "Nordic" };
const planOf = (more: object) => ({
  resellerMove: {
    __typename: "ResellerMove",
    before: tiers("Tierline Telecom", "Nord", "Acme", "AcmeNorth", "Harbour"),
    after: tiers("Tierline Telecom", "Nord", "Acme"),
    resellers: 2,
    people: 5,
    customers: 31,
    services: 40,
    items: 120,
    rightsLost: ["order.undo"],
    catalog: { __typename: "CatalogChange", gainedCount: 0, gained: [], lostCount: 1, lost: [nordic], services: 0 },
    refusals: [],
    fingerprint: "plan-1",
    ...more,
  },
});

test("X2: a move is shown before it is done: places, counts and lost rights, and what is confirmed is that plan", async () => {
  const { sent } = await show(
    resellerView("harbour"),
    {
      ResellerParents: parents,
      ResellerMovePlan: planOf({}),
      MoveReseller: { moveReseller: payload(resellerView("harbour", { version: 4 })) },
    },
    { at: "/r/acme/resellers/rsl_harbour", role: "OPERATOR" },
  );
  await userEvent.click(await screen.findByRole("button", { name: "Move" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Move Harbour under another parent" }));
  await userEvent.click(await dialog.findByRole("combobox", { name: "New parent" }));
  await userEvent.click(await screen.findByRole("option", { name: "Tierline Telecom › Nord › Acme" }));
  expect(await dialog.findByText("Tierline Telecom › Nord › Acme › AcmeNorth › Harbour")).toBeVisible();
  expect(dialog.getByText("Tierline Telecom › Nord › Acme › Harbour")).toBeVisible();
  expect(dialog.getByText("31")).toBeVisible();
  expect(dialog.getByText("Undo orders")).toBeVisible();
  expect(dialog.getByText("No longer sold: Nordic")).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Move" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent.find(({ name }) => name === "MoveReseller")?.variables).toEqual({
    input: { id: "rsl_harbour", parentId: "rsl_acme", fingerprint: "plan-1" },
  });
});

test("a move that cannot be says why and sends nothing; who may not move is not offered it", async () => {
  const refusals = [{ __typename: "RuleError", code: "STATE_CONFLICT", message: "1 run is under way below it." }];
  const { sent } = await show(
    resellerView("harbour"),
    { ResellerParents: parents, ResellerMovePlan: planOf({ refusals, fingerprint: null }) },
    { at: "/r/acme/resellers/rsl_harbour?do=move", role: "OPERATOR" },
  );
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.click(await dialog.findByRole("combobox", { name: "New parent" }));
  await userEvent.click(await screen.findByRole("option", { name: "Tierline Telecom › Nord › Acme" }));
  expect(await dialog.findByText("1 run is under way below it.")).toBeVisible();
  await userEvent.click(dialog.getByRole("button", { name: "Move" }));
  expect(sent.some(({ name }) => name === "MoveReseller")).toBe(false);
});
