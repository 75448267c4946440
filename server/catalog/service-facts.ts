import type { ServiceType } from "@tierline/shared/kinds.ts";
import type { Context } from "../kernel/context.ts";

export interface ServiceFacts {
  readonly customerId: string;
  readonly serviceType: ServiceType;
}

/**
 * Services stand above the catalog, which knows none of their rules; but a list of add-ons has to be cut to what they would fit, in
 * the database. So these three columns are read by name.
 */
export async function findServiceFacts({ em }: Pick<Context, "em">, id: string): Promise<ServiceFacts | null> {
  const [row] = await em.execute<ServiceFacts[]>(
    `select customer_id as "customerId", service_type as "serviceType" from service where id = ?`,
    [id],
  );
  return row ?? null;
}

export async function typesOfActiveServices({ em }: Pick<Context, "em">, customerId: string): Promise<ServiceType[]> {
  const rows = await em.execute<{ type: ServiceType }[]>(
    "select distinct service_type as type from service where customer_id = ? and state = 'ACTIVE'",
    [customerId],
  );
  return rows.map((row) => row.type);
}
