import type { DeliveriesQuery } from "./webhooks.generated.ts";

export type Delivery = DeliveriesQuery["webhookDeliveries"]["nodes"][number];
