import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { screeningLists, listedNameKinds, type ListedAddress } from "@tierline/shared/screening.ts";
import { insideTier, oneOf, readableDownward, tierRow } from "../kernel/table.ts";

/** A name of an entry with what it is found by. */
export interface KeptName {
  readonly name: string;
  readonly kind: (typeof listedNameKinds)[number];
  /** Its plain words, and the same in the order of the alphabet. */
  readonly plain: string;
  readonly key: string;
}

/** A file that was handed in and waits to be imported. Lists lie with the operator, as all of theirs does. */
export const ScreeningFileEntity = defineEntity({
  name: "ScreeningFile",
  tableName: "screening_file",
  ...insideTier,
  properties: {
    ...tierRow,
    name: p.text(),
    digest: p.text(),
    text: p.text().lazy(),
    createdAt: p.datetime(),
    createdBy: p.text(),
  },
  indexes: [{ name: "screening_file_by_age", properties: ["createdAt"] }],
});

/** What a list said from one import to the next. */
export const ListVersionEntity = defineEntity({
  name: "ListVersion",
  tableName: "list_version",
  ...insideTier,
  properties: {
    ...tierRow,
    list: oneOf("list", screeningLists),
    number: p.integer(),
    /** SHA-256 of its files: the same files again change nothing. */
    digest: p.text(),
    files: p.json<string[]>(),
    isCurrent: p.boolean(),
    entries: p.integer(),
    names: p.integer(),
    added: p.integer(),
    changed: p.integer(),
    gone: p.integer(),
    importedAt: p.datetime(),
    importedBy: p.text(),
    /** The customer up to whom it was asked whom the change touches, and when all were. */
    askedUpTo: p.uuid().nullable(),
    askedAt: p.datetime().nullable(),
    /** Customers who were looked at again for it. */
    touched: p.integer(),
  },
  uniques: [{ name: "list_version_number", properties: ["list", "number"] }],
  indexes: [
    {
      name: "list_version_current",
      expression: `create unique index "list_version_current" on "list_version" ("list") where is_current`,
    },
    { name: "list_version_unasked", properties: ["id"], where: "asked_at is null" },
  ],
});
export type ListVersionRow = InferEntity<typeof ListVersionEntity>;

/** A party as a list says it, from one version until the version that says it no more, or otherwise. */
export const ListEntryEntity = defineEntity({
  name: "ListEntry",
  tableName: "list_entry",
  ...insideTier,
  properties: {
    ...tierRow,
    list: oneOf("list", screeningLists),
    reference: p.text(),
    contentHash: p.text(),
    sinceId: p.uuid(),
    untilId: p.uuid().nullable(),
    kind: p.text(),
    source: p.text(),
    names: p.json<KeptName[]>(),
    addresses: p.json<ListedAddress[]>(),
    remarks: p.text(),
  },
  indexes: [
    {
      name: "list_entry_now",
      expression: `create unique index "list_entry_now" on "list_entry" ("list", "reference") where until_id is null`,
    },
    { name: "list_entry_since", properties: ["sinceId"] },
    { name: "list_entry_until", properties: ["untilId"], where: "until_id is not null" },
  ],
});

/**
 * The names of what stands on the lists now, kept by the database beside their entries (screening.sql) and searched by its function
 * alone: the application has no right to any of it. Without a policy, behind which no index of likeness would be used: published lists
 * are nobody's secret.
 */
export const ListNameEntity = defineEntity({
  name: "ListName",
  tableName: "list_name",
  properties: {
    entryId: p.uuid().primary(),
    place: p.integer().primary(),
    sinceId: p.uuid(),
    name: p.text(),
    kind: oneOf("kind", listedNameKinds),
    plain: p.text(),
    key: p.text(),
  },
  indexes: [
    { name: "list_name_key", properties: ["key"] },
    { name: "list_name_since", properties: ["sinceId"] },
    {
      name: "list_name_alike",
      expression: `create index "list_name_alike" on "list_name" using gin ("plain" gin_trgm_ops)`,
    },
  ],
});

export interface PolicyLink {
  readonly title: string;
  readonly url: string;
}

/** What the operator says for all: thresholds in thousandths, and where policies are read (C22). */
export const ScreeningSettingsEntity = defineEntity({
  name: "ScreeningSettings",
  tableName: "screening_settings",
  ...readableDownward,
  properties: {
    ...tierRow,
    /** A name this much alike is a potential match. */
    threshold: p.integer().check("threshold >= 500 and threshold <= 1000"),
    /** With a country in common, this much alike is enough. */
    thresholdWithCountry: p.integer().check("threshold_with_country >= 500 and threshold_with_country <= 1000"),
    links: p.json<PolicyLink[]>(),
    version: p.integer().version(),
  },
  uniques: [{ name: "screening_settings_once", properties: ["path"] }],
});
export type ScreeningSettingsRow = InferEntity<typeof ScreeningSettingsEntity>;
