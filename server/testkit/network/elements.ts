import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startRadius, type AccessServer } from "./access-server.ts";
import { startMailServer, type MailServer } from "./mail-server.ts";
import { openDesk, type Line, type Phone } from "./phones.ts";
import { freePorts } from "./process.ts";
import { startSwitch, type SipSwitch } from "./switch.ts";

const programs = ["kamailio", "freeradius", "radclient", "sipp", "exim4"] as const;
const tables = ["standard", "auth_db", "usrloc", "dialog", "avpops"].map(
  (name) => `/usr/share/kamailio/postgres/${name}-create.sql`,
);
const radiusTables = "/etc/freeradius/3.0/mods-config/sql/main/postgresql/schema.sql";

/** Why the real network cannot be tried on this machine; null where it can. */
export function whyNotHere(): string | null {
  const missing = programs.filter((program) => spawnSync("which", [program]).status !== 0);
  if (missing.length > 0) return `not installed: ${missing.join(", ")}`;
  return process.getuid?.() === 0
    ? null
    : "Exim and the files of FreeRADIUS's package need root, and this is an ordinary user";
}

export interface RealNetwork {
  readonly databaseUrl: string;
  readonly realm: string;
  readonly sipSwitch: SipSwitch;
  readonly accessServer: AccessServer;
  readonly mailServer: MailServer;
  phone(line: Line): Promise<Phone>;
  stop(): Promise<void>;
}

/**
 * Kamailio, FreeRADIUS and Exim from the distribution's packages, on free ports, with their files in a temporary folder and
 * their tables in the given database. Whatever was started is ended again when something does not start.
 */
export async function startRealNetwork(databaseUrl: string): Promise<RealNetwork> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-network-"));
  chmodSync(folder, 0o755);
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).toReversed()) await each();
  };
  try {
    const [sipPort, mailPort, ...radiusPorts] = (await freePorts(5)) as [number, number, number, number, number];
    await createTables(databaseUrl);
    const { sipSwitch, kept: kamailio } = await startSwitch(folder, databaseUrl, sipPort);
    stops.push(() => kamailio.stop());
    const { accessServer, kept: radius } = await startRadius(folder, databaseUrl, radiusPorts);
    stops.push(() => radius.stop());
    const { mailServer, kept: exim } = await startMailServer(folder, mailPort);
    stops.push(() => exim.stop());
    const desk = openDesk(folder, sipPort);
    stops.push(() => desk.stop());
    const phone = (line: Line): Promise<Phone> => desk.phone(line);
    return { databaseUrl, realm: "tierline.test", sipSwitch, accessServer, mailServer, phone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
