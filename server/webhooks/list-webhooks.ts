import { idToSearch } from "@tierline/shared/id.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { groupBy, listLoader } from "../kernel/loaders.ts";
import { newestFirst } from "../kernel/newest-first.ts";
import type { Page, PageRequest } from "../kernel/paging.ts";
import {
  WebhookAttemptEntity,
  WebhookDeliveryEntity,
  WebhookEndpointEntity,
  WebhookSecretEntity,
  type DeliveryState,
  type WebhookAttemptRow,
  type WebhookSecretRow,
} from "./webhook.entity.ts";
import {
  toWebhookDelivery,
  toWebhookEndpoint,
  type WebhookDeliveryType,
  type WebhookEndpointType,
} from "./webhook.type.ts";

const fresh = { disableIdentityMap: true, orderBy: { id: "desc" } } as const;

/** Those of one's tier, newest first. */
export function listWebhookEndpoints(context: Context, request: PageRequest): Promise<Page<WebhookEndpointType>> {
  return newestFirst(context, WebhookEndpointEntity, {}, request, toWebhookEndpoint);
}

export async function findWebhookEndpoints(
  { em }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WebhookEndpointType>> {
  const rows = await em.find(WebhookEndpointEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, toWebhookEndpoint(row)]));
}

export async function findWebhookDeliveries(
  { em }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WebhookDeliveryType>> {
  const rows = await em.find(WebhookDeliveryEntity, { id: { $in: [...ids] } }, fresh);
  return new Map(rows.map((row) => [row.id, toWebhookDelivery(row)]));
}

export interface WebhookDeliveryFilter {
  readonly endpointId?: string | null | undefined;
  readonly state?: DeliveryState | null | undefined;
  readonly event?: string | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

export interface DeliveryPage extends Page<WebhookDeliveryType> {
  /** Asked only where somebody wants to know. */
  countAll(): Promise<TotalCountType>;
}

/** Those of one's tier in the last thirty days, newest first. */
export async function listWebhookDeliveries(
  context: Context,
  { endpointId, state, event, from, to }: WebhookDeliveryFilter,
  request: PageRequest,
): Promise<DeliveryPage> {
  const where = {
    ...(endpointId == null ? {} : { endpoint: idToSearch("whe", endpointId) }),
    ...(state == null ? {} : { state }),
    ...(event == null ? {} : { type: event }),
    ...(from == null && to == null
      ? {}
      : { createdAt: { ...(from == null ? {} : { $gte: from }), ...(to == null ? {} : { $lt: to }) } }),
  };
  return {
    ...(await newestFirst(context, WebhookDeliveryEntity, where, request, toWebhookDelivery)),
    async countAll() {
      const counted = await context.em.find(WebhookDeliveryEntity, where, {
        ...fresh,
        fields: ["id"],
        limit: countLimit,
      });
      return toTotalCount(counted.length);
    },
  };
}

/** By delivery, newest first. */
export const attemptsOf = listLoader<string, WebhookAttemptRow>(async ({ em }, ids) => {
  const rows = await em.find(WebhookAttemptEntity, { delivery: { $in: [...ids] } }, fresh);
  return groupBy(rows, (row) => row.delivery);
});

/** By endpoint, newest first. */
export const secretsShown = listLoader<string, WebhookSecretRow>(async ({ em, clock }, ids) => {
  const rows = await em.find(WebhookSecretEntity, { endpoint: { $in: [...ids] } }, fresh);
  const now = clock.now();
  const signing = rows.filter(({ expiresAt }) => expiresAt == null || expiresAt > now);
  return groupBy(signing, (row) => row.endpoint);
});

const dayMs = 86_400_000;

/** Sweep: what was sent thirty days ago, with its attempts; and secrets that sign no more. */
export function forgetOldDeliveries(days: number) {
  return async ({ em, clock }: Context): Promise<number> => {
    const now = clock.now();
    await em.execute("delete from webhook_secret where expires_at < ?", [now]);
    const before = new Date(now.getTime() - days * dayMs);
    const gone = await em.execute<unknown[]>(
      "delete from webhook_delivery where created_at < ? and due_at is null returning 1",
      [before],
    );
    return gone.length;
  };
}
