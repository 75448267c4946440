import { resellerStates, type ResellerState } from "@tierline/shared/reseller-state.ts";
import * as z from "zod/mini";
import type { ResellerFilter, ResellerOrder } from "../../api/generated/schema.ts";
import { text } from "../../navigation/url-parts.ts";

export const listState = z.object({
  search: text,
  /** States, with commas. */
  state: text,
});
export type ListState = z.output<typeof listState>;

export function statesOf({ state }: ListState): ResellerState[] {
  const wanted = state.split(",");
  return resellerStates.filter((each) => wanted.includes(each));
}

export function isAsked(state: ListState): boolean {
  return state.search.trim() !== "" || statesOf(state).length > 0;
}

/** Always in the order of the tree, so that whoever is searched for stands where they are found without the search. */
export function listVariables(
  state: ListState,
  withinId: string | null = null,
): { filter: ResellerFilter; orderBy: ResellerOrder } {
  const states = statesOf(state);
  return {
    filter: {
      search: state.search.trim() || null,
      ...(states.length > 0 && { state: states }),
      ...(withinId !== null && { withinId }),
    },
    orderBy: "TREE",
  };
}
