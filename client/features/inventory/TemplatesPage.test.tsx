import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { refusal, template, templateList } from "./inventory-fixtures.ts";
import { TemplatesPage } from "./TemplatesPage.tsx";

beforeEach(() => sessionStorage.clear());

const used = template({ offeringCount: 1 });
const unused = template({ key: "router", label: "Router", offeringCount: 0 });

function show(operations: RenderOptions["operations"] = {}, role: RenderOptions["role"] = "RESELLER_OWNER") {
  return renderPage(<TemplatesPage />, {
    role,
    operations: { InventoryTemplates: templateList(used, unused), ...operations },
  });
}

test("O17: a new label changes nothing else; the key is not even asked for", async () => {
  const { sent } = await show({
    UpdateTemplate: {
      updateInventoryTemplate: { __typename: "UpdateInventoryTemplatePayload", template: used, userErrors: [] },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "SIM Card" }));
  const dialog = await screen.findByRole("dialog", { name: "Edit SIM Card" });
  expect(within(dialog).queryByRole("textbox", { name: "Key" })).toBeNull();
  const label = within(dialog).getByRole("textbox", { name: "Label" });
  await userEvent.clear(label);
  await userEvent.type(label, "eSIM");
  await userEvent.click(within(dialog).getByRole("button", { name: "Save" }));
  await waitFor(() =>
    expect(sent.find(({ name }) => name === "UpdateTemplate")?.variables["input"]).toEqual({
      id: "tpl_sim-card",
      version: 1,
      label: "eSIM",
      lowStockThreshold: 20,
      checksLuhn: false,
    }),
  );
});

test("O17: a template in use is not deleted and says how many offerings use it", async () => {
  await show();
  await userEvent.click(await screen.findByRole("button", { name: "Delete SIM Card" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete SIM Card" });
  expect(dialog).toHaveTextContent("1 offering uses it, so it cannot be deleted.");
  expect(within(dialog).getByRole("button", { name: "Delete" })).toHaveAttribute("aria-disabled", "true");
});

test("O17: an offering that has begun to use it meanwhile is counted by the server", async () => {
  await show({
    DeleteTemplate: {
      deleteInventoryTemplate: {
        __typename: "DeleteInventoryTemplatePayload",
        deletedId: null,
        userErrors: [{ ...refusal("In use.", ["id"], "IN_USE"), __typename: "InUseError", offerings: 2 }],
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "Delete Router" }));
  const dialog = await screen.findByRole("dialog", { name: "Delete Router" });
  await userEvent.click(within(dialog).getByRole("button", { name: "Delete" }));
  expect(await within(dialog).findByText(/2 offerings use it, so it cannot be deleted/)).toBeVisible();
});

test("a key that is taken is refused at its field", async () => {
  const message = 'There is a template with the key "sim-card" already.';
  await show({
    CreateTemplate: {
      createInventoryTemplate: {
        __typename: "CreateInventoryTemplatePayload",
        template: null,
        userErrors: [refusal(message, ["key"], "TAKEN")],
      },
    },
  });
  await userEvent.click(await screen.findByRole("button", { name: "New template" }));
  const dialog = await screen.findByRole("dialog", { name: "New template" });
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Label" }), "SIM");
  await userEvent.type(within(dialog).getByRole("textbox", { name: "Key" }), "sim-card");
  await userEvent.click(within(dialog).getByRole("button", { name: "Create template" }));
  await waitFor(() =>
    expect(within(dialog).getByRole("textbox", { name: "Key" })).toHaveAccessibleDescription(
      expect.stringContaining(message),
    ),
  );
});

test("an agent sees the templates and changes none", async () => {
  await show({}, "AGENT");
  expect(await screen.findByRole("row", { name: /SIM Card/ })).toBeVisible();
  expect(screen.queryByRole("button", { name: /Delete/ })).toBeNull();
  expect(screen.getByRole("button", { name: "New template" })).toHaveAttribute("aria-disabled", "true");
});
