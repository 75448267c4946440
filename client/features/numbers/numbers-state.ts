import { inventoryItemStates } from "@tierline/shared/inventory-item-state.ts";
import * as z from "zod/mini";
import { choice, text } from "../../navigation/url-parts.ts";

export const numberViews = ["stock", "offers", "below"] as const;
export type NumberView = (typeof numberViews)[number];

export const numbersState = z.object({
  view: choice(numberViews, "stock"),
  state: choice([...inventoryItemStates, ""], ""),
  search: text,
  /** Id of the number that is looked at. */
  number: text,
});
export type NumbersState = z.output<typeof numbersState>;
