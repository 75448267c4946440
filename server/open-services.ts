import { entities, provisioningParts } from "./app.ts";
import type { Services } from "./api/services.ts";
import { openOrm } from "./db/orm.ts";
import { wallProblems } from "./db/guards.ts";
import { connectChanges } from "./kernel/changes.ts";
import { systemClock } from "./kernel/clock.ts";
import type { Config } from "./kernel/config.ts";
import { createLog } from "./kernel/log.ts";
import { createVault } from "./kernel/vault.ts";
import { rootPath, tierVariables } from "./kernel/viewer.ts";
import pg from "pg";

const poolSize = 20;

export interface OpenServices extends Services {
  close(): Promise<void>;
}

/** Connects to everything a process needs, and refuses to work where the walls between tiers do not stand. */
export async function openServices(config: Config, secret: Buffer, name: string): Promise<OpenServices> {
  const url = config.DATABASE_URL;
  if (url === undefined)
    throw new Error("DATABASE_URL is not set: this process needs the database that the launcher or you provide.");
  const log = createLog(config, name);
  await refuseBrokenWalls(url);
  const changes = await connectChanges(config.DATABASE_DIRECT_URL ?? url, log);
  const orm = await openOrm({ url, entities, poolSize });
  const vault = createVault(secret);
  const atRoot = { session: { variables: tierVariables(rootPath) } };
  return {
    config,
    orm,
    changes,
    log,
    clock: systemClock,
    vault,
    provisioning: provisioningParts(() => ({ em: orm.em.fork(atRoot), vault })),
    async close() {
      await changes.close();
      await orm.close(true);
    },
  };
}

async function refuseBrokenWalls(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const problems = await wallProblems(client);
    if (problems.length > 0)
      throw new Error(`Refusing to start: the walls between tiers do not stand.\n  ${problems.join("\n  ")}`);
  } finally {
    await client.end();
  }
}
