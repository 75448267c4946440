import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { renderPage } from "../../testkit/render-page.tsx";
import type { AssignQuoteQuery } from "./assign.generated.ts";
import { ReviewPanel } from "./ReviewPanel.tsx";
import type { Draft } from "./use-draft.ts";
import { usePlaceOrder } from "./use-place-order.ts";

const due = { __typename: "Money", amount: "15.00", currency: "GBP" } as const;
const quote = {
  fingerprint: "f",
  canPlace: true,
  canPayNow: true,
  mustPayNow: false,
  asksAutoRenew: false,
  dueToday: due,
  recurring: null,
  nextRenewalOn: null,
  endsOn: null,
  lines: [],
  checks: [],
  plan: [],
} as unknown as AssignQuoteQuery["orderQuote"]; // no more of it is read
const draft = { offering: null, customer: null, slots: [] } as unknown as Draft; // nor of this

function Review({
  canPayNow = true,
  mustPayNow = false,
}: {
  readonly canPayNow?: boolean;
  readonly mustPayNow?: boolean;
}) {
  const [paysNow, setPaysNow] = useState(mustPayNow);
  const asked = { ...quote, canPayNow, mustPayNow };
  const placing = usePlaceOrder({ offeringId: "ofr_1", customerId: "cus_1" }, asked, () => undefined, paysNow);
  return (
    <ReviewPanel
      draft={draft}
      quote={asked}
      missing={null}
      autoRenew={false}
      placing={placing}
      paysNow={paysNow}
      onPayNow={setPaysNow}
      onCancel={() => undefined}
    />
  );
}

const declined = "The payment was declined, so that nothing was ordered. The card was declined.";
const refused = {
  __typename: "PlaceOrderPayload",
  order: null,
  run: null,
  userErrors: [{ __typename: "RuleError", code: "PAYMENT_DECLINED", message: declined, path: ["payNow"] }],
};

test("O41: what is due today is paid by card where that is chosen; a no stands with the choice, and the same order can be sent again", async () => {
  const { sent } = await renderPage(<Review />, {
    role: "RESELLER_OWNER",
    operations: { PlaceOrder: { placeOrder: refused } },
  });
  const choice = await screen.findByRole("checkbox", { name: "Pay £15.00 now by card" });
  expect(choice).not.toBeChecked();
  await userEvent.click(choice);
  await userEvent.click(screen.getByRole("button", { name: /Confirm/ }));
  expect(await screen.findByText(declined)).toBeVisible();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: /Confirm/ }));
  expect(await screen.findByText(declined)).toBeVisible();
  const inputs = sent.filter(({ name }) => name === "PlaceOrder").map(({ variables }) => variables["input"]);
  expect(inputs).toEqual([inputs[0], inputs[0]]);
  expect(inputs[0]).toMatchObject({ payNow: true, quoteFingerprint: "f" });
});

test("where less is left than is due, the card pays, and there is nothing to choose", async () => {
  const { sent } = await renderPage(<Review mustPayNow />, {
    role: "RESELLER_OWNER",
    operations: { PlaceOrder: { placeOrder: refused } },
  });
  const choice = await screen.findByRole("checkbox", { name: "Pay £15.00 now by card" });
  expect(choice).toBeChecked();
  expect(choice).toBeDisabled();
  expect(screen.getByText(/Less than that is left/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /Confirm/ }));
  expect(await screen.findByText(declined)).toBeVisible();
  expect(sent.find(({ name }) => name === "PlaceOrder")?.variables["input"]).toMatchObject({ payNow: true });
});

test("where no card can be charged there is nothing to choose", async () => {
  await renderPage(<Review canPayNow={false} />, { role: "RESELLER_OWNER", operations: {} });
  expect(await screen.findByRole("button", { name: /Confirm/ })).toBeVisible();
  expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
});
