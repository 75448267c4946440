import { newId } from "@tierline/shared/id.ts";
import { planMove } from "../services/plan-move.ts";
import type { Shop } from "./shop.ts";

type Input = Record<string, unknown>;

/** To the one place or the other: where it stands already it cannot be moved. */
export async function moved({ world }: Shop, id: string, parents: readonly string[]): Promise<Input> {
  const plans = await Promise.all(parents.map((parentId) => planMove(world.as("ops@tierline.test"), { id, parentId })));
  const index = plans.findIndex(({ fingerprint }) => fingerprint !== null);
  return { id, parentId: parents[index], fingerprint: plans[index]?.fingerprint };
}

/** Resellers below Acme, by the state that they are in. */
export async function plantResellers({ world }: Shop): Promise<Record<"PENDING" | "ACTIVE" | "SUSPENDED", string[]>> {
  const ids: Record<"PENDING" | "ACTIVE" | "SUSPENDED", string[]> = { PENDING: [], ACTIVE: [], SUSPENDED: [] };
  let number = 900_000;
  for (const [state, list] of Object.entries(ids)) {
    for (let index = 0; index < 800; index += 1) list.push(newId());
    await world.database.rows(
      `insert into reseller (id, path, number, key, name, parent_id, state, country, currency, time_zone, locale, failure_emails, created_at)
       select given.id, a.path || 'r' || ($1 + given.n) || '.', $1 + given.n, 'n-' || ($1 + given.n), 'Swept', a.id, $2,
              a.country, a.currency, a.time_zone, a.locale, '{}', a.created_at
       from reseller a cross join unnest($3::uuid[]) with ordinality given (id, n) where a.key = 'acme'`,
      [number, state, list],
    );
    number += 1_000;
  }
  return ids;
}
