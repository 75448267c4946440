import { expect, test } from "@playwright/test";
import { signInAs } from "./sign-in.ts";

test("GraphiQL comes from the server alone, knows the schema and answers as the person who is signed in", async ({
  page,
  baseURL,
}) => {
  const noise: string[] = [];
  const elsewhere: string[] = [];
  page.on("console", (message) => message.type() === "error" && noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(String(error)));
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== baseURL) elsewhere.push(request.url());
  });
  await signInAs(page, "agent@acme.test");
  await page.goto("/graphiql");
  // Its editors and the schema come one after the other; a press before they are there asks nothing.
  await expect(async () => {
    await page.getByRole("button", { name: /Execute query/ }).click();
    await expect(page.getByRole("region", { name: "Result Window" })).toContainText("Amy Walker", { timeout: 2_000 });
  }).toPass({ timeout: 15_000 });
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByRole("link", { name: "Mutation" }).click();
  await expect(page.getByRole("link", { name: "placeOrder", exact: true })).toBeVisible();
  expect(noise).toEqual([]);
  expect(elsewhere).toEqual([]);
});
