import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { renderPage, type RenderOptions } from "../../testkit/render-page.tsx";
import { AddItemsPage } from "./AddItemsPage.tsx";
import { refusal, template, templateList } from "./inventory-fixtures.ts";

beforeEach(() => sessionStorage.clear());

const modem = template({ key: "modem-cpe", label: "Modem CPE", identifierKind: "SERIAL" });

function show(addItems: object = {}, role: RenderOptions["role"] = "RESELLER_OWNER") {
  return renderPage(<AddItemsPage />, {
    at: "/r/acme?template=modem-cpe",
    role,
    operations: {
      InventoryTemplates: templateList(template(), modem),
      AddItems: {
        addInventoryItems: { __typename: "AddInventoryItemsPayload", items: [], userErrors: [], ...addItems },
      },
    },
  });
}

/** As a scanner does: every code ends with a line break. */
async function scan(codes: string): Promise<HTMLElement> {
  const field = await screen.findByRole("textbox", { name: "One per line" });
  await userEvent.click(field);
  await userEvent.paste(codes);
  return field;
}

test("scanned lines are counted, those that cannot be added are marked before anything is sent", async () => {
  const { sent } = await show();
  const field = await scan("CPE-1\nCPE-2\ncpe-1\n?\n");
  expect(screen.getByText("4 lines")).toBeVisible();
  const problems = screen.getByRole("list", { name: "2 lines cannot be added as they are" });
  const lines = within(problems).getAllByRole("listitem");
  expect(lines[0]).toHaveTextContent("Line 3cpe-1Stands twice, first in line 1.");
  expect(lines[1]).toHaveTextContent(/^Line 4\?A serial number has/);
  expect(screen.getByRole("button", { name: "Add 4 items" })).toHaveAccessibleDescription(
    "2 lines need to be mended or taken out.",
  );
  await userEvent.click(screen.getByRole("button", { name: "Take them out" }));
  expect(field).toHaveValue("CPE-1\nCPE-2\n");
  expect(sent.map(({ name }) => name)).toEqual(["InventoryTemplates"]);
});

test("the template comes with the address; place and label go with each item", async () => {
  const { sent } = await show({ items: [{ __typename: "InventoryItem", id: "itm_1", label: "CPE-1" }] });
  await userEvent.type(await screen.findByRole("textbox", { name: "Location" }), "Shelf 4");
  await userEvent.click(screen.getByRole("radio", { name: "In stock" }));
  const field = await scan("CPE-1\tSpare");
  await userEvent.click(screen.getByRole("button", { name: "Add 1 item" }));
  expect(await screen.findByRole("status")).toHaveTextContent("1 item of Modem CPE added.");
  expect(field).toHaveValue("");
  expect(sent.find(({ name }) => name === "AddItems")?.variables["input"]).toMatchObject({
    templateId: "tpl_modem-cpe",
    state: "IN_STOCK",
    items: [{ identifier: "CPE-1", label: "Spare", location: "Shelf 4" }],
  });
});

test("what the server refuses is said at its line, and all lines stay to be mended", async () => {
  await show({
    userErrors: [refusal("CPE-2 cannot be added. Check what you have scanned.", ["items", "1", "identifier"])],
  });
  const field = await scan("CPE-1\n\nCPE-2");
  await userEvent.click(screen.getByRole("button", { name: "Add 2 items" }));
  const problems = await screen.findByRole("list", { name: "1 line cannot be added as it is" });
  expect(problems).toHaveTextContent("Line 3CPE-2CPE-2 cannot be added. Check what you have scanned.");
  expect(screen.getByRole("alert")).toHaveTextContent("1 line was refused; all are added together or none.");
  expect(field).toHaveValue("CPE-1\n\nCPE-2");
  await userEvent.type(field, "0");
  await waitFor(() => expect(screen.queryByRole("list", { name: /cannot be added/ })).toBeNull());
});

test("an agent is told whom to ask", async () => {
  await show({}, "AGENT");
  expect(await screen.findByText("Only some take items into stock")).toBeVisible();
  expect(screen.queryByRole("textbox")).toBeNull();
});
