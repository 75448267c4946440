import type { ServiceType } from "../kinds.ts";
import { formatPhoneNumber } from "../phone-number.ts";
import { customerId } from "./customers.ts";
import type { Deed } from "./deeds.ts";
import type * as Demo from "./model.ts";
import { offeringId } from "./offerings.ts";
import { demoId } from "./random.ts";
import { resellerId } from "./resellers.ts";
import type { ServiceRow } from "./service-rows.ts";
import type { Wish } from "./shelf.ts";
import { userId } from "./users.ts";

/** What the history stands on: everything that is there before anything is sold. */
export interface Ground {
  readonly resellers: readonly Demo.DemoReseller[];
  readonly users: readonly Demo.DemoUser[];
  readonly customers: readonly Demo.DemoCustomer[];
  readonly templates: readonly Demo.DemoTemplate[];
  readonly offerings: readonly Demo.DemoOffering[];
}

/** Who and what takes part in the story of one service. */
export interface Scene {
  readonly row: ServiceRow;
  readonly serviceId: string;
  /** `<product type> - <number>`, or the place where there is no number (O31). */
  readonly name: string;
  readonly account: string;
  readonly reseller: Demo.DemoReseller;
  readonly customer: Demo.DemoCustomer;
  readonly offering: Demo.DemoOffering;
  readonly site: Demo.DemoSite | null;
  readonly seller: Demo.DemoUser;
  /** By slot, as they were in stock. */
  readonly items: ReadonlyMap<string, Demo.DemoItem>;
}

const typeWords: Record<ServiceType, string> = {
  MOBILE: "Mobile",
  INTERNET: "Internet",
  IPTV: "IPTV",
  VOIP: "VoIP",
  COLLABORATION: "Collaboration",
};
/** Stock whose first items belong to fixture F. */
const templatesTakenFromBack: ReadonlySet<string> = new Set(["modem-cpe", "iptv-box", "sip-number"]);
const sellers: Record<ServiceRow["reseller"], readonly string[]> = {
  acme: ["agent@acme.test", "agent2@acme.test", "owner@acme.test"],
  "acme-north": ["owner@north.test"],
  beta: ["agent@beta.test"],
};

export function sceneOf(row: ServiceRow, ground: Ground, take: (wish: Wish) => Demo.DemoItem): Scene {
  const reseller = found(ground.resellers, resellerId(row.reseller));
  const customer = found(ground.customers, customerId(row.customer, row.reseller));
  const offering = found(ground.offerings, offeringId(row.slug, row.reseller === "beta" ? "beta" : "acme"));
  const site = customer.sites.find(({ name }) => name === row.site) ?? customer.sites[0] ?? null;
  const items = itemsOf(row, offering, reseller.path, take);
  const emails = sellers[row.reseller];
  return {
    row,
    serviceId: demoId(`service:${row.reseller}`, row.number),
    name: `${typeWords[offering.serviceType]} - ${numberOrPlace(items.get("number"), site)}`,
    account: `${reseller.key}-${row.number}`,
    reseller,
    customer,
    offering,
    site: offering.needsSite ? site : null,
    seller: found(ground.users, userId(emails[row.number % emails.length] ?? "")),
    items,
  };
}

/** What a deed of this service sold: its plan, or an add-on of the same catalog. */
export function offeringOf(deed: Deed, { offering }: Scene, { offerings }: Ground): Demo.DemoOffering {
  return deed.slug === offering.slug ? offering : found(offerings, offeringId(deed.slug));
}

export function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const one = list.find((each) => each.id === id);
  if (one === undefined) throw new RangeError(`The demo world lacks ${id}.`);
  return one;
}

function itemsOf(
  row: ServiceRow,
  offering: Demo.DemoOffering,
  path: string,
  take: (wish: Wish) => Demo.DemoItem,
): Map<string, Demo.DemoItem> {
  const isGivenBack = row.outcome.kind === "ROLLED_BACK" || row.outcome.kind === "CANCELLED";
  return new Map(
    offering.requirements.map(({ slot, templateId, templateKey }) => {
      const isFromBack = isGivenBack || templatesTakenFromBack.has(templateKey);
      return [slot, take({ templateId, path, isFromBack, identifier: slot === "number" ? row.mobileNumber : null })];
    }),
  );
}

function numberOrPlace(number: Demo.DemoItem | undefined, site: Demo.DemoSite | null): string {
  return number === undefined ? (site?.address.line1 ?? "") : formatPhoneNumber(number.identifier);
}
