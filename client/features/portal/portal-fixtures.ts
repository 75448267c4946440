import type { ViewerValue } from "../../api/viewer.tsx";
import type { PortalServiceFragment, PortalServicePageQuery } from "./portal.generated.ts";

/** As an answer has it, so that the cache knows whose fields they are. */
export function named<T extends object>(typename: string, fields: T): T & { readonly __typename: string } {
  return { __typename: typename, ...fields };
}

/** A customer's own person. */
export const jane: Partial<ViewerValue> = {
  user: { id: "usr_9", name: "Jane Doe", email: "jane@johnson.test", role: "CUSTOMER_USER", language: null },
  customer: named("Customer", { id: "cus_789", label: "Johnson (ID: 789)" }),
};

/** A mobile service that works, with whatever of it a test says otherwise. */
export function service(change: Partial<PortalServiceFragment> = {}): PortalServiceFragment {
  return named("Service", {
    id: "svc_1",
    version: 4,
    name: "Mobile - +44 7700 900123",
    serviceType: "MOBILE" as const,
    state: "ACTIVE" as const,
    suspensionReasons: [],
    startsOn: "2026-11-01",
    endsOn: null,
    autoRenew: true,
    balances: [named("ServiceBalance", { kind: "data", label: "Data", amount: "13.6", unit: "GB" })],
    offering: named("Offering", { id: "ofr_1", name: "Mobile - 20 GB" }),
    ...change,
  });
}

export function servicesAnswer(...nodes: PortalServiceFragment[]) {
  return {
    services: named("ServiceConnection", {
      nodes,
      pageInfo: named("PageInfo", { endCursor: null, hasNextPage: false }),
      totalCount: named("TotalCount", { value: nodes.length, isEstimate: false }),
    }),
  };
}

type Page = NonNullable<PortalServicePageQuery["service"]>;

export function servicePage(change: Partial<Page> = {}): Page {
  return {
    ...service(),
    offering: named("Offering", { id: "ofr_1", name: "Mobile - 20 GB", billingIntervalMonths: 1 }),
    balancesAt: null,
    recurring: named("Money", { amount: "15.00", currency: "GBP" }),
    site: null,
    simultaneousCalls: null,
    simultaneousCallsMax: null,
    parameters: [],
    items: [
      named("InventoryItem", {
        id: "itm_1",
        label: "+44 7700 900123",
        identifier: "+447700900123",
        template: named("InventoryTemplate", {
          id: "tpl_1",
          label: "Mobile number",
          identifierKind: "PHONE_NUMBER" as const,
        }),
      }),
    ],
    addons: [],
    secrets: [],
    ...change,
  };
}
