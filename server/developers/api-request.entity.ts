import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";

export const operationKinds = ["QUERY", "MUTATION", "SUBSCRIPTION"] as const;
export type OperationKind = (typeof operationKinds)[number];

/** One request of a program, as its owner may read it: what was asked for, never with which values. */
export const ApiRequestEntity = defineEntity({
  name: "ApiRequest",
  tableName: "api_request",
  ...insideTier,
  properties: {
    ...tierRow,
    /** No foreign keys: a row is written after its request, when both may be gone. */
    clientId: p.uuid(),
    keyId: p.uuid(),
    at: p.datetime(),
    kind: oneOf("kind", operationKinds).nullable(),
    /** The name that the document gives it. */
    operation: p.text().nullable(),
    /** SHA-256 of the document; the same for the same text. */
    documentHash: p.text().nullable(),
    cost: p.integer(),
    status: p.integer(),
    codes: p.array().columnType("text[]").$type<string[]>(),
    durationMs: p.integer(),
    ip: p.text(),
    requestId: p.text(),
  },
  indexes: [
    { name: "api_request_of_tier", properties: ["path", "id"] },
    { name: "api_request_of_client", properties: ["clientId", "id"] },
    { name: "api_request_age", properties: ["at"] },
  ],
});
export type ApiRequestRow = InferEntity<typeof ApiRequestEntity>;
