import type { PortalServiceFragment, PortalServicePageQuery } from "./portal.generated.ts";

type Kept = PortalServiceFragment & { readonly __typename: "Service" };

/** A mobile service that works, with whatever of it a test says otherwise. */
export function service(change: Partial<Kept> = {}): Kept {
  return {
    __typename: "Service",
    id: "svc_1",
    version: 4,
    name: "Mobile - +44 7700 900123",
    serviceType: "MOBILE",
    state: "ACTIVE",
    suspensionReasons: [],
    startsOn: "2026-11-01",
    endsOn: null,
    autoRenew: true,
    balances: [{ __typename: "ServiceBalance", kind: "data", label: "Data", amount: "13.6", unit: "GB" }],
    offering: { __typename: "Offering", id: "ofr_1", name: "Mobile - 20 GB" },
    ...change,
  };
}

export function servicesAnswer(...nodes: Kept[]) {
  return {
    services: {
      __typename: "ServiceConnection",
      nodes,
      pageInfo: { __typename: "PageInfo", endCursor: null, hasNextPage: false },
      totalCount: { __typename: "TotalCount", value: nodes.length, isEstimate: false },
    },
  };
}

type Page = NonNullable<PortalServicePageQuery["service"]>;

export function servicePage(change: Partial<Page> = {}): Page {
  return {
    ...service(),
    offering: { __typename: "Offering", id: "ofr_1", name: "Mobile - 20 GB", billingIntervalMonths: 1 },
    balancesAt: null,
    recurring: { __typename: "Money", amount: "15.00", currency: "GBP" },
    site: null,
    parameters: [],
    items: [
      {
        __typename: "InventoryItem",
        id: "itm_1",
        label: "+44 7700 900123",
        identifier: "+447700900123",
        template: {
          __typename: "InventoryTemplate",
          id: "tpl_1",
          label: "Mobile number",
          identifierKind: "PHONE_NUMBER",
        },
      },
    ],
    addons: [],
    secrets: [],
    ...change,
  };
}
