import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { brandColorFields, hostnameStates, type BrandColorField } from "@tierline/shared/brand.ts";
import type { Language } from "@tierline/shared/language.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/** DRAFT is worked at, PUBLISHED is shown, PAST was. */
export const brandStates = ["DRAFT", "PUBLISHED", "PAST"] as const;

/** `portal:nav.services` → what the reseller says instead, by language. */
export type BrandWords = { readonly [Each in Language]?: Readonly<Record<string, string>> };

const color = (column: string) => p.text().check(`${column} ~ '^#[0-9a-f]{6}$'`);
const columns: Record<BrandColorField, string> = {
  accent: "accent",
  titleBackground: "title_background",
  titleText: "title_text",
  contentBackground: "content_background",
  contentText: "content_text",
};
const colors = Object.fromEntries(brandColorFields.map((field) => [field, color(columns[field])])) as Record<
  BrandColorField,
  ReturnType<typeof color>
>;

/** How a reseller shows itself to its customers. A published version is never changed: going back to one publishes it anew. The path is the reseller's. */
export const BrandVersionEntity = defineEntity({
  name: "BrandVersion",
  tableName: "brand_version",
  ...insideTier,
  properties: {
    ...tierRow,
    /** Counted from 1 for each reseller. */
    number: p.integer(),
    state: oneOf("state", brandStates),
    header: p.text(),
    ...colors,
    logoLight: () => p.manyToOne(BrandImageEntity).mapToPk().nullable().deleteRule("no action"),
    logoDark: () => p.manyToOne(BrandImageEntity).mapToPk().nullable().deleteRule("no action"),
    words: p.json<BrandWords>(),
    note: p.text().nullable(),
    savedAt: p.datetime(),
    savedBy: p.text(),
    publishedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [
    { name: "brand_version_number", properties: ["path", "number"] },
    { name: "brand_version_draft", properties: ["path"], where: "state = 'DRAFT'" },
    { name: "brand_version_published", properties: ["path"], where: "state = 'PUBLISHED'" },
  ],
});
export type BrandVersionRow = InferEntity<typeof BrandVersionEntity>;

/** A logo: the PNG's own picture and nothing else of the file. Named by what is in it, so that a browser may keep it for ever. */
export const BrandImageEntity = defineEntity({
  name: "BrandImage",
  tableName: "brand_image",
  ...insideTier,
  properties: {
    ...tierRow,
    /** Of the bytes, in hex. */
    sha256: p.text(),
    /** Base 64. */
    png: p.text(),
    width: p.integer(),
    height: p.integer(),
  },
  uniques: [{ name: "brand_image_once", properties: ["path", "sha256"] }],
});
export type BrandImageRow = InferEntity<typeof BrandImageEntity>;

/** A host name of a reseller's own. Several may wait for the same one; it serves whoever proved it. The path is the reseller's. */
export const HostnameEntity = defineEntity({
  name: "Hostname",
  tableName: "hostname",
  ...insideTier,
  properties: {
    ...tierRow,
    /** In small letters; letters beyond ASCII as the DNS writes them. */
    host: p.text(),
    state: oneOf("state", hostnameStates),
    /** What the TXT record has to say. */
    proof: p.text(),
    addedAt: p.datetime(),
    /** What was found when it was looked at last. */
    found: p.json<FoundRecords>().nullable(),
    checkedAt: p.datetime().nullable(),
    /** When it is looked at again; null: never by itself. */
    nextCheckAt: p.datetime().nullable(),
    /** How many looks in a row found no proof any more. */
    misses: p.integer().default(0),
    provedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  indexes: [{ name: "hostname_due", properties: ["nextCheckAt"], where: "next_check_at is not null" }],
  uniques: [
    { name: "hostname_of_reseller", properties: ["path", "host"] },
    { name: "hostname_serving", properties: ["host"], where: "state = 'SERVING'" },
  ],
});
export type HostnameRow = InferEntity<typeof HostnameEntity>;

/** What name servers said. */
export interface FoundRecords {
  readonly cnames: readonly string[];
  readonly addresses: readonly string[];
  readonly proofs: readonly string[];
  /** That nothing can be said of it: a name server that did not answer, by its code. */
  readonly failure: string | null;
}

/** What a seller takes once for a reseller's host name; 10.00 of its currency where it has said nothing. The path is the seller's. */
export const HostnameFeeEntity = defineEntity({
  name: "HostnameFee",
  tableName: "hostname_fee",
  ...insideTier,
  properties: {
    ...tierRow,
    feeMicros: p.bigint().check("fee_micros >= 0"),
    version: p.integer().version(),
  },
  uniques: [{ name: "hostname_fee_of_seller", properties: ["path"] }],
});
