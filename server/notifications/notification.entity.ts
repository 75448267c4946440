import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { Words } from "@tierline/shared/sentence.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

export const notificationKinds = [
  "RUN_SUCCEEDED",
  "RUN_WARNED",
  "RUN_FAILED",
  "RUN_ROLLED_BACK",
  "RUN_CANCELLED",
  "RUN_WAITING",
  "RESERVATION_LAPSED",
  "PROBLEM_REPORTED",
  "PROBLEM_ESCALATED",
  "PROBLEM_ANSWERED",
  "LIMITS_RAISED",
  "SCREENING_CASE",
  "SCREENING_NOTICE",
  "SIGNED_UP",
  "IMPORT_ENDED",
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
    title: p.json<Words>(),
    detail: p.json<Words>(),
    runId: p.uuid().nullable(),
    itemId: p.uuid().nullable(),
    problemId: p.uuid().nullable(),
    caseId: p.uuid().nullable(),
    customerId: p.uuid().nullable(),
    importId: p.uuid().nullable(),
    /** One notification a cause, though its cause may be told twice. */
    cause: p.text().unique(),
    readAt: p.datetime().nullable(),
  },
  indexes: [{ name: "notification_of_user", properties: ["userId", "at", "id"] }],
});
export type NotificationRow = InferEntity<typeof NotificationEntity>;

/** Mail to one person that must leave once its transaction has committed; sent by relay-mail.ts. */
export const OutboxEntity = defineEntity({
  name: "OutboxMail",
  tableName: "outbox_mail",
  ...insideTier,
  properties: {
    ...tierRow,
    /** One mail a cause and recipient, though its cause may be told twice. */
    cause: p.text().unique(),
    recipient: p.text(),
    subject: p.text(),
    body: p.text(),
    /** Holds a link that lets somebody in: sealed until it is sent, and then forgotten. */
    isSealed: p.boolean().default(false),
    createdAt: p.datetime(),
    /** When it is tried next; null when it was sent or given up. */
    dueAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    attempts: p.integer(),
    lastError: p.text().nullable(),
  },
  indexes: [{ name: "outbox_mail_due", properties: ["dueAt"], where: "due_at is not null" }],
});
export type OutboxRow = InferEntity<typeof OutboxEntity>;
