import { z } from "zod";

/** What the catalog shows stands in the address; grid or carousel is also remembered for the next visit (O8). */
export const catalogState = z.object({
  segment: z.enum(["INDIVIDUAL", "BUSINESS"]).catch("INDIVIDUAL"),
  kind: z.enum(["PLAN", "ADDON"]).catch("PLAN"),
  type: z.enum(["MOBILE", "INTERNET", "IPTV", "VOIP", ""]).catch(""),
  view: z.enum(["grid", "carousel", ""]).catch(""),
  /** Id or short number of the customer it is for. */
  customer: z.string().catch(""),
  /** For editors: what is not sold at present stands among what is not available. */
  disabled: z.enum(["yes", ""]).catch(""),
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
