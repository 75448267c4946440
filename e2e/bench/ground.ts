import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "../../server/node_modules/pino/pino.js";
import { newId } from "@tierline/shared/id.ts";
import { permissionsOf } from "@tierline/shared/permission.ts";
import { entities, moduleSql, provisioningParts } from "../../server/app.ts";
import { startEmbeddedPostgres } from "../../server/db/embedded-postgres.ts";
import { migrate } from "../../server/db/migrate.ts";
import { openOrm, type Orm } from "../../server/db/orm.ts";
import { applicationRole, createDatabase, createRoles, ownerRole, urlFor } from "../../server/db/roles.ts";
import { LocalChanges } from "../../server/kernel/changes.ts";
import { systemClock } from "../../server/kernel/clock.ts";
import type { Context } from "../../server/kernel/context.ts";
import type { Log } from "../../server/kernel/log.ts";
import { createVault } from "../../server/kernel/vault.ts";
import { rootPath, tierVariables, type Viewer } from "../../server/kernel/viewer.ts";
import { installQueue } from "../../server/provisioning/install-queue.ts";
import { withProvisioning } from "../../server/provisioning/parts.ts";
import { plantTree, resellersOfTests } from "../../server/testkit/tree.ts";

/** A throw-away PostgreSQL with the product's schema, walls and tier tree, and ways to look at it from the bench. */
export interface Ground {
  readonly url: string;
  readonly ownerUrl: string;
  readonly adminUrl: string;
  readonly orm: Orm;
  readonly changes: LocalChanges;
  readonly log: Log;
  /** Somebody with every permission at that tier. */
  at(path: string, resellerId?: string): Context;
  /** Past every policy. */
  rows<T extends object>(sql: string, params?: readonly unknown[]): Promise<T[]>;
  /** Microseconds of processor time of this process and of PostgreSQL so far; PostgreSQL's in steps of 10 ms. */
  cpuUs(): number;
  close(): Promise<void>;
}

const passwords = { owner: "owner-of-bench", application: "application-of-bench" };
const database = "bench";

/** Durable as in production (fsync and synchronous commit on). */
export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-bench-"));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder, settings: ["shared_buffers=512MB", "max_wal_size=4GB"] });
  await createRoles(postgres.adminUrl, passwords);
  await createDatabase(postgres.adminUrl, database);
  const ownerUrl = urlFor(postgres.adminUrl, ownerRole, passwords.owner, database);
  const url = urlFor(postgres.adminUrl, applicationRole, passwords.application, database);
  await installQueue(ownerUrl, applicationRole);
  await migrate(ownerUrl, moduleSql, applicationRole);
  const orm = await openOrm({ url, entities, poolSize: 16 });
  await plantTree(orm);
  const changes = new LocalChanges();
  const log = pino({ level: process.env["TIERLINE_LOG"] ?? "silent" });
  const vault = createVault(Buffer.alloc(32, 7));
  const forkIn = (path: string) => orm.em.fork({ session: { variables: tierVariables(path) } });
  const parts = provisioningParts(() => ({ em: forkIn(rootPath), vault }));
  const adminUrl = Object.assign(new URL(postgres.adminUrl), { pathname: `/${database}` }).href;
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  admin.on("error", () => undefined);
  const postmaster = Number(readFileSync(join(folder, "cluster", "postmaster.pid"), "utf8").split("\n")[0]);
  open.add(stop);
  return {
    url,
    ownerUrl,
    adminUrl,
    orm,
    changes,
    log,
    at: (path, resellerId = resellersOfTests.acme.id) =>
      withProvisioning(
        {
          em: forkIn(path),
          viewer: viewerAt(path, resellerId),
          clock: systemClock,
          changes,
          log,
          vault,
          requestId: newId(),
        },
        parts,
      ),
    rows: async <T extends object>(sql: string, params: readonly unknown[] = []) =>
      (await admin.query<T>(sql, [...params])).rows,
    cpuUs: () => processCpuUs() + postgresCpuUs(postmaster),
    async close() {
      await orm.close(true);
      await changes.close();
      await admin.end();
      await stop();
    },
  };

  async function stop(): Promise<void> {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    open.delete(stop);
  }
}

const open = new Set<() => Promise<void>>();

/** Whatever a topic that failed left running. */
export async function closeGrounds(): Promise<void> {
  for (const stop of open) await stop();
}

function viewerAt(path: string, resellerId: string): Viewer {
  const role = path === rootPath ? "OPERATOR" : "RESELLER_OWNER";
  return {
    userId: "019a0000-0002-7000-8000-000000000003",
    name: "Bench",
    email: "bench@acme.test",
    role,
    resellerId,
    customerId: null,
    path,
    onlyCustomers: null,
    onBehalfOf: null,
    permissions: new Set(permissionsOf(role)),
    withheld: new Map(),
    language: null,
    channel: "CONSOLE",
    sessionId: null,
  };
}

function processCpuUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

const tickUs = 10_000;

/** The postmaster, the backends that live, and those that it has buried. Linux only; elsewhere 0. */
function postgresCpuUs(postmaster: number): number {
  const own = statOf(String(postmaster));
  if (own === null) return 0;
  let ticks = own.ticks + own.buriedTicks;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(name);
    if (stat?.parent === postmaster) ticks += stat.ticks;
  }
  return ticks * tickUs;
}

function statOf(pid: string): { parent: number; ticks: number; buriedTicks: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text
      .slice(text.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0] = fields.slice(1);
    const [user = 0, system = 0, buriedUser = 0, buriedSystem = 0] = fields.slice(11);
    return { parent, ticks: user + system, buriedTicks: buriedUser + buriedSystem };
  } catch {
    return null; // it has ended meanwhile
  }
}
