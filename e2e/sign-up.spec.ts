import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { linkTo } from "./mailbox.ts";
import { ask, signInAs } from "./sign-in.ts";

const under = (path: string): string => {
  const url = new URL(path, test.info().project.use.baseURL);
  url.hostname = "acme.localhost";
  return url.href;
};

/** Nothing that axe finds, and nothing beside the page on a phone. */
async function isWell(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join()}`)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(beside).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("VX2, VX3: a visitor of a reseller's host name signs up by keyboard, in German, with what the reseller asks for, and waits to be let in", async ({
  page,
  browser,
}) => {
  await signInAs(page, "owner@acme.test");
  const { signUpForm } = await ask<{ signUpForm: { version: number } }>(page, "{ signUpForm { version } }");
  const { saveSignUpForm } = await ask<{ saveSignUpForm: { userErrors: object[] } }>(
    page,
    "mutation ($input: SaveSignUpFormInput!) { saveSignUpForm(input: $input) { userErrors { message } } }",
    {
      input: { version: signUpForm.version, isOpen: true, company: "OPTIONAL", phone: "OFF", address: "REQUIRED" },
    },
  );
  expect(saveSignUpForm.userErrors).toEqual([]);

  const email = `jo-${Date.now()}@visitor.example`;
  const visitor = await (await browser.newContext({ locale: "de-DE" })).newPage();
  const noise: string[] = [];
  visitor.on("pageerror", (error) => noise.push(String(error)));
  await visitor.goto(under("/sign-up"));
  await visitor.getByRole("textbox", { name: "E-Mail", exact: true }).fill(email);
  await visitor.keyboard.press("Tab");
  await visitor.keyboard.type(email);
  await isWell(visitor);
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByText(email)).toBeVisible();
  await isWell(visitor);

  await signInAs(page, "ops@tierline.test");
  const { pathname, hash } = new URL(await linkTo(page, email));
  await visitor.goto(under(`${pathname}${hash}`));
  await expect(visitor.getByRole("textbox", { name: "Vorname" })).toBeFocused();
  await visitor.keyboard.type("Jo");
  await visitor.keyboard.press("Tab");
  await visitor.keyboard.type("Silva");
  // What Brazil asks for is typed, and then it is Germany after all: nothing of Brazil's is in the way.
  await visitor.getByRole("combobox", { name: "Land" }).fill("Brasil");
  await visitor.keyboard.press("ArrowDown");
  await visitor.keyboard.press("Enter");
  await visitor.getByRole("textbox", { name: "CPF" }).fill("529.982.247-25");
  await visitor.getByRole("combobox", { name: "Land" }).fill("Deutschland");
  await visitor.keyboard.press("ArrowDown");
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByRole("textbox", { name: "CPF" })).toHaveCount(0);
  await isWell(visitor);
  await visitor.locator('input[autocomplete="address-line1"]').fill("Postweg 1");
  await visitor.locator('input[autocomplete="postal-code"]').fill("10115");
  await visitor.locator('input[autocomplete="address-level2"]').fill("Berlin");
  for (const field of await visitor.locator('input[autocomplete="new-password"]').all()) {
    await field.fill("sieben graue Reiher am Abend");
  }
  await visitor.keyboard.press("Enter");
  await expect(visitor.getByRole("status")).toBeVisible();
  await isWell(visitor);
  expect(noise).toEqual([]);
  await visitor.context().close();

  const { customers } = await ask<{ customers: { nodes: { state: string; taxNumber: string | null }[] } }>(
    page,
    "query ($search: String) { customers(search: $search, first: 1) { nodes { state taxNumber } } }",
    { search: email },
  );
  expect(customers.nodes).toEqual([{ state: "WAITING", taxNumber: null }]);
});
