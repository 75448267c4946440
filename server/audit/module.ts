import { AuditEntity } from "./audit.entity.ts";

export const audit = { entities: [AuditEntity], resolvers: [] };
