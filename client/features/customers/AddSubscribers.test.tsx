import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import { AddSubscribers } from "./AddSubscribers.tsx";
import type { HeldPackage } from "./held-package.ts";
import type { PersonRow } from "./people-rows.ts";

const seat = (key: string, name: string, used: number, limit: number | null) =>
  ({ used, limit, state: "PROVISIONED", offering: { id: key, name, kind: "PLAN", package: { key } } }) as HeldPackage;
const seats = [seat("webex_meetings", "Webex Meetings", 0, null), seat("webex_suite", "Webex Suite", 4, 5)];

const counts = (by: Record<string, number>) =>
  Object.entries(by).map(([state, count]) => ({ __typename: "BulkCount", state, count }));
const lists = ["headers", "sampleRows", "columns", "replacements", "problems", "stock", "money", "priceMoves"];
const nulls = ["ratePerMinute", "halt", "startedAt", "endedAt", "rowsKeptUntil", "rowsDeletedAt"];
const bulk = (id: string, state: string, by: Record<string, number>, failed: readonly [number, string][] = []) => ({
  __typename: "BulkImport",
  id,
  kind: "SUBSCRIBERS",
  state,
  fileName: "people.csv",
  rowCount: 26,
  startedBy: "Ann",
  createdAt: "2026-11-21T12:05:00Z",
  counts: counts(by),
  failedRows: failed.map(([row, message]) => ({
    __typename: "BulkFailedRow",
    row,
    cells: [],
    column: "email",
    message,
  })),
  ...Object.fromEntries(lists.map((name) => [name, []])),
  ...Object.fromEntries(nulls.map((name) => [name, null])),
});
const payload = (shown: object) => ({ __typename: "BulkImportPayload", bulkImport: shown, userErrors: [] });

/** As the tab keeps what is typed. */
function Kept({ onClose, onAdded }: { readonly onClose: () => void; readonly onAdded: () => void }) {
  const [typed, setTyped] = useState<readonly PersonRow[]>([]);
  const [isOpen, setOpen] = useState(true);
  const close = (): void => {
    setOpen(false);
    onClose();
  };
  if (!isOpen) return <button onClick={() => setOpen(true)}>Open again</button>;
  const states = { typed, onTyped: setTyped, onClose: close, onAdded };
  return <AddSubscribers customerId="cus_1" seats={seats} {...states} />;
}

async function open() {
  const kept = { shown: bulk("blk_1", "REHEARSED", { READY: 25, REFUSED: 1 }, [[3, "Belongs to another."]]) as object };
  const onClose = vi.fn<() => void>();
  const onAdded = vi.fn<() => void>();
  const fetched = vi
    .spyOn(globalThis, "fetch")
    .mockImplementation(() => Promise.resolve(new Response(JSON.stringify({ id: (kept.shown as { id: string }).id }))));
  const { sent } = await renderPage(<Kept onClose={onClose} onAdded={onAdded} />, {
    operations: {
      PlanBulk: () => ({ planBulk: payload(kept.shown) }),
      BulkImportPage: () => ({ bulkImport: kept.shown }),
      CancelBulk: () => ({ cancelBulk: payload(kept.shown) }),
      StartBulk: () => {
        kept.shown = bulk("blk_2", "DONE", { DONE: 26 });
        return { startBulk: payload(kept.shown) };
      },
    },
  });
  const dialog = within(await screen.findByRole("dialog", { name: "Add several subscribers" }));
  return { kept, dialog, sent, fetched, onClose, onAdded };
}
const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index}@je.test\tPia ${index}`);

test("CX14: 26 people are pasted and added at once; while one would be refused nobody is, and it is told in their row", async () => {
  const { kept, dialog, sent, fetched, onClose, onAdded } = await open();
  expect(dialog.getByRole("button", { name: "Add 0 people" })).toHaveAttribute("aria-disabled", "true");
  await userEvent.click(dialog.getByRole("textbox", { name: "E-mail, row 1" }));
  await userEvent.paste(people(26).join("\n"));
  expect(dialog.getAllByRole("listitem")).toHaveLength(26);
  expect(dialog.getByRole("textbox", { name: "First name, row 26" })).toHaveValue("Pia 25");
  await userEvent.click(dialog.getByRole("button", { name: "Add 26 people" }));
  expect(await dialog.findByText("Belongs to another.")).toBeVisible();
  expect(dialog.getByRole("textbox", { name: "E-mail, row 3" })).toHaveAccessibleDescription("Belongs to another.");
  const body = (fetched.mock.calls[0]![1] as { body: Blob }).body;
  expect((await body.text()).split("\n")[1]).toBe('"p0@je.test","webex_meetings","Pia 0","","",""');
  expect(sent.find(({ name }) => name === "PlanBulk")?.variables["input"]).toMatchObject({
    defaults: [{ column: "customer", value: "cus_1" }],
  });
  expect(sent.map(({ name }) => name)).toContain("CancelBulk");
  expect(sent.map(({ name }) => name)).not.toContain("StartBulk");
  expect(onAdded).not.toHaveBeenCalled();

  kept.shown = bulk("blk_2", "REHEARSED", { READY: 26 });
  await userEvent.type(dialog.getByRole("textbox", { name: "E-mail, row 3" }), "x");
  expect(dialog.queryByText("Belongs to another.")).not.toBeInTheDocument();
  await userEvent.click(dialog.getByRole("button", { name: "Add 26 people" }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onAdded).toHaveBeenCalledOnce();
  fetched.mockRestore();
});

test("CX14: a hundred are a form's rows, and more than are free is told before they are sent", async () => {
  const { dialog, fetched } = await open();
  await userEvent.click(dialog.getByRole("textbox", { name: "E-mail, row 1" }));
  await userEvent.paste(people(120).join("\n"));
  expect(dialog.getAllByRole("listitem")).toHaveLength(100);
  expect(dialog.getByRole("button", { name: "Add a row" })).toBeDisabled();
  expect(dialog.getByText(/20 rows were left out/)).toBeVisible();
  expect(dialog.getByRole("button", { name: "Add 100 people" })).not.toHaveAttribute("aria-disabled", "true");
  for (const row of [1, 2]) {
    await userEvent.selectOptions(dialog.getByRole("combobox", { name: `Package, row ${row}` }), "Webex Suite");
  }
  expect(dialog.getByRole("button", { name: "Add 100 people" })).toHaveAccessibleDescription(
    "Webex Suite: 2 wanted, 1 free.",
  );
  await userEvent.click(dialog.getByRole("button", { name: "Remove row 2" }));
  expect(dialog.getByRole("button", { name: "Add 99 people" })).not.toHaveAttribute("aria-disabled", "true");
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

test("closing the dialog loses nobody who was typed", async () => {
  const { dialog, fetched } = await open();
  await userEvent.type(dialog.getByRole("textbox", { name: "E-mail, row 2" }), "jo@je.test");
  await userEvent.keyboard("{Escape}");
  await userEvent.click(await screen.findByRole("button", { name: "Open again" }));
  const again = within(await screen.findByRole("dialog", { name: "Add several subscribers" }));
  expect(again.getByRole("textbox", { name: "E-mail, row 2" })).toHaveValue("jo@je.test");
  fetched.mockRestore();
});
