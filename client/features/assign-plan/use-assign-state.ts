import { serviceTypes } from "@tierline/shared/kinds.ts";
import * as z from "zod/mini";
import { choice, text } from "../../navigation/url-parts.ts";
import { useUrlState } from "../../navigation/use-place.ts";

/** The whole draft stands in the address: a reload, a link or another machine shows the same (O4). Items are held by the server. */
export const assignState = z.object({
  /** Slug of the offering. */
  product: text,
  /** Id or short number of the customer. */
  customer: text,
  /** Id of the service an add-on is for. */
  service: text,
  kind: choice(["PLAN", "ADDON"], "PLAN"),
  /** Products of this type alone: who adds a line is shown lines. */
  type: choice([...serviceTypes, ""], ""),
  segment: choice(["INDIVIDUAL", "BUSINESS"], "INDIVIDUAL"),
  renew: choice(["yes", "no", ""], ""),
  /** Whether what is due today is set aside with the card on file first. */
  pay: choice(["now", ""], ""),
  site: text,
  billing: text,
  technical: text,
  po: text,
  install: text,
  fields: text,
});
export type AssignState = z.output<typeof assignState>;

export function useAssignState() {
  return useUrlState(assignState);
}

/** Custom fields as one part of the address. */
export function readFields(state: Pick<AssignState, "fields">): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(state.fields));
}

export function writeFields(fields: Record<string, string>): string {
  return new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== "")).toString();
}
