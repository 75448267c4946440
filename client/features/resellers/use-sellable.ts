import { useQuery } from "@apollo/client/react";
import { pageSizeMax } from "@tierline/shared/limits.ts";
import { useEffect, useEffectEvent } from "react";
import { pagesOf } from "../../api/pages-of.ts";
import { ResellerSellsDocument, type ResellerSellsQuery } from "./selling.generated.ts";

export type Sells = NonNullable<ResellerSellsQuery["reseller"]>;
export type Sellable = Sells["sellableOfferings"]["nodes"][number];

/** All that a reseller could be let sell, page after page: what is ticked is saved as a whole, so all of it has to be known. */
export function useSellable(id: string) {
  const result = useQuery(ResellerSellsDocument, {
    variables: { id, first: pageSizeMax },
    fetchPolicy: "cache-and-network",
  });
  const pageInfo = result.data?.reseller?.sellableOfferings.pageInfo;
  const { hasMore, onMore, isLoading, isLoadingMore } = pagesOf(result, pageInfo);
  const more = useEffectEvent(onMore);
  const cursor = pageInfo?.endCursor;
  const isWanted = hasMore && !isLoading && !isLoadingMore && result.error === undefined;
  useEffect(() => {
    if (isWanted) more();
  }, [isWanted, cursor]);
  return { result, isWhole: pageInfo !== undefined && !hasMore };
}

/** By kind of service, in the order in which they come. */
export function byServiceType(sellable: readonly Sellable[]) {
  return [...Map.groupBy(sellable, ({ offering }) => offering.serviceType)].map(([type, of]) => ({ type, of }));
}
