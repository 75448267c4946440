import { expect, test, type Browser, type Page, type WebSocketRoute } from "@playwright/test";
import { ask, signInAs } from "./sign-in.ts";

type Fault = "NONE" | "SLOW";

/** The lab answers slowly, so that there is something to see between two states. */
const setOcs = (page: Page, fault: Fault): Promise<unknown> =>
  ask(page, `mutation { setLabFault(input: { element: "ocs", fault: ${fault} }) { userErrors { message } } }`);

async function confirmSale(page: Page): Promise<void> {
  await page.goto("/r/acme/assign?product=mobile-20gb&customer=123");
  const confirm = page.getByRole("button", { name: /Confirm & provision/ });
  await expect(confirm).toBeEnabled();
  await confirm.click();
}

/** A second person, who has a browser of their own. */
async function elsewhere(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, email);
  return page;
}

interface Free {
  readonly id: string;
  readonly label: string;
}

async function freeSims(page: Page): Promise<readonly Free[]> {
  const { inventoryTemplates } = await ask<{ inventoryTemplates: { nodes: { id: string; key: string }[] } }>(
    page,
    "{ inventoryTemplates(first: 100) { nodes { id key } } }",
  );
  const templateId = inventoryTemplates.nodes.find(({ key }) => key === "sim-card")?.id;
  const { inventoryItems } = await ask<{ inventoryItems: { nodes: Free[] } }>(
    page,
    "query ($id: ID!) { inventoryItems(filter: { isAvailable: true, templateId: $id }, first: 10) { nodes { id label } } }",
    { id: templateId },
  );
  return inventoryItems.nodes;
}

async function reserve(page: Page, itemId: string): Promise<() => Promise<unknown>> {
  const { reserveInventoryItem } = await ask<{ reserveInventoryItem: { reservation: { id: string } } }>(
    page,
    "mutation ($input: ReserveInventoryItemInput!) { reserveInventoryItem(input: $input) { reservation { id } userErrors { message } } }",
    { input: { itemId, idempotencyKey: crypto.randomUUID() } },
  );
  const { id } = reserveInventoryItem.reservation;
  return () =>
    ask(page, "mutation ($id: ID!) { releaseReservation(input: { id: $id }) { userErrors { message } } }", { id });
}

test("O28: the console itself asks at most twice between confirming and done; the rest is told", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "agent@acme.test");
  const asked: string[] = [];
  await page.goto("/r/acme/assign?product=mobile-20gb&customer=123");
  const confirm = page.getByRole("button", { name: /Confirm & provision/ });
  await expect(confirm).toBeEnabled();
  page.on("request", (request) => {
    if (request.method() !== "POST") return;
    asked.push(String((request.postDataJSON() as { operationName?: string }).operationName));
  });
  await confirm.click();
  await expect(page.getByText("6 of 6 tasks completed")).toBeVisible({ timeout: 30_000 });
  // How many run and fail altogether is the header's question, which it asks by its own clock on every page.
  expect(asked.filter((name) => name !== "ShellStatus")).toEqual(["PlaceOrder", "RunPage"]);
});

test("O28: a console whose line breaks again and again shows every state once, and the end", async ({ page }) => {
  test.setTimeout(120_000);
  const lines: WebSocketRoute[] = [];
  await page.routeWebSocket(/\/graphql$/, (line) => {
    line.connectToServer();
    lines.push(line);
  });
  await signInAs(page, "agent@acme.test");
  await setOcs(page, "SLOW");
  try {
    await confirmSale(page);
    const progress = page.getByText(/^\d of 6 tasks completed$/);
    await expect(progress).toBeVisible();
    const seen: number[] = [];
    for (let cuts = 0; cuts < 8; cuts += 1) {
      await lines.at(-1)?.close({ code: 1012 });
      seen.push(Number((await progress.textContent())?.[0]));
      await page.waitForTimeout(250);
    }
    await expect(page.getByText("6 of 6 tasks completed")).toBeVisible({ timeout: 60_000 });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(lines.length).toBeGreaterThan(1);
    await expect(page.getByRole("listitem").filter({ hasText: "Configure OCS account" })).toHaveCount(1);
  } finally {
    await setOcs(page, "NONE");
  }
});

test("O28: closing the panel stops nothing, and a toast tells of the end wherever one is", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "agent@acme.test");
  await setOcs(page, "SLOW");
  try {
    await confirmSale(page);
    await expect(page.getByText(/^\d of 6 tasks completed$/)).toBeVisible();
    const run = new URL(page.url()).pathname;
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Catalog" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Catalog" })).toBeVisible();
    const toast = page.getByRole("alert").filter({ hasText: "John Smith" });
    await expect(toast).toBeVisible({ timeout: 60_000 });
    await toast.getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`${run}$`));
    await expect(page.getByText("6 of 6 tasks completed")).toBeVisible();
  } finally {
    await setOcs(page, "NONE");
  }
});

test("O18: an open picker and an open list move as another agent takes and gives back", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await signInAs(page, "owner@acme.test");
  const other = await elsewhere(browser, "agent@acme.test");
  const list = await page.context().newPage();
  await page.goto("/r/acme/assign?product=mobile-20gb&customer=456");
  await expect(page.getByText(/Reserved for you/).first()).toBeVisible();
  const wanted = (await freeSims(other)).at(-1)!;
  await list.goto(`/r/acme/inventory?template=sim-card&search=${wanted.label}`);
  const row = list.getByRole("row").filter({ hasText: wanted.label });
  await expect(row).not.toContainText("Reserved");
  const field = page.getByRole("textbox", { name: /^SIM Card/ });
  await field.fill(wanted.label);
  const option = page.getByRole("option").filter({ hasText: wanted.label });
  await expect(option).toBeVisible();

  const giveBack = await reserve(other, wanted.id);
  await expect(option).toHaveCount(0);
  await expect(row).toContainText("Reserved");
  await giveBack();
  await expect(option).toBeVisible();
  await expect(row).not.toContainText("Reserved");
  await field.blur();
  await page.getByRole("button", { name: "Cancel" }).click();
  await other.context().close();
});
