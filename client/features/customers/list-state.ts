import * as z from "zod/mini";
import { choice, text } from "../../navigation/url-parts.ts";
import type { CustomerFilter, CustomerOrder } from "../../api/generated/schema.ts";

/** Search, filters and order stand in the address: a reload or a link shows the same list. */
export const listState = z.object({
  search: text,
  kind: choice(["INDIVIDUAL", "BUSINESS", ""], ""),
  state: choice(["WAITING", "ACTIVE", "SUSPENDED", "DEACTIVATING", "DEACTIVATED", "ARCHIVED", ""], ""),
  country: text,
  /** Id of the reseller whose customers are shown. */
  tier: text,
  tag: text,
  order: choice(["NAME", "NUMBER", "NEWEST", ""], ""),
});
export type ListState = z.output<typeof listState>;

export interface ListVariables {
  readonly search: string | null;
  readonly filter: CustomerFilter;
  readonly orderBy: CustomerOrder | null;
}

export function listVariables(state: ListState): ListVariables {
  const { search, kind, country, tier, tag, order } = state;
  return {
    search: search.trim() || null,
    filter: {
      ...(kind !== "" && { kind }),
      ...(state.state !== "" && { state: [state.state] }),
      ...(country !== "" && { country }),
      ...(tier !== "" && { resellerId: tier }),
      ...(tag !== "" && { tag }),
    },
    orderBy: order === "" ? null : order,
  };
}

/** Filters that are on, by their names in the address. */
export function activeFilters(state: ListState): (keyof ListState)[] {
  const filters = ["kind", "state", "country", "tier", "tag"] as const;
  return filters.filter((each) => state[each] !== "");
}
