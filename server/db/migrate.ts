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
  { name: "2026-11-22-calls", url: new URL("./migrations/2026-11-22-calls.sql", import.meta.url) },
  { name: "2026-11-22-price-lists", url: new URL("./migrations/2026-11-22-price-lists.sql", import.meta.url) },
  { name: "2026-11-22-account-terms", url: new URL("./migrations/2026-11-22-account-terms.sql", import.meta.url) },
  { name: "2026-11-22-allowances", url: new URL("./migrations/2026-11-22-allowances.sql", import.meta.url) },
  { name: "2026-11-22-line-plans", url: new URL("./migrations/2026-11-22-line-plans.sql", import.meta.url) },
  { name: "2026-11-22-charging", url: new URL("./migrations/2026-11-22-charging.sql", import.meta.url) },
  { name: "2026-11-22-live-calls", url: new URL("./migrations/2026-11-22-live-calls.sql", import.meta.url) },
  { name: "2026-11-22-ending-terms", url: new URL("./migrations/2026-11-22-ending-terms.sql", import.meta.url) },
  { name: "2026-11-22-dunning", url: new URL("./migrations/2026-11-22-dunning.sql", import.meta.url) },
  { name: "2026-11-22-payments", url: new URL("./migrations/2026-11-22-payments.sql", import.meta.url) },
  { name: "2026-11-22-invoices", url: new URL("./migrations/2026-11-22-invoices.sql", import.meta.url) },
  { name: "2026-11-22-raised-limits", url: new URL("./migrations/2026-11-22-raised-limits.sql", import.meta.url) },
  { name: "2026-11-22-dids", url: new URL("./migrations/2026-11-22-dids.sql", import.meta.url) },
  { name: "2026-11-22-number-sources", url: new URL("./migrations/2026-11-22-number-sources.sql", import.meta.url) },
  { name: "2026-11-22-did-terms", url: new URL("./migrations/2026-11-22-did-terms.sql", import.meta.url) },
  { name: "2026-11-22-cards", url: new URL("./migrations/2026-11-22-cards.sql", import.meta.url) },
  { name: "2026-11-22-ending-calls", url: new URL("./migrations/2026-11-22-ending-calls.sql", import.meta.url) },
  { name: "2026-11-22-switch-records", url: new URL("./migrations/2026-11-22-switch-records.sql", import.meta.url) },
  { name: "2026-11-22-csv-files", url: new URL("./migrations/2026-11-22-csv-files.sql", import.meta.url) },
  { name: "2026-11-22-waiting-charges", url: new URL("./migrations/2026-11-22-waiting-charges.sql", import.meta.url) },
  {
    name: "2026-11-22-auto-recharge",
    url: new URL("./migrations/2026-11-22-auto-recharge.sql", import.meta.url),
  },
  { name: "2026-11-23-taxes", url: new URL("./migrations/2026-11-23-taxes.sql", import.meta.url) },
  {
    name: "2026-11-23-lines-of-a-customer",
    url: new URL("./migrations/2026-11-23-lines-of-a-customer.sql", import.meta.url),
  },
  { name: "2026-11-23-price-too-high", url: new URL("./migrations/2026-11-23-price-too-high.sql", import.meta.url) },
  { name: "2026-11-23-ledger-returns", url: new URL("./migrations/2026-11-23-ledger-returns.sql", import.meta.url) },
  { name: "2026-11-23-credit-notes", url: new URL("./migrations/2026-11-23-credit-notes.sql", import.meta.url) },
  { name: "2026-11-23-payment-words", url: new URL("./migrations/2026-11-23-payment-words.sql", import.meta.url) },
  { name: "2026-11-23-card-retries", url: new URL("./migrations/2026-11-23-card-retries.sql", import.meta.url) },
  { name: "2026-11-23-number-leases", url: new URL("./migrations/2026-11-23-number-leases.sql", import.meta.url) },
  {
    name: "2026-11-23-limits-of-lines",
    url: new URL("./migrations/2026-11-23-limits-of-lines.sql", import.meta.url),
  },
  { name: "2026-11-23-split-calls", url: new URL("./migrations/2026-11-23-split-calls.sql", import.meta.url) },
  { name: "2026-11-23-plan-change", url: new URL("./migrations/2026-11-23-plan-change.sql", import.meta.url) },
  { name: "2026-11-23-call-sums", url: new URL("./migrations/2026-11-23-call-sums.sql", import.meta.url) },
  {
    name: "2026-11-23-live-price-changes",
    url: new URL("./migrations/2026-11-23-live-price-changes.sql", import.meta.url),
  },
  { name: "2026-11-23-plan-fees", url: new URL("./migrations/2026-11-23-plan-fees.sql", import.meta.url) },
  { name: "2026-11-23-while-suspended", url: new URL("./migrations/2026-11-23-while-suspended.sql", import.meta.url) },
  {
    name: "2026-11-23-retail-price-lists",
    url: new URL("./migrations/2026-11-23-retail-price-lists.sql", import.meta.url),
  },
  { name: "2026-11-23-out-of-balance", url: new URL("./migrations/2026-11-23-out-of-balance.sql", import.meta.url) },
  {
    name: "2026-11-23-payments-of-entries",
    url: new URL("./migrations/2026-11-23-payments-of-entries.sql", import.meta.url),
  },
  { name: "2026-11-23-routes", url: new URL("./migrations/2026-11-23-routes.sql", import.meta.url) },
  { name: "2026-11-23-live-routes", url: new URL("./migrations/2026-11-23-live-routes.sql", import.meta.url) },
  { name: "2026-11-23-failed-invoices", url: new URL("./migrations/2026-11-23-failed-invoices.sql", import.meta.url) },
  { name: "2026-11-23-line-minutes", url: new URL("./migrations/2026-11-23-line-minutes.sql", import.meta.url) },
  {
    name: "2026-11-23-ended-with-service",
    url: new URL("./migrations/2026-11-23-ended-with-service.sql", import.meta.url),
  },
  { name: "2026-11-23-brands", url: new URL("./migrations/2026-11-23-brands.sql", import.meta.url) },
  { name: "2026-11-23-tax-numbers", url: new URL("./migrations/2026-11-23-tax-numbers.sql", import.meta.url) },
  { name: "2026-11-23-screening", url: new URL("./migrations/2026-11-23-screening.sql", import.meta.url) },
  {
    name: "2026-11-23-call-in-regions",
    url: new URL("./migrations/2026-11-23-call-in-regions.sql", import.meta.url),
  },
  {
    name: "2026-11-23-onboarding-templates",
    url: new URL("./migrations/2026-11-23-onboarding-templates.sql", import.meta.url),
  },
  { name: "2026-11-23-sign-up", url: new URL("./migrations/2026-11-23-sign-up.sql", import.meta.url) },
  {
    name: "2026-11-23-bulk-imports",
    url: new URL("./migrations/2026-11-23-bulk-imports.sql", import.meta.url),
  },
  { name: "2026-11-23-onboarding", url: new URL("./migrations/2026-11-23-onboarding.sql", import.meta.url) },
  { name: "2026-11-23-off-by-hand", url: new URL("./migrations/2026-11-23-off-by-hand.sql", import.meta.url) },
  { name: "2026-11-23-list-sources", url: new URL("./migrations/2026-11-23-list-sources.sql", import.meta.url) },
  { name: "2026-11-23-bulk-prices", url: new URL("./migrations/2026-11-23-bulk-prices.sql", import.meta.url) },
  { name: "2026-11-23-bulk-ceilings", url: new URL("./migrations/2026-11-23-bulk-ceilings.sql", import.meta.url) },
  { name: "2026-11-23-bulk-retention", url: new URL("./migrations/2026-11-23-bulk-retention.sql", import.meta.url) },
  { name: "2026-11-23-packages", url: new URL("./migrations/2026-11-23-packages.sql", import.meta.url) },
  {
    name: "2026-11-23-bulk-subscribers",
    url: new URL("./migrations/2026-11-23-bulk-subscribers.sql", import.meta.url),
  },
  {
    name: "2026-11-23-internal-customers",
    url: new URL("./migrations/2026-11-23-internal-customers.sql", import.meta.url),
  },
  { name: "2026-11-24-bulk-users", url: new URL("./migrations/2026-11-24-bulk-users.sql", import.meta.url) },
  { name: "2026-11-24-pbx-trunks", url: new URL("./migrations/2026-11-24-pbx-trunks.sql", import.meta.url) },
  {
    name: "2026-11-24-import-notices",
    url: new URL("./migrations/2026-11-24-import-notices.sql", import.meta.url),
  },
  {
    name: "2026-11-24-subscribers-by-file",
    url: new URL("./migrations/2026-11-24-subscribers-by-file.sql", import.meta.url),
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
