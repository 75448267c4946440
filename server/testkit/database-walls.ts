import { readFileSync } from "node:fs";
import type pg from "pg";
import { applicationRole } from "../db/roles.ts";

export const wallKinds = [
  "check",
  "exclusion",
  "foreign key",
  "guard",
  "not null",
  "policy",
  "primary key",
  "privilege",
  "trigger",
  "unique",
] as const;
export type WallKind = (typeof wallKinds)[number];

/** Something the database keeps by itself, whatever the code above it forgets. */
export interface Wall {
  readonly kind: WallKind;
  readonly table: string;
  /** Of the object; of the table where the kind has one per table. */
  readonly name: string;
  /** Those it is about, in their order; of a privilege, what the application may not do. */
  readonly columns: readonly string[];
  readonly definition: string;
}

/** As reviewed and committed: a wall that is missing from the database is found by its absence. */
export function keptWalls(): Wall[] {
  return readFileSync(new URL("./database-walls.jsonl", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Wall);
}

export function printWalls(walls: readonly Wall[]): string {
  return walls.map((wall) => `${JSON.stringify(wall)}\n`).join("");
}

const constraintKinds = { c: "check", x: "exclusion", f: "foreign key", p: "primary key", u: "unique" };

const sources = [
  `select case contype ${Object.entries(constraintKinds)
    .map(([type, kind]) => `when '${type}' then '${kind}'`)
    .join(" ")} end as kind, t.table, conname as name,
     array(select attname::text from unnest(conkey) with ordinality k(number, place)
           join pg_attribute a on a.attrelid = conrelid and a.attnum = k.number order by place) as columns,
     pg_get_constraintdef(c.oid) as definition
   from pg_constraint c join tables t on t.oid = conrelid where contype in ('c', 'x', 'f', 'p', 'u')`,
  `select 'unique', t.table, i.relname,
     array(select pg_get_indexdef(x.indexrelid, place, true) from generate_series(1, x.indnkeyatts) place),
     coalesce('where ' || pg_get_expr(indpred, indrelid), '')
   from pg_index x join tables t on t.oid = indrelid join pg_class i on i.oid = indexrelid
   where indisunique and not exists (select from pg_constraint where conindid = indexrelid)`,
  `select 'not null', t.table, t.table, array_agg(attname::text order by attname), ''
   from pg_attribute a join tables t on t.oid = attrelid
   where attnotnull and attnum > 0 and not attisdropped
     and not exists (select from pg_index where indrelid = attrelid and indisprimary and attnum = any(indkey))
   group by t.table`,
  `select 'guard', t.table, t.table, array[]::text[], 'forced row-level security'
   from tables t where relrowsecurity and relforcerowsecurity`,
  `select 'policy', t.table, polname, array[]::text[], concat_ws(' ',
     case polpermissive when false then 'restrictive' end,
     case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
     'using ' || pg_get_expr(polqual, polrelid), 'with check ' || pg_get_expr(polwithcheck, polrelid))
   from pg_policy join tables t on t.oid = polrelid`,
  `select 'privilege', t.table, t.table, array_agg(privilege order by privilege), 'not for the application'
   from tables t, unnest(array['DELETE', 'INSERT', 'SELECT', 'TRUNCATE', 'UPDATE']) privilege
   where not has_table_privilege('${applicationRole}', t.oid, privilege) group by t.table`,
  `select 'trigger', t.table, tgname, array[]::text[], pg_get_triggerdef(g.oid)
   from pg_trigger g join tables t on t.oid = tgrelid where not tgisinternal`,
];

/** All there are, read from the catalog: nobody keeps a list of tables. */
export async function wallsOf(client: Pick<pg.ClientBase, "query">): Promise<Wall[]> {
  const { rows } = await client.query<Wall>(
    `with tables as (
       select oid, relname::text as table, relrowsecurity, relforcerowsecurity from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
     )
     select kind, "table", name::text, columns, definition
     from (${sources.join(" union all ")}) walls order by "table", kind, name::text collate "C"`,
  );
  return rows;
}
