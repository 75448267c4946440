import type { CustomerRowFragment } from "./customer-list.generated.ts";
import type { CustomerFieldsFragment, CustomerServiceFragment } from "./customer.generated.ts";

const acme = { __typename: "TierNode" as const, id: "rsl_acme", key: "acme", name: "Acme", isCurrent: true };
const nord = { __typename: "TierNode" as const, id: "rsl_nord", key: "nord", name: "Nord", isCurrent: false };

export function customerRow(number: number, name: string): CustomerRowFragment & { __typename: "Customer" } {
  return {
    __typename: "Customer",
    id: `cus_${number}`,
    number,
    name,
    label: `${name} (ID: ${number})`,
    kind: "INDIVIDUAL",
    isInternal: false,
    state: "ACTIVE",
    suspensionReasons: [],
    email: "john.smith@example.com",
    phone: "+447700900123",
    homeCountry: "GB",
    tierPath: [nord, acme],
  };
}

export const total = (value: number) => ({ __typename: "TotalCount" as const, value, isEstimate: false });
export const lastPage = { __typename: "PageInfo" as const, endCursor: null, hasNextPage: false };

export function customerList(nodes: readonly CustomerRowFragment[], suggestions: readonly CustomerRowFragment[] = []) {
  return {
    customers: {
      __typename: "CustomerConnection",
      nodes,
      suggestions,
      pageInfo: lastPage,
      totalCount: total(nodes.length),
    },
  };
}

export const noTiers = { resellers: { __typename: "ResellerConnection", nodes: [] } };

export const johnSmith: CustomerFieldsFragment & { __typename: "Customer" } = {
  ...customerRow(123, "John Smith"),
  version: 1,
  language: "en",
  tags: [],
  attributes: [],
  taxNumber: null,
  billingAddress: null,
  createdAt: "2026-10-13T09:00:00.000Z",
  createdVia: "CONSOLE",
  paymentMethods: [],
};

export function mobileService(number: number): CustomerServiceFragment & { __typename: "Service" } {
  return {
    __typename: "Service",
    id: `svc_${number}`,
    number,
    name: `Mobile - ${number}`,
    serviceType: "MOBILE",
    state: "ACTIVE",
    suspensionReasons: [],
    startsOn: "2026-11-01",
    endsOn: null,
    autoRenew: true,
    recurring: { __typename: "Money", amount: "8.00", currency: "GBP" },
    balances: [],
    offering: { __typename: "Offering", id: "ofr_1", slug: "mobile-5gb", name: "Mobile - 5 GB" },
  } as CustomerServiceFragment & { __typename: "Service" };
}
