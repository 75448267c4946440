import { expect, test } from "@playwright/test";
import { wholesalePage } from "./first-pages.ts";
import { signInAs } from "./sign-in.ts";

test("CX14: 26 people are pasted out of a spreadsheet, one is put right, and all of them are there", async ({
  page,
}) => {
  test.slow(); // each row is a run
  await signInAs(page, "owner@acme.test");
  await page.goto(await wholesalePage(page));
  const panel = page.getByRole("region", { name: "Subscribers" });
  await panel.getByRole("button", { name: "Add several" }).click();
  const dialog = page.getByRole("dialog", { name: "Add several subscribers" });
  const domain = `d${Date.now()}.example`;
  const rows = Array.from(
    { length: 26 },
    (_, index) => `p${index}@${index === 7 ? "" : domain}\tPia ${index}\tWebex Meetings`,
  );
  await dialog.getByRole("textbox", { name: "E-mail, row 1" }).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, rows.join("\n"));
  const add = dialog.getByRole("button", { name: "Add 26 people" });
  await add.click();
  const wrong = dialog.getByRole("textbox", { name: "E-mail, row 8" });
  await expect(wrong).toHaveAccessibleDescription(/not an e-mail address/, { timeout: 40_000 });
  await expect(panel.getByText(`p0@${domain}`)).toHaveCount(0); // nobody while one is wrong
  await wrong.fill(`p7@${domain}`);
  await add.click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  await expect(panel.getByText(`p25@${domain}`)).toBeVisible();
  await expect(page.getByText(/^Import ended: people\.csv$/)).toBeVisible(); // told once, and not run by run
  await expect(page.getByText("Provisioned: Webex Meetings for Harbour Dental")).toHaveCount(0);
});
