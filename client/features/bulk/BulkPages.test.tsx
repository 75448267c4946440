import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { renderPage, viewerOf } from "../../testkit/render-page.tsx";
import { ImportListPage } from "./ImportListPage.tsx";
import { ImportPage } from "./ImportPage.tsx";
import { NewImportPage } from "./NewImportPage.tsx";

const none = ["STAGED", "READY", "REFUSED", "UNCHANGED", "RUNNING", "DONE", "FAILED", "CANCELLED"];
const counts = (by: Record<string, number>) =>
  none.map((state) => ({ __typename: "BulkCount", state, count: by[state] ?? 0 }));

const column = (key: string, header: number | null, isRequired = false) => ({
  __typename: "BulkColumn",
  key,
  isRequired,
  header,
  default: null,
});

const rehearsed = {
  __typename: "BulkImport",
  id: "blk_1",
  kind: "PLANS",
  state: "REHEARSED",
  fileName: "plans.csv",
  rowCount: 50,
  startedBy: "Anna Acme",
  createdAt: "2026-11-21T12:00:00Z",
  counts: counts({ READY: 48, REFUSED: 2 }),
  headers: ["customer", "tarif"],
  sampleRows: [["Moved 1", "Mobil 20"]],
  columns: [column("customer", 0, true), column("plan", 1, true), column("reference", null)],
  replacements: [],
  problems: [
    {
      __typename: "BulkProblem",
      code: "UNKNOWN_REFERENCE",
      column: "plan",
      message: "There is no single plan with this name, key or id.",
      count: 2,
      firstRows: [49, 50],
      values: ["Mobil 20"],
    },
  ],
  failedRows: [
    {
      __typename: "BulkFailedRow",
      row: 49,
      cells: [{ __typename: "BulkCell", column: "customer", value: "Moved 49" }],
      column: "plan",
      message: "There is no single plan with this name, key or id.",
    },
  ],
  stock: [{ __typename: "BulkStock", templateId: "tpl_1", label: "SIM Card", needed: 48, available: 48 }],
  money: [{ __typename: "Money", amount: "480.00", currency: "GBP" }],
  priceMoves: [],
  ratePerMinute: null,
  halt: null,
  startedAt: null,
  endedAt: null,
  rowsKeptUntil: null,
  rowsDeletedAt: null,
};

const at = { at: "/r/acme/imports/blk_1", route: "/r/$reseller/imports/$import" };

test("O38: the rehearsal tells what would be done, what it takes and what is wrong, which is put right once for all rows", async () => {
  const { sent } = await renderPage(<ImportPage />, {
    ...at,
    role: "RESELLER_OWNER",
    operations: {
      BulkImportPage: { bulkImport: rehearsed },
      PlanBulk: { planBulk: { __typename: "BulkImportPayload", bulkImport: rehearsed, userErrors: [] } },
      StartBulk: { startBulk: { __typename: "BulkImportPayload", bulkImport: rehearsed, userErrors: [] } },
    },
  });
  expect(await screen.findByText("48 needed, 48 in stock")).toBeVisible();
  expect(screen.getByText("2 rows: 49, 50")).toBeVisible();
  await userEvent.type(screen.getByLabelText("Instead of “Mobil 20” in plan"), "mobile-20gb");
  await userEvent.click(screen.getByRole("button", { name: "Fix all" }));
  await waitFor(() => expect(sent.at(-1)?.name).toBe("PlanBulk"));
  expect(sent.at(-1)?.variables["input"]).toEqual({
    id: "blk_1",
    mapping: [
      { column: "customer", header: 0 },
      { column: "plan", header: 1 },
    ],
    defaults: [],
    replacements: [{ column: "plan", from: "Mobil 20", to: "mobile-20gb" }],
  });
  await userEvent.type(screen.getByLabelText("Rows a minute"), "60");
  await userEvent.click(screen.getByRole("button", { name: "Start 48 rows" }));
  await waitFor(() => expect(sent.at(-1)?.name).toBe("StartBulk"));
  expect(sent.at(-1)?.variables["input"]).toEqual({ id: "blk_1", ratePerMinute: 60 });
});

test("an import that has ended says until when its rows are kept, and offers no files once they are deleted", async () => {
  const [startedAt, endedAt] = ["2026-11-21T12:00:00Z", "2026-11-21T13:00:00Z"];
  const ended = { ...rehearsed, state: "DONE", startedAt, endedAt, rowsKeptUntil: "2027-02-19T13:00:00Z" };
  const show = (bulkImport: object) =>
    renderPage(<ImportPage />, { ...at, role: "RESELLER_OWNER", operations: { BulkImportPage: { bulkImport } } });
  const { unmount } = await show(ended);
  expect(await screen.findByText(/are kept until 19 Feb 2027/)).toBeVisible();
  expect(screen.getByRole("link", { name: "All rows" })).toBeVisible();
  unmount();
  await show({ ...ended, rowsDeletedAt: "2027-02-19T13:30:00Z" });
  expect(await screen.findByText(/were deleted on 19 Feb 2027/)).toBeVisible();
  expect(screen.queryByRole("link", { name: "All rows" })).toBeNull();
});

test("O38: a file of prices shows each price that changes, what is asked now and then", async () => {
  const gbp = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });
  const move = { __typename: "BulkPriceMove", priceList: "Wholesale", offering: "Mobile 20 GB" };
  const priceMoves = [
    { ...move, row: 1, kind: "SETUP", before: null, after: gbp("5.00") },
    { ...move, row: 1, kind: "RECURRING", before: gbp("6.60"), after: gbp("12.50") },
  ];
  await renderPage(<ImportPage />, {
    ...at,
    role: "RESELLER_OWNER",
    operations: { BulkImportPage: { bulkImport: { ...rehearsed, kind: "PRICES", problems: [], priceMoves } } },
  });
  const rows = (await screen.findAllByRole("row")).map((row) => row.textContent);
  expect(rows).toContain("1Mobile 20 GBWholesaleSetup feenone£5.00");
  expect(rows).toContain("1Mobile 20 GBWholesaleRecurring£6.60£12.50");
});

test("an import that was begun shows how far it is, and is paused and cancelled; its rows are files", async () => {
  const running = {
    ...rehearsed,
    state: "RUNNING",
    startedAt: new Date(Date.now() - 60_000).toISOString(),
    counts: counts({ READY: 24, DONE: 24, REFUSED: 2 }),
  };
  const { sent } = await renderPage(<ImportPage />, {
    ...at,
    role: "RESELLER_OWNER",
    operations: {
      BulkImportPage: { bulkImport: running },
      PauseBulk: { pauseBulk: { __typename: "BulkImportPayload", bulkImport: running, userErrors: [] } },
      CancelBulk: { cancelBulk: { __typename: "BulkImportPayload", bulkImport: running, userErrors: [] } },
    },
  });
  expect(await screen.findByText("24 of 48 done")).toBeVisible();
  expect(screen.getByText("Left, about")).toBeVisible();
  expect(screen.getByRole("link", { name: "Rows with problems" })).toHaveAttribute(
    "href",
    "/bulk-files/blk_1/errors.csv?tierline-on-behalf-of=acme",
  );
  await userEvent.click(screen.getByRole("button", { name: "Pause" }));
  await waitFor(() => expect(sent.at(-1)?.name).toBe("PauseBulk"));
  await userEvent.click(screen.getByRole("button", { name: "Cancel the rest" }));
  await userEvent.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Cancel the rest" }));
  await waitFor(() => expect(sent.at(-1)?.name).toBe("CancelBulk"));
});

test("pasted rows are handed in as a file of the kind that was chosen, and a refusal is said beside them", async () => {
  const sent = vi
    .spyOn(globalThis, "fetch")
    .mockImplementation(async () =>
      Response.json({ code: "INVALID", message: "There is a header and no row below it." }, { status: 422 }),
    );
  await renderPage(<NewImportPage />, {
    role: "RESELLER_OWNER",
    at: "/r/acme/imports/new",
    route: "/r/$reseller/imports/new",
    operations: {},
  });
  await userEvent.type(await screen.findByLabelText("Or paste rows"), "name,country");
  await userEvent.click(screen.getByRole("button", { name: "Continue" }));
  expect(await screen.findByText("There is a header and no row below it.")).toBeVisible();
  const call = sent.mock.calls.find(([address]) => String(address).startsWith("/bulk-files"));
  expect(String(call?.[0])).toBe("/bulk-files?kind=CUSTOMERS&fileName=pasted.csv");
  sent.mockRestore();
});

test("who may not import is told so, and the list is empty with a word of what it is for", async () => {
  await renderPage(<ImportListPage />, { viewer: viewerOf("AGENT"), operations: { BulkImports: { bulkImports: [] } } });
  expect(await screen.findByText(/Import in bulk/)).toBeVisible();
});

test("MX11: rows that failed stand in place with their reasons, and are rehearsed again alone", async () => {
  const done = {
    ...rehearsed,
    state: "DONE",
    startedAt: "2026-11-21T12:01:00Z",
    endedAt: "2026-11-21T12:02:00Z",
    counts: counts({ DONE: 48, REFUSED: 1, FAILED: 1 }),
  };
  // Of a retry it is known when the import was begun first: it is rehearsed all the same.
  const again = { ...done, state: "REHEARSED", endedAt: null, counts: counts({ DONE: 48, READY: 1, REFUSED: 1 }) };
  const { sent } = await renderPage(<ImportPage />, {
    ...at,
    role: "RESELLER_OWNER",
    operations: {
      BulkImportPage: { bulkImport: done },
      RetryBulk: { retryBulk: { __typename: "BulkImportPayload", bulkImport: again, userErrors: [] } },
    },
  });
  const failed = within(await screen.findByRole("table"));
  expect(failed.getByRole("row", { name: /49 There is no single plan/ })).toBeVisible();
  expect(failed.getByRole("cell", { name: "Moved 49" })).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Rehearse 2 failed rows again" }));
  expect(await screen.findByRole("button", { name: "Start 1 row" })).toBeVisible();
  expect(sent.find(({ name }) => name === "RetryBulk")?.variables).toEqual({ input: { id: "blk_1" } });
});
