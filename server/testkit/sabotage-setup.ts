import pg from "pg";
import { inject } from "vitest";
import { plantedFaults } from "./sabotage-faults.ts";
import { plants } from "./sabotage-plants.ts";

// Only `pnpm sabotage` loads this file, before the test that is to go red.

/** The template is finished first, as for every test, and then hurt. */
async function plantInDatabase(sql: string): Promise<void> {
  const { testDatabase } = await import("./database.ts");
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

const name = process.env["TIERLINE_SABOTAGE"] ?? "";
const fault = plantedFaults.find((each) => each.name === name);
if (fault?.sql !== undefined) await plantInDatabase(fault.sql);
else if (fault !== undefined && plants[name] !== undefined) plants[name]();
else throw new Error("TIERLINE_SABOTAGE names no fault that can be planted.");
