import { permissionKeys } from "@tierline/shared/permission.ts";
import type { ResellerState } from "@tierline/shared/reseller-state.ts";

const names = {
  tierline: "Tierline Telecom",
  nord: "Nord",
  acme: "Acme",
  "acme-north": "AcmeNorth",
  harbour: "Harbour",
};
type Key = keyof typeof names;
const tree: readonly Key[] = ["tierline", "nord", "acme", "acme-north", "harbour"];

const tier = (key: Key) => ({
  __typename: "TierNode" as const,
  id: `rsl_${key}`,
  key,
  name: names[key],
  isCurrent: key === "acme",
});

/** A reseller of one line of the tree: each lies below the one before it. */
export function resellerRow(key: Key, state: ResellerState = "ACTIVE") {
  return {
    __typename: "Reseller" as const,
    id: `rsl_${key}`,
    key,
    name: names[key],
    state,
    country: "GB",
    currency: "GBP",
    tierPath: tree.slice(0, tree.indexOf(key) + 1).map(tier),
  };
}

export function resellerView(key: Key, more: Partial<Record<string, unknown>> = {}) {
  return {
    ...resellerRow(key),
    number: 5,
    timeZone: "Europe/London",
    locale: "en",
    version: 3,
    limits: {
      __typename: "ResellerLimits" as const,
      customers: null as number | null,
      services: null,
      people: null,
      resellers: null,
    },
    delegated: null as readonly string[] | null,
    failureEmails: ["noc@north.test"],
    ...more,
  };
}

export function resellerList(nodes: readonly object[]) {
  return {
    resellers: {
      __typename: "ResellerConnection",
      nodes,
      pageInfo: { __typename: "PageInfo", endCursor: null, hasNextPage: false },
      totalCount: { __typename: "TotalCount", value: nodes.length, isEstimate: false },
    },
  };
}

export const allButLab = permissionKeys.filter((key) => !key.startsWith("lab."));
