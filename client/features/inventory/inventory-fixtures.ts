/** Answers as the server gives them, for tests. */

export type Counts = Readonly<Partial<Record<string, number>>>;

export function countsOf(counts: Counts) {
  return Object.entries(counts).map(([state, count]) => ({ __typename: "InventoryStateCount", state, count }));
}

interface TemplateParts {
  readonly key?: string;
  readonly label?: string;
  readonly identifierKind?: string;
  readonly available?: number;
  readonly lowStockThreshold?: number;
  readonly offeringCount?: number;
  readonly counts?: Counts;
  readonly version?: number;
}

export function template({ key = "sim-card", label = "SIM Card", ...parts }: TemplateParts = {}) {
  return {
    __typename: "InventoryTemplate",
    id: `tpl_${key}`,
    key,
    label,
    identifierKind: parts.identifierKind ?? "ICCID",
    releasePolicy: "RETIRE",
    quarantineDays: 0,
    checksLuhn: false,
    lowStockThreshold: parts.lowStockThreshold ?? 20,
    available: parts.available ?? 260,
    offeringCount: parts.offeringCount ?? 5,
    version: parts.version ?? 1,
    counts: countsOf(parts.counts ?? {}),
  };
}

export function templateList(...nodes: readonly object[]) {
  return { inventoryTemplates: { __typename: "InventoryTemplateConnection", nodes } };
}

interface ItemParts {
  readonly id?: string;
  readonly label?: string;
  readonly identifier?: string;
  readonly state?: string;
  readonly reservation?: object | null;
  readonly customer?: object | null;
}

export function item({ id = "itm_1", label = "SIM-00123", ...parts }: ItemParts = {}) {
  return {
    __typename: "InventoryItem",
    id,
    label,
    identifier: parts.identifier ?? "8944200012345678001",
    maskedIdentifier: "8944…8001",
    state: parts.state ?? "NEW",
    location: "London shop",
    version: 4,
    template: {
      __typename: "InventoryTemplate",
      id: "tpl_sim-card",
      key: "sim-card",
      label: "SIM Card",
      identifierKind: "ICCID",
    },
    tierPath: [{ __typename: "TierNode", id: "rsl_acme", key: "acme", name: "Acme" }],
    holder: { __typename: "TierNode", id: "rsl_acme", name: "Acme" },
    reservation: parts.reservation ?? null,
    customer: parts.customer ?? null,
  };
}

export function itemView(parts: ItemParts = {}) {
  return { ...item(parts), note: null, service: null, heldByRun: null };
}

export function itemList(nodes: readonly object[], counts: Counts = { NEW: nodes.length }, handedDown = 0) {
  return {
    handedDown: {
      __typename: "InventoryItemConnection",
      totalCount: { __typename: "TotalCount", value: handedDown, isEstimate: false },
    },
    inventoryItems: {
      __typename: "InventoryItemConnection",
      nodes,
      counts: countsOf(counts),
      totalCount: { __typename: "TotalCount", value: nodes.length, isEstimate: false },
      pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
    },
  };
}

export function refusal(message: string, path: readonly string[] | null = null, code = "INVALID") {
  return { __typename: "RuleError", code, message, path };
}
