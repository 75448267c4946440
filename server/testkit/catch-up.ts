import type { World } from "./world.ts";

const kinds = { customer: "customer", customer_order: "order", provisioning_run: "run", service: "service" };
const counted = Object.entries(kinds).map(
  ([table, kind]) =>
    `select r.path, '${kind}', max(t.number) from ${table} t join reseller r on r.id = t.reseller_id group by 1`,
);

/** After rows were planted or changed past the verbs: counters and histories as the verbs would have left them. */
export async function catchUp({ database }: Pick<World, "database">): Promise<void> {
  await database.rows(
    `insert into counter (path, kind, value) ${counted.join(" union all ")}
     on conflict (path, kind) do update set value = greatest(counter.value, excluded.value)`,
  );
  await database.rows(
    `insert into custody (id, path, item_id, step, at, actor, from_state, to_state, reason)
     select gen_random_uuid(), i.path, i.id, last.step + 1, last.at, last.actor, last.to_state, i.state, '"Caught up"'
     from inventory_item i
     join lateral (select * from custody c where c.item_id = i.id order by step desc limit 1) last on true
     where last.to_state <> i.state`,
  );
}
