import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import type { AssignQuoteQuery } from "./assign.generated.ts";
import { RenewalSection } from "./RenewalSection.tsx";

function renewal(autoRenew: boolean, days: Pick<AssignQuoteQuery["orderQuote"], "nextRenewalOn" | "endsOn">) {
  // The section reads no more of a quote than this.
  const quote = {
    recurring: { amount: "15.00", currency: "GBP" },
    autoRenewReason: "Plans are renewed by default.",
    ...days,
  } as unknown as AssignQuoteQuery["orderQuote"];
  return <RenewalSection quote={quote} autoRenew={autoRenew} onChange={() => undefined} />;
}

test("O22: each choice says what follows, with the day where the quote knows it", async () => {
  const { unmount } = await renderPage(renewal(true, { nextRenewalOn: "2026-12-22", endsOn: null }));
  expect(await screen.findByText("£15.00 on 22 Dec 2026, then every period")).toBeVisible();
  expect(screen.getByText("Suspended at the end of the term, ends after 7 days of grace")).toBeVisible();
  unmount();

  await renderPage(renewal(false, { nextRenewalOn: null, endsOn: "2027-11-22" }));
  expect(await screen.findByText("£15.00 with every period")).toBeVisible();
  expect(screen.getByText("Suspended on 22 Nov 2027, ends after 7 days of grace")).toBeVisible();
});
