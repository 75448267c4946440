import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { bulkKinds, bulkRowStates, bulkStates, type BulkRowState } from "@tierline/shared/bulk.ts";
import type { PriceKind } from "@tierline/shared/kinds.ts";
import type { DecimalMark } from "@tierline/shared/rate.ts";
import type { Sentence } from "@tierline/shared/sentence.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

/** What rows ask for of one stock. */
export interface StockNeed {
  readonly templateId: string;
  readonly label: string;
  readonly needed: number;
  readonly available: number;
}

/** What a file says of one column is another value in all its rows. */
export interface Replacement {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

interface ShownAmount {
  readonly micros: string;
  readonly currency: string;
}

/** A price that a row changes, with what is asked before. */
export interface ShownMove {
  readonly list: string;
  readonly offering: string;
  readonly amounts: readonly {
    readonly kind: PriceKind;
    readonly before: ShownAmount | null;
    readonly after: ShownAmount | null;
  }[];
}

/** A file of many things to do, in the tier of whoever handed it in. It is done as that person, with the rights they have then. */
export const BulkImportEntity = defineEntity({
  name: "BulkImport",
  tableName: "bulk_import",
  ...insideTier,
  properties: {
    ...tierRow,
    kind: oneOf("kind", bulkKinds),
    state: oneOf("state", bulkStates),
    fileName: p.text(),
    digest: p.text(),
    headers: p.json<string[]>(),
    rowCount: p.integer(),
    /** Column → place in the file. */
    mapping: p.json<Record<string, number>>(),
    defaults: p.json<Record<string, string>>(),
    replacements: p.json<Replacement[]>(),
    decimalMark: p.text().$type<DecimalMark>(),
    stock: p.json<StockNeed[]>(),
    /** What ready rows cost today: currency → micros. */
    money: p.json<Record<string, string>>(),
    /** What its ready rows ask of connectors, each once. */
    lanes: p.array().columnType("text[]"),
    userId: p.uuid(),
    userName: p.text(),
    /** The reseller below their own in whose place they asked. */
    actingForId: p.uuid().nullable(),
    ratePerMinute: p.integer().nullable(),
    /** Why it stands still without anybody having said so. */
    halt: p.json<Sentence>().nullable(),
    /** When its next row may begin, and when one last did. */
    nextAt: p.datetime(),
    servedAt: p.datetime().nullable(),
    busyUntil: p.datetime(),
    createdAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    /** How many rows came to what, once they are deleted. */
    counts: p.json<Record<BulkRowState, number>>().nullable(),
    rowsDeletedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { name: "bulk_import_newest", properties: ["path", "createdAt"] },
    { name: "bulk_import_ended", properties: ["endedAt"], where: "rows_deleted_at is null" },
    { name: "bulk_import_unstarted", properties: ["createdAt"], where: "state in ('UPLOADED', 'REHEARSED')" },
    { name: "bulk_import_at_work", properties: ["servedAt"], where: "state in ('REHEARSING', 'RUNNING')" },
  ],
});
export type BulkImportRow = InferEntity<typeof BulkImportEntity>;

/** A row of a file: its cells as they were, and what has become of it. */
export const BulkRowEntity = defineEntity({
  name: "BulkRow",
  tableName: "bulk_row",
  ...insideTier,
  properties: {
    import: () => p.manyToOne(BulkImportEntity).mapToPk().primary().deleteRule("cascade"),
    /** As people count the rows under the header. */
    number: p.integer().primary(),
    path: tierRow.path,
    state: oneOf("state", bulkRowStates),
    cells: p.json<string[]>(),
    /** What it is about: the same in every file that says it, where doing it again would be a second one. */
    key: p.text().nullable(),
    /** It is at work or done, so that no other row with this key is. */
    isClaimed: p.boolean(),
    code: p.text().nullable(),
    column: p.text().nullable(),
    /** What stood in that column. */
    value: p.text().nullable(),
    message: p.json<Sentence>().nullable(),
    /** What was agreed at the rehearsal, e.g. the price. */
    agreed: p.text().nullable(),
    /** The price that it changes. */
    move: p.json<ShownMove>().nullable(),
    /** The connectors that its run asks, by lane.ts; empty: none. */
    lane: p.text(),
    resultId: p.text().nullable(),
    runId: p.uuid().nullable(),
    claimedAt: p.datetime().nullable(),
    attempts: p.integer(),
  },
  indexes: [
    { name: "bulk_row_of_state", properties: ["import", "state", "number"] },
    { name: "bulk_row_ready", properties: ["import", "lane", "number"], where: "state = 'READY'" },
    { name: "bulk_row_at_work", properties: ["import"], where: "state = 'RUNNING'" },
    { name: "bulk_row_key", properties: ["import", "key"] },
    {
      name: "bulk_row_once",
      expression: `create unique index "bulk_row_once" on "bulk_row" ("path", "key") where is_claimed`,
    },
  ],
});
export type BulkRow = InferEntity<typeof BulkRowEntity>;
