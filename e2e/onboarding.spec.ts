import { expect, test } from "@playwright/test";
import { countEffort } from "./budget.ts";
import { ask, signInAs } from "./sign-in.ts";

test("ux-F5: a draft is resumed where it was left and taken to its end, within 1 click to resume and 8 in all", async ({
  page,
}) => {
  await signInAs(page, "agent@acme.test");
  const name = `Hotel ${Date.now()}`;
  const billingAddress = { line1: "Postweg 1", city: "Berlin", postalCode: "10115", country: "DE" };
  const supportContacts = [{ name: "Mia", email: "mia@fix.test", role: "MAINTAINER" }];
  await ask(
    page,
    "mutation ($input: SaveOnboardingInput!) { saveOnboarding(input: $input) { userErrors { message } } }",
    {
      input: {
        idempotencyKey: crypto.randomUUID(),
        platform: "SMBC",
        step: "CUSTOMER",
        draft: JSON.stringify({ customer: { name, billingAddress, supportContacts } }),
      },
    },
  );
  const effort = await countEffort(page);
  await page.goto("/r/acme/onboarding");
  await page.getByRole("link", { name }).click();
  await expect(page.getByText("0 of 1: On-site administrator")).toBeVisible();
  expect((await effort.spent()).clicks).toBe(1);

  await page.getByRole("button", { name: "Add support contact" }).click();
  const added = page.getByRole("combobox", { name: "Role" }).last();
  await expect(added).toHaveValue("On-site administrator"); // the one that is missing
  await page.getByRole("textbox", { name: "Name" }).last().fill("Otto");
  await page.getByRole("textbox", { name: "E-mail" }).last().fill("otto@hotel.test");
  await expect(page.getByText("1 of 1: On-site administrator")).toBeVisible();
  await page.getByRole("button", { name: "Next" }).click();

  await page.getByRole("textbox", { name: "Name of the gateway" }).fill("Gateway 1");
  await page.getByRole("textbox", { name: "Name of the site" }).fill("Berlin");
  await expect(page.getByRole("textbox", { name: /^City|^Ort/ })).toHaveValue("Berlin"); // where its post goes
  await page.getByRole("button", { name: "Next" }).click();

  await page.getByRole("button", { name: "Finish without users" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Finish without users" }).click();
  await expect(page.getByRole("heading", { name: "The customer is onboarded" })).toBeVisible();
  const { clicks } = await effort.spent();
  expect(clicks).toBeLessThanOrEqual(8);
});
