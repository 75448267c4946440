import type { Context } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { mapped } from "../kernel/mapped.ts";
import { OfferingEntity, type OfferingRow } from "./offering.entity.ts";

/**
 * What a service, an add-on or an order (its id) was ordered as, though it may not be sold there any more: it keeps its name, runs
 * on and is ended like any other. Null for who does not see that service, add-on or order.
 */
export async function keptOffering({ em }: Pick<Context, "em">, holderId: string): Promise<OfferingRow | null> {
  const rows = await em.execute<object[]>("select * from kept_offerings(array[?]::uuid[])", [holderId]);
  return mapped(em, OfferingEntity, rows)[0] ?? null;
}

/** The same by the offering and its holder (`offeringId/holderId`), for what a page refers to. */
export const keptOfferingOf = loader<string, OfferingRow>(async ({ em }, keys) => {
  const parts = keys.map((key) => key.split("/"));
  const holders = JSON.stringify(parts.map(([, holderId]) => holderId));
  const rows = await em.execute<object[]>(
    "select * from kept_offerings(array(select json_array_elements_text(?::json)::uuid))",
    [holders],
  );
  const byId = new Map(mapped(em, OfferingEntity, rows).map((row) => [row.id, row]));
  return new Map(
    keys.flatMap((key, index) => {
      const row = byId.get(parts[index]?.[0] ?? "");
      return row === undefined ? [] : [[key, row] as const];
    }),
  );
});
