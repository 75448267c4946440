import { decodeId, encodeId, idPrefixes } from "@tierline/shared/id.ts";
import { webhookEvents, webhookTest, type WebhookEvent } from "@tierline/shared/webhook-event.ts";

export interface NotedEvent {
  readonly type: WebhookEvent;
  readonly subjectId: string;
  readonly customerId: string | null;
  readonly state: string;
  readonly at: Date;
}

/** Thin: what it is about, by the ids that the API answers to; the rest is asked there, with one's own rights. */
export function bodyOf({ type, subjectId, customerId, state, at }: NotedEvent): string {
  const data = {
    id: encodeId(idPrefixes[webhookEvents[type].subject], subjectId),
    customerId: customerId === null ? null : encodeId("cus", customerId),
    state,
  };
  return JSON.stringify({ type, timestamp: at.toISOString(), data });
}

/** The customer of whom a body tells, as `bodyOf` wrote it. */
export function customerIn(body: string): string | null {
  const { data } = JSON.parse(body) as { data: { customerId?: string | null } };
  return data.customerId == null ? null : decodeId("cus", data.customerId);
}

export function testBodyOf(endpointId: string, at: Date): string {
  return JSON.stringify({
    type: webhookTest,
    timestamp: at.toISOString(),
    data: { id: encodeId("whe", endpointId) },
  });
}

const sample = {
  subjectId: "019a0000-0000-7000-8000-000000000001",
  customerId: "019a0000-0000-7000-8000-000000000002",
};

/** A body as it would come, for the catalog. */
export function exampleOf(type: WebhookEvent): string {
  const { state, subject } = webhookEvents[type];
  const customerId = subject === "customer" ? sample.subjectId : sample.customerId;
  return bodyOf({ ...sample, customerId, type, state, at: new Date("2026-11-22T12:00:00Z") });
}
