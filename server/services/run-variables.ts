import { encodeId } from "@tierline/shared/id.ts";
import type { ContactRow, SiteRow } from "../customers/customer-parts.entity.ts";
import type { CustomerRow } from "../customers/customer.entity.ts";
import type { Item } from "../inventory/item.ts";
import { Unknown } from "../kernel/secret.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import type { ServiceRow } from "./service.entity.ts";

/** What a playbook may name, with what it stands for; a `*` stands for any one word. Ids are the outside ones, as in the API. */
export const variableDescriptions: Readonly<Record<string, string>> = {
  "customer.id": "Id of the customer, cus_…",
  "customer.number": "Short number of the customer",
  "customer.name": "Name of the customer",
  "customer.kind": "INDIVIDUAL or BUSINESS",
  "customer.email": "E-mail address of the customer; may be empty",
  "customer.phone": "Phone number of the customer as typed; may be empty",
  "customer.language": "Language for mail, e.g. en",
  "customer.country": "Home country, e.g. GB",
  "reseller.key": "Short name of the seller",
  "reseller.name": "Name of the seller",
  "reseller.currency": "Currency of the seller",
  "reseller.timeZone": "Time zone of the seller, e.g. Europe/London",
  "reseller.country": "Country of the seller, e.g. GB",
  "offering.id": "Id of the plan or add-on, ofr_…",
  "offering.slug": "Short name of the plan or add-on",
  "offering.name": "Name of the plan or add-on",
  "offering.kind": "PLAN or ADDON",
  "offering.serviceType": "MOBILE, INTERNET, IPTV or VOIP",
  "service.id": "Id of the service, svc_…",
  "service.number": "Short number of the service",
  "service.name": "Name of the service; of a new one the name of the plan",
  "service.serviceType": "MOBILE, INTERNET, IPTV or VOIP",
  "service.account": "Its account name in outside systems, e.g. acme-789",
  "service.parameters.*": "What earlier runs learnt about the service, e.g. sipUsername",
  "order.id": "Id of the order, ord_…; empty when there is none",
  "order.number": "Short number of the order; empty when there is none",
  "order.purchaseOrderNumber": "The customer's own number for the order; may be empty",
  "order.installationDate": "Day of the installation, e.g. 2026-12-21; may be empty",
  "order.autoRenew": "Whether the service is renewed by itself",
  "site.name": "Name of the site; may be empty",
  "site.line1": "First line of the site's address; may be empty",
  "site.line2": "Second line of the site's address; may be empty",
  "site.city": "City of the site; may be empty",
  "site.region": "Region of the site; may be empty",
  "site.postalCode": "Postal code of the site; may be empty",
  "site.country": "Country of the site; may be empty",
  "billingContact.name": "Name of the billing contact; may be empty",
  "billingContact.email": "E-mail address of the billing contact; may be empty",
  "billingContact.phone": "Phone number of the billing contact; may be empty",
  "technicalContact.name": "Name of the technical contact; may be empty",
  "technicalContact.email": "E-mail address of the technical contact; may be empty",
  "technicalContact.phone": "Phone number of the technical contact; may be empty",
  "items.*.id": "Id of the item in a slot, itm_…",
  "items.*.identifier": "ICCID, number, serial number or MAC address of the item in a slot",
  "items.*.label": "What people call the item in a slot",
  "items.*.kind": "ICCID, PHONE_NUMBER, SERIAL or MAC",
  "fields.*": "The offering's own field of that key; may be empty",
};

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
  };
  /** Null: not made yet. */
  readonly service: VariableService | null;
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

function serviceVariables({ service, offering }: VariableSource): Record<string, unknown> {
  const { serviceType } = offering;
  if (service === null) {
    const later = (name: string) => new Unknown(`service.${name}`);
    return {
      id: later("id"),
      number: later("number"),
      name: offering.name,
      serviceType,
      account: later("account"),
      parameters: {},
    };
  }
  const { id, number, name, account, parameters } = service;
  return { id: encodeId("svc", id), number, name, serviceType, account, parameters };
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
