import type { IdNoun } from "./id.ts";
import type { Permission } from "./permission.ts";

interface WebhookEventFacts {
  /** Completes "Sent when …". */
  readonly description: string;
  /** What `data.id` names. */
  readonly subject: Extract<IdNoun, "customer" | "service" | "order" | "provisioningRun">;
  /** Who may not read the thing hears nothing of it. */
  readonly permission: Permission;
  /** The state of the thing at that moment. */
  readonly state: string;
}

const customer = { subject: "customer", permission: "customer.view" } as const;
const order = { subject: "order", permission: "order.view" } as const;
const run = { subject: "provisioningRun", permission: "run.view" } as const;
const service = { subject: "service", permission: "service.view" } as const;

/** What an endpoint can listen to: server/webhooks/note-events.sql notes them, from the database's own changes. */
export const webhookEvents = {
  "customer.created": { ...customer, description: "a customer was created", state: "ACTIVE" },
  "customer.updated": { ...customer, description: "facts of a customer were changed", state: "ACTIVE" },
  "customer.suspended": { ...customer, description: "a customer was suspended", state: "SUSPENDED" },
  "customer.resumed": { ...customer, description: "a suspended customer is active again", state: "ACTIVE" },
  "customer.deactivated": { ...customer, description: "a customer was deactivated", state: "DEACTIVATING" },
  "customer.reactivated": { ...customer, description: "a deactivated customer is active again", state: "ACTIVE" },
  "order.placed": { ...order, description: "a plan or an add-on was ordered", state: "ACKNOWLEDGED" },
  "order.completed": { ...order, description: "an order was carried out", state: "COMPLETED" },
  "order.failed": { ...order, description: "an order could not be carried out so far", state: "FAILED" },
  "order.cancelled": { ...order, description: "an order was undone or given up", state: "CANCELLED" },
  "run.waiting": { ...run, description: "a run waits for a person", state: "WAITING" },
  "run.succeeded": { ...run, description: "a run came to a good end", state: "SUCCEEDED" },
  "run.failed": { ...run, description: "a run, or its roll-back, failed", state: "FAILED" },
  "run.rolled_back": { ...run, description: "a run was rolled back", state: "ROLLED_BACK" },
  "run.cancelled": { ...run, description: "a run was cancelled", state: "CANCELLED" },
  "service.activated": { ...service, description: "a new service is active", state: "ACTIVE" },
  "service.suspended": { ...service, description: "a service was suspended", state: "SUSPENDED" },
  "service.resumed": { ...service, description: "a suspended service is active again", state: "ACTIVE" },
  "service.expired": { ...service, description: "a service was not renewed and has ended", state: "EXPIRED" },
  "service.terminated": { ...service, description: "a service was ended for good", state: "TERMINATED" },
} as const satisfies Record<string, WebhookEventFacts>;

export type WebhookEvent = keyof typeof webhookEvents;

export const webhookEventKeys = Object.keys(webhookEvents) as readonly WebhookEvent[]; // Object.keys forgets the literal keys

export function isWebhookEvent(text: string): text is WebhookEvent {
  return Object.hasOwn(webhookEvents, text);
}

/** What is sent to try an endpoint; nobody has to listen to it. */
export const webhookTest = "webhook.test";

/** As the contract's enum names it: `service.activated` is `SERVICE_ACTIVATED`. */
export function webhookEventName(event: string): string {
  return event.toUpperCase().replaceAll(".", "_");
}

/** After these waits a delivery is tried again: Standard Webhooks' own schedule, 75 hours in all. */
export const webhookRetrySeconds = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;
