import type { Module } from "../kernel/module-shape.ts";
import { AuditEntity } from "./audit.entity.ts";
import { AuditEntryConnectionResolver, AuditEntryResolver } from "./audit.resolver.ts";
import { auditEntriesById } from "./audit-trail.ts";
import { logHeads, sealEntries } from "./seal-entries.ts";
import { AuditSealEntity, AuditUnsealedEntity } from "./seal.entity.ts";

export const audit = {
  entities: [AuditEntity, AuditSealEntity, AuditUnsealedEntity],
  sql: [new URL("./seal.sql", import.meta.url)],
  sweeps: [
    { key: "audit-seals", everySeconds: 1, run: sealEntries },
    { key: "audit-heads", everySeconds: 600, run: logHeads },
  ],
  resolvers: [AuditEntryConnectionResolver, AuditEntryResolver],
  nodes: { aud: { permission: "audit.view", load: auditEntriesById } },
} satisfies Module;
