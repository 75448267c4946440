import type pg from "pg";
import { applicationRole } from "./roles.ts";

/** Tables without row-level security, and why each may be. The list may only shrink. */
export const unguardedTables: Readonly<Record<string, string>> = {
  worker: "liveness of processes; holds no tenant's data",
  rate_limit: "keys are hashes of addresses and accounts; holds no tenant's data",
  schema_migration: "names of migrations",
  list_name: "names of published lists, searched by a function alone; the application has no right to it",
};

/** Rows of these are added and read, never changed or taken away. */
export const appendOnlyTables: readonly string[] = [
  "audit_entry",
  "audit_seal",
  "custody",
  "task_log",
  "playbook_version",
  "ledger_transaction",
  "posting",
  "ledger_return",
  "call_leg",
  "call_leg_part",
  "allowance_draw",
  "charge",
  "invoice",
  "invoice_line",
  "credit_note",
  "credit_note_line",
  "tax_rate",
  "tax_exemption",
];

/** Rows of these are written by functions of the owner alone, which keep the rules of money; the application reads them. */
export const behindDoorTables: readonly string[] = [
  "ledger_account",
  "ledger_balance",
  "ledger_transaction",
  "posting",
  "ledger_return",
  "credit_hold",
  "live_call",
  "live_call_leg",
  "call_switch",
  "call_sum",
];

/** Of these the application's login sees nothing: functions of the owner search them. */
export const sealedTables: readonly string[] = ["list_name"];

/** What the application's login may do: it owns nothing, and history cannot be rewritten with it. */
export async function grantToApplication(owner: pg.ClientBase, role: string = applicationRole): Promise<void> {
  const name = `"${role.replaceAll('"', '""')}"`;
  await owner.query(`grant usage on schema public to ${name}`);
  await owner.query(`grant select, insert, update, delete on all tables in schema public to ${name}`);
  await owner.query(`grant usage on all sequences in schema public to ${name}`);
  await owner.query(`grant execute on all functions in schema public to ${name}`);
  for (const table of appendOnlyTables) await owner.query(`revoke update, delete, truncate on "${table}" from ${name}`);
  for (const table of behindDoorTables) {
    await owner.query(`revoke insert, update, delete, truncate on "${table}" from ${name}`);
  }
  for (const table of sealedTables) await owner.query(`revoke all on "${table}" from ${name}`);
  await owner.query(`revoke all on "schema_migration" from ${name}`).catch(() => undefined);
}

/** Everything that would make the walls between tiers worthless. An empty list lets the process start. */
export async function wallProblems(application: Pick<pg.ClientBase, "query">): Promise<string[]> {
  const problems: string[] = [];
  const { rows: roles } = await application.query<{ rolname: string; rolsuper: boolean; rolbypassrls: boolean }>(
    "select rolname, rolsuper, rolbypassrls from pg_roles where rolname = current_user",
  );
  for (const role of roles) {
    if (role.rolsuper)
      problems.push(`The application's login ${role.rolname} is a superuser: no policy applies to it.`);
    if (role.rolbypassrls) problems.push(`The application's login ${role.rolname} may bypass row-level security.`);
  }
  const { rows: tables } = await application.query<{
    name: string;
    is_guarded: boolean;
    policies: number;
    is_mine: boolean;
  }>(
    `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as is_guarded,
            (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
            pg_has_role(current_user, c.relowner, 'usage') as is_mine
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  for (const table of tables) {
    if (table.is_mine) problems.push(`The application's login owns the table ${table.name}; it must own nothing.`);
    if (table.name in unguardedTables) continue;
    if (!table.is_guarded || table.policies === 0)
      problems.push(`The table ${table.name} is not guarded by forced row-level security.`);
  }
  return problems;
}
