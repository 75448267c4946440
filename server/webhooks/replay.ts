import { idToSearch, newId } from "@tierline/shared/id.ts";
import { webhookReplayMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { webhookTest } from "@tierline/shared/webhook-event.ts";
import { changesBetween } from "../audit/changes-between.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { lockedEndpoint, record } from "./change-endpoint.ts";
import { insertDeliveries } from "./hand-out-events.ts";
import { testBodyOf } from "./webhook-body.ts";
import type { DeliveryState, WebhookEndpointRow } from "./webhook.entity.ts";

export interface TestWebhookEndpointInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly endpointId: string;
}

/** A message of no meaning, to see whether it arrives. @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT */
export async function testWebhookEndpoint(context: Context, input: TestWebhookEndpointInput): Promise<string> {
  const { endpointId } = await once(context, "webhook.test", input.idempotencyKey, input, async (tx) => {
    const row = await endpointThatIsOn(tx, input.endpointId);
    const at = tx.clock.now();
    const eventId = newId(at.getTime());
    const { id: endpoint, path } = row;
    const body = testBodyOf(endpoint, at);
    await insertDeliveries(tx, [
      { id: newId(at.getTime()), path, endpointId: endpoint, eventId, type: webhookTest, body, at },
    ]);
    await record(tx, row, "webhook.test", []);
    return { endpointId: endpoint };
  });
  return endpointId;
}

export interface ReplayWebhookDeliveriesInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly endpointId: string;
  readonly deliveryIds?: readonly string[] | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  readonly state?: DeliveryState | null | undefined;
}

export interface Replayed {
  readonly endpointId: string;
  readonly count: number;
}

/**
 * Sends again what was sent, under the same ids: those that are named, all or none, or those of a time. The oldest come first, so
 * that a range of more than the limit is gone through by repeating it from the last one on.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT, REQUIRED (neither ids nor a time), TOO_LONG
 */
export function replayWebhookDeliveries(context: Context, input: ReplayWebhookDeliveriesInput): Promise<Replayed> {
  return once(context, "webhook.replay", input.idempotencyKey, input, async (tx) => {
    const row = await endpointThatIsOn(tx, input.endpointId);
    refuseWrong(input);
    const count = await putBack(tx, row, input);
    if (count > 0) {
      const { from = null, to = null, state = null } = input;
      await record(tx, row, "webhook.replay", changesBetween({}, { deliveries: count, from, to, state }));
    }
    return { endpointId: row.id, count };
  });
}

function refuseWrong({ deliveryIds, from }: ReplayWebhookDeliveriesInput): void {
  const refusals = new Refusals();
  if (deliveryIds == null && from == null) refusals.add("REQUIRED", say("webhook.noRange"), "deliveryIds");
  if ((deliveryIds?.length ?? 0) > webhookReplayMax)
    refusals.add("TOO_LONG", say("webhook.replayLength", { max: webhookReplayMax }), "deliveryIds");
  refusals.settle();
}

async function putBack(tx: Transaction, row: WebhookEndpointRow, input: ReplayWebhookDeliveriesInput): Promise<number> {
  const now = tx.clock.now();
  const ids = input.deliveryIds?.map((id) => idToSearch("whd", id)) ?? null;
  const conditions = [
    ...(ids === null
      ? []
      : [{ sql: "id in (select value::uuid from json_array_elements_text(?::json))", value: JSON.stringify(ids) }]),
    ...(input.from == null ? [] : [{ sql: "created_at >= ?", value: input.from }]),
    ...(input.to == null ? [] : [{ sql: "created_at < ?", value: input.to }]),
    ...(input.state == null ? [] : [{ sql: "state = ?", value: input.state }]),
  ];
  const put = await tx.em.execute<unknown[]>(
    `update webhook_delivery set state = 'PENDING', attempts = 0, due_at = ? where id in (
       select id from webhook_delivery where endpoint_id = ? and ${conditions.map(({ sql }) => sql).join(" and ")}
       order by id limit ?
     ) returning 1`,
    [now, row.id, ...conditions.map(({ value }) => value), webhookReplayMax],
  );
  if (ids !== null && put.length < new Set(ids).size) throw notFound();
  if (put.length > 0)
    await tx.em.execute("update webhook_endpoint set due_at = least(due_at, ?) where id = ?", [now, row.id]);
  return put.length;
}

async function endpointThatIsOn(tx: Transaction, id: string): Promise<WebhookEndpointRow> {
  const row = await lockedEndpoint(tx, id);
  if (row.offReason != null)
    throw new Rejection({ code: "STATE_CONFLICT", message: say("webhook.isOff"), path: ["endpointId"] });
  return row;
}
