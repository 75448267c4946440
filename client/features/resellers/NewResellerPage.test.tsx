import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { NewResellerPage } from "./NewResellerPage.tsx";
import { resellerRow, resellerView } from "./reseller-fixtures.ts";
import { keyFrom } from "./reseller-values.ts";

const above = (key: "acme" | "acme-north") => ({ ...resellerRow(key), timeZone: "Europe/London", locale: "en" });
const parents = {
  reseller: above("acme"),
  resellers: { __typename: "ResellerConnection", nodes: [above("acme"), above("acme-north")] },
};

const show = (options: RenderOptions = {}) =>
  renderPage(<NewResellerPage />, {
    at: "/r/acme/resellers/new",
    route: "/r/$reseller/resellers/new",
    role: "RESELLER_OWNER",
    ...options,
    operations: { ResellerParents: parents, ...options.operations },
  });

beforeEach(() => sessionStorage.clear());

test("a key is made of the name's letters and digits", () => {
  expect(["Acme South", "Café Süd & Co.", "  ", "--A--b--", "x".repeat(80)].map(keyFrom)).toEqual([
    "acme-south",
    "cafe-sud-co",
    "",
    "a-b",
    "x".repeat(64),
  ]);
});

test("X2: a reseller has its parent's facts until others are said, and its key follows the name until one is typed", async () => {
  const created = resellerView("harbour", { state: "PENDING" });
  const payload = { __typename: "ResellerPayload", reseller: created, userErrors: [] };
  const { sent, address } = await show({ operations: { CreateReseller: { createReseller: payload } } });
  const user = userEvent.setup();
  await user.click(await screen.findByRole("textbox", { name: "Name" }));
  await user.paste("Harbour");
  const key = screen.getByRole("textbox", { name: "Key" });
  expect(key).toHaveValue("harbour");
  await user.clear(key);
  await user.click(key);
  await user.paste("harbour-2");
  await user.click(screen.getByRole("textbox", { name: "Name" }));
  await user.paste(" Mobile");
  expect(key).toHaveValue("harbour-2");
  await user.type(screen.getByLabelText("Failure e-mails", { selector: "input" }), "noc@harbour.test{Enter}");
  await user.click(screen.getByRole("button", { name: "Create reseller" }));
  await waitFor(() => expect(address()).toBe("/r/acme/resellers/rsl_harbour"));
  expect(sent.find(({ name }) => name === "CreateReseller")?.variables["input"]).toEqual({
    idempotencyKey: expect.any(String),
    parentId: "rsl_acme",
    name: "Harbour Mobile",
    key: "harbour-2",
    country: "GB",
    currency: "GBP",
    timeZone: "Europe/London",
    locale: "en",
    failureEmails: ["noc@harbour.test"],
    delegated: null,
  });
});

test("what is refused is said at its field, and nothing is left", async () => {
  const userErrors = [
    { __typename: "RuleError", code: "TAKEN", path: ["key"], message: "Another reseller has this key already." },
  ];
  const payload = { __typename: "ResellerPayload", reseller: null, userErrors };
  const { address } = await show({ operations: { CreateReseller: { createReseller: payload } } });
  await userEvent.click(await screen.findByRole("textbox", { name: "Name" }));
  await userEvent.paste("Beta");
  await userEvent.click(screen.getByRole("button", { name: "Create reseller" }));
  expect(await screen.findByText("Another reseller has this key already.")).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Key" })).toBeInvalid();
  expect(address()).toBe("/r/acme/resellers/new");
});

test("OX8: of what a new reseller may do, what one lacks oneself is locked and says why", async () => {
  await show();
  await userEvent.click(await screen.findByRole("radio", { name: "Only what is ticked" }));
  expect(screen.getByRole("checkbox", { name: "Place orders" })).toBeChecked();
  const locked = screen.getByRole("checkbox", { name: "Edit playbooks" });
  expect(locked).toBeDisabled();
  expect(locked).not.toBeChecked();
  expect(locked).toHaveAccessibleDescription("You do not hold this yourself");
  const open = screen.getAllByRole("checkbox").filter((each) => !(each as HTMLInputElement).disabled);
  expect(open).toHaveLength(permissionsOf("RESELLER_OWNER").length);
});

test("who may not create resellers finds the reason and no form", async () => {
  await show({ role: "AGENT" });
  expect(await screen.findByText(/You need the permission “Create resellers”/)).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
});
