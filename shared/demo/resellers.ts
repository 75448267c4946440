import { childPath } from "../tier-path.ts";
import type { DemoReseller } from "./model.ts";
import { demoId } from "./random.ts";

const rows = [
  {
    number: 1,
    key: "tierline",
    name: "Tierline Telecom",
    parent: null,
    country: "GB",
    currency: "GBP",
    zone: "Europe/London",
    locale: "en",
  },
  {
    number: 2,
    key: "nord",
    name: "Nord",
    parent: "tierline",
    country: "GB",
    currency: "GBP",
    zone: "Europe/London",
    locale: "en",
  },
  {
    number: 3,
    key: "acme",
    name: "Acme",
    parent: "nord",
    country: "GB",
    currency: "GBP",
    zone: "Europe/London",
    locale: "en",
  },
  {
    number: 4,
    key: "beta",
    name: "Beta",
    parent: "nord",
    country: "DE",
    currency: "EUR",
    zone: "Europe/Berlin",
    locale: "de",
  },
  {
    number: 5,
    key: "acme-north",
    name: "AcmeNorth",
    parent: "acme",
    country: "GB",
    currency: "GBP",
    zone: "Europe/London",
    locale: "en",
  },
] as const;
export type ResellerKey = (typeof rows)[number]["key"];

/** Operator, distributor, two resellers and one below: the tree of fixture F. */
export function demoResellers(now: Date): DemoReseller[] {
  return rows.map(({ number, key, name, parent, country, currency, zone, locale }) => ({
    id: resellerId(key),
    number,
    key,
    name,
    parentId: parent === null ? null : resellerId(parent),
    path: resellerPath(key),
    state: "ACTIVE",
    country,
    currency,
    timeZone: zone,
    locale,
    failureEmails: [`alerts@${key}.test`],
    createdAt: new Date(now.getTime() - (500 - number * 60) * 86_400_000),
  }));
}

export function resellerId(key: ResellerKey): string {
  return demoId("reseller", rowOf(key).number);
}

export function resellerPath(key: ResellerKey): string {
  const { number, parent } = rowOf(key);
  return childPath(parent === null ? "" : resellerPath(parent), `r${number}`);
}

export function currencyOf(key: ResellerKey): string {
  return rowOf(key).currency;
}

export function zoneOf(key: ResellerKey): string {
  return rowOf(key).zone;
}

function rowOf(key: ResellerKey) {
  return rows.find((row) => row.key === key) ?? rows[0]; // every key is that of a row
}
