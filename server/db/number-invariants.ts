import type { Invariant } from "./invariant.ts";

export const numbers: readonly Invariant[] = [
  {
    title: "a number that was ordered lies with whoever ordered it or below, and is charged until it is given back",
    sql: `with charged as (select subject_id, path from recurring_charge where subject_kind = 'DID' and state <> 'STOPPED' and ends_on is null)
          select l.number as what from number_lease l left join inventory_item i on i.id = l.item_id
          where l.ended_at is null and not coalesce(starts_with(i.path, l.path), false)
             or (l.ended_at is null) <> exists (select from charged c where c.subject_id = l.id and c.path = l.path)`,
  },
];
