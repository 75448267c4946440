import { newId, type IdNoun } from "@tierline/shared/id.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { actedFor } from "../kernel/viewer.ts";
import { AuditEntity, type AuditRow } from "./audit.entity.ts";
import type { Change } from "./changes-between.ts";

export interface AuditRecord {
  /** The verb with its noun, e.g. `customer.update`. */
  readonly operation: string;
  readonly subjectKind: IdNoun;
  readonly subjectId: string | null;
  /** The subject in words, as it was called then, e.g. `John Smith (ID: 123)`. */
  readonly subject: Words;
  readonly changes: readonly Change[];
  /** Tier path of the subject: who may read the entry. */
  readonly path: string;
  /** Of a person, or of ours. */
  readonly note?: Words | null;
}

/** Adds the entry within the verb's transaction: the change and its record exist both, or neither. */
export async function recordAudit(tx: Transaction, record: AuditRecord): Promise<string> {
  const at = tx.clock.now();
  const id = newId(at.getTime());
  await tx.em.insert(AuditEntity, {
    id,
    at,
    path: record.path,
    actorId: tx.viewer.userId,
    actor: tx.viewer.name,
    onBehalfOf: actedFor(tx.viewer),
    channel: tx.viewer.channel,
    operation: record.operation,
    subjectKind: record.subjectKind,
    subjectId: record.subjectId,
    subject: record.subject,
    changes: record.changes as AuditRow["changes"],
    note: record.note ?? null,
    requestId: tx.requestId,
    ip: tx.http?.ip ?? null,
  });
  return id;
}
