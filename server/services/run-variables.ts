import { encodeId } from "@tierline/shared/id.ts";
import type { ContactRow, SiteRow } from "../customers/customer-parts.entity.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import type { Item } from "../inventory/item.ts";
import { Unknown } from "../kernel/secret.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import type { ServiceRow } from "./service.entity.ts";

/** What a playbook may name; a `*` stands for any one word. Ids are the outside ones, as in the API. */
export const variableNames = [
  "customer.id",
  "customer.number",
  "customer.name",
  "customer.kind",
  "customer.email",
  "customer.phone",
  "customer.language",
  "customer.country",
  "reseller.key",
  "reseller.name",
  "reseller.currency",
  "reseller.timeZone",
  "reseller.country",
  "offering.id",
  "offering.slug",
  "offering.name",
  "offering.kind",
  "offering.serviceType",
  "offering.package",
  "previousOffering.slug",
  "previousOffering.name",
  "previousOffering.package",
  "service.id",
  "service.number",
  "service.name",
  "service.serviceType",
  "service.account",
  "service.simultaneousCalls",
  "service.parameters.*",
  "packages.all",
  "packages.primaryEmail",
  "location.timeZone",
  "location.language",
  "order.id",
  "order.number",
  "order.purchaseOrderNumber",
  "order.installationDate",
  "order.autoRenew",
  "site.name",
  "site.line1",
  "site.line2",
  "site.city",
  "site.region",
  "site.postalCode",
  "site.country",
  "billingContact.name",
  "billingContact.email",
  "billingContact.phone",
  "technicalContact.name",
  "technicalContact.email",
  "technicalContact.phone",
  "items.*.id",
  "items.*.identifier",
  "items.*.label",
  "items.*.kind",
  "fields.*",
] as const;

/** Of a service, what the playbook reads; a plan's own does not exist before the order is placed. */
export interface VariableService {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly account: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface VariableOrder {
  readonly id: string;
  readonly number: number;
}

export interface VariableSource {
  readonly customer: CustomerRow;
  readonly reseller: ResellerRow;
  readonly offering: {
    readonly id: string;
    readonly slug: string;
    readonly name: string;
    readonly kind: string;
    readonly serviceType: string;
    /** Its key as a package; empty where it is none. */
    readonly package: string;
  };
  /** The plan that a service has until now, where it is to have another. */
  readonly previousOffering?: {
    readonly slug: string;
    readonly name: string;
    readonly packageTerms?: { readonly key: string } | null | undefined;
  } | null;
  /** Null: not made yet. */
  readonly service: VariableService | null;
  /** Calls at a time that it shall be let; null: it has none, or nobody says how many. */
  readonly simultaneousCalls: number | null;
  /** Null: not placed yet. Undefined: there is none. */
  readonly order: VariableOrder | null | undefined;
  readonly purchaseOrderNumber: string | null;
  readonly installationDate: string | null;
  readonly autoRenew: boolean;
  readonly site: SiteRow | null;
  readonly billingContact: ContactRow | null;
  readonly technicalContact: ContactRow | null;
  /** By slot; null where an optional item was left out, "LATER" where one has still to be picked. */
  readonly items: ReadonlyMap<string, Item | "LATER" | null>;
  readonly fields: ReadonlyMap<string, string>;
}

export type RunVariables = Readonly<Record<string, unknown>>;

/**
 * O19: what a run is given, complete: a known name never lacks a value, an absent text is empty. What will be known only once
 * the order is placed stands as `Unknown`, so that the plan shows it as ‹service.account›.
 */
export function runVariables(source: VariableSource): RunVariables {
  const { customer, reseller, offering, purchaseOrderNumber, installationDate, autoRenew } = source;
  return {
    customer: {
      id: encodeId("cus", customer.id),
      number: customer.number,
      name: customer.name,
      kind: customer.kind,
      email: customer.email ?? "",
      phone: customer.phone ?? "",
      language: customer.language,
      country: customer.homeCountry,
    },
    reseller: {
      key: reseller.key,
      name: reseller.name,
      currency: reseller.currency,
      timeZone: reseller.timeZone,
      country: reseller.country,
    },
    offering: { ...offering, id: encodeId("ofr", offering.id) },
    previousOffering: {
      slug: source.previousOffering?.slug ?? "",
      name: source.previousOffering?.name ?? "",
      package: source.previousOffering?.packageTerms?.key ?? "",
    },
    service: serviceVariables(source),
    order: {
      ...orderVariables(source.order),
      purchaseOrderNumber: purchaseOrderNumber ?? "",
      installationDate: installationDate ?? "",
      autoRenew,
    },
    site: siteVariables(source.site),
    billingContact: contactVariables(source.billingContact),
    technicalContact: contactVariables(source.technicalContact),
    items: Object.fromEntries([...source.items].map(([slot, item]) => [slot, itemVariables(slot, item)])),
    fields: Object.fromEntries(source.fields),
  };
}

function serviceVariables({ service, offering, ...source }: VariableSource): Record<string, unknown> {
  const { serviceType } = offering;
  const simultaneousCalls = source.simultaneousCalls ?? "";
  if (service === null) {
    const later = (name: string) => new Unknown(`service.${name}`);
    return {
      id: later("id"),
      number: later("number"),
      name: offering.name,
      serviceType,
      account: later("account"),
      simultaneousCalls,
      parameters: {},
    };
  }
  const { id, number, name, account, parameters } = service;
  return { id: encodeId("svc", id), number, name, serviceType, account, simultaneousCalls, parameters };
}

function orderVariables(order: VariableOrder | null | undefined): Record<string, unknown> {
  if (order === undefined) return { id: "", number: "" };
  if (order === null) return { id: new Unknown("order.id"), number: new Unknown("order.number") };
  return { id: encodeId("ord", order.id), number: order.number };
}

function siteVariables(site: SiteRow | null): Record<string, string> {
  const address = site?.address ?? null;
  return {
    name: site?.name ?? "",
    line1: address?.line1 ?? "",
    line2: address?.line2 ?? "",
    city: address?.city ?? "",
    region: address?.region ?? "",
    postalCode: address?.postalCode ?? "",
    country: address?.country ?? "",
  };
}

function contactVariables(contact: ContactRow | null): Record<string, string> {
  return { name: contact?.name ?? "", email: contact?.email ?? "", phone: contact?.phone ?? "" };
}

/** The plan of an incomplete order can be looked at, too. */
function itemVariables(slot: string, item: Item | "LATER" | null): Record<string, unknown> {
  if (item === null) return { id: "", identifier: "", label: "", kind: "" };
  if (item !== "LATER") {
    return { id: encodeId("itm", item.id), identifier: item.identifier, label: item.label, kind: item.identifierKind };
  }
  const later = (name: string) => new Unknown(`items.${slot}.${name}`);
  return { id: later("id"), identifier: later("identifier"), label: later("label"), kind: later("kind") };
}

export function variableServiceOf({ id, number, name, account, parameters }: ServiceRow): VariableService {
  return { id, number, name, account, parameters };
}
