import { expect, test, type Browser, type Page } from "@playwright/test";
import { linkTo } from "./mailbox.ts";
import { ask, signInAs } from "./sign-in.ts";

const password = "seven grey herons at dusk";

async function inAnotherBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

/** The console's own address, wherever the link's installation is reached from. */
function here(link: string): string {
  const { pathname, hash } = new URL(link);
  return `${pathname}${hash}`;
}

test("MX8: who is invited opens the mail, sets a password, works with exactly the rights given, and loses one in an open page", async ({
  page,
  browser,
}) => {
  const email = `nina-${Date.now()}@acme.test`;
  const roleName = `Front desk ${Date.now()}`;
  await signInAs(page, "owner@acme.test");

  await page.goto("/r/acme/roles");
  await page.getByRole("button", { name: "New role" }).click();
  const editor = page.getByRole("dialog", { name: "New role" });
  await editor.getByRole("textbox", { name: "Name" }).fill(roleName);
  for (const name of ["View customers", "Create customers", "View home"])
    await editor.getByRole("checkbox", { name }).check();
  await expect(editor.getByRole("checkbox", { name: "Edit playbooks" })).toBeDisabled();
  await editor.getByRole("button", { name: "Create role" }).click();
  await expect(page.getByRole("row", { name: new RegExp(roleName) })).toBeVisible();

  await page.goto("/r/acme/people");
  await page.getByRole("button", { name: "Invite" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite a person" });
  await dialog.getByRole("textbox", { name: "Name" }).fill("Nina New");
  await dialog.getByRole("textbox", { name: "E-mail" }).fill(email);
  await dialog.getByRole("combobox", { name: "Own roles" }).click();
  await page.getByRole("option", { name: roleName }).click();
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${email}.*Invited`) })).toBeVisible();

  const nina = await inAnotherBrowser(browser);
  await nina.goto(here(await linkTo(page, email)));
  await expect(nina.getByText("Nina New, you are invited to work at Acme")).toBeVisible();
  await expect(nina).toHaveURL(/\/accept-invitation$/);
  await nina.getByLabel("New password", { exact: true }).fill(password);
  await nina.getByLabel("Once more").fill(password);
  await nina.getByRole("button", { name: "Set password and sign in" }).click();
  const menu = nina.getByRole("navigation", { name: "Main" });
  await expect(menu.getByRole("link")).toHaveText(["Home", "Customers", "Onboarding"]);
  await menu.getByRole("link", { name: "Customers" }).click();
  const create = nina.getByRole("button", { name: /New customer/ }).first();
  await expect(create).not.toHaveAttribute("aria-disabled", "true");

  await page.goto("/r/acme/roles");
  await page.getByRole("button", { name: roleName, exact: true }).click();
  const again = page.getByRole("dialog", { name: `Edit ${roleName}` });
  await again.getByRole("checkbox", { name: "Create customers" }).uncheck();
  await again.getByRole("button", { name: "Save" }).click();
  await expect(again).toHaveCount(0);
  await expect(create).toHaveAttribute("aria-disabled", "true");
  await nina.context().close();
});

test("a forgotten password is set anew through the mail, and the address alone is told nothing", async ({
  page,
  browser,
}) => {
  const email = `ivo-${Date.now()}@acme.test`;
  await signInAs(page, "owner@acme.test");
  await ask(page, "mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code } } }", {
    input: { idempotencyKey: email, name: "Ivo Invited", email, role: "AGENT" },
  });
  const ivo = await inAnotherBrowser(browser);
  const token = new URL(await linkTo(page, email)).hash.slice(1);
  await ask(
    ivo,
    "mutation ($input: TokenAndPasswordInput!) { acceptInvitation(input: $input) { userErrors { code } } }",
    {
      input: { token, password },
    },
  );
  await ivo.context().clearCookies();
  for (const asked of ["nobody@acme.test", email]) {
    await ivo.goto("/sign-in");
    await ivo.getByRole("link", { name: "Forgotten your password?" }).click();
    await ivo.getByRole("textbox", { name: "E-mail" }).fill(asked);
    await ivo.getByRole("button", { name: "Send the link" }).click();
    await expect(ivo.getByRole("status")).toHaveText(/If there is an account with this address/);
  }
  await expect(async () => expect(await linkTo(page, email)).toContain("/reset-password#")).toPass();
  await ivo.goto(here(await linkTo(page, email)));
  const next = "nine brown otters asleep";
  await ivo.getByLabel("New password", { exact: true }).fill(next);
  await ivo.getByLabel("Once more").fill(next);
  await ivo.getByRole("button", { name: "Save password" }).click();
  await ivo.getByRole("link", { name: "Sign in" }).click();
  await ivo.getByRole("textbox", { name: "E-mail" }).fill(email);
  await ivo.getByLabel("Password", { exact: true }).fill(next);
  await ivo.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(ivo).toHaveURL(/\/r\/acme$/);
  await ivo.context().close();
});
