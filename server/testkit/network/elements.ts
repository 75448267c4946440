import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startRadius, type AccessServer } from "./access-server.ts";
import { startMailServer, type MailServer } from "./mail-server.ts";
import { openDesk, type Line, type Manner, type Outsider, type Phone } from "./phones.ts";
import { freePorts } from "./process.ts";
import { startSwitch, type SipSwitch } from "./switch.ts";

const programs = ["kamailio", "freeradius", "radclient", "sipp", "exim4"] as const;
/** What Kamailio keeps of its own, with what Tierline has it write down of calls. */
export const switchTables: readonly (string | URL)[] = [
  ...["standard", "auth_db", "usrloc", "dialog", "avpops", "acc"].map(
    (name) => `/usr/share/kamailio/postgres/${name}-create.sql`,
  ),
  new URL("cdr-columns.sql", import.meta.url),
];
const radiusTables = "/etc/freeradius/3.0/mods-config/sql/main/postgresql/schema.sql";

type SixPorts = [number, number, number, number, number, number];

export function missingOf(wanted: readonly string[]): string[] {
  return wanted.filter((program) => spawnSync("which", [program]).status !== 0);
}

/** Why the real network cannot be tried on this machine; null where it can. */
export function whyNotHere(): string | null {
  const missing = missingOf(programs);
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
  /** Whoever has this number, outside: the carrier rings there, and calls from there. */
  outside(number: string, manner?: Manner): Outsider;
  stop(): Promise<void>;
}

/**
 * Kamailio, FreeRADIUS and Exim from the distribution's packages, on free ports, with their files in a temporary folder and
 * their tables in the given database; Kamailio asks the product's by the other. Whatever was started is ended again when something
 * does not start.
 */
export async function startRealNetwork(databaseUrl: string, productUrl: string): Promise<RealNetwork> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-network-"));
  chmodSync(folder, 0o755);
  const stops: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const each of stops.splice(0).toReversed()) await each();
  };
  try {
    const [sipPort, carrierPort, mailPort, ...radiusPorts] = (await freePorts(6)) as SixPorts;
    await createTables(databaseUrl, [...switchTables, radiusTables]);
    const { sipSwitch, kept: kamailio } = await startSwitch(folder, sipPort, { databaseUrl, productUrl, carrierPort });
    stops.push(() => kamailio.stop());
    const { accessServer, kept: radius } = await startRadius(folder, databaseUrl, radiusPorts);
    stops.push(() => radius.stop());
    const { mailServer, kept: exim } = await startMailServer(folder, mailPort);
    stops.push(() => exim.stop());
    const desk = openDesk(folder, sipPort, carrierPort);
    stops.push(() => desk.stop());
    const { phone, outside } = desk;
    return { databaseUrl, realm: "tierline.test", sipSwitch, accessServer, mailServer, phone, outside, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function createTables(databaseUrl: string, files: readonly (string | URL)[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const file of files) await client.query(readFileSync(file, "utf8"));
  } finally {
    await client.end();
  }
}
