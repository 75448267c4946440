import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Words } from "@tierline/shared/sentence.ts";
import { oneOf, readableDownward, tierRow } from "../kernel/table.ts";

/** Settings and last known health of one connector of one operator. Secrets are sealed and never read back. */
export const ConnectorEntity = defineEntity({
  name: "Connector",
  tableName: "connector",
  ...readableDownward,
  properties: {
    ...tierRow,
    key: p.text(),
    /** Null: nobody has chosen; it is the lab where one runs. */
    mode: oneOf("mode", ["LAB", "REAL"]).nullable(),
    /** Key → value; the values of secret settings are sealed. */
    settings: p.json<Record<string, string>>(),
    health: oneOf("health", ["OK", "DEGRADED", "FAILED", "NOT_APPLICABLE"]),
    /** What it answered, or why it did not. */
    healthMessage: p.json<Words>(),
    latencyMs: p.integer().nullable(),
    checkedAt: p.datetime().nullable(),
    /** Rows of imports that may be under way there at once; null: as many as by default. What people do one by one waits for none. */
    bulkRowsAtOnce: p.integer().nullable().check("bulk_rows_at_once >= 1 and bulk_rows_at_once <= 20"),
    version: p.integer().version(),
  },
  uniques: [{ name: "connector_key", properties: ["path", "key"] }],
});
export type ConnectorRow = InferEntity<typeof ConnectorEntity>;
