import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Words } from "@tierline/shared/sentence.ts";
import { oneOf, readableDownward, tierRow } from "../kernel/table.ts";

/** A named way to provision; its versions are documents that operators edit. */
export const PlaybookEntity = defineEntity({
  name: "Playbook",
  tableName: "playbook",
  ...readableDownward,
  properties: {
    ...tierRow,
    key: p.text(),
    title: p.json<Words>(),
    description: p.json<Words>(),
    latestVersion: p.integer(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "playbook_key", properties: ["path", "key"] }],
});
export type PlaybookRow = InferEntity<typeof PlaybookEntity>;

/** One version, never changed once saved: a run is pinned to it. */
export const PlaybookVersionEntity = defineEntity({
  name: "PlaybookVersion",
  tableName: "playbook_version",
  ...readableDownward,
  properties: {
    ...tierRow,
    playbook: () => p.manyToOne(PlaybookEntity).mapToPk(),
    number: p.integer(),
    format: oneOf("format", ["YAML", "JSON"]),
    document: p.text(),
    createdAt: p.datetime(),
    createdBy: p.text(),
    note: p.text().nullable(),
  },
  uniques: [{ name: "playbook_version_number", properties: ["playbook", "number"] }],
});
export type PlaybookVersionRow = InferEntity<typeof PlaybookVersionEntity>;
