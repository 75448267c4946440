import * as z from "zod/mini";
import { choice, text } from "../../navigation/url-parts.ts";

/** What the catalog shows stands in the address; grid or carousel is also remembered for the next visit (O8). */
export const catalogState = z.object({
  segment: choice(["INDIVIDUAL", "BUSINESS"], "INDIVIDUAL"),
  kind: choice(["PLAN", "ADDON"], "PLAN"),
  type: choice(["MOBILE", "INTERNET", "IPTV", "VOIP", "COLLABORATION", ""], ""),
  view: choice(["grid", "carousel", ""], ""),
  /** Id or short number of the customer it is for. */
  customer: text,
  /** For editors: what is not sold at present stands among what is not available. */
  disabled: choice(["yes", ""], ""),
});
export type CatalogState = z.output<typeof catalogState>;
export type CatalogView = "grid" | "carousel";

const storageKey = "tierline:catalog-view";

export function chosenView(fromAddress: CatalogState["view"]): CatalogView {
  if (fromAddress !== "") return fromAddress;
  return localStorage.getItem(storageKey) === "carousel" ? "carousel" : "grid";
}

export function rememberView(view: CatalogView): void {
  localStorage.setItem(storageKey, view);
}
