import { webhookDeliveryDays } from "@tierline/shared/limits.ts";
import type { Module } from "../kernel/module-shape.ts";
import { deliverDue } from "./deliver.ts";
import { WebhookDeliveryConnectionResolver, WebhookDeliveryResolver } from "./delivery.resolver.ts";
import { handOutEvents } from "./hand-out-events.ts";
import { findWebhookDeliveries, findWebhookEndpoints, forgetOldDeliveries } from "./list-webhooks.ts";
import {
  WebhookAttemptEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
  WebhookEventEntity,
  WebhookSecretEntity,
} from "./webhook.entity.ts";
import { WebhookEndpointResolver } from "./webhook.resolver.ts";

export const webhooks = {
  entities: [
    WebhookAttemptEntity,
    WebhookDeliveryEntity,
    WebhookEndpointEntity,
    WebhookEventEntity,
    WebhookSecretEntity,
  ],
  resolvers: [WebhookDeliveryConnectionResolver, WebhookDeliveryResolver, WebhookEndpointResolver],
  sql: [new URL("./note-events.sql", import.meta.url)],
  nodes: {
    whe: { permission: "api_key.view", load: findWebhookEndpoints },
    whd: { permission: "api_key.view", load: findWebhookDeliveries },
  },
  sweeps: [
    { key: "webhooks.hand-out", everySeconds: 1, run: handOutEvents },
    { key: "webhooks.deliver", everySeconds: 1, run: deliverDue },
    { key: "webhooks.old-deliveries", everySeconds: 3_600, run: forgetOldDeliveries(webhookDeliveryDays) },
  ],
} satisfies Module;
