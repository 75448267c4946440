import type { FieldPolicy, Reference } from "@apollo/client";
import { SequencedCache } from "./sequenced-cache.ts";

interface ConnectionPage {
  readonly __typename?: string;
  readonly edges?: readonly { readonly node: Reference }[];
  readonly nodes?: readonly Reference[];
  readonly pageInfo?: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** Pages of one list are put one after the other; a new question (other arguments) is another list. */
function pages(...keyArgs: string[]): FieldPolicy<ConnectionPage> {
  return {
    keyArgs,
    merge(existing, incoming, { args }) {
      const after: unknown = args?.["after"];
      if (existing === undefined || after == null) return incoming;
      if (existing.pageInfo?.endCursor !== after) return existing; // a page that came twice, or late
      return {
        ...incoming,
        ...(incoming.nodes && { nodes: [...(existing.nodes ?? []), ...incoming.nodes] }),
        ...(incoming.edges && { edges: [...(existing.edges ?? []), ...incoming.edges] }),
      };
    },
  };
}

/** What an interface or a union may be. */
const possibleTypes = {
  Node: [
    "AuditEntry",
    "BillingAccount",
    "Connector",
    "Contact",
    "CustodyEntry",
    "CustomRole",
    "Customer",
    "InventoryItem",
    "InventoryTemplate",
    "Offering",
    "Order",
    "PaymentMethod",
    "Playbook",
    "PlaybookVersion",
    "ProvisioningRun",
    "RateDeck",
    "RatePlan",
    "Reseller",
    "Reservation",
    "Service",
    "ServiceAddon",
    "Site",
    "User",
  ],
  SearchResult: ["Customer", "Service", "InventoryItem", "ProvisioningRun", "Offering"],
  UserError: ["RuleError", "PriceChangedError", "ItemNotAvailableError", "LimitExceededError", "InUseError"],
};

export function createCache(): SequencedCache {
  return new SequencedCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          resellers: pages("filter", "orderBy"),
          customers: pages("search", "filter", "orderBy"),
          offerings: pages("filter"),
          inventoryItems: pages("filter", "search"),
          services: pages("filter", "search"),
          subscribers: pages("filter", "orderBy", "direction"),
          provisioningRuns: pages("filter"),
          playbooks: pages(),
          inventoryTemplates: pages(),
          users: pages("filter"),
          roles: pages("resellerId"),
          auditEntries: pages("filter"),
          apiRequests: pages("filter"),
          webhookDeliveries: pages("filter"),
          calls: pages("filter"),
          accountReport: pages("filter", "orderBy"),
          numberReport: pages("filter", "orderBy"),
          onboardings: pages("filter"),
          rateDecks: pages(),
        },
      },
      Customer: {
        fields: {
          services: pages("filter"),
          inventoryItems: pages(),
          orders: pages(),
          provisioningRuns: pages(),
          activity: pages(),
          // Shorter lists are no loss: one was removed.
          paymentMethods: { merge: false },
          packages: { merge: false },
        },
      },
      Service: { fields: { provisioningRuns: pages(), activity: pages() } },
      BillingAccount: { fields: { entries: pages("filter"), invoices: pages(), creditNotes: pages() } },
      InventoryItem: { fields: { custody: pages() } },
      Reseller: { fields: { activity: pages(), sellableOfferings: pages("search", "isLet") } },
      RateDeck: { fields: { changes: pages("kind"), rates: pages("search") } },
      ProvisioningTask: { keyFields: false },
      Viewer: { keyFields: [], merge: true },
      Lab: {
        keyFields: [],
        merge: true,
        // Shorter lists are no loss: a worker that was killed is gone.
        fields: { elements: { merge: false }, workers: { merge: false }, recentCalls: { merge: false } },
      },
      LabElement: { keyFields: ["key"] },
      HomeSummary: { merge: true },
      PackageTerms: { merge: true },
    },
  });
}
