import { readFile } from "node:fs/promises";
import pg from "pg";
import { grantToApplication } from "./guards.ts";

export interface MigrationFile {
  /** Kept for ever as the migration's name. */
  readonly name: string;
  readonly url: URL;
}

/** Those that have run are never changed again; a new one is appended. */
export const migrations: readonly MigrationFile[] = [
  { name: "2026-11-22-initial", url: new URL("./migrations/2026-11-22-initial.sql", import.meta.url) },
  {
    name: "2026-11-22-tokens-by-reseller",
    url: new URL("./migrations/2026-11-22-tokens-by-reseller.sql", import.meta.url),
  },
  { name: "2026-11-22-sentences", url: new URL("./migrations/2026-11-22-sentences.sql", import.meta.url) },
  { name: "2026-11-22-rights", url: new URL("./migrations/2026-11-22-rights.sql", import.meta.url) },
  { name: "2026-11-22-titles", url: new URL("./migrations/2026-11-22-titles.sql", import.meta.url) },
  {
    name: "2026-11-22-tokens-by-parent",
    url: new URL("./migrations/2026-11-22-tokens-by-parent.sql", import.meta.url),
  },
  { name: "2026-11-22-resellers", url: new URL("./migrations/2026-11-22-resellers.sql", import.meta.url) },
  { name: "2026-11-22-people", url: new URL("./migrations/2026-11-22-people.sql", import.meta.url) },
  { name: "2026-11-22-audit", url: new URL("./migrations/2026-11-22-audit.sql", import.meta.url) },
  { name: "2026-11-22-seals", url: new URL("./migrations/2026-11-22-seals.sql", import.meta.url) },
  { name: "2026-11-22-delegation", url: new URL("./migrations/2026-11-22-delegation.sql", import.meta.url) },
  { name: "2026-11-22-developers", url: new URL("./migrations/2026-11-22-developers.sql", import.meta.url) },
  { name: "2026-11-22-moves", url: new URL("./migrations/2026-11-22-moves.sql", import.meta.url) },
  { name: "2026-11-22-portal", url: new URL("./migrations/2026-11-22-portal.sql", import.meta.url) },
  { name: "2026-11-22-problems", url: new URL("./migrations/2026-11-22-problems.sql", import.meta.url) },
  { name: "2026-11-22-webhooks", url: new URL("./migrations/2026-11-22-webhooks.sql", import.meta.url) },
  { name: "2026-11-22-walls", url: new URL("./migrations/2026-11-22-walls.sql", import.meta.url) },
  { name: "2026-11-22-factors", url: new URL("./migrations/2026-11-22-factors.sql", import.meta.url) },
  {
    name: "2026-11-22-problem-reports",
    url: new URL("./migrations/2026-11-22-problem-reports.sql", import.meta.url),
  },
  { name: "2026-11-22-webhook-lease", url: new URL("./migrations/2026-11-22-webhook-lease.sql", import.meta.url) },
  { name: "2026-11-22-access", url: new URL("./migrations/2026-11-22-access.sql", import.meta.url) },
  { name: "2026-11-22-ledger", url: new URL("./migrations/2026-11-22-ledger.sql", import.meta.url) },
  { name: "2026-11-22-selling", url: new URL("./migrations/2026-11-22-selling.sql", import.meta.url) },
  { name: "2026-11-22-rates", url: new URL("./migrations/2026-11-22-rates.sql", import.meta.url) },
  {
    name: "2026-11-22-simultaneous-calls",
    url: new URL("./migrations/2026-11-22-simultaneous-calls.sql", import.meta.url),
  },
  {
    name: "2026-11-22-billing-accounts",
    url: new URL("./migrations/2026-11-22-billing-accounts.sql", import.meta.url),
  },
];

const lockKey = 7_401_226;

/**
 * Brings the owner's database to the newest version: each migration in its own transaction, then the modules' functions and
 * triggers (idempotent), then the grants. Two processes that start together wait for each other.
 */
export async function migrate(ownerUrl: string, moduleSql: readonly URL[], applicationRole: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    await client.query(
      "create table if not exists schema_migration (name text primary key, executed_at timestamptz not null default now())",
    );
    const done = await applyPending(client);
    for (const url of moduleSql) await client.query(await readFile(url, "utf8"));
    await grantToApplication(client, applicationRole);
    return done;
  } finally {
    await client.end();
  }
}

async function applyPending(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>("select name from schema_migration");
  const executed = new Set(rows.map((row) => row.name));
  const applied: string[] = [];
  for (const { name, url } of migrations) {
    if (executed.has(name)) continue;
    await client.query("begin");
    try {
      await client.query(await readFile(url, "utf8"));
      await client.query("insert into schema_migration (name) values ($1)", [name]);
      await client.query("commit");
      applied.push(name);
    } catch (error) {
      await client.query("rollback");
      throw new Error(`The migration ${name} failed; nothing of it was kept.`, { cause: error });
    }
  }
  return applied;
}
