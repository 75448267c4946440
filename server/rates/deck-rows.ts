import type { EntityManager } from "@mikro-orm/postgresql";
import { mapped } from "../kernel/mapped.ts";
import { loader } from "../kernel/loaders.ts";
import { RateDeckEntity, type RateDeckRow } from "./rate.entity.ts";

interface Where {
  readonly em: EntityManager;
}

/** Without the counts of anything that is not in the row. */
export const deckById = loader<string, RateDeckRow>(async ({ em }, ids) => {
  const rows = await em.find(RateDeckEntity, { id: { $in: [...ids] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.id, row]));
});

/** The one that counts last of all, be it only from a later time on. */
export async function newestApplied({ em }: Where, resellerId: string): Promise<RateDeckRow | null> {
  const rows = await em.execute<object[]>(
    "select * from rate_deck where reseller_id = ? and state = 'APPLIED' order by effective_from desc, number desc limit 1",
    [resellerId],
  );
  return mapped(em, RateDeckEntity, rows)[0] ?? null;
}

/** By which each of these resellers buys at a time; by the reseller's path, missing where it has none. */
export async function decksInForce(
  { em }: Where,
  paths: readonly string[],
  at: Date,
): Promise<Map<string, RateDeckRow>> {
  const rows = await em.execute<object[]>(
    `select distinct on (path) * from rate_deck where path in (?) and state = 'APPLIED' and effective_from <= ?
     order by path, effective_from desc, number desc`,
    [[...paths], at],
  );
  return new Map(mapped(em, RateDeckEntity, rows).map((row) => [row.path, row]));
}
