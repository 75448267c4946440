import type { Module } from "../kernel/module-shape.ts";
import { AuditEntity } from "./audit.entity.ts";
import { AuditEntryConnectionResolver } from "./audit.resolver.ts";
import { auditEntriesById } from "./audit-trail.ts";

export const audit = {
  entities: [AuditEntity],
  resolvers: [AuditEntryConnectionResolver],
  nodes: { aud: { permission: "audit.view", load: auditEntriesById } },
} satisfies Module;
