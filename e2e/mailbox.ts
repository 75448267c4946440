import { expect, type Page } from "@playwright/test";
import { ask } from "./sign-in.ts";

/** The link in the newest mail to this address, from the mailbox page that the lab shows. The page's user may see the lab. */
export async function linkTo(page: Page, email: string): Promise<string> {
  const { lab } = await ask<{ lab: { mailboxUrl: string } }>(page, "{ lab { mailboxUrl } }");
  const mailbox = await page.context().newPage();
  let link = "";
  await expect(async () => {
    await mailbox.goto(lab.mailboxUrl);
    const text = await mailbox
      .locator("article", { hasText: `To ${email}` })
      .first()
      .locator("pre")
      .innerText({ timeout: 1_000 });
    link = /https?:\S+#\S+/.exec(text)?.[0] ?? "";
    expect(link).not.toBe("");
  }).toPass();
  await mailbox.close();
  return link;
}
