import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import type { WebhookEvent } from "@tierline/shared/webhook-event.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";

/** What happened and nobody was told of yet: noted by the database beside each change, and taken away as it is handed out. */
export const WebhookEventEntity = defineEntity({
  name: "WebhookEvent",
  tableName: "webhook_event",
  ...insideTier,
  properties: {
    /** The path is that of the thing, a customer's. */
    ...tierRow,
    type: p.text(),
    subjectId: p.uuid(),
    customerId: p.uuid().nullable(),
    state: p.text(),
    at: p.datetime(),
  },
  indexes: [{ name: "webhook_event_in_order", properties: ["at", "id"] }],
});

/** Why an endpoint is off: a person wanted it, it said that it is gone (410), or nothing has reached it for days. */
export const offReasons = ["PERSON", "GONE", "FAILING"] as const;
export type OffReason = (typeof offReasons)[number];

/** Where a third party hears of what happens in a reseller's part of the tree, or at one customer: the path is that one's. */
export const WebhookEndpointEntity = defineEntity({
  name: "WebhookEndpoint",
  tableName: "webhook_endpoint",
  ...insideTier,
  properties: {
    ...tierRow,
    reseller: () => p.manyToOne(ResellerEntity).mapToPk(),
    /** Set for one that hears of one customer. */
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable().deleteRule("restrict"),
    /** It never hears of what they may not see. */
    maker: () => p.manyToOne(UserEntity).mapToPk(),
    url: p.text(),
    events: p.array().columnType("text[]").$type<WebhookEvent[]>(),
    /** Null while it is on. */
    offReason: oneOf("off_reason", offReasons).nullable(),
    /** Since when nothing has reached it; null while things do. */
    failingSince: p.datetime().nullable(),
    /** Failed attempts since then. */
    failures: p.integer(),
    warnedAt: p.datetime().nullable(),
    /** When a worker looks at it next; null while nothing waits. */
    dueAt: p.datetime().nullable(),
    /** A worker's lease: until then no other looks at it, whatever begins to wait. Null while nobody serves it. */
    servedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  indexes: [
    { name: "webhook_endpoint_of_tier", properties: ["path", "id"] },
    { name: "webhook_endpoint_due", properties: ["dueAt"], where: "due_at is not null" },
  ],
});
export type WebhookEndpointRow = InferEntity<typeof WebhookEndpointEntity>;

/** What deliveries are signed with; several at once while one takes over from another. */
export const WebhookSecretEntity = defineEntity({
  name: "WebhookSecret",
  tableName: "webhook_secret",
  ...insideTier,
  properties: {
    ...tierRow,
    endpoint: () => p.manyToOne(WebhookEndpointEntity).mapToPk().deleteRule("cascade"),
    sealed: p.text(),
    createdAt: p.datetime(),
    /** Null for the newest. */
    expiresAt: p.datetime().nullable(),
  },
  indexes: [{ name: "webhook_secret_of_endpoint", properties: ["endpoint", "id"] }],
});

export type WebhookSecretRow = InferEntity<typeof WebhookSecretEntity>;

export const deliveryStates = ["PENDING", "DELIVERED", "FAILED"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One event for one endpoint: what is sent, until it was taken or given up. */
export const WebhookDeliveryEntity = defineEntity({
  name: "WebhookDelivery",
  tableName: "webhook_delivery",
  ...insideTier,
  properties: {
    /** The path is the endpoint's. */
    ...tierRow,
    endpoint: () => p.manyToOne(WebhookEndpointEntity).mapToPk().deleteRule("cascade"),
    /** Names the message to whoever gets it, the same each time. */
    eventId: p.uuid(),
    type: p.text(),
    body: p.text(),
    createdAt: p.datetime(),
    state: oneOf("state", deliveryStates),
    /** Since it was sent first, or was replayed. */
    attempts: p.integer(),
    /** When it is sent next; null when it was taken or given up. */
    dueAt: p.datetime().nullable(),
  },
  uniques: [{ name: "webhook_delivery_once", properties: ["endpoint", "eventId"] }],
  indexes: [
    { name: "webhook_delivery_of_endpoint", properties: ["endpoint", "id"] },
    { name: "webhook_delivery_due", properties: ["endpoint", "dueAt"], where: "due_at is not null" },
    { name: "webhook_delivery_of_tier", properties: ["path", "id"] },
    { name: "webhook_delivery_age", properties: ["createdAt"] },
  ],
});
export type WebhookDeliveryRow = InferEntity<typeof WebhookDeliveryEntity>;

/** One try of a delivery, and what came back. */
export const WebhookAttemptEntity = defineEntity({
  name: "WebhookAttempt",
  tableName: "webhook_attempt",
  ...insideTier,
  properties: {
    ...tierRow,
    delivery: () => p.manyToOne(WebhookDeliveryEntity).mapToPk().deleteRule("cascade"),
    at: p.datetime(),
    /** Null when there was no answer. */
    status: p.integer().nullable(),
    /** The beginning of the answer's body. */
    answer: p.text(),
    /** Why there was no answer. */
    failure: p.json<Words>().nullable(),
    durationMs: p.integer(),
  },
  indexes: [{ name: "webhook_attempt_of_delivery", properties: ["delivery", "id"] }],
});
export type WebhookAttemptRow = InferEntity<typeof WebhookAttemptEntity>;
