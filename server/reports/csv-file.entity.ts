import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

export const csvFileStates = ["MAKING", "READY", "FAILED"] as const;
export type CsvFileState = (typeof csvFileStates)[number];

/** A long list that somebody wanted as a file. The path is the tier that they looked at; the file is theirs alone. */
export const CsvFileEntity = defineEntity({
  name: "CsvFile",
  tableName: "csv_file",
  ...insideTier,
  properties: {
    ...tierRow,
    userId: p.uuid(),
    /** The reseller below their own in whose place they asked. */
    actingForId: p.uuid().nullable(),
    /** As the list's key says, with the filters of the address. */
    list: p.text(),
    query: p.json<Record<string, string>>(),
    /** What they were allowed to look at when they asked: the file may hold of it what its lines show to nobody else. */
    rights: p.array().columnType("text[]"),
    /** To which customers' paths they were confined when they asked; null: to none. */
    onlyCustomers: p.array().columnType("text[]").nullable(),
    state: oneOf("state", csvFileStates),
    /** How far it is: parts and rows that are written, and where the list goes on. */
    parts: p.integer(),
    rowCount: p.integer(),
    cursor: p.text().nullable(),
    /** Until then somebody is at it. */
    busyUntil: p.datetime(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  checks: [{ name: "csv_file_ended", expression: "(state = 'MAKING') = (ended_at is null)" }],
  indexes: [
    { name: "csv_file_of_user", properties: ["userId", "createdAt"] },
    { name: "csv_file_making", properties: ["createdAt"], where: "state = 'MAKING'" },
    { name: "csv_file_age", properties: ["createdAt"] },
  ],
});
export type CsvFileRow = InferEntity<typeof CsvFileEntity>;

/** Some thousand lines of a file; the path is the file's. */
export const CsvFilePartEntity = defineEntity({
  name: "CsvFilePart",
  tableName: "csv_file_part",
  ...insideTier,
  properties: {
    file: () => p.manyToOne(CsvFileEntity).mapToPk().primary().deleteRule("cascade"),
    number: p.integer().primary(),
    path: tierRow.path,
    body: p.text(),
  },
});
