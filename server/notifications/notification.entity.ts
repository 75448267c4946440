import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

export const notificationKinds = [
  "RUN_SUCCEEDED",
  "RUN_WARNED",
  "RUN_FAILED",
  "RUN_ROLLED_BACK",
  "RUN_CANCELLED",
  "RUN_WAITING",
  "RESERVATION_LAPSED",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** What a person should hear of wherever they are in the console. */
export const NotificationEntity = defineEntity({
  name: "Notification",
  tableName: "notification",
  ...insideTier,
  properties: {
    ...tierRow,
    userId: p.uuid(),
    at: p.datetime(),
    kind: oneOf("kind", notificationKinds),
    title: p.text(),
    detail: p.text(),
    runId: p.uuid().nullable(),
    itemId: p.uuid().nullable(),
    /** One notification a cause, though its cause may be told twice. */
    cause: p.text().unique(),
    readAt: p.datetime().nullable(),
  },
  indexes: [{ name: "notification_of_user", properties: ["userId", "at", "id"] }],
});
export type NotificationRow = InferEntity<typeof NotificationEntity>;

/** Mail that must leave once its transaction has committed. */
export const OutboxEntity = defineEntity({
  name: "OutboxMail",
  tableName: "outbox_mail",
  ...insideTier,
  properties: {
    ...tierRow,
    cause: p.text().unique(),
    recipients: p.array().columnType("text[]"),
    subject: p.text(),
    body: p.text(),
    createdAt: p.datetime(),
    sentAt: p.datetime().nullable(),
    attempts: p.integer(),
    lastError: p.text().nullable(),
  },
  indexes: [{ name: "outbox_mail_due", properties: ["createdAt"], where: "sent_at is null" }],
});
export type OutboxRow = InferEntity<typeof OutboxEntity>;
