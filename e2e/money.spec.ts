import { expect, test } from "@playwright/test";
import { countEffort } from "./budget.ts";
import { ask, signInAs } from "./sign-in.ts";

test("ux-F8: a payment is recorded from any tab of the customer, within 2 clicks, 1 entry and no other screen", async ({
  page,
}) => {
  await signInAs(page, "owner@acme.test");
  const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>(
    page,
    '{ customers(search: "Brontë Books", first: 1) { nodes { id } } }',
  );
  const effort = await countEffort(page);
  await page.goto(`/r/acme/customers/${customers.nodes[0]?.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("p");
  const dialog = page.getByRole("dialog", { name: "Record payment" });
  await dialog.getByRole("textbox", { name: /^Amount/ }).pressSequentially("25.00");
  await expect(dialog.getByRole("region", { name: "What becomes of the balance" })).toContainText("Afterwards");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Payment recorded")).toBeVisible();
  const spent = await effort.spent();
  expect(spent.clicks).toBeLessThanOrEqual(2);
  expect(spent.entries).toBeLessThanOrEqual(1);
  expect(spent.screens).toBe(0);
  await page.getByRole("tab", { name: "Billing" }).click();
  await expect(page.getByRole("row", { name: /Payment received/ }).first()).toContainText("£25.00");
});

test("ux-F7: a rate plan with its markup, seen on five routes before it is saved, within 2 clicks, 3 entries and 1 screen", async ({
  page,
}) => {
  await signInAs(page, "owner@acme.test");
  const effort = await countEffort(page);
  await page.goto("/r/acme/rates?view=plans");
  await page.getByRole("button", { name: "New rate plan" }).click();
  const dialog = page.getByRole("dialog", { name: "New rate plan" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Summer");
  await dialog.getByRole("textbox", { name: "Added to a minute" }).fill("0.001");
  await dialog.getByRole("textbox", { name: "Markup in per cent" }).fill("20");
  const routes = dialog.getByRole("region", { name: "What it makes of some destinations" }).getByRole("row");
  await expect(routes).toHaveCount(1 + 5);
  await expect(routes.last()).toContainText("%");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Summer", exact: true })).toBeVisible();
  const spent = await effort.spent();
  expect(spent.clicks).toBeLessThanOrEqual(2);
  expect(spent.entries).toBeLessThanOrEqual(3);
  expect(spent.screens).toBeLessThanOrEqual(1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("ux-F12: a customer tops up with one touch and the provider's one, and sees the balance move by itself", async ({
    page,
  }) => {
    await signInAs(page, "john@smith.test");
    const effort = await countEffort(page);
    await page.goto("/portal");
    const balance = page.getByRole("region", { name: "Balance" });
    await expect(balance).toContainText("Balance");
    const before = await balance.textContent();
    await page.getByRole("group", { name: "Amounts" }).getByRole("button", { name: "£20.00" }).click();
    const spent = await effort.spent();
    expect(spent.clicks).toBeLessThanOrEqual(2);
    expect(spent.entries).toBe(0);
    await page.getByRole("button", { name: "Pay 20.00 GBP", exact: true }).click();
    await expect(page).toHaveURL(/\/portal/);
    await page.goto("/portal");
    await expect(balance).not.toHaveText(before ?? "");
  });
});
