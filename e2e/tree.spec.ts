import { expect, test } from "@playwright/test";
import { signInAs } from "./sign-in.ts";

test("V1, CX11, X9: a reseller is created, activated, limited, suspended, resumed and closed, and who works there feels each at once", async ({
  page,
}) => {
  const name = `Blue Shop ${Date.now()}`;
  await signInAs(page, "owner@acme.test");
  await page.goto("/r/acme/resellers/new");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  const key = page.getByRole("textbox", { name: "Key" });
  await expect(key).toHaveValue(/^blue-shop/);
  const address = `/r/${await key.inputValue()}`;
  await page.getByRole("button", { name: "Create reseller" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("Not activated").first()).toBeVisible();
  await page.getByRole("button", { name: "Activate" }).click();
  await expect(page.getByRole("button", { name: "Suspend" })).toBeVisible();

  const there = await page.context().newPage();
  await there.goto(`${address}/customers`);
  await expect(there.getByRole("complementary", { name: "In whose place you work" })).toContainText(name);
  const newCustomer = there.getByRole("button", { name: /New customer/ }).first();
  await expect(newCustomer).not.toHaveAttribute("aria-disabled", "true");

  await page.getByRole("button", { name: "What it may do" }).click();
  const limit = page.getByRole("dialog", { name: `What ${name} may do` });
  await limit.getByRole("radio", { name: "Only what is ticked" }).check();
  await limit.getByRole("checkbox", { name: "Create customers" }).uncheck();
  await limit.getByRole("button", { name: "Save" }).click();
  await expect(limit).toHaveCount(0);
  await there.reload();
  await expect(newCustomer).toHaveAttribute("aria-disabled", "true");

  await page.getByRole("button", { name: "Suspend" }).click();
  const suspend = page.getByRole("dialog", { name: `Suspend ${name}` });
  await suspend.getByRole("textbox", { name: "Note" }).fill("Bills are open");
  await suspend.getByRole("button", { name: "Suspend" }).click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  await there.reload();
  await expect(there.getByText(/suspended/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Suspend" })).toBeVisible();

  await page.getByRole("main").getByRole("button", { name: "Close", exact: true }).click(); // not that of a toast
  const close = page.getByRole("dialog", { name: `Close ${name}` });
  await close.getByRole("textbox", { name: /Type/ }).fill("close");
  await close.getByRole("button", { name: "Close reseller" }).click();
  await expect(page.getByText("Closed").first()).toBeVisible();
  await there.reload();
  await expect(there.getByRole("heading", { level: 1 })).toHaveText("Not found");
  await page.getByRole("tab", { name: "Activity" }).click();
  await expect(page.getByText("Bills are open")).toBeVisible();
});
