import { decodeId } from "@tierline/shared/id.ts";
import { webhookSecretOverlapHours } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween, type Change } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { checkEvents, checkUrl } from "./check-endpoint.ts";
import type { MadeSecret } from "./create-endpoint.ts";
import { insertSecret } from "./webhook-secret.ts";
import { WebhookEndpointEntity, type WebhookEndpointRow } from "./webhook.entity.ts";

export interface UpdateWebhookEndpointInput {
  /** The API's id. */
  readonly id: string;
  readonly version: number;
  readonly url?: string | null | undefined;
  readonly events?: readonly string[] | null | undefined;
  readonly isOn?: boolean | null | undefined;
}

/**
 * Changes what is given and leaves the rest. Whoever changes what it hears answers for it from then on; switched on again, it gets
 * what still waits for it.
 * @throws AccessError NOT_FOUND; Rejection STALE, and every wrong field
 */
export function updateWebhookEndpoint(context: Context, input: UpdateWebhookEndpointInput): Promise<string> {
  return transaction(context, async (tx) => {
    const row = await lockedEndpoint(tx, input.id);
    if (row.version !== input.version)
      throw new Rejection({ code: "STALE", message: say("webhook.stale"), path: ["version"] });
    const refusals = new Refusals();
    const isOn = row.offReason == null;
    const after = {
      url: input.url == null ? row.url : checkUrl(refusals, input.url),
      events: input.events == null ? row.events : checkEvents(refusals, input.events),
      isOn: input.isOn ?? isOn,
    };
    refusals.settle();
    const changes = changesBetween({ url: row.url, events: row.events, isOn }, after);
    if (changes.length === 0) return row.id;
    await tx.em.nativeUpdate(
      WebhookEndpointEntity,
      { id: row.id },
      {
        url: after.url,
        events: after.events,
        maker: input.url == null && input.events == null ? row.maker : tx.viewer.userId,
        ...(after.isOn === isOn ? {} : switched(after.isOn, tx.clock.now())),
        version: row.version + 1,
      },
    );
    await record(tx, row, "webhook.update", changes);
    return row.id;
  });
}

function switched(isOn: boolean, now: Date) {
  if (!isOn) return { offReason: "PERSON" as const, dueAt: null };
  return { offReason: null, failingSince: null, failures: 0, warnedAt: null, dueAt: now };
}

export interface RotateWebhookSecretInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly endpointId: string;
}

/**
 * A further secret; the one there is signs for a day more beside it, so that the receiver can change over.
 * @throws AccessError NOT_FOUND
 */
export async function rotateWebhookSecret(context: Context, input: RotateWebhookSecretInput): Promise<MadeSecret> {
  let secret: string | null = null;
  const { endpointId } = await once(context, "webhook.rotate_secret", input.idempotencyKey, input, async (tx) => {
    const row = await lockedEndpoint(tx, input.endpointId);
    const until = new Date(tx.clock.now().getTime() + webhookSecretOverlapHours * 3_600_000);
    await tx.em.execute("delete from webhook_secret where endpoint_id = ? and expires_at is not null", [row.id]);
    await tx.em.execute("update webhook_secret set expires_at = ? where endpoint_id = ?", [until, row.id]);
    secret = await insertSecret(tx, row); // never among what is kept for a repeated call
    await record(tx, row, "webhook.rotate_secret", []);
    return { endpointId: row.id };
  });
  return { endpointId, secret };
}

/** With its secrets, deliveries and their log. @throws AccessError NOT_FOUND */
export function deleteWebhookEndpoint(context: Context, id: string): Promise<void> {
  return transaction(context, async (tx) => {
    const row = await lockedEndpoint(tx, id);
    await tx.em.execute("delete from webhook_endpoint where id = ?", [row.id]);
    await record(tx, row, "webhook.delete", changesBetween({ url: row.url, events: row.events }, {}));
  });
}

/** Two who change it come one after the other, and the second sees what the first did. @throws AccessError NOT_FOUND */
export async function lockedEndpoint(tx: Transaction, apiId: string): Promise<WebhookEndpointRow> {
  const id = decodeId("whe", apiId);
  if (id === null) throw notFound();
  await tx.em.execute("select 1 from webhook_endpoint where id = ? for update", [id]);
  const row = await tx.em.findOne(WebhookEndpointEntity, { id }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  return row;
}

export function record(
  tx: Transaction,
  { id, path, url }: WebhookEndpointRow,
  operation: string,
  changes: readonly Change[],
): Promise<string> {
  return recordAudit(tx, { operation, subjectKind: "webhookEndpoint", subjectId: id, subject: url, changes, path });
}
