/** Answers as the server gives them, for tests. */

interface OfferingParts {
  readonly slug: string;
  readonly name?: string;
  readonly kind?: "PLAN" | "ADDON";
  readonly serviceType?: string;
  readonly price?: { readonly setup?: string; readonly recurring?: string; readonly oneOff?: string };
  readonly currency?: string;
  readonly requirements?: readonly object[];
  /** Why it cannot be assigned, by code. */
  readonly reasons?: Readonly<Record<string, string>>;
}

export function moneyOf(amount: string | undefined, currency = "GBP") {
  return amount === undefined ? null : { __typename: "Money", amount, currency };
}

export function pricesOf(price: OfferingParts["price"] = { recurring: "15.00" }, currency = "GBP") {
  return {
    __typename: "OfferingPrice",
    setup: moneyOf(price.setup, currency),
    recurring: moneyOf(price.recurring, currency),
    oneOff: moneyOf(price.oneOff, currency),
  };
}

export function requirement(key: string, label: string, available: number, lowStockThreshold = 20) {
  return {
    __typename: "InventoryRequirement",
    slot: key.split("-")[0],
    label,
    isRequired: true,
    available,
    template: { __typename: "InventoryTemplate", id: `tpl_${key}`, key, label, lowStockThreshold },
  };
}

export function offering({ slug, name = slug, kind = "PLAN", serviceType = "MOBILE", ...parts }: OfferingParts) {
  const reasons = Object.entries(parts.reasons ?? {}).map(([code, message]) => ({
    __typename: "EligibilityReason",
    code,
    message,
  }));
  return {
    __typename: "Offering",
    id: `ofr_${slug}`,
    slug,
    name,
    kind,
    serviceType,
    segments: ["INDIVIDUAL"],
    isEnabled: true,
    facts: ["20 GB data"],
    billingIntervalMonths: 1,
    price: pricesOf(parts.price, parts.currency),
    requirements: parts.requirements ?? [],
    eligibility: { __typename: "Eligibility", isEligible: reasons.length === 0, reasons },
  };
}

interface ListParts {
  readonly hidden?: Readonly<Record<string, number>>;
  readonly plans?: number;
  readonly addons?: number;
  readonly endCursor?: string;
}

export function catalogList(
  nodes: readonly object[],
  { hidden = {}, plans = 0, addons = 0, endCursor }: ListParts = {},
) {
  return {
    offerings: {
      __typename: "OfferingConnection",
      nodes,
      hidden: Object.entries(hidden).map(([reason, count]) => ({ __typename: "HiddenCount", reason, count })),
      kindCounts: [
        { __typename: "OfferingKindCount", kind: "PLAN", count: plans },
        { __typename: "OfferingKindCount", kind: "ADDON", count: addons },
      ],
      pageInfo: { __typename: "PageInfo", hasNextPage: endCursor !== undefined, endCursor: endCursor ?? null },
    },
  };
}

export function stockChange(templateId: string, available: number) {
  return {
    inventoryChanged: {
      __typename: "InventoryChange",
      templateId,
      itemId: "itm_1",
      isAvailable: available > 0,
      available,
      item: null,
    },
  };
}

/** All that the page of an offering asks for. */
export function offeringDetails(
  parts: OfferingParts & {
    readonly ownPrice?: OfferingParts["price"];
    readonly cost?: OfferingParts["price"];
    readonly margin?: object;
    readonly package?: object;
  },
) {
  const { eligibility: _eligibility, ...base } = offering(parts);
  return {
    ...base,
    description: "For most people.",
    icon: "device-mobile",
    contractTermMonths: 1,
    whileSuspended: "STOP_BILLING",
    needsSite: false,
    needsInstallation: false,
    simultaneousCalls: null,
    package: parts.package ?? null,
    version: 3,
    ownPrice: parts.ownPrice === undefined ? null : pricesOf(parts.ownPrice),
    cost: parts.cost === undefined ? null : pricesOf(parts.cost),
    margin: parts.margin ?? null,
    playbook: {
      __typename: "Playbook",
      id: "pbk_1",
      key: "mobile-20gb",
      title: "Mobile, 20 GB",
      latestVersion: 1,
    },
    problems: [],
    customFields: [],
  };
}
