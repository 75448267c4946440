import { say } from "../sentence.ts";
import type { InventoryItemState } from "../inventory-item-state.ts";
import { formatPhoneNumber } from "../phone-number.ts";
import type { DemoItem } from "./model.ts";
import { demoId } from "./random.ts";
import { type ResellerKey, resellerId, resellerPath } from "./resellers.ts";
import { demoTemplates, type TemplateKey, templateId } from "./templates.ts";

type Owner = "acme" | "beta";

interface Batch {
  readonly owner: Owner;
  readonly template: TemplateKey;
  readonly from: number;
  readonly to: number;
  readonly state: InventoryItemState;
  readonly identifier: (n: number) => string;
  readonly label?: (n: number) => string;
  /** Who holds it, if not the owner of the template. */
  readonly holder?: ResellerKey;
  readonly location?: string;
  readonly note?: string;
}

const padded = (value: number, length: number) => String(value).padStart(length, "0");
const simLabel = (n: number) => `SIM-${padded(n, 5)}`;
/** The cards of fixture F, and those after them: SIM-00123 ends 0001. */
const iccidFrom123 = (n: number) => `8944200012345678${padded(n - 122, 4)}`;
const olderIccid = (n: number) => `8944200012345677${padded(n, 4)}`;
const mobileNumber = (n: number) => `+447700900${n}`;
const olderSims = { owner: "acme", template: "sim-card", identifier: olderIccid, label: simLabel } as const;
const sims = { owner: "acme", template: "sim-card", identifier: iccidFrom123, label: simLabel } as const;
const numbers = { owner: "acme", template: "mobile-number", identifier: mobileNumber, state: "IN_STOCK" } as const;

/**
 * All items as they came in. What services use is taken from the older SIMs, the numbers up to 900122 and the ends of the other batches,
 * so that the first free ones are those of fixture F: SIM-00123 and +44 7700 900123.
 */
const batches: readonly Batch[] = [
  { ...olderSims, from: 83, to: 103, state: "NEW", location: "London shop" },
  { ...olderSims, from: 104, to: 118, state: "NEW", holder: "acme-north", location: "Aberdeen shop" },
  { ...olderSims, from: 119, to: 120, state: "DAMAGED", location: "London shop", note: "Chip scratched" },
  { ...olderSims, from: 121, to: 122, state: "RETIRED", location: "London shop", note: "Old profile" },
  { ...sims, from: 123, to: 200, state: "NEW", location: "London shop" },
  { ...sims, from: 201, to: 260, state: "NEW", location: "Leeds shop" },
  { ...sims, from: 261, to: 378, state: "IN_STOCK", location: "Warehouse" },
  { ...numbers, from: 100, to: 120 },
  { ...numbers, from: 121, to: 122, holder: "acme-north" },
  { ...numbers, from: 123, to: 299 },
  {
    owner: "acme",
    template: "modem-cpe",
    from: 1,
    to: 40,
    state: "IN_STOCK",
    identifier: (n) => `AX24-${padded(n, 6)}`,
    label: (n) => `CPE-${n}`,
    location: "Warehouse",
  },
  {
    owner: "acme",
    template: "iptv-box",
    from: 1,
    to: 12,
    state: "IN_STOCK",
    identifier: (n) => `02:00:5E:10:00:${n.toString(16).padStart(2, "0").toUpperCase()}`,
    label: (n) => `BOX-${padded(n, 2)}`,
    location: "London shop",
  },
  { owner: "acme", template: "sip-number", from: 100, to: 119, state: "IN_STOCK", identifier: (n) => `+442079460${n}` },
  {
    owner: "beta",
    template: "sim-card",
    from: 1,
    to: 8,
    state: "NEW",
    identifier: (n) => `894920000000000${padded(n, 4)}`,
    label: (n) => `B-SIM-${padded(n, 3)}`,
    location: "Köln",
  },
  {
    owner: "beta",
    template: "mobile-number",
    from: 70,
    to: 77,
    state: "IN_STOCK",
    identifier: (n) => `+4917139200${n}`,
  },
];

/** Cards with which failures can be tried by hand (design: sentinels); their labels and notes say what they do. */
const sentinels = [
  { ending: "0666", label: "SIM-00666 refused", note: "Sentinel: the OCS refuses the connection." },
  { ending: "0667", label: "SIM-00667 slow once", note: "Sentinel: the OCS does not answer the first time." },
  { ending: "0668", label: "SIM-00668 answer lost", note: "Sentinel: the OCS does it, but its answer is lost." },
  { ending: "0669", label: "SIM-00669 hangs", note: "Sentinel: the OCS hangs until the task's deadline." },
] as const;

const lastIntoStock = 9_000;

export function demoStock(now: Date): DemoItem[] {
  const fromBatches = batches.flatMap((batch) =>
    Array.from({ length: batch.to - batch.from + 1 }, (_, index) => itemOf(batch, batch.from + index, now)),
  );
  // Taken into stock last, so that nobody is handed one who did not choose it.
  const fromSentinels = sentinels.map(({ ending, label, note }, index) =>
    itemOf(
      {
        ...sims,
        from: 0,
        to: 0,
        state: "IN_STOCK",
        location: "London shop",
        identifier: () => `8944200012345678${ending}`,
        label: () => label,
        note,
      },
      lastIntoStock + index,
      now,
    ),
  );
  return [...fromBatches, ...fromSentinels];
}

function itemOf(batch: Batch, n: number, now: Date): DemoItem {
  const identifier = batch.identifier(n);
  const holder = batch.holder ?? batch.owner;
  const id = demoId(`item:${identifier}`);
  const createdAt = new Date(now.getTime() - 300 * 86_400_000 + n * 60_000);
  return {
    id,
    templateId: templateId(batch.owner, batch.template),
    resellerId: resellerId(holder),
    path: resellerPath(holder),
    label: batch.label?.(n) ?? formatPhoneNumber(identifier),
    identifierKind: identifierKindOf.get(batch.template) ?? "SERIAL",
    identifier,
    state: batch.state,
    stateBefore: null,
    location: batch.location ?? null,
    note: batch.note ?? null,
    customerId: null,
    serviceId: null,
    heldByRunId: null,
    slot: null,
    quarantinedUntil: null,
    createdAt,
    custody: [
      {
        id: demoId(`custody:${identifier}`),
        at: createdAt,
        actor: "Olivia Grant",
        from: null,
        to: batch.state,
        reason: say("custody.takenIn"),
        customerId: null,
        serviceId: null,
        runId: null,
      },
    ],
  };
}

const identifierKindOf = new Map(demoTemplates(new Date(0)).map(({ key, identifierKind }) => [key, identifierKind]));
