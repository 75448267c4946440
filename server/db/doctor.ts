import pg from "pg";
import type { Vault } from "../kernel/vault.ts";
import { verifyChains, type ChainReport } from "./audit-chains.ts";
import { appendOnlyTables, behindDoorTables, wallProblems } from "./guards.ts";
import { invariants } from "./invariants.ts";
import { sealingProblems } from "./sealed-values.ts";

export interface Finding {
  readonly title: string;
  /** Empty where the invariant holds. At most ten examples. */
  readonly broken: readonly string[];
}

/** Looks behind the walls, so it wants the owner's or a superuser's address; without a vault it cannot try what is sealed. */
export async function examine(url: string, now: Date, vault: Vault | null): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    return await examineWith(client, now, vault);
  } finally {
    await client.end();
  }
}

/** The audit trail's chains alone; see `verifyChains`. */
export async function verifyAudit(url: string, anchors: readonly string[]): Promise<ChainReport> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query("select set_config('app.lo', 'r', true), set_config('app.hi', 's', true)");
    return await verifyChains(client, anchors);
  } finally {
    await client.end();
  }
}

/** In the caller's transaction, so that all of it is of one moment. */
export async function examineWith(
  client: Pick<pg.ClientBase, "query">,
  now: Date,
  vault: Vault | null,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  // The owner is bound by forced row-level security too: as the root tier it sees every row.
  await client.query("select set_config('app.lo', 'r', true), set_config('app.hi', 's', true)");
  for (const { title, sql } of invariants) {
    const asked = `with now as (select $1::timestamptz as at) select what from (${sql}) broken limit 10`;
    const { rows } = await client.query<{ what: string }>(asked, [now]);
    findings.push({ title, broken: rows.map(({ what }) => what) });
  }
  const walls = (await wallProblems(client)).filter((problem) => problem.startsWith("The table"));
  return [
    ...findings,
    {
      title: "secrets are sealed, and open in their place",
      broken: (await sealingProblems(client, vault)).slice(0, 10),
    },
    { title: "every table is guarded", broken: walls },
    { title: "the audit trail is what was sealed", broken: (await verifyChains(client)).problems.slice(0, 10) },
    {
      title: "history can be added to, and not changed",
      broken: await rightsTo(client, appendOnlyTables, ["UPDATE", "DELETE", "TRUNCATE"]),
    },
    {
      title: "money is written through its door alone",
      broken: await rightsTo(client, behindDoorTables, ["INSERT", "UPDATE", "DELETE", "TRUNCATE"]),
    },
  ];
}

/** Of any login that neither owns the table nor is a superuser, whatever it is called here. */
async function rightsTo(
  client: Pick<pg.ClientBase, "query">,
  tables: readonly string[],
  privileges: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `select rolname || ' ' || relname || ' ' || privilege as what
     from pg_class t, pg_roles r, unnest($2::text[]) privilege
     where relnamespace = 'public'::regnamespace and relname = any($1) and rolcanlogin and not rolsuper
       and not pg_has_role(r.oid, relowner, 'usage') and has_table_privilege(r.oid, t.oid, privilege)`,
    [tables, privileges],
  );
  return rows.map(({ what }) => what);
}
