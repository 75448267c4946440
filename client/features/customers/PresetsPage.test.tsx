import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { delegationPresets } from "@tierline/shared/delegation.ts";
import { renderPage, type Answer, type RenderOptions } from "../../testkit/render-page.tsx";
import { PresetsPage } from "./PresetsPage.tsx";

const preset = (name: string, permissions: string[], isDefault = false) => ({
  __typename: "DelegationPreset",
  name,
  permissions,
  isDefault,
  simultaneousCalls: null,
});
const kept = [preset("Look only", ["customer.view", "service.view"], true), preset("Closed", [])];
const reseller = (delegationPresets: object[]) => ({
  __typename: "Reseller",
  id: "rsl_acme",
  version: 3,
  delegationPresets,
});

async function show(answer: Answer, options: Partial<RenderOptions> = {}) {
  const page = await renderPage(<PresetsPage />, {
    role: "RESELLER_OWNER",
    operations: { DelegationPresets: { reseller: reseller(kept) }, SetDelegationPresets: answer },
    ...options,
  });
  const input = () => page.sent.find(({ name }) => name === "SetDelegationPresets")?.variables["input"];
  return { ...page, input };
}
const done = (presets: object[]) => ({
  setDelegationPresets: { __typename: "ResellerPayload", reseller: reseller(presets), userErrors: [] },
});
const plain = ({ name, permissions, isDefault, simultaneousCalls }: ReturnType<typeof preset>) => ({
  name,
  permissions,
  isDefault,
  simultaneousCalls,
});

test("B12: presets are shown with what each gives, and which one new customers have", async () => {
  await show({});
  const first = await screen.findByRole("region", { name: "Look only" });
  expect(first).toHaveTextContent("For new customers");
  expect(
    within(first)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["View customers", "View services"]);
  expect(screen.getByRole("region", { name: "Closed" })).toHaveTextContent("Nothing but their own account");
});

test("B12: a new preset for new customers takes the place of the one that was theirs", async () => {
  const { input } = await show(done([...kept]));
  await userEvent.click(await screen.findByRole("button", { name: "New preset" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.type(within(dialog).getByRole("textbox", { name: /^Name/ }), "Buyers");
  await userEvent.click(within(dialog).getByRole("checkbox", { name: "View orders" }));
  await userEvent.click(within(dialog).getByRole("checkbox", { name: /new customers/ }));
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(input()).toEqual({
    id: "rsl_acme",
    version: 3,
    presets: [
      { ...plain(kept[0]!), isDefault: false },
      plain(kept[1]!),
      {
        name: "Buyers",
        permissions: delegationPresets.LOOK.filter((key) => key !== "order.view"),
        isDefault: true,
        simultaneousCalls: null,
      },
    ],
  });
});

test("B13: a preset that lets people manage lines says how far they go", async () => {
  const { input } = await show(done([...kept]));
  await userEvent.click(await screen.findByRole("button", { name: "New preset" }));
  const dialog = within(await screen.findByRole("dialog"));
  await userEvent.type(dialog.getByRole("textbox", { name: /^Name/ }), "Lines");
  expect(dialog.queryByRole("textbox", { name: "Calls at a time of a line, at most" })).toBeNull();
  await userEvent.click(dialog.getByRole("checkbox", { name: "Manage lines" }));
  await userEvent.type(dialog.getByRole("textbox", { name: "Calls at a time of a line, at most" }), "10");
  await userEvent.click(dialog.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  const { presets } = input() as { presets: object[] };
  expect(presets.at(-1)).toMatchObject({
    name: "Lines",
    permissions: expect.arrayContaining(["line.manage"]),
    simultaneousCalls: 10,
  });
});

test("B12: a name that is taken is said at its field, and what was chosen stays", async () => {
  const taken = { __typename: "RuleError", code: "TAKEN", message: "Taken already.", path: ["presets", "1", "name"] };
  await show({ setDelegationPresets: { __typename: "ResellerPayload", reseller: null, userErrors: [taken] } });
  await userEvent.click(await screen.findByRole("button", { name: "Edit Closed" }));
  const name = await screen.findByRole("textbox", { name: /^Name/ });
  await userEvent.clear(name);
  await userEvent.type(name, "Look only");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(name).toHaveAccessibleDescription("Taken already."));
  expect(name).toHaveValue("Look only");
});

test("B12: a preset that is removed leaves what was decided with it, and the page says so", async () => {
  const { input } = await show(done([kept[0]!]));
  await userEvent.click(await screen.findByRole("button", { name: "Remove Closed" }));
  const dialog = await screen.findByRole("dialog");
  expect(dialog).toHaveTextContent("What was decided for a customer stays");
  await userEvent.click(within(dialog).getByRole("button", { name: "Remove" }));
  await waitFor(() => expect(screen.queryByRole("region", { name: "Closed" })).toBeNull());
  expect(input()).toMatchObject({ presets: [plain(kept[0]!)] });
});

test("B12: who may not limit customers is told so, and nothing is asked", async () => {
  const { sent } = await show({}, { role: "AGENT" });
  expect(await screen.findByText(/You need the permission “Limit customers' people”/)).toBeVisible();
  expect(sent).toEqual([]);
});
