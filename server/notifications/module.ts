import { NotificationEntity, OutboxEntity } from "./notification.entity.ts";

export const notifications = { entities: [NotificationEntity, OutboxEntity], resolvers: [] };
