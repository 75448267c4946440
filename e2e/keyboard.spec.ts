import { expect, test, type Locator, type Page } from "@playwright/test";
import { countEffort } from "./budget.ts";
import { onboardingPage } from "./first-pages.ts";
import { ask, signInAs } from "./sign-in.ts";

/** Walks on with Tab as a person does; what is further away than this can hardly be said to be reached. */
const tabsMax = 40;

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return expectRing(target);
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached within ${tabsMax} tabs: ${target}`);
}

/** Where the focus is must be seen: by an outline, or by the border or shadow that fields have instead. */
async function expectRing(target: Locator): Promise<void> {
  const isSeen = await target.evaluate((element) => {
    const drawn = element.matches("input[type=radio]") ? (element.closest("label") ?? element) : element;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drawn);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  });
  expect(isSeen, `the focus on ${target} can be seen`).toBe(true);
}

test("ux-F1 by keyboard only: palette, customer, plan, scanned SIM, confirm", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "agent@acme.test");
  const { inventoryItems } = await ask<{ inventoryItems: { nodes: { identifier: string }[] } }>(
    page,
    '{ inventoryItems(filter: { isAvailable: true }, search: "8944", first: 20) { nodes { identifier } } }',
  );
  const scanned = inventoryItems.nodes.at(-1)?.identifier ?? "";
  expect(scanned).toMatch(/^89\d{17,18}$/);
  const effort = await countEffort(page);
  await page.goto("/r/acme");
  await expect(page.getByRole("heading", { level: 1, name: "Home" })).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("1234567890");
  await expect(page.getByRole("option", { name: /^John Smith \(ID: 123\)/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: /John Smith/ })).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("heading", { level: 1, name: "Assign to customer" })).toBeFocused();
  const plan = page.getByRole("radio", { name: /Mobile - 20 GB/ });
  const plans = page.getByRole("radiogroup", { name: "Product" }).getByRole("radio");
  await tabTo(page, plans.first());
  for (let steps = 0; steps < 12 && !(await plan.evaluate((card) => card === document.activeElement)); steps += 1)
    await page.keyboard.press("ArrowRight");
  await expectRing(plan);
  await page.keyboard.press("Enter");

  // A scanner types into the field that has the focus, and ends with Enter.
  const sim = page.getByRole("textbox", { name: /^SIM Card/ });
  await expect(sim).toBeFocused();
  await expect(page.getByText(/Reserved for you/).first()).toBeVisible();
  await page.keyboard.type(scanned);
  await page.keyboard.press("Enter");
  const review = page.getByRole("region", { name: "Review" });
  await expect.poll(async () => (await review.textContent())?.replaceAll(" ", "")).toContain(scanned);
  await expect(review.getByText("Ready to confirm")).toBeVisible();
  await page.keyboard.press("Control+Enter");

  await expect(page.getByText("6 of 6 tasks completed")).toBeVisible({ timeout: 30_000 });
  const spent = await effort.spent();
  expect(spent.clicks).toBe(0);
  expect(spent.entries).toBeLessThanOrEqual(2);
  expect(spent.screens).toBeLessThanOrEqual(2);
});

test("ux-F10 by keyboard only: from Home to the failed run, its log read and closed, and retried", async ({ page }) => {
  test.setTimeout(120_000);
  await signInAs(page, "agent@acme.test");
  const fault = (name: "REFUSE" | "NONE"): Promise<unknown> =>
    ask(page, `mutation { setLabFault(input: { element: "ocs", fault: ${name} }) { userErrors { message } } }`);
  await fault("REFUSE");
  try {
    await page.goto("/r/acme/assign?product=mobile-20gb&customer=123");
    await expect(page.getByRole("button", { name: /Confirm & provision/ })).toBeEnabled();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("button", { name: /^Retry/ }).first()).toBeEnabled({ timeout: 60_000 });
  } finally {
    await fault("NONE");
  }
  const run = new URL(page.url()).pathname;
  const effort = await countEffort(page);
  await page.goto("/r/acme");
  const opens = page
    .getByRole("link", { name: "Open run" })
    .and(page.locator(`[href="${run}"]`))
    .first();
  await tabTo(page, opens);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();

  const log = page.getByRole("button", { name: /log/i }).first();
  await tabTo(page, log);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(log).toBeFocused();

  await tabTo(page, page.getByRole("button", { name: /^Retry/ }).first());
  await page.keyboard.press("Enter");
  await expect(page.getByText("6 of 6 tasks completed")).toBeVisible({ timeout: 40_000 });
  const spent = await effort.spent();
  expect(spent.clicks).toBe(0);
  expect(spent.screens).toBeLessThanOrEqual(1);
});

test("onboarding by keyboard only: the trunk, the PBX that is asked, and the end", async ({ page }) => {
  await signInAs(page, "owner@acme.test");
  await page.goto(await onboardingPage(page, "MX_ONE", "PBX"));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await tabTo(page, page.locator('a[href="#content"]'));
  await page.keyboard.press("Enter"); // past the menu
  await tabTo(page, page.getByLabel("Password at the PBX"));
  await page.keyboard.type("seven grey herons");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/connect$/);
  await tabTo(page, page.getByRole("button", { name: "Ask the PBX" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("The PBX answers", { exact: true })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Finish", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "The customer is onboarded" })).toBeVisible();
});
