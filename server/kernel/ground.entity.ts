import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { insideTier, oneOf } from "./table.ts";

/** The last short number given out, per tier and kind of thing. */
export const CounterEntity = defineEntity({
  name: "Counter",
  tableName: "counter",
  ...insideTier,
  properties: {
    path: p.text().collation("C").primary(),
    kind: p.text().primary(),
    value: p.integer(),
  },
});

/** An answer kept under the caller's key, so that the same request has one effect. */
export const IdempotencyEntity = defineEntity({
  name: "Idempotency",
  tableName: "idempotency",
  ...insideTier,
  properties: {
    path: p.text().collation("C"),
    actorId: p.uuid().primary(),
    key: p.text().primary(),
    operation: p.text(),
    requestHash: p.text(),
    state: oneOf("state", ["IN_PROGRESS", "DONE"]),
    response: p.json<unknown>().nullable(),
    lockedUntil: p.datetime(),
    createdAt: p.datetime(),
  },
  indexes: [{ name: "idempotency_age", properties: ["createdAt"] }],
});
export type IdempotencyRow = InferEntity<typeof IdempotencyEntity>;

/** Points used up per key (sign-in attempts, requests); keys are hashes, no tenant's data. */
export const RateLimitEntity = defineEntity({
  name: "RateLimit",
  tableName: "rate_limit",
  properties: {
    key: p.text().primary(),
    points: p.integer(),
    expire: p.bigint().nullable(),
  },
});
