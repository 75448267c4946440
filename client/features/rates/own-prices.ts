import type { PriceListRowFragment } from "./price-lists.generated.ts";

/** One own price as it is typed: nothing in a field means none of the kind. */
export interface OwnPriceDraft {
  /** Stays with the row while it is on the page. */
  readonly key: string;
  readonly offeringId: string | null;
  readonly setup: string;
  readonly recurring: string;
  readonly oneOff: string;
}

type OwnPrice = PriceListRowFragment["versions"][number]["ownPrices"][number];

export const ownPriceKinds = ["setup", "recurring", "oneOff"] as const;

/** What is not sold any more is left out, and goes with the next version. */
export function ownPriceDrafts(own: readonly OwnPrice[]): OwnPriceDraft[] {
  return own.flatMap(({ offering, price }) => {
    if (offering === null) return [];
    const text = (amount: { readonly amount: string } | null) => amount?.amount ?? "";
    const amounts = { setup: text(price.setup), recurring: text(price.recurring), oneOff: text(price.oneOff) };
    return [{ key: offering.id, offeringId: offering.id, ...amounts }];
  });
}

/** Rows without an offering are none yet. */
export function ownPriceInputs(drafts: readonly OwnPriceDraft[]) {
  const amount = (text: string) => (text.trim() === "" ? null : text.trim().replace(",", "."));
  return drafts.flatMap(({ offeringId, setup, recurring, oneOff }) =>
    offeringId === null
      ? []
      : [{ offeringId, setup: amount(setup), recurring: amount(recurring), oneOff: amount(oneOff) }],
  );
}
