import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { countLimit, toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { newestFirst } from "../kernel/newest-first.ts";
import type { Page, PageRequest } from "../kernel/paging.ts";
import { ApiClientEntity, ApiKeyEntity, type ApiKeyRow } from "./api-client.entity.ts";
import { toApiClient, toApiKey, type ApiClientType, type ApiKeyType } from "./api-client.type.ts";

export interface ApiClientPage extends Page<ApiClientType> {
  readonly totalCount: TotalCountType;
}

/** Those of one's tier, newest first. */
export async function listApiClients(context: Context, request: PageRequest): Promise<ApiClientPage> {
  const page = await newestFirst(context, ApiClientEntity, {}, request, toApiClient);
  const [{ count }] = await context.em.execute<[{ count: string }]>(
    "select count(*) from (select 1 from api_client limit ?) counted",
    [countLimit],
  );
  return { ...page, totalCount: toTotalCount(Number(count)) };
}

export async function findApiClients(
  { em }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ApiClientType>> {
  const rows = await em.find(ApiClientEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, toApiClient(row)]));
}

/** For `node(id)`. */
export async function findApiKeys(
  { em, clock }: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ApiKeyType>> {
  const rows = await em.find(ApiKeyEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  const now = clock.now();
  return new Map(rows.map((row) => [row.id, toApiKey(row, now)]));
}

/** By program, newest first. */
export const keysOf = listLoader<string, ApiKeyRow>(async ({ em }, ids) => {
  const rows = await em.find(
    ApiKeyEntity,
    { client: { $in: [...ids] } },
    { disableIdentityMap: true, orderBy: { id: "desc" } },
  );
  return groupBy(rows, (row) => row.client);
});

/** Of programs and of those who made them; a maker above one's tier stays unnamed. */
export const nameOfUser = loader<string, string>(async ({ em }, ids) => {
  const rows = await em.execute<{ id: string; name: string }[]>("select id, name from app_user where id in (?)", [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
});

export const clientById = loader<string, ApiClientType>(findApiClients);
export const keyById = loader<string, ApiKeyType>(findApiKeys);
