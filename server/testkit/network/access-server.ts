import { spawn } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { filled, keep, until, type Kept } from "./process.ts";

/** A modem or an access server that asks FreeRADIUS. */
export interface AccessServer {
  /** `Access-Accept`, `Access-Reject` … with the attributes that came along. */
  login(user: string, password: string): Promise<RadiusAnswer>;
  /** Tells that the session of a user began or ended. */
  account(user: string, status: "Start" | "Stop", session: string): Promise<RadiusAnswer>;
  /** What FreeRADIUS has written of a user's sessions, with why each ended: null while it is open. */
  sessions(user: string): Promise<{ session: string; cause: string | null }[]>;
  /** Where it is told to end sessions. */
  readonly settings: { readonly nasHost: string; readonly nasPort: string; readonly nasSecret: string };
}

export interface RadiusAnswer {
  readonly packet: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const secret = "testing123";

export async function startRadius(
  folder: string,
  databaseUrl: string,
  [radiusPort, accountingPort, sessionPort]: readonly [number, number, number],
): Promise<{ accessServer: AccessServer; kept: Kept }> {
  const url = new URL(databaseUrl);
  const raddb = join(folder, "raddb");
  mkdirSync(raddb);
  cpSync("/etc/freeradius/3.0/dictionary", join(raddb, "dictionary"));
  const values = {
    folder: raddb,
    secret,
    radiusPort,
    accountingPort,
    sessionPort,
    databasePort: url.port,
    databaseUser: url.username,
    databasePassword: decodeURIComponent(url.password),
    databaseName: url.pathname.slice(1),
  };
  writeFileSync(join(raddb, "radiusd.conf"), filled("radiusd.conf", values));
  const kept = keep("freeradius", ["-f", "-d", raddb, "-n", "radiusd"], folder);
  const accessServer: AccessServer = {
    login: (user, password) => ask(radiusPort, "auth", { "User-Name": user, "User-Password": password }),
    account: (user, status, session) =>
      ask(accountingPort, "acct", {
        "User-Name": user,
        "Acct-Status-Type": status,
        "Acct-Session-Id": session,
        "NAS-IP-Address": "127.0.0.1",
      }),
    sessions: (user) => sessionsIn(databaseUrl, user),
    settings: { nasHost: "127.0.0.1", nasPort: String(sessionPort), nasSecret: secret },
  };
  try {
    await until("FreeRADIUS answers", async () => (await accessServer.login("nobody", "nothing")).packet !== "");
  } catch (error) {
    await kept.stop();
    throw error;
  }
  return { accessServer, kept };
}

async function sessionsIn(
  connectionString: string,
  user: string,
): Promise<{ session: string; cause: string | null }[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ session: string; cause: string | null }>(
      `select acctsessionid as session, case when acctstoptime is not null then acctterminatecause end as cause
       from radacct where username = $1 order by 1`,
      [user],
    );
    return rows;
  } finally {
    await client.end();
  }
}

async function ask(
  port: number,
  kind: "auth" | "acct",
  request: Readonly<Record<string, string>>,
): Promise<RadiusAnswer> {
  const flags = ["-x", "-r", "2", "-t", "2", `127.0.0.1:${port}`, kind, secret];
  const client = spawn("radclient", flags, { stdio: ["pipe", "pipe", "ignore"] });
  client.stdin.end(
    Object.entries(request)
      .map(([name, value]) => `${name}="${value}"`)
      .join("\n"),
  );
  let printed = "";
  client.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  await new Promise((resolve) => client.once("close", resolve));
  const [, answer = ""] = printed.split(/^Received /m);
  const attributes = [...answer.matchAll(/^\t(\S+) = "?(.*?)"?$/gm)].map(([, name, value]) => [name, value] as const);
  return { packet: answer.split(" ")[0] ?? "", attributes: Object.fromEntries(attributes) };
}
