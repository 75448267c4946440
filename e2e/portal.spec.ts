import { expect, test } from "@playwright/test";
import { ask, signInAs } from "./sign-in.ts";

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("VX15: a customer's person signs in by keyboard, sees home, a service and security, and has no console", async ({
    page,
  }) => {
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail" }).fill("jane@johnson.test");
    await page.keyboard.press("Tab");
    await page.keyboard.type("demo-tierline");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/portal$/);
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("Johnson Enterprises (ID: 789)");
    const menu = page.getByRole("navigation", { name: "Main" });
    const { bottom } = await menu.evaluate((element) => element.getBoundingClientRect());
    expect(bottom, "the menu is at the thumb").toBe(844);
    await menu.getByRole("link", { name: "Services" }).focus();
    await page.keyboard.press("Enter");
    await expect(heading).toHaveText("Services");
    await page.getByRole("list", { name: "All services" }).getByRole("link").first().focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/portal\/services\/svc_/);
    await expect(page.getByRole("region", { name: "About" })).toBeVisible();
    await menu.getByRole("link", { name: "Account" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Security/ }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("region", { name: "Where you are signed in" })).toContainText("This one");
    await page.goto("/r/acme/customers");
    await expect(page).toHaveURL(/\/portal$/);
  });
});

test("B19: staff see the portal as a customer's person does under a banner, and Esc Esc leads back", async ({
  page,
}) => {
  await signInAs(page, "agent@acme.test");
  const { customers } = await ask<{ customers: { nodes: { id: string }[] } }>(
    page,
    '{ customers(search: "789", first: 1) { nodes { id } } }',
  );
  const from = `/r/acme/customers/${customers.nodes[0]?.id}?tab=contacts`;
  await page.goto(from);
  await page.getByRole("button", { name: "View the portal as Jane Doe" }).click();
  await expect(page).toHaveURL(/\/portal$/);
  const banner = page.getByRole("complementary", { name: "In whose place you are" });
  await expect(banner).toContainText("Amy Walker, you see what Jane Doe sees. Nothing can be changed.");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Services" }).click();
  await expect(banner).toContainText("left");
  await page.goto("/r/acme/customers");
  await expect(page, "the console is not theirs").toHaveURL(/\/portal$/);
  await expect(banner).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(from);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Johnson Enterprises (ID: 789)");
});
