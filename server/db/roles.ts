import pg from "pg";

export const ownerRole = "tierline_owner";
export const applicationRole = "tierline_app";
/** A switch's: it may ask about calls and read nothing. Nobody signs in with it until it is given a password. */
export const switchRole = "tierline_switch";

/** Names of roles and databases are ours and checked, never a caller's text. */
function quoted(name: string): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`Not a name for a database object: ${name}`);
  return `"${name}"`;
}

/** Two logins: one owns everything and migrates, the other owns nothing and works. */
export async function createRoles(adminUrl: string, passwords: { owner: string; application: string }): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [applicationRole, passwords.application],
    ] as const) {
      const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      const verb = rowCount === 0 ? "create" : "alter";
      const login = `${verb} role ${quoted(role)} login nosuperuser nobypassrls nocreatedb nocreaterole password`;
      await client.query(`${login} ${client.escapeLiteral(password)}`);
    }
    const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [switchRole]);
    if (rowCount === 0) {
      await client.query(`create role ${quoted(switchRole)} nologin nosuperuser nobypassrls nocreatedb nocreaterole`);
    }
  } finally {
    await client.end();
  }
}

/** Creates the database for the owner; the application may connect to it and no more. */
export async function createDatabase(adminUrl: string, name: string, template?: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    const from = template === undefined ? "" : ` template ${quoted(template)} strategy wal_log`;
    if (rowCount === 0) await client.query(`create database ${quoted(name)} owner ${quoted(ownerRole)}${from}`);
    // Said again each time: the start that created it may have ended before it came to this.
    await client.query(`revoke all on database ${quoted(name)} from public`);
    for (const role of [applicationRole, switchRole]) {
      await client.query(`grant connect on database ${quoted(name)} to ${quoted(role)}`);
    }
  } finally {
    await client.end();
  }
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await leaveTime(client, name);
    await client.query(`drop database if exists ${quoted(name)} with (force)`);
  } finally {
    await client.end();
  }
}

const closingMs = 1_000;
const lookMs = 25;

/** Connections that are being closed may end by themselves: one that is told to while it ends throws where nobody listens any more. */
async function leaveTime(client: pg.Client, name: string): Promise<void> {
  const end = performance.now() + closingMs;
  while (performance.now() < end) {
    const { rowCount } = await client.query("select 1 from pg_stat_activity where datname = $1", [name]);
    if (rowCount === 0) return;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

/** The same database under another login. */
export function urlFor(adminUrl: string, role: string, password: string, database: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = password;
  url.pathname = `/${database}`;
  return url.href;
}
