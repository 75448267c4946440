import * as z from "zod/mini";
import { choice, text } from "../../navigation/url-parts.ts";
import type { ServiceFilter, ServiceType } from "../../api/generated/schema.ts";

export const serviceTypes = [
  "MOBILE",
  "INTERNET",
  "IPTV",
  "VOIP",
  "COLLABORATION",
] as const satisfies readonly ServiceType[];

/** OX6: the list begins with the active ones. */
export const listState = z.object({
  search: text,
  tab: choice(["ALL", "ACTIVE", "INACTIVE", "SUSPENDED"], "ACTIVE"),
  /** Service types, with commas. */
  type: text,
});
export type ListState = z.output<typeof listState>;

export function typesOf({ type }: ListState): ServiceType[] {
  const wanted = type.split(",");
  return serviceTypes.filter((each) => wanted.includes(each));
}

export function listVariables(state: ListState): { search: string | null; filter: ServiceFilter } {
  const serviceType = typesOf(state);
  return {
    search: state.search.trim() || null,
    filter: { tab: state.tab, ...(serviceType.length > 0 && { serviceType }) },
  };
}
