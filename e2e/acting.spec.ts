import { expect, test } from "@playwright/test";
import { ask, signInAs } from "./sign-in.ts";

test("CX12: an owner works for a reseller below from the tier menu, is told so on every page, and both are named afterwards", async ({
  page,
}) => {
  await signInAs(page, "owner@acme.test");
  await page.goto("/r/acme");
  await page.getByRole("button", { name: "Tiers below" }).click();
  await page.getByRole("menuitem", { name: "AcmeNorth" }).click();
  const notice = page.getByRole("complementary", { name: "In whose place you work" });
  await expect(notice).toContainText("You work for AcmeNorth");
  await expect(page).toHaveURL(/\/r\/acme-north$/);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Customers" }).click();
  await expect(notice).toBeVisible();
  await page
    .getByRole("button", { name: /New customer/ })
    .first()
    .click();
  const name = `Nora Newcomer ${Date.now()}`;
  await page.getByRole("textbox", { name: /^Name/ }).first().fill(name);
  await page
    .getByRole("button", { name: /Create customer|Create/ })
    .last()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page.getByText(/for AcmeNorth/).first()).toBeVisible();
  await notice.getByRole("link").click();
  await expect(page).toHaveURL(/\/r\/acme$/);
  await expect(page.getByRole("complementary", { name: "In whose place you work" })).toHaveCount(0);
});

test("CX12: another's place in the address is as none", async ({ page }) => {
  await signInAs(page, "owner@acme.test");
  for (const key of ["beta", "nord", "no-such-reseller"]) {
    await page.goto(`/r/${key}/customers`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Not found");
  }
  expect(await ask(page, "{ viewer { reseller { key } } }")).toEqual({ viewer: { reseller: { key: "acme" } } });
});
