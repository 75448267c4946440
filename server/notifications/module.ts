import { NotificationEntity, OutboxEntity } from "./notification.entity.ts";
import { NotificationResolver } from "./notification.resolver.ts";
import { relayMail } from "./relay-mail.ts";
import { sendMailAction } from "./send-mail.action.ts";

export const notifications = {
  entities: [NotificationEntity, OutboxEntity],
  resolvers: [NotificationResolver],
  actions: [sendMailAction],
  sweeps: [{ key: "mail-outbox", everySeconds: 5, run: relayMail }],
};
