import { webhookUrlLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWebhookEvent, type WebhookEvent } from "@tierline/shared/webhook-event.ts";
import { refusalOf } from "../connectors/http/address-guard.ts";
import { installation } from "../kernel/installation.ts";
import type { Refusals } from "../kernel/rejection.ts";

// As in developers/check-api-client.ts: each answers what would be stored, and the caller settles the refusals.

/** Where its name leads is looked at each time something is sent. */
export function checkUrl(refusals: Refusals, text: string): string {
  const url = text.length > webhookUrlLengthMax ? null : URL.parse(text);
  const why = url === null ? say("address.notWeb") : refusalOf(url, installation().webhookHosts);
  if (text.length > webhookUrlLengthMax)
    refusals.add("TOO_LONG", say("webhook.urlLength", { max: webhookUrlLengthMax }), "url");
  else if (why !== null) refusals.add("INVALID", say("address.notAllowed", { why }), "url");
  return url?.href ?? "";
}

export function checkEvents(refusals: Refusals, events: readonly string[]): WebhookEvent[] {
  if (events.length === 0) refusals.add("REQUIRED", say("webhook.noEvent"), "events");
  return [...new Set(events)].filter(isWebhookEvent);
}
