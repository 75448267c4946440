import type pg from "pg";
import { applicationRole, ownerRole } from "../db/roles.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { Wall, WallKind } from "./database-walls.ts";
import { samplePath, siblingPath } from "./sample-rows.ts";
import { breachesByHand, readingPolicies } from "./wall-proofs-by-hand.ts";

/** Answers what is wrong, or null when the wall was seen to hold. */
type Proof = (client: pg.Client, wall: Wall) => Promise<string | null>;

/** "insufficient_privilege": a policy's refusal and that of a right that was never given. */
const notAllowed = "42501";

const proofs: Readonly<Record<WallKind, Proof>> = {
  check: provenByWrite(proveCheck),
  exclusion: provenByWrite(async (_client, { name }) => notByItself(name)),
  "foreign key": provenByWrite(proveForeignKey),
  guard: proveGuard,
  "not null": proveNotNull,
  policy: provePolicy,
  "primary key": provenByWrite(proveUnique),
  privilege: provePrivilege,
  trigger: provenByWrite(async (_client, { name }) => notByItself(name)),
  unique: provenByWrite(proveUnique),
};

/** Tries to get past the wall, among one sample row a table. */
export function breachOf(client: pg.Client, wall: Wall): Promise<string | null> {
  return proofs[wall.kind](client, wall);
}

function notByItself(name: string): string {
  return `nothing is known of ${name}: give it a statement in testkit/wall-proofs-by-hand.ts`;
}

/** A statement of somebody's who knows better goes first. */
function provenByWrite(generic: Proof): Proof {
  return async (client, wall) => {
    const byHand = breachesByHand[wall.name];
    if (byHand === undefined) return generic(client, wall);
    const refusal = await refusalOf(client, byHand.sql);
    return refusal !== null && byHand.refusal.test(refusal.message) ? null : said(refusal);
  };
}

interface Refusal {
  readonly message: string;
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly column: string | undefined;
}

/** Whatever the statement did is taken back. */
async function refusalOf(
  client: pg.Client,
  sql: string,
  params: readonly unknown[] = [],
  way?: "past triggers",
): Promise<Refusal | null> {
  await client.query("savepoint attempt");
  try {
    if (way !== undefined) await client.query("set local session_replication_role = replica");
    await client.query(sql, [...params]);
    return null;
  } catch (error) {
    return error as Refusal; // node-postgres throws nothing else for a refused statement
  } finally {
    await client.query("rollback to savepoint attempt");
  }
}

function said(refusal: Refusal | null): string {
  return refusal === null ? "written" : refusal.message;
}

const breakers: Readonly<Record<string, readonly string[]>> = {
  text: ["nobody knows this", ""],
  "text[]": ["{nobody knows this}", "{}"],
  integer: ["-1", "0", "2147483647"],
  bigint: ["-1", "0", "9223372036854775807"],
};

async function proveCheck(client: pg.Client, { table, name, columns }: Wall): Promise<string | null> {
  let last: Refusal | null = null;
  for (const column of columns) {
    const type = await typeOf(client, table, column);
    for (const value of breakers[type] ?? []) {
      last = await refusalOf(client, `update "${table}" set "${column}" = $1`, [value], "past triggers");
      if (last?.constraint === name) return null;
    }
  }
  return said(last);
}

async function typeOf(client: pg.Client, table: string, column: string): Promise<string> {
  const { rows } = await client.query<{ type: string }>(
    "select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attname = $2",
    [table, column],
  );
  return rows[0]?.type ?? "unknown";
}

async function proveForeignKey(client: pg.Client, { table, name, columns }: Wall): Promise<string | null> {
  const nowhere = await freshValues(client, table, columns);
  const refusal = await refusalOf(client, `update "${table}" set ${assignments(nowhere)}`);
  return refusal?.constraint === name ? null : said(refusal);
}

/** A second row that differs in everything but what has to be unique. */
async function proveUnique(client: pg.Client, { table, name, columns }: Wall): Promise<string | null> {
  const { rows } = await client.query<{ column: string }>(
    `select distinct attname::text as column from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
     where indrelid = $1::regclass and indisunique`,
    [table],
  );
  const others = rows.map(({ column }) => column).filter((column) => !columns.includes(column));
  const refusal = await refusalOf(client, await copyWith(client, table, await freshValues(client, table, others)));
  return refusal?.constraint === name ? null : said(refusal);
}

/** SQL for values that no row has yet. Of a column in a closed list there is none, so that one keeps its value. */
async function freshValues(client: pg.Client, table: string, columns: readonly string[]): Promise<[string, string][]> {
  const { rows } = await client.query<{ column: string; type: string }>(
    `select attname::text as column, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attname = any($2)
       and not exists (select from pg_constraint where conrelid = attrelid and contype = 'c' and attnum = any(conkey))`,
    [table, columns],
  );
  return rows.map(({ column, type }) => {
    if (type === "uuid") return [column, "gen_random_uuid()"];
    return [column, type === "text" ? `"${column}" || 'x'` : `"${column}" + 1000`];
  });
}

function assignments(values: readonly [string, string][]): string {
  return values.map(([column, value]) => `"${column}" = ${value}`).join(", ");
}

/** What a table makes of its other columns it makes of the copy's, too. */
async function copyWith(client: pg.Client, table: string, values: readonly [string, string][]): Promise<string> {
  const { rows } = await client.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [`"${table}"`],
  );
  const pairs = values.map(([column, value]) => `'${column}', ${value}`).join(", ");
  const row = `jsonb_populate_record(sample, jsonb_build_object(${pairs}))`;
  const columns = rows.map(({ column }) => column);
  const copied = columns.map((column) => `copy.${column}`).join(", ");
  return `insert into "${table}" (${columns.join(", ")})
          select ${copied} from "${table}" sample cross join lateral (select (${row}).*) copy`;
}

async function proveNotNull(client: pg.Client, { table, columns }: Wall): Promise<string | null> {
  for (const column of columns) {
    const refusal = await refusalOf(client, `update "${table}" set "${column}" = null`, [], "past triggers");
    if (refusal?.code !== "23502" || refusal.column !== column) return `${column}: ${said(refusal)}`;
  }
  return null;
}

interface Sight {
  readonly role: string;
  /** Null: no tier was ever entered. */
  readonly tier: string | null;
  readonly ancestors?: string;
  /** Paths of the only customers that may be seen, parted by spaces. */
  readonly only?: string;
}

async function as<T>(
  client: pg.Client,
  { role, tier, ancestors = "", only = "" }: Sight,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("savepoint sight");
  try {
    await client.query(`set local role ${role}`);
    const [low, high] = tier === null ? ["", ""] : [tier, `${tier.slice(0, -1)}/`];
    await client.query(
      `select set_config('app.lo', $1, true), set_config('app.hi', $2, true), set_config('app.anc', $3, true),
              set_config('app.only', $4, true)`,
      [low, high, ancestors, only],
    );
    return await work();
  } finally {
    await client.query("rollback to savepoint sight");
  }
}

function seen(client: pg.Client, table: string, sight: Sight): Promise<number> {
  return as(client, sight, async () => (await client.query(`select from "${table}"`)).rowCount ?? 0);
}

const application = { role: applicationRole };

/** Of some tables the rows are written by functions of the owner alone, who stands behind the same policies. */
async function writerOf(client: pg.Client, table: string): Promise<Pick<Sight, "role">> {
  const { rows } = await client.query<{ may: boolean }>("select has_table_privilege($1, $2, 'insert') as may", [
    applicationRole,
    table,
  ]);
  return rows[0]?.may === true ? application : { role: ownerRole };
}

async function proveGuard(client: pg.Client, { table }: Wall): Promise<string | null> {
  for (const role of [applicationRole, ownerRole]) {
    if ((await seen(client, table, { role, tier: null })) !== 0) return `${role} sees rows without a tier`;
  }
  return (await seen(client, table, { ...application, tier: rootPath })) === 0 ? "the root tier sees nothing" : null;
}

async function provePolicy(client: pg.Client, { table, name }: Wall): Promise<string | null> {
  if (name === "inside_tier") return proveInsideTier(client, table);
  if (name === "named_customers") return proveNamedCustomers(client, table);
  const reading = readingPolicies[name];
  if (reading === undefined) return notByItself(name);
  await client.query(reading.setUp ?? "select");
  const who = { ...application, ...reading.seenBy };
  if ((await seen(client, table, who)) === 0) return "what is meant to be seen is not";
  if ((await seen(client, table, { ...application, ...reading.notSeenBy })) !== 0) return "seen by too many";
  const writing = `do $do$ begin update "${table}" set path = path; if found then raise 'written'; end if; end $do$`;
  const refusal = await as(client, who, () => refusalOf(client, writing));
  return refusal === null || refusal.code === notAllowed ? null : "what may be read may be written";
}

async function proveInsideTier(client: pg.Client, table: string): Promise<string | null> {
  const inside = { ...application, tier: samplePath };
  if ((await seen(client, table, inside)) === 0) return "a tier does not see its own rows";
  if ((await seen(client, table, { ...application, tier: siblingPath })) !== 0) return "a sibling sees the rows";
  const writing = { ...inside, ...(await writerOf(client, table)) };
  const written = (path: string) =>
    as(client, writing, async () => refusalOf(client, await copyWith(client, table, [["path", `'${path}'`]])));
  if ((await written(siblingPath))?.code !== notAllowed) return "a row can be written into another tier";
  return (await written(samplePath))?.code === notAllowed ? "a tier cannot write its own rows" : null;
}

interface Whose {
  /** Where the customer's path stands, if not in the table itself. */
  readonly table?: string;
  readonly column: string;
  /** What a row has that is another customer's. */
  readonly toAnother: (path: string) => [column: string, value: string];
}

const byPath: Whose = { column: "path", toAnother: (path) => ["path", `'${path}'`] };

/** Tables whose rows lie with a reseller and may be a customer's all the same. */
const whoseBy: Readonly<Record<string, Whose>> = {
  inventory_item: { column: "customer_path", toAnother: (path) => ["customer_path", `'${path}'`] },
  custody: { table: "customer", column: "path", toAnother: () => ["customer_id", "gen_random_uuid()"] },
  call_sum: { column: "buyer_path", toAnother: (path) => ["buyer_path", `'${path}'`] },
  rate_plan_buyer: { table: "customer", column: "path", toAnother: () => ["customer_id", "gen_random_uuid()"] },
};

async function proveNamedCustomers(client: pg.Client, table: string): Promise<string | null> {
  const [mine, other] = [`${samplePath}c1.`, `${samplePath}c2.`];
  await client.query("set local session_replication_role = replica");
  const whose = whoseBy[table] ?? byPath;
  await client.query(`update "${whose.table ?? table}" set ${whose.column} = '${mine}'`);
  await client.query("set local session_replication_role = origin");
  const inside = { ...application, tier: samplePath };
  for (const only of ["", mine, `${other} ${mine}`]) {
    if ((await seen(client, table, { ...inside, only })) === 0) return `a named customer is not seen among "${only}"`;
  }
  if ((await seen(client, table, { ...inside, only: other })) !== 0) return "customers who were not named are seen";
  const writing = { ...inside, ...(await writerOf(client, table)), only: mine };
  const written = (path: string) =>
    as(client, writing, async () =>
      refusalOf(client, await copyWith(client, table, path === mine ? [] : [whose.toAnother(path)])),
    );
  if ((await written(other))?.code !== notAllowed) return "a row can be written for a customer who was not named";
  return (await written(mine))?.code === notAllowed ? "nothing can be written for a named customer" : null;
}

/** What the application may not do, it may not do in the root tier either. */
async function provePrivilege(client: pg.Client, { table, columns }: Wall): Promise<string | null> {
  const statements: Readonly<Record<string, string>> = {
    DELETE: `delete from "${table}"`,
    INSERT: `insert into "${table}" default values`,
    SELECT: `select from "${table}"`,
    TRUNCATE: `truncate "${table}"`,
    UPDATE: `update "${table}" set ${await firstColumn(client, table)} = default`,
  };
  for (const privilege of columns) {
    const attempt = () => refusalOf(client, statements[privilege] ?? "select");
    const refusal = await as(client, { ...application, tier: rootPath }, attempt);
    // A policy refuses by the same code, and later.
    const isMissing = refusal?.code === notAllowed && refusal.message.startsWith("permission denied");
    if (!isMissing) return `${privilege}: ${said(refusal)}`;
  }
  return null;
}

/** Never the path: without one the policies refuse the row, and that looks like a right that is missing. */
async function firstColumn(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'path' order by attnum limit 1`,
    [table],
  );
  return rows[0]?.name ?? "";
}
