import { expect, test, type Page } from "@playwright/test";

// Browsers look for what ends in `.localhost` on their own machine: the demo world's two brands are two hosts.

const under = (host: string, path: string): string => {
  const url = new URL(path, test.info().project.use.baseURL);
  url.hostname = host;
  return url.href;
};

const acme = "acme.localhost";
const beta = "beta.localhost";

async function enter(page: Page, host: string, email: string): Promise<void> {
  await page.goto(under(host, "/sign-in"));
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("demo-tierline");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const acting = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--mantine-color-petrol-7").trim());

test("V19: each host name shows its own brand and nobody else's, one after the other in one browser", async ({
  page,
}) => {
  await enter(page, acme, "john@smith.test");
  await expect(page).toHaveURL(/portal/);
  await expect(page.getByRole("banner")).toContainText("Acme Mobile");
  await expect(page).toHaveTitle(/· Acme Mobile$/);
  const plum = await acting(page);

  await page.goto(under(beta, "/portal"));
  await expect(page).toHaveURL(/sign-in/); // nobody is signed in there
  await expect(page.getByText("Beta Telecom")).toBeVisible();
  await expect(page.getByText("Acme Mobile")).toHaveCount(0);
  expect(await acting(page)).not.toBe(plum);

  await page.goto(under(acme, "/portal"));
  await expect(page.getByRole("banner")).toContainText("Acme Mobile");
  expect(await acting(page)).toBe(plum);
});

test("V19: under a reseller's name nobody of another's is let in, and no brand is our own name", async ({
  page,
  baseURL,
}) => {
  await enter(page, beta, "john@smith.test");
  await expect(page.getByRole("alert")).toBeVisible();
  await page.goto(`${baseURL}/sign-in`);
  await expect(page.getByText("Tierline", { exact: true })).toBeVisible();
  await expect(page.getByText("Beta Telecom")).toHaveCount(0);
  const stranger = await page.goto(under("gamma.localhost", "/sign-in"));
  expect([stranger?.status(), await stranger?.text()]).toEqual([421, "Misdirected Request\n"]);
});
