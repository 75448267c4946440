import pg from "pg";
import { inject } from "vitest";
import { limits } from "../api/limits.ts";
import { Secret } from "../kernel/secret.ts";
import { testDatabase } from "./database.ts";
import { plantedFaults, type PlantedFault } from "./sabotage-faults.ts";

// Only `pnpm sabotage` loads this file, before the test that is to go red. The product knows nothing of it.

const inCode: Readonly<Record<NonNullable<PlantedFault["code"]>, () => void>> = {
  "secrets-shown": () =>
    void Object.assign(Secret.prototype, {
      toJSON(this: Secret) {
        return this.reveal();
      },
    }),
  "limits-off": () => void Object.assign(limits, { aliases: 1e6, depth: 1e6 }),
};

/** The template is finished first, as for every test, and then hurt. */
async function plantInDatabase(sql: string): Promise<void> {
  await (await testDatabase()).drop();
  const template = "tierline_template";
  const adminUrl = inject("adminUrl");
  const own = new URL(adminUrl);
  own.pathname = `/${template}`;
  await query(adminUrl, `alter database ${template} allow_connections true`);
  await query(own.href, sql);
  await query(adminUrl, `alter database ${template} allow_connections false`);
}

async function query(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const fault = plantedFaults.find(({ name }) => name === process.env["TIERLINE_SABOTAGE"]);
if (fault === undefined) throw new Error("TIERLINE_SABOTAGE names no planted fault.");
if (fault.sql !== undefined) await plantInDatabase(fault.sql);
if (fault.code !== undefined) inCode[fault.code]();
