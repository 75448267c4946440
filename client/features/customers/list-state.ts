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

/** B18: who was created last stands first, until something is searched for or another order is chosen. */
export function listVariables(state: ListState): ListVariables {
  const { kind, country, tier, tag, order } = state;
  const search = state.search.trim() || null;
  return {
    search,
    filter: {
      ...(kind !== "" && { kind }),
      ...(state.state !== "" && { state: [state.state] }),
      ...(country !== "" && { country }),
      ...(tier !== "" && { resellerId: tier }),
      ...(tag !== "" && { tag }),
    },
    orderBy: order === "" ? usualOrder(search) : order,
  };
}

/** What is searched for comes by how well it matches. */
function usualOrder(search: string | null): CustomerOrder | null {
  return search === null ? "NEWEST" : null;
}

/** Filters that are on, by their names in the address. */
export function activeFilters(state: ListState): (keyof ListState)[] {
  const filters = ["kind", "state", "country", "tier", "tag"] as const;
  return filters.filter((each) => state[each] !== "");
}
