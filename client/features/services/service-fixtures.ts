import type { ServiceRowFragment } from "./service-list.generated.ts";
import type { ServiceViewFragment } from "./service.generated.ts";

const offering = {
  __typename: "Offering",
  id: "ofr_1",
  slug: "mobile-5gb",
  name: "Mobile - 5 GB",
  billingIntervalMonths: 1,
};
const customer = { __typename: "Customer", id: "cus_123", number: 123, label: "John Smith (ID: 123)" };
const tierPath = [{ __typename: "TierNode", id: "rsl_acme", key: "acme", name: "Acme" }];
const eightPounds = { __typename: "Money", amount: "8.00", currency: "GBP" };

export const total = (value: number) => ({ __typename: "TotalCount", value, isEstimate: false });
export const lastPage = { __typename: "PageInfo", endCursor: null, hasNextPage: false };

export const serviceRow: ServiceRowFragment & { readonly __typename: "Service" } = {
  __typename: "Service",
  id: "svc_789",
  number: 789,
  name: "Mobile - +44 7700 900123",
  serviceType: "MOBILE",
  state: "ACTIVE",
  suspensionReasons: [],
  startsOn: "2026-11-21",
  endsOn: "2026-12-21",
  recurring: eightPounds,
  tierPath,
  customer,
  offering,
};

function item(id: string, label: string, identifier: string, template: object) {
  return {
    __typename: "InventoryItem",
    id,
    label,
    identifier,
    state: "ASSIGNED",
    template: { __typename: "InventoryTemplate", ...template },
  };
}

const pounds = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });

/** Ended on 1 December: of thirty days that are paid nineteen come after it. */
export const serviceEnding = {
  service: {
    __typename: "Service",
    id: "svc_789",
    ending: {
      __typename: "ServiceEnding",
      endsOn: "2026-12-01",
      paid: [
        {
          __typename: "PaidAhead",
          description: "Mobile - 5 GB",
          from: "2026-11-21",
          to: "2026-12-20",
          amount: pounds("15.00"),
          unused: pounds("9.50"),
        },
      ],
      unused: pounds("9.50"),
      owed: [
        {
          __typename: "StillOwed",
          description: "Static address",
          from: "2026-11-21",
          to: "2026-12-01",
          waits: false,
          amount: pounds("0.733333"),
        },
      ],
      owedTotal: pounds("0.733333"),
      stops: [
        {
          __typename: "StoppedCharge",
          description: "Mobile - 5 GB",
          intervalMonths: 1,
          nextOn: "2026-12-21",
          price: pounds("15.00"),
        },
      ],
      contractUntil: "2027-02-20",
      contractRest: pounds("35.266667"),
    },
  },
};

export const serviceView = {
  ...serviceRow,
  version: 4,
  autoRenew: true,
  createdAt: "2026-11-21T12:00:00.000Z",
  balancesAt: "2026-11-21T12:00:00.000Z",
  balances: [{ __typename: "ServiceBalance", kind: "data", label: "Data", amount: "20", unit: "GB" }],
  site: null,
  order: null,
  waitingOrder: null,
  parameters: [],
  simultaneousCalls: null,
  simultaneousCallsMax: null,
  items: [
    item("itm_1", "SIM-00001", "8944200000000000001", {
      id: "tpl_sim",
      label: "SIM Card",
      identifierKind: "ICCID",
      releasePolicy: "RETIRE",
      quarantineDays: 0,
    }),
    item("itm_2", "+44 7700 900123", "+447700900123", {
      id: "tpl_number",
      label: "Mobile Number",
      identifierKind: "PHONE_NUMBER",
      releasePolicy: "QUARANTINE",
      quarantineDays: 30,
    }),
  ],
  addons: [],
  currentRun: null,
} as unknown as ServiceViewFragment & { readonly __typename: "Service" };

function addon(slug: string, name: string, price: object, isEligible = true) {
  return {
    __typename: "Offering",
    id: `ofr_${slug}`,
    slug,
    name,
    description: "",
    facts: [],
    billingIntervalMonths: 1,
    price: { __typename: "OfferingPrice", setup: null, recurring: null, oneOff: null, ...price },
    eligibility: { __typename: "Eligibility", isEligible, reasons: [] },
  };
}

const money = (amount: string) => ({ __typename: "Money", amount, currency: "GBP" });

export const addons = {
  offerings: {
    __typename: "OfferingConnection",
    nodes: [
      addon("data-boost-5gb", "Data boost 5 GB", { oneOff: money("5.00") }),
      addon("static-ip", "Static IP address", { recurring: money("5.00"), setup: money("10.00") }),
      addon("iptv-sport", "Sport channels", { recurring: money("9.00") }, false),
    ],
  },
};
