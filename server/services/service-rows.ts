import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context, RequestContext } from "../kernel/context.ts";
import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant } from "../kernel/rejection.ts";
import {
  ServiceAddonEntity,
  ServiceEntity,
  ServiceSecretEntity,
  type ServiceAddonRow,
  type ServiceRow,
  type ServiceSecretRow,
} from "./service.entity.ts";
import { toService, type ServiceNode } from "./service.type.ts";

export function serviceRows(em: EntityManager, rows: readonly object[]): ServiceRow[] {
  return mapped(em, ServiceEntity, rows);
}

export async function findServices({ em }: Pick<Context, "em">, ids: readonly string[]): Promise<ServiceRow[]> {
  if (ids.length === 0) return [];
  return serviceRows(em, await em.execute<object[]>("select * from service where id in (?)", [ids]));
}

export async function findService(context: Pick<Context, "em">, id: string): Promise<ServiceRow | null> {
  const [row] = await findServices(context, [id]);
  return row ?? null;
}

export const serviceById = loader<string, ServiceNode>(async (context, ids) => {
  const rows = await findServices(context, ids);
  return new Map(rows.map((row) => [row.id, toService(row)]));
});

export async function findAddons({ em }: Pick<Context, "em">, ids: readonly string[]): Promise<ServiceAddonRow[]> {
  if (ids.length === 0) return [];
  return mapped(
    em,
    ServiceAddonEntity,
    await em.execute<object[]>("select * from service_addon where id in (?)", [ids]),
  );
}

/** The add-ons that a service has now, oldest first. */
export const addonsOfService = listLoader<string, ServiceAddonRow>(async ({ em }, serviceIds) => {
  const rows = await em.execute<object[]>(
    "select * from service_addon where service_id in (?) and removed_at is null order by added_at, id",
    [serviceIds],
  );
  return groupBy(mapped(em, ServiceAddonEntity, rows), (row) => row.service);
});

/** Passwords that its runs have made, by name; what they say stays sealed. */
export const secretsOfService = listLoader<string, ServiceSecretRow>(async ({ em }, serviceIds) => {
  const rows = await em.execute<object[]>(
    "select service_id, key, created_at, shown_at, shown_to from service_secret where service_id in (?) order by key",
    [serviceIds],
  );
  return groupBy(mapped(em, ServiceSecretEntity, rows), (row) => row.service);
});

/** As it is after a verb, whatever this operation had read before; for payloads. */
export async function serviceNow(request: RequestContext, id: string): Promise<ServiceNode> {
  serviceById(request).clear(id);
  addonsOfService(request).clear(id);
  const service = await serviceById(request).load(id);
  invariant(service !== null, "a verb answers with a service of its viewer's tier");
  return service;
}
