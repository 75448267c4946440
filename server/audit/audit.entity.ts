import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Words } from "@tierline/shared/sentence.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { channels } from "@tierline/shared/kinds.ts";

/** Who changed what, on whose behalf, before and after. Rows are added and never changed: the role has no right to. */
export const AuditEntity = defineEntity({
  name: "AuditEntry",
  tableName: "audit_entry",
  ...insideTier,
  properties: {
    ...tierRow,
    at: p.datetime(),
    actorId: p.uuid(),
    actor: p.text(),
    onBehalfOf: p.text().nullable(),
    channel: oneOf("channel", channels),
    /** The verb, e.g. `customer.update`. */
    operation: p.text(),
    subjectKind: p.text(),
    subjectId: p.uuid().nullable(),
    subject: p.json<Words>(),
    changes: p.json<{ field: string; before: string | null; after: string | null }[]>(),
    note: p.json<Words>().nullable(),
    requestId: p.text().nullable(),
  },
  indexes: [
    { name: "audit_of_suspensions", properties: ["at"], where: "operation = 'service.suspend'" },
    { name: "audit_of_tier", properties: ["path", "at", "id"] },
    { name: "audit_of_subject", properties: ["subjectId", "at", "id"], where: "subject_id is not null" },
  ],
});
export type AuditRow = InferEntity<typeof AuditEntity>;
