import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { fetchOutcomes, screeningLists } from "@tierline/shared/screening.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/** By which a server tells that a file is still the same (RFC 9110, 13.1). */
export interface Validator {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Where a list is fetched from by itself, how often, and what came of it the last time. */
export const ListSourceEntity = defineEntity({
  name: "ListSource",
  tableName: "list_source",
  ...insideTier,
  properties: {
    ...tierRow,
    list: oneOf("list", screeningLists).unique(),
    /** One for each of its files. */
    urls: p.json<string[]>(),
    everyHours: p.integer().check("every_hours >= 1 and every_hours <= 720"),
    setBy: p.text(),
    nextAt: p.datetime(),
    /** Of whom fetches it now, and until when nobody else does. */
    claim: p.uuid().nullable(),
    claimedUntil: p.datetime().nullable(),
    /** Said with "fetch now", for the next time alone. */
    isShrinkMeant: p.boolean(),
    triedAt: p.datetime().nullable(),
    outcome: p
      .text()
      .$type<(typeof fetchOutcomes)[number]>()
      .check(`outcome in (${fetchOutcomes.map((outcome) => `'${outcome}'`).join(", ")})`)
      .nullable(),
    /** When it was last there, changed or not. */
    takenAt: p.datetime().nullable(),
    failingSince: p.datetime().nullable(),
    failure: p.json<Words>().nullable(),
    /** In the order of `urls`, of the version that they became; who uploads another is asked for all of it again. */
    validators: p.json<Validator[]>(),
    versionId: p.uuid().nullable(),
    /** Of the settings alone: what comes of fetching makes nobody's change a stale one. */
    version: p.integer(),
  },
  indexes: [{ name: "list_source_due", properties: ["nextAt"] }],
});
export type ListSourceRow = InferEntity<typeof ListSourceEntity>;
