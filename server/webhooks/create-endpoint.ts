import { newId } from "@tierline/shared/id.ts";
import { webhookEndpointsPerResellerMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { placeOf, type PlaceInput } from "../developers/place-of.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { checkEvents, checkUrl } from "./check-endpoint.ts";
import { insertSecret } from "./webhook-secret.ts";
import { WebhookEndpointEntity } from "./webhook.entity.ts";

export interface CreateWebhookEndpointInput extends PlaceInput {
  readonly idempotencyKey: string;
  readonly url: string;
  readonly events: readonly string[];
}

export interface MadeSecret {
  readonly endpointId: string;
  /** Null for a call that was repeated: the secret was told to the first. */
  readonly secret: string | null;
}

/**
 * An endpoint that hears of a reseller's part of the tree or of one customer, from now on.
 * @throws AccessError NOT_FOUND; Rejection LIMIT_EXCEEDED, and every wrong field
 */
export async function createWebhookEndpoint(context: Context, input: CreateWebhookEndpointInput): Promise<MadeSecret> {
  let secret: string | null = null;
  const { endpointId } = await once(context, "webhook.create", input.idempotencyKey, input, async (tx) => {
    const made = await create(tx, input);
    secret = made.secret; // never among what is kept for a repeated call
    return { endpointId: made.endpointId };
  });
  return { endpointId, secret };
}

async function create(tx: Transaction, input: CreateWebhookEndpointInput): Promise<MadeSecret> {
  const place = await placeOf(tx, input);
  const refusals = new Refusals();
  const facts = { url: checkUrl(refusals, input.url), events: checkEvents(refusals, input.events) };
  refusals.settle();
  await refuseTooMany(tx, place.reseller);
  const createdAt = tx.clock.now();
  const id = newId(createdAt.getTime());
  await tx.em.insert(WebhookEndpointEntity, {
    ...place,
    ...facts,
    id,
    maker: tx.viewer.userId,
    offReason: null,
    failingSince: null,
    failures: 0,
    warnedAt: null,
    dueAt: null,
    createdAt,
    version: 1,
  });
  const secret = await insertSecret(tx, { id, path: place.path });
  await recordAudit(tx, {
    operation: "webhook.create",
    subjectKind: "webhookEndpoint",
    subjectId: id,
    subject: facts.url,
    changes: changesBetween({}, facts),
    path: place.path,
  });
  return { endpointId: id, secret };
}

async function refuseTooMany(tx: Transaction, reseller: string): Promise<void> {
  const used = await tx.em.count(WebhookEndpointEntity, { reseller });
  const limit = webhookEndpointsPerResellerMax;
  if (used < limit) return;
  throw new Rejection({
    code: "LIMIT_EXCEEDED",
    message: say("webhook.tooMany", { max: limit }),
    typeName: "LimitExceededError",
    data: { limit, used },
  });
}
