import type pg from "pg";
import type { Wall } from "./database-walls.ts";

/** The tier of every sample row, the one beside it and the one below. */
export const samplePath = "r1.r2.r3.";
export const siblingPath = "r1.r2.r4.";
export const belowPath = `${samplePath}r5.`;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Where a check's own text does not tell a value that it lets pass. */
const valuesByHand: Readonly<Record<string, string>> = {
  "brand_version.accent": "#007e89",
  "brand_version.title_background": "#007e89",
  "brand_version.title_text": "#007e89",
  "brand_version.content_background": "#007e89",
  "brand_version.content_text": "#007e89",
  "csv_file.state": "READY",
  "payment_method.last_four": "1234",
  "app_user.email": "sample",
  "app_user.kind": "PERSON",
  "app_user.role": "MEMBER",
  "dunning.terminate_micros": "-1",
  "list_source.every_hours": "24",
  "screening_settings.threshold": "900",
  "screening_settings.threshold_with_country": "800",
  "ledger_account.payment_mode": "PREPAID",
  "ledger_account.credit_policy": "STRICT",
  "ledger_account.credit_limit_micros": "0",
  "ledger_transaction.lines": "2",
  "reseller.is_demo": "false",
  "allowance_count.ends_at": "2026-02-01T00:00:00Z",
  "customer_allowance.draws_from_local": "false",
};

const valuesByType: Readonly<Record<string, string>> = {
  text: "sample",
  "text[]": "{}",
  "integer[]": "{}",
  uuid: "019a0000-0000-7000-8000-000000000000",
  integer: "1",
  bigint: "1",
  "bigint[]": "{}",
  boolean: "true",
  jsonb: "{}",
  date: "2026-01-01",
  "timestamp with time zone": "2026-01-01T00:00:00Z",
};

/**
 * One row in each table, with every column filled, whatever the table is about: enough to try the walls around it. What the rows
 * point at does not exist, so this wants the superuser, inside a transaction that is taken back.
 */
export async function plantSampleRows(client: pg.Client, walls: readonly Wall[]): Promise<void> {
  const { rows } = await client.query<Column>(
    `select relname::text as table, attname::text as column, format_type(atttypid, atttypmod) as type
     from pg_attribute join pg_class t on t.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped
       and attgenerated = '' and attidentity = '' order by relname, attnum`,
  );
  await client.query("set local session_replication_role = replica");
  for (const [table, columns] of Map.groupBy(rows, (column) => column.table)) {
    const names = columns.map(({ column }) => `"${column}"`).join(", ");
    const places = columns.map((_, index) => `$${index + 1}`).join(", ");
    const values = columns.map((column) => valueOf(column, walls));
    await client.query(`delete from "${table}"`);
    await client.query(`insert into "${table}" (${names}) values (${places})`, values);
  }
  await client.query("set local session_replication_role = origin");
}

function valueOf({ table, column, type }: Column, walls: readonly Wall[]): string {
  const byHand = valuesByHand[`${table}.${column}`];
  if (byHand !== undefined) return byHand;
  if (column === "path" || column.endsWith("_path")) return samplePath;
  const value = type === "text" ? firstAllowed(walls, table, column) : valuesByType[type];
  if (value === undefined) throw new Error(`No sample value is known for ${table}.${column} (${type}).`);
  return value;
}

/** The first of a closed list. */
function firstAllowed(walls: readonly Wall[], table: string, column: string): string | undefined {
  const isAbout = (wall: Wall) => wall.kind === "check" && wall.table === table && wall.columns.includes(column);
  const [, first] = /'([^']*)'::text/.exec(walls.find(isAbout)?.definition ?? "") ?? [];
  return first ?? valuesByType["text"];
}
