import { expect, test } from "@playwright/test";
import { countEffort } from "./budget.ts";
import { signInAs } from "./sign-in.ts";

test("ux-F1: a new mobile service from the customer's phone number, within 5 clicks, 2 entries and 2 screens", async ({
  page,
}) => {
  await signInAs(page, "agent@acme.test");
  const effort = await countEffort(page);
  await page.goto("/r/acme");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("combobox", { name: "Search" }).fill("1234567890");
  await page.getByRole("option", { name: /^John Smith \(ID: 123\)/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /John Smith/ })).toBeVisible();
  await page.getByRole("link", { name: "Add service" }).first().click();
  await page.getByRole("radio", { name: /Mobile - 20 GB/ }).click();
  await expect(page.getByText(/Reserved for you/).first()).toBeVisible();
  const confirm = page.getByRole("button", { name: /Confirm & provision/ });
  await expect(confirm).toBeEnabled();
  await confirm.click();

  await expect(page.getByText("6 of 6 tasks completed")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/provisioned for John Smith/)).toBeVisible();
  const spent = await effort.spent();
  expect(spent.clicks).toBeLessThanOrEqual(5);
  expect(spent.entries).toBeLessThanOrEqual(2);
  expect(spent.screens).toBeLessThanOrEqual(2);
});

test("O1, O39: the catalog first, then the customer by phone, within 8 clicks, and the steps in their order", async ({
  page,
}) => {
  await signInAs(page, "agent@acme.test");
  const effort = await countEffort(page);
  await page.goto("/r/acme");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Catalog" }).click();
  const card = page.getByRole("listitem").filter({ hasText: "Mobile - 20 GB" }).first();
  await card.getByRole("link", { name: /Assign to customer/ }).click();
  await page.getByRole("searchbox").or(page.getByLabel("Find a customer")).first().fill("+1234567890");
  await page.getByRole("button", { name: /John Smith \(ID: 123\)/ }).click();
  await expect(page.getByText(/Reserved for you/).first()).toBeVisible();
  const review = page.getByRole("region", { name: "Review" });
  await expect(review.getByText("John Smith (ID: 123)", { exact: true })).toBeVisible();
  await expect(review.getByText("£15.00").first()).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Yes/ })).toBeChecked();
  await page.getByRole("button", { name: /Confirm & provision/ }).click();
  await expect(page.getByText("6 of 6 tasks completed")).toBeVisible({ timeout: 30_000 });
  expect((await effort.spent()).clicks).toBeLessThanOrEqual(8);
});

test("O4: the draft stands in the address and reloads as it was", async ({ page }) => {
  await signInAs(page, "agent@acme.test");
  await page.goto("/r/acme/assign?product=mobile-20gb&customer=123");
  const review = page.getByRole("region", { name: "Review" });
  await expect(review.getByText("John Smith (ID: 123)", { exact: true })).toBeVisible();
  await expect(review.getByText("Mobile - 20 GB", { exact: true })).toBeVisible();
  await page.reload();
  await expect(review.getByText("John Smith (ID: 123)", { exact: true })).toBeVisible();
  await expect(review.getByText("Mobile - 20 GB", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/\/customers\/cus_/);
});
