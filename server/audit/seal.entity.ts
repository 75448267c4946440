import { defineEntity, p } from "@mikro-orm/core";
import { insideTier, tierRow } from "../kernel/table.ts";

/** An entry's place in its chain. `path` names the chain: a top reseller's tier, or the operator's own rows. Added, never changed. */
export const AuditSealEntity = defineEntity({
  name: "AuditSeal",
  tableName: "audit_seal",
  ...insideTier,
  properties: {
    path: p.text().collation("C").primary(),
    /** From 1, without a gap. */
    sequence: p.bigint().primary(),
    entryId: p.uuid().unique("audit_seal_entry"),
    /** SHA-256 over the hash before and the entry, in hexadecimal. */
    hash: p.text(),
  },
});

/** Entries that no chain holds yet: noted by the database beside each, and taken away as they are sealed. */
export const AuditUnsealedEntity = defineEntity({
  name: "AuditUnsealed",
  tableName: "audit_unsealed",
  ...insideTier,
  properties: tierRow,
});
