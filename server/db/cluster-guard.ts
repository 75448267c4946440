import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

/** Held by the launcher as long as it lives: its connection ends with it, however it ends. */
const launcherLock = 5_510_002;
const askMs = 2_000;
const portLine = 3; // of postmaster.pid, counted from 0

export type Leftover = "NONE" | "ABANDONED" | "IN_USE";

/**
 * What is left of a PostgreSQL in this data folder. The file with its process id tells little, for after a crash the number may
 * belong to anybody; only a PostgreSQL that answers at its port is taken for one.
 */
export async function leftoverIn(data: string, addressAt: (port: number) => string): Promise<Leftover> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return "NONE";
  const port = Number(readFileSync(file, "utf8").split("\n")[portLine]);
  if (!Number.isInteger(port) || port <= 0) return "NONE";
  const client = new pg.Client({ connectionString: addressAt(port), connectionTimeoutMillis: askMs });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ is_free: boolean }>("select pg_try_advisory_lock($1) as is_free", [
      launcherLock,
    ]);
    return rows[0]?.is_free === true ? "ABANDONED" : "IN_USE";
  } catch (error) {
    // It answers, but lets nobody in: it is starting or stopping, and none of ours.
    return error instanceof pg.DatabaseError && error.code === "57P03" ? "ABANDONED" : "NONE";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** From now on another launcher sees that the cluster is in use. */
export async function claimCluster(adminUrl: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client({ connectionString: adminUrl, keepAlive: true });
  client.on("error", () => undefined); // PostgreSQL has ended: then there is nothing to claim either
  await client.connect();
  await client.query("select pg_advisory_lock($1)", [launcherLock]);
  return { release: () => client.end().catch(() => undefined) };
}
