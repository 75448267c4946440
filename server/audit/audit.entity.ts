import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Words } from "@tierline/shared/sentence.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { auditOutcomes, channels } from "@tierline/shared/kinds.ts";

/** Who changed what, or was refused to, on whose behalf, before and after. Rows are added and never changed: the role has no right to. */
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
    /** From where; null for what no request from outside began. */
    ip: p.text().nullable(),
    outcome: oneOf("outcome", auditOutcomes).default("DONE"),
    /** Why it was refused, as the API's `extensions.code`. */
    code: p.text().nullable(),
    /** Equal attempts that this entry stands for. */
    attempts: p.integer().default(1),
    /** Where it lay when it was written, if its reseller has been moved since: what its seal was made of. */
    writtenIn: p.text().collation("C").nullable(),
    /** The path without the customer: a tier's entries are those of its resellers, in order. */
    resellerPath: p.text().collation("C").nullable().generated("(regexp_replace(path, 'c[0-9]+[.]$', '')) stored"),
  },
  indexes: [
    { name: "audit_of_suspensions", properties: ["at"], where: "operation = 'service.suspend'" },
    { name: "audit_of_tier", properties: ["path", "at", "id"] },
    { name: "audit_of_all", properties: ["at", "id"] },
    { name: "audit_of_reseller", properties: ["resellerPath", "at", "id"] },
    { name: "audit_of_actor", properties: ["actorId", "at", "id"] },
    { name: "audit_of_operation", properties: ["operation", "at", "id"] },
    { name: "audit_of_request", properties: ["requestId"], where: "request_id is not null" },
    { name: "audit_of_refused", properties: ["at", "id"], where: "outcome = 'REFUSED'" },
    { name: "audit_on_behalf", properties: ["at", "id"], where: "on_behalf_of is not null" },
    { name: "audit_of_subject", properties: ["subjectId", "at", "id"], where: "subject_id is not null" },
  ],
});
export type AuditRow = InferEntity<typeof AuditEntity>;
