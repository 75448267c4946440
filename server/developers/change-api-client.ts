import { decodeId } from "@tierline/shared/id.ts";
import { keyDaysDefault, keyOverlapHours } from "@tierline/shared/limits.ts";
import { permissionsOfScopes } from "@tierline/shared/scope.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { ApiClientEntity, type ApiClientRow } from "./api-client.entity.ts";
import { checkDays, checkIpList, checkName, checkRequestsPerMinute, checkScopes } from "./check-api-client.ts";
import type { MadeKey } from "./create-api-client.ts";
import { insertKey } from "./insert-key.ts";

export interface UpdateApiClientInput {
  /** The API's id. */
  readonly id: string;
  readonly version: number;
  readonly name?: string | null | undefined;
  readonly scopes?: readonly string[] | null | undefined;
  readonly ipList?: readonly string[] | null | undefined;
  readonly requestsPerMinute?: number | null | undefined;
}

/**
 * Changes what is given and leaves the rest. Whoever gives new scopes answers for the program from then on.
 * @throws AccessError NOT_FOUND; Rejection STALE, and every wrong field
 */
export function updateApiClient(context: Context, input: UpdateApiClientInput): Promise<string> {
  return transaction(context, async (tx) => {
    const { row, name } = await lockedClient(tx, input.id);
    if (row.version !== input.version)
      throw new Rejection({ code: "STALE", message: say("apiClient.stale"), path: ["version"] });
    const refusals = new Refusals();
    const before = factsOf(row, name);
    const after = {
      name: input.name == null ? name : checkName(refusals, input.name),
      scopes: input.scopes == null ? row.scopes : checkScopes(refusals, input.scopes, tx.viewer.permissions),
      ipList: input.ipList == null ? row.ipList : checkIpList(refusals, input.ipList),
      requestsPerMinute:
        input.requestsPerMinute == null
          ? row.requestsPerMinute
          : checkRequestsPerMinute(refusals, input.requestsPerMinute),
    };
    refusals.settle();
    const changes = changesBetween(before, after);
    if (changes.length === 0) return row.id;
    const { name: newName, ...facts } = after;
    const maker = input.scopes == null ? row.maker : tx.viewer.userId;
    await tx.em.nativeUpdate(ApiClientEntity, { id: row.id }, { ...facts, maker, version: row.version + 1 });
    if (newName !== name) await tx.em.execute("update app_user set name = ? where id = ?", [newName, row.user]);
    await record(tx, row, newName, "apiClient.update", changes);
    return row.id;
  });
}

export interface RotateApiKeyInput {
  readonly idempotencyKey: string;
  /** The API's id of the program. */
  readonly clientId: string;
  readonly days?: number | null | undefined;
}

/**
 * A further key; those there are work for a day more, so that the program can change over. Whoever rotates answers for the program
 * from then on.
 * @throws AccessError NOT_FOUND; Rejection INVALID (a scope that the caller lacks, the days)
 */
export async function rotateApiKey(context: Context, input: RotateApiKeyInput): Promise<MadeKey> {
  let token: string | null = null;
  const { clientId } = await once(context, "apiKey.rotate", input.idempotencyKey, input, async (tx) => {
    const { row, name } = await lockedClient(tx, input.clientId);
    const refusals = new Refusals();
    const days = checkDays(refusals, input.days ?? keyDaysDefault);
    if (![...permissionsOfScopes(row.scopes)].every((permission) => tx.viewer.permissions.has(permission)))
      refusals.add("INVALID", say("apiKey.lacking"), "clientId");
    refusals.settle();
    const until = new Date(tx.clock.now().getTime() + keyOverlapHours * 3_600_000);
    await tx.em.execute(
      "update api_key set expires_at = least(expires_at, ?) where client_id = ? and revoked_at is null",
      [until, row.id],
    );
    await tx.em.nativeUpdate(ApiClientEntity, { id: row.id }, { maker: tx.viewer.userId });
    const made = await insertKey(tx, { clientId: row.id, path: row.path, days });
    token = made.token; // never among what is kept for a repeated call
    await record(tx, row, name, "apiKey.rotate", changesBetween({}, { key: made.prefix }));
    return { clientId: row.id };
  });
  return { clientId, token };
}

/**
 * Ends a key at its next request, and its open sockets within seconds. Revoking it again changes nothing. Answers its program.
 * @throws AccessError NOT_FOUND
 */
export function revokeApiKey(context: Context, keyId: string): Promise<string> {
  const id = decodeId("key", keyId);
  if (id === null) throw notFound();
  return transaction(context, async (tx) => {
    const [key] = await tx.em.execute<{ client_id: string; prefix: string; revoked_at: string | null }[]>(
      "select client_id, prefix, revoked_at from api_key where id = ? for update",
      [id],
    );
    if (key === undefined) throw notFound();
    if (key.revoked_at !== null) return key.client_id;
    const { row, name } = await clientWhere(tx, key.client_id);
    await tx.em.execute("update api_key set revoked_at = ? where id = ?", [tx.clock.now(), id]);
    await record(tx, row, name, "apiKey.revoke", changesBetween({ key: key.prefix }, {}));
    return row.id;
  });
}

interface NamedClient {
  readonly row: ApiClientRow;
  readonly name: string;
}

/** Locked: two who change it come one after the other, and the second sees what the first did. */
async function lockedClient(tx: Transaction, apiId: string): Promise<NamedClient> {
  const id = decodeId("acl", apiId);
  if (id === null) throw notFound();
  await tx.em.execute("select 1 from api_client where id = ? for update", [id]);
  return clientWhere(tx, id);
}

async function clientWhere({ em }: Transaction, id: string): Promise<NamedClient> {
  const row = await em.findOne(ApiClientEntity, { id }, { disableIdentityMap: true });
  if (row === null) throw notFound();
  const [user] = await em.execute<{ name: string }[]>("select name from app_user where id = ?", [row.user]);
  return { row, name: user?.name ?? "" };
}

function factsOf({ scopes, ipList, requestsPerMinute }: ApiClientRow, name: string) {
  return { name, scopes, ipList, requestsPerMinute };
}

function record(
  tx: Transaction,
  { id, path }: ApiClientRow,
  subject: string,
  operation: string,
  changes: ReturnType<typeof changesBetween>,
): Promise<string> {
  return recordAudit(tx, { operation, subjectKind: "apiClient", subjectId: id, subject, changes, path });
}
