import { newId } from "@tierline/shared/id.ts";
import { apiClientsPerResellerMax, keyDaysDefault, requestsPerMinuteDefault } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { UserEntity } from "../identity/user.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { ApiClientEntity } from "./api-client.entity.ts";
import { placeOf } from "./place-of.ts";
import { checkDays, checkIpList, checkName, checkRequestsPerMinute, checkScopes } from "./check-api-client.ts";
import { insertKey } from "./insert-key.ts";

export interface CreateApiClientInput {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** The API's ids; with neither it is the viewer's own reseller. */
  readonly resellerId?: string | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly ipList?: readonly string[] | null | undefined;
  readonly requestsPerMinute?: number | null | undefined;
  readonly days?: number | null | undefined;
}

export interface MadeKey {
  readonly clientId: string;
  /** Null for a call that was repeated: the key was told to the first. */
  readonly token: string | null;
}

/**
 * A program with its first key, for a reseller or customer of one's tier.
 * @throws AccessError NOT_FOUND; Rejection LIMIT_EXCEEDED, and every wrong field
 */
export async function createApiClient(context: Context, input: CreateApiClientInput): Promise<MadeKey> {
  let token: string | null = null;
  const { clientId } = await once(context, "apiClient.create", input.idempotencyKey, input, async (tx) => {
    const made = await create(tx, input);
    token = made.token; // never among what is kept for a repeated call
    return { clientId: made.clientId };
  });
  return { clientId, token };
}

async function create(tx: Transaction, input: CreateApiClientInput): Promise<MadeKey> {
  const place = await placeOf(tx, input);
  const refusals = new Refusals();
  const name = checkName(refusals, input.name);
  const facts = {
    scopes: checkScopes(refusals, input.scopes, tx.viewer.permissions),
    ipList: checkIpList(refusals, input.ipList ?? []),
    requestsPerMinute: checkRequestsPerMinute(refusals, input.requestsPerMinute ?? requestsPerMinuteDefault),
  };
  const days = checkDays(refusals, input.days ?? keyDaysDefault);
  refusals.settle();
  await refuseTooMany(tx, place.reseller);
  const createdAt = tx.clock.now();
  const clientId = newId(createdAt.getTime());
  const user = newId(createdAt.getTime());
  const row = { ...place, version: 1, createdAt };
  await tx.em.insert(UserEntity, {
    ...row,
    id: user,
    kind: "PROGRAM",
    // A name that no mail reaches (RFC 2606): the column knows no user without one.
    email: `${clientId}@program.invalid`,
    name,
    role: "MEMBER",
    locale: null,
    disabledAt: null,
  });
  await tx.em.insert(ApiClientEntity, { ...row, ...facts, id: clientId, user, maker: tx.viewer.userId });
  const { token, prefix } = await insertKey(tx, { clientId, path: place.path, days });
  await recordAudit(tx, {
    operation: "apiClient.create",
    subjectKind: "apiClient",
    subjectId: clientId,
    subject: name,
    changes: changesBetween({}, { name, ...facts, key: prefix }),
    path: place.path,
  });
  return { clientId, token };
}

async function refuseTooMany(tx: Transaction, reseller: string): Promise<void> {
  const used = await tx.em.count(ApiClientEntity, { reseller });
  if (used < apiClientsPerResellerMax) return;
  const limit = apiClientsPerResellerMax;
  throw new Rejection({
    code: "LIMIT_EXCEEDED",
    message: say("apiClient.tooMany", { max: limit }),
    typeName: "LimitExceededError",
    data: { limit, used },
  });
}
