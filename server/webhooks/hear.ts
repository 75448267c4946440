import { webhookEvents, isWebhookEvent } from "@tierline/shared/webhook-event.ts";
import { isAlive, rightsAt, type Placed } from "../developers/placed.ts";

/**
 * Whether an endpoint may hear of something at that path: its maker may see it at this moment, as far as all above let it be seen.
 * What only tries the endpoint is nothing of anybody's.
 */
export function mayHear(placed: Placed, type: string, path: string | null): boolean {
  if (!isAlive(placed)) return false;
  if (!isWebhookEvent(type)) return true;
  const isNamed = placed.only_customers === null || path === null || placed.only_customers.includes(path);
  return isNamed && rightsAt(placed).permissions.has(webhookEvents[type].permission);
}
