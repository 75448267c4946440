import { randomBytes } from "node:crypto";
import pg from "pg";
import { moduleSql } from "./app.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./db/embedded-postgres.ts";
import { migrate } from "./db/migrate.ts";
import { applicationRole, createDatabase, createRoles, ownerRole, urlFor } from "./db/roles.ts";
import type { Config } from "./kernel/config.ts";
import { keptText } from "./kernel/kept-text.ts";
import { installQueue } from "./provisioning/install-queue.ts";

const versionMin = 16;
const connectMs = 10_000;
/** SQLSTATE of a role that is not there or has another password, and of a database that is not there. */
const missing: ReadonlySet<string> = new Set(["28000", "28P01", "3D000"]);

export interface Databases {
  /** The application's own login. */
  readonly url: string;
  /** Past a pooler, for LISTEN and locks. */
  readonly directUrl: string;
  /** The lab's own database; null where the lab does not run. */
  readonly labUrl: string | null;
  readonly isEmbedded: boolean;
  stop(): Promise<void>;
}

/** The PostgreSQL of the workspace, or the one that DATABASE_URL names; migrated either way. */
export async function openDatabases(config: Config, folder: string): Promise<Databases> {
  return config.DATABASE_URL === undefined ? openEmbedded(folder) : openExternal(config, config.DATABASE_URL);
}

async function openEmbedded(folder: string): Promise<Databases> {
  const postgres = await startEmbeddedPostgres({ folder });
  try {
    return await prepareEmbedded(postgres, folder);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function prepareEmbedded(postgres: EmbeddedPostgres, folder: string): Promise<Databases> {
  const password = (name: string) => keptText(folder, `${name}-password`, () => randomBytes(24).toString("hex"));
  const passwords = { owner: password("owner"), application: password("application") };
  await createRoles(postgres.adminUrl, passwords);
  await createDatabase(postgres.adminUrl, "tierline");
  await createDatabase(postgres.adminUrl, "lab");
  const url = urlFor(postgres.adminUrl, applicationRole, passwords.application, "tierline");
  await migrateOwned(urlFor(postgres.adminUrl, ownerRole, passwords.owner, "tierline"), applicationRole);
  return {
    url,
    directUrl: url,
    labUrl: urlFor(postgres.adminUrl, ownerRole, passwords.owner, "lab"),
    isEmbedded: true,
    stop: () => postgres.stop(),
  };
}

async function openExternal(config: Config, url: string): Promise<Databases> {
  const role = decodeURIComponent(new URL(url).username);
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_DIRECT_URL: directUrl } = config;
  if (ownerUrl === undefined) throw new Error(`DATABASE_OWNER_URL is not set. ${setUpAdvice(role)}`);
  const named = { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl ?? url };
  for (const [name, address] of Object.entries(named)) await assertUsable(name, address, setUpAdvice(role));
  await migrateOwned(ownerUrl, role);
  return {
    url,
    directUrl: directUrl ?? url,
    labUrl: null,
    isEmbedded: false,
    stop: async () => undefined,
  };
}

/** What is wrong is said with the setting and the address, never the password. */
async function assertUsable(name: string, address: string, advice: string): Promise<void> {
  const { hostname, port, username, pathname } = new URL(address);
  const where = `${username}@${hostname}:${port || "5432"}${pathname}`;
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: connectMs });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number }>(
      "select current_setting('server_version') as version, current_setting('server_version_num')::int as number",
    );
    const [found] = rows;
    if (found === undefined || found.number < versionMin * 10_000) {
      throw new Error(`PostgreSQL ${versionMin} or newer is needed, and this is ${found?.version}.`);
    }
  } catch (error) {
    const isMissing = error instanceof pg.DatabaseError && missing.has(error.code ?? "");
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} (${where}) is not usable: ${reason}${isMissing ? `\n${advice}` : ""}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The queue's tables first: the modules' functions may put jobs into it. */
async function migrateOwned(ownerUrl: string, role: string): Promise<void> {
  await installQueue(ownerUrl, role);
  await migrate(ownerUrl, moduleSql, role);
}

function setUpAdvice(role: string): string {
  return [
    "Migrations run as an owner, the application as a login that owns nothing. As a superuser, once:",
    `  create role ${ownerRole} login password '…';`,
    `  create role ${role === "" ? applicationRole : role} login password '…' nosuperuser nobypassrls;`,
    `  create database tierline owner ${ownerRole};`,
    "Then set DATABASE_OWNER_URL to the owner's address and DATABASE_URL to the application's.",
  ].join("\n");
}
