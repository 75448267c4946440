import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const programs = ["kamailio", "freeradius", "radclient", "sipp"] as const;
const tables = ["standard", "auth_db", "usrloc", "dialog"].map(
  (name) => `/usr/share/kamailio/postgres/${name}-create.sql`,
);
const radiusTables = "/etc/freeradius/3.0/mods-config/sql/main/postgresql/schema.sql";
const statusCall = JSON.stringify({ jsonrpc: "2.0", method: "core.uptime", id: 1 });
const radiusSecret = "testing123";

/** Which programs are not on this machine; with all of them there the real network can be tried. */
export function missingPrograms(): string[] {
  return programs.filter((program) => spawnSync("which", [program]).status !== 0);
}

export interface RealNetwork {
  readonly sip: { databaseUrl: string; realm: string; rpcUrl: string };
  readonly radius: { databaseUrl: string };
  /** Does a phone with this password get registered? */
  register(user: string, password: string): Promise<boolean>;
  /** Does a call go through, to a phone that answers? */
  call(from: { user: string; password: string }, to: string): Promise<boolean>;
  /** What FreeRADIUS answers: `Access-Accept`, `Access-Reject` … with its attributes. */
  login(user: string, password: string): string;
  stop(): Promise<void>;
}

/** Kamailio and FreeRADIUS from the distribution's packages, on free ports, over tables in the given database. */
export async function startRealNetwork(databaseUrl: string): Promise<RealNetwork> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-network-"));
  chmodSync(folder, 0o755);
  const [sipPort, phonePort, callerPort, radiusPort] = await freePorts(4);
  await createTables(databaseUrl);
  const kamailio = startKamailio(folder, databaseUrl, sipPort!);
  const freeradius = startRadius(folder, databaseUrl, radiusPort!);
  const phones = phonesOf(folder, { sipPort: sipPort!, phonePort: phonePort!, callerPort: callerPort! });
  await until(async () => (await fetch(`http://127.0.0.1:${sipPort}/RPC`, { method: "POST", body: statusCall })).ok);
  const login = (user: string, password: string): string =>
    spawnSync("radclient", ["-x", "-r", "2", "-t", "2", `127.0.0.1:${radiusPort}`, "auth", radiusSecret], {
      input: `User-Name=${user},User-Password=${password}`,
      encoding: "utf8",
    }).stdout;
  await until(async () => /Received Access/.test(login("nobody", "nothing")));
  return {
    sip: { databaseUrl, realm: "tierline.test", rpcUrl: `http://127.0.0.1:${sipPort}/RPC` },
    radius: { databaseUrl },
    ...phones,
    login,
    async stop() {
      await Promise.all([ended(kamailio), ended(freeradius)]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createTables(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const file of [...tables, radiusTables]) await client.query(readFileSync(file, "utf8"));
  } finally {
    await client.end();
  }
}

function filled(name: string, values: Record<string, string | number>): string {
  const text = readFileSync(new URL(name, import.meta.url), "utf8");
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_all, key: string) => String(values[key] ?? ""));
}

function startKamailio(folder: string, databaseUrl: string, sipPort: number): ChildProcess {
  const file = join(folder, "kamailio.cfg");
  writeFileSync(file, filled("kamailio.cfg", { sipPort, databaseUrl }));
  const flags = ["-f", file, "-DD", "-E", "-m", "32", "-M", "4", "-P", join(folder, "kamailio.pid"), "-Y", folder];
  return spawn("kamailio", flags, { stdio: "ignore" });
}

function startRadius(folder: string, databaseUrl: string, radiusPort: number): ChildProcess {
  const url = new URL(databaseUrl);
  const raddb = join(folder, "raddb");
  mkdirSync(raddb);
  cpSync("/etc/freeradius/3.0/dictionary", join(raddb, "dictionary"));
  const values = {
    folder: raddb,
    secret: radiusSecret,
    radiusPort,
    databasePort: url.port,
    databaseUser: url.username,
    databasePassword: decodeURIComponent(url.password),
    databaseName: url.pathname.slice(1),
  };
  writeFileSync(join(raddb, "radiusd.conf"), filled("radiusd.conf", values));
  return spawn("freeradius", ["-f", "-d", raddb, "-n", "radiusd"], { stdio: "ignore" });
}

interface Ports {
  readonly sipPort: number;
  readonly phonePort: number;
  readonly callerPort: number;
}

function phonesOf(folder: string, { sipPort, phonePort, callerPort }: Ports): Pick<RealNetwork, "register" | "call"> {
  const scenario = (name: string): string => {
    const file = join(folder, name);
    writeFileSync(file, filled(name, { phonePort }));
    return file;
  };
  const sipp = (name: string, port: number, fields: string | null, target: readonly string[]): ChildProcess => {
    const values = join(folder, `${name}.csv`);
    if (fields !== null) writeFileSync(values, `SEQUENTIAL\n${fields}\n`);
    const common = ["-i", "127.0.0.1", "-p", String(port), "-m", "1", "-timeout", "5", "-timeout_error", "-nostdin"];
    const flags = [...target, "-sf", scenario(name), ...(fields === null ? [] : ["-inf", values]), ...common];
    return spawn("sipp", flags, { stdio: "ignore", cwd: folder });
  };
  const server = [`127.0.0.1:${sipPort}`];
  const credentials = (user: string, password: string): string =>
    `[authentication username=${user} password=${password}]`;
  return {
    register: (user, password) =>
      succeeded(sipp("register.xml", phonePort, `${user};${credentials(user, password)}`, server)),
    async call(from, to) {
      const answering = sipp("answer.xml", phonePort, null, []);
      const isThrough = await succeeded(
        sipp("call.xml", callerPort, `${from.user};${to};${credentials(from.user, from.password)}`, server),
      );
      await ended(answering);
      return isThrough;
    },
  };
}

async function succeeded(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => child.once("exit", (code) => resolve(code === 0)));
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const tooLong = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await end;
  clearTimeout(tooLong);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once("listening", resolve))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function until(isThere: () => Promise<boolean>): Promise<void> {
  const endMs = Date.now() + 15_000;
  while (Date.now() < endMs) {
    if (await isThere().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("The real network elements did not start.");
}
