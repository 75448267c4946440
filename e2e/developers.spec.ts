import { expect, test } from "@playwright/test";
import { signInAs } from "./sign-in.ts";

test("VX16: a key is made, its first query runs, the log shows it, and revoked it is nobody's", async ({
  page,
  baseURL,
}) => {
  await signInAs(page, "owner@acme.test");
  await page.goto("/r/acme/developers");
  await page.getByRole("button", { name: "New key", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "New program with its key" });
  const name = `Shop window ${Date.now()}`;
  await dialog.getByRole("textbox", { name: "Name" }).fill(name);
  await dialog.getByRole("button", { name: "Make the key" }).click();
  const shown = (await page.getByRole("region", { name: "The first request" }).textContent()) ?? "";
  const [, token = ""] = /Bearer (tl_live_\w{8}_[\w-]{43})/.exec(shown) ?? [];
  const [, body = ""] = /-d '(.*)'/.exec(shown) ?? [];

  const send = async (): Promise<{ status: number; answer: unknown }> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(`${baseURL}/graphql`, { method: "POST", headers, body });
    return { status: response.status, answer: await response.json() };
  };
  expect(await send()).toMatchObject({ status: 200, answer: { data: { viewer: { user: { name } } } } });

  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByText(token)).toHaveCount(0);
  const row = page.getByRole("row", { name: new RegExp(`${name}.*First`) });
  await expect(async () => {
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect(row).toBeVisible({ timeout: 1_000 });
  }).toPass();

  const prefix = token.slice(0, 16);
  await page.getByRole("button", { name: `Revoke ${prefix}` }).click();
  const revoking = page.getByRole("dialog", { name: `Revoke the key ${prefix}` });
  await revoking.getByRole("textbox").fill(prefix.slice(-8));
  await revoking.getByRole("button", { name: "Revoke" }).click();
  await expect(revoking).toHaveCount(0);
  expect(await send()).toMatchObject({
    status: 401,
    answer: { errors: [{ extensions: { code: "UNAUTHENTICATED" } }] },
  });
});
