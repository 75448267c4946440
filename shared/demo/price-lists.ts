import type { OfferingAmounts } from "../offering-price.ts";
import { demoOfferings } from "./offerings.ts";
import { demoId } from "./random.ts";
import { currencyOf, resellerId, resellerPath } from "./resellers.ts";

export interface DemoPriceList {
  readonly id: string;
  readonly versionId: string;
  readonly buyerId: string;
  readonly resellerId: string;
  readonly path: string;
  readonly name: string;
  readonly currency: string;
  readonly effectiveFrom: Date;
  readonly createdBy: string;
  /** By offering. */
  readonly ownPrices: readonly (OfferingAmounts & { readonly offeringId: string })[];
}

/** What Acme asks of resellers below it: of each offering what AcmeNorth pays. */
export function demoPriceLists(now: Date): DemoPriceList[] {
  const north = resellerPath("acme-north");
  const ownPrices = demoOfferings(now).flatMap(({ id: offeringId, prices }) => {
    const sold = prices.find(({ path }) => path === north);
    return sold === undefined ? [] : [{ offeringId, ...sold.wholesale }];
  });
  return [
    {
      id: demoId("price-list:acme"),
      versionId: demoId("price-list-version:acme"),
      buyerId: demoId("price-list-buyer:acme"),
      resellerId: resellerId("acme"),
      path: resellerPath("acme"),
      name: "Partners",
      currency: currencyOf("acme"),
      effectiveFrom: new Date(now.getTime() - 160 * 86_400_000),
      createdBy: "Anna Acme",
      ownPrices,
    },
  ];
}
