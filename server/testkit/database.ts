import pg from "pg";
import { inject } from "vitest";
import { entities, moduleSql } from "../app.ts";
import { examine } from "../db/doctor.ts";
import { migrate } from "../db/migrate.ts";
import type { Vault } from "../kernel/vault.ts";
import { openOrm, type Orm } from "../db/orm.ts";
import { installQueue } from "../provisioning/install-queue.ts";
import { applicationRole, createDatabase, dropDatabase, ownerRole, urlFor } from "../db/roles.ts";
import { testPasswords } from "./cluster.ts";

export interface TestDatabase {
  readonly name: string;
  /** As the application: owns nothing, sees only its tier. */
  readonly url: string;
  readonly ownerUrl: string;
  /** As superuser, for looking behind the walls in an assertion. */
  readonly adminUrl: string;
  openOrm(poolSize?: number): Promise<Orm>;
  /** Rows past every policy; for assertions only. Connections are shared: what one sets it sets `local`. */
  rows<T extends object>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Throws when what the tests left breaks an invariant; `now` is the time that the business clock stands at. */
  drop(now?: Date, vault?: Vault): Promise<void>;
}

const template = "tierline_template";
const templateLock = 5_510_001;

/** A fresh, migrated database; 0.1 s, because it is copied from a template that the first caller migrates. */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("adminUrl");
  await ensureTemplate(adminUrl);
  const name = `test_${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
  await createDatabase(adminUrl, name, template);
  const own = new URL(adminUrl);
  own.pathname = `/${name}`;
  const url = urlFor(adminUrl, applicationRole, testPasswords.application, name);
  const pool = new pg.Pool({ connectionString: own.href, max: 4, allowExitOnIdle: true });
  // Whoever drops the database ends what is connected to it.
  pool.on("error", () => {});
  return {
    name,
    url,
    ownerUrl: urlFor(adminUrl, ownerRole, testPasswords.owner, name),
    adminUrl: own.href,
    openOrm: (poolSize = 10) => openOrm({ url, entities, poolSize }),
    async rows<T extends object>(sql: string, params: readonly unknown[] = []) {
      if (/^\s*set\s+(?!local\b)/i.test(sql)) throw new Error("Connections are shared: write `set local`.");
      return (await pool.query<T>(sql, [...params])).rows;
    },
    async drop(now = new Date(), vault?: Vault) {
      await pool.end();
      const broken = (await examine(own.href, now, vault ?? null)).filter((finding) => finding.broken.length > 0);
      await dropDatabase(adminUrl, name);
      if (broken.length > 0) throw new Error(`The tests left a broken database: ${JSON.stringify(broken)}`);
    },
  };
}

async function ensureTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    const ready = await client.query("select 1 from pg_database where datname = $1 and not datallowconn", [template]);
    if (ready.rowCount !== 0) return;
    await dropDatabase(adminUrl, template);
    await createDatabase(adminUrl, template);
    await prepareDatabase(urlFor(adminUrl, ownerRole, testPasswords.owner, template));
    // Closed to connections: the mark that it is finished, and what copying it needs.
    await client.query(`alter database ${template} allow_connections false`);
  } finally {
    await client.end();
  }
}

async function prepareDatabase(ownerUrl: string): Promise<void> {
  await installQueue(ownerUrl, applicationRole);
  await migrate(ownerUrl, moduleSql, applicationRole);
}
