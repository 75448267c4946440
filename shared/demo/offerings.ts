import type { OfferingKind, ServiceType } from "../kinds.ts";
import { money, type Money, parseMoney } from "../money.ts";
import type { DemoOffering, DemoPrices, DemoRequirement, DemoSellerPrices } from "./model.ts";
import { addonRows, type OfferingRow, type Owner, planRows, type PriceRow, type Slot } from "./offering-rows.ts";
import { demoPackages, type DemoPackage } from "./packages.ts";
import { demoId } from "./random.ts";
import { currencyOf, resellerId, type ResellerKey, resellerPath } from "./resellers.ts";
import { type TemplateKey, templateId } from "./templates.ts";

const icons: Record<ServiceType, string> = {
  MOBILE: "device-mobile",
  INTERNET: "router",
  IPTV: "device-tv",
  VOIP: "phone",
  COLLABORATION: "users",
};

const slots: Record<Slot, { readonly template: TemplateKey; readonly label: string }> = {
  sim: { template: "sim-card", label: "SIM Card" },
  number: { template: "mobile-number", label: "Mobile Number" },
  modem: { template: "modem-cpe", label: "Modem CPE" },
  box: { template: "iptv-box", label: "IPTV Box" },
};
const sipNumber = { template: "sip-number", label: "SIP Number" } as const;

/** What AcmeNorth pays Acme of Acme's retail price, in per cent. */
const northPercent = 80n;

/** Twelve plans and six add-ons of Acme, among them those of fixture F, one plan of Beta, and what people work together with. */
export function demoOfferings(now: Date): DemoOffering[] {
  const createdAt = new Date(now.getTime() - 170 * 86_400_000);
  return [
    ...planRows.map((row) => offeringOf(row, "PLAN", createdAt)),
    ...addonRows.map((row) => offeringOf(row, "ADDON", createdAt)),
    ...demoPackages.map((each) => offeringOf(rowOf(each), each.kind, createdAt)),
  ];
}

export function offeringId(slug: string, owner: Owner = "acme"): string {
  return demoId(`offering:${owner}:${slug}`);
}

function rowOf({ slug, name, description, facts, playbook, retail, cost, terms }: DemoPackage): OfferingRow {
  return {
    slug,
    name,
    type: "COLLABORATION",
    segments: ["BUSINESS"],
    price: { recurring: retail },
    cost: { recurring: cost },
    description,
    facts,
    playbook,
    packageTerms: terms,
  };
}

function offeringOf(row: OfferingRow, kind: OfferingKind, createdAt: Date): DemoOffering {
  const owner = row.owner ?? "acme";
  return {
    id: offeringId(row.slug, owner),
    resellerId: resellerId(owner),
    path: resellerPath(owner),
    slug: row.slug,
    name: row.name,
    description: row.description,
    kind,
    serviceType: row.type,
    segments: row.segments ?? ["INDIVIDUAL"],
    isEnabled: row.isEnabled ?? true,
    icon: icons[row.type],
    facts: row.facts,
    billingIntervalMonths: 1,
    contractTermMonths: 1,
    whileSuspended: row.whileSuspended ?? "STOP_BILLING",
    prices: owner === "acme" ? [pricesOf(row, "acme"), northPricesOf(row)] : [pricesOf(row, owner)],
    requirements: (row.slots ?? []).map((slot) => requirementOf(row, owner, slot)),
    customFields: row.fields ?? [],
    playbookKey: row.playbook,
    needsSite: row.needsSite ?? false,
    needsInstallation: row.needsInstallation ?? false,
    countries: row.countries ?? [],
    simultaneousCalls: row.simultaneousCalls ?? null,
    packageTerms: row.packageTerms ?? null,
    createdAt,
  };
}

function requirementOf(row: OfferingRow, owner: Owner, slot: Slot): DemoRequirement {
  const { template, label } = slot === "number" && row.type === "VOIP" ? sipNumber : slots[slot];
  return {
    id: demoId(`requirement:${owner}:${row.slug}:${slot}`),
    templateId: templateId(owner, template),
    templateKey: template,
    slot,
    label,
    isRequired: true,
  };
}

function pricesOf({ price, cost }: OfferingRow, seller: ResellerKey): DemoSellerPrices {
  const currency = currencyOf(seller);
  const read = (row: PriceRow) => mapPrices(row, (amount) => parseMoney(amount, currency));
  return { resellerId: resellerId(seller), path: resellerPath(seller), retail: read(price), wholesale: read(cost) };
}

/** AcmeNorth asks what Acme asks, and pays Acme a part of it. */
function northPricesOf(row: OfferingRow): DemoSellerPrices {
  const { retail } = pricesOf(row, "acme-north");
  const share = ({ micros, currency }: Money) => money((micros * northPercent) / 100n, currency);
  return {
    resellerId: resellerId("acme-north"),
    path: resellerPath("acme-north"),
    retail,
    wholesale: mapPrices(retail, share),
  };
}

function mapPrices<T>(prices: { [Kind in keyof DemoPrices]?: T | null }, convert: (price: T) => Money): DemoPrices {
  const each = (price: T | null | undefined) => (price === undefined || price === null ? null : convert(price));
  return { setup: each(prices.setup), recurring: each(prices.recurring), oneOff: each(prices.oneOff) };
}
