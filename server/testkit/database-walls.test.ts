import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { keptWalls, printWalls, wallsOf } from "./database-walls.ts";
import { testDatabase } from "./database.ts";
import { plantSampleRows } from "./sample-rows.ts";
import { casesOf } from "./wall-faults.ts";
import { breachOf } from "./wall-proofs.ts";

// Everything the database keeps by itself, tried by a write or a look that must fail. With TIERLINE_SABOTAGE=walls each wall is
// taken away just before: then every test here must go red.

const walls = keptWalls();
const isSabotaged = process.env["TIERLINE_SABOTAGE"] === "walls";
const database = await testDatabase();
const client = new pg.Client({ connectionString: database.adminUrl });

beforeAll(async () => {
  await client.connect();
  await client.query("begin");
  await plantSampleRows(client, await wallsOf(client));
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

test.skipIf(isSabotaged)(
  "the walls of the database are those in database-walls.jsonl (pnpm sabotage --print-walls writes it)",
  async () => {
    await expect(printWalls(await wallsOf(client))).toMatchFileSnapshot("./database-walls.jsonl");
  },
);

for (const { title, wall, fault } of casesOf(walls, isSabotaged)) {
  test(`the database keeps ${title}`, async ({ skip }) => {
    await client.query("savepoint proof");
    try {
      if (fault !== null) await client.query(fault).catch((error: Error) => skip(`not planted: ${error.message}`));
      expect(await breachOf(client, wall)).toBeNull();
    } finally {
      await client.query("rollback to savepoint proof");
    }
  });
}
