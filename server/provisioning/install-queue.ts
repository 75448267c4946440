import { runMigrations } from "graphile-worker";
import pg from "pg";

const schema = "graphile_worker";

/**
 * Installs or updates the queue as the owner, and opens it to the application's login. Its private tables have row security
 * switched on without a policy, so that a login which owns nothing could not even enqueue: they hold ids of runs, no tenant's
 * data, and get a policy that lets the application through.
 */
export async function installQueue(ownerUrl: string, applicationRole: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(grants(client.escapeIdentifier(applicationRole)));
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c
       where c.relnamespace = '${schema}'::regnamespace and c.relkind = 'r' and c.relrowsecurity`,
    );
    for (const { name } of rows)
      await client.query(policy(client.escapeIdentifier(name), client.escapeIdentifier(applicationRole)));
  } finally {
    await client.end();
  }
}

function grants(role: string): string {
  return `grant usage on schema ${schema} to ${role};
    grant select, insert, update, delete on all tables in schema ${schema} to ${role};
    grant usage, select on all sequences in schema ${schema} to ${role};
    grant execute on all functions in schema ${schema} to ${role};`;
}

function policy(table: string, role: string): string {
  return `drop policy if exists for_the_application on ${schema}.${table};
    create policy for_the_application on ${schema}.${table} for all to ${role} using (true) with check (true);`;
}
