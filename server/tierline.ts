import "reflect-metadata";
import { mkdtempSync, chmodSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApiSchema, printApiSchema } from "./api/schema.ts";
import { entities, modules } from "./app.ts";
import { startEmbeddedPostgres } from "./db/embedded-postgres.ts";
import { createDatabase, createRoles, ownerRole, urlFor } from "./db/roles.ts";
import { writeInitialMigration } from "./db/write-initial-migration.ts";

/** A PostgreSQL for one command, gone afterwards. */
async function withThrowawayDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-command-"));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder, isThrowaway: true });
  try {
    await createRoles(postgres.adminUrl, { owner: "owner", application: "application" });
    await createDatabase(postgres.adminUrl, "tierline");
    return await work(urlFor(postgres.adminUrl, ownerRole, "owner", "tierline"));
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const schemaFile = new URL("../schema/schema.graphql", import.meta.url);

const commands: Record<string, () => Promise<void>> = {
  "schema:print": async () => {
    await writeFile(schemaFile, printApiSchema(buildApiSchema(modules)));
    console.log(`Wrote ${fileURLToPath(schemaFile)}`);
  },
  "schema:check": async () => {
    if ((await readFile(schemaFile, "utf8")) === printApiSchema(buildApiSchema(modules))) return;
    console.error("schema/schema.graphql is not what the server serves. Review the difference after: pnpm tierline schema:print");
    process.exitCode = 1;
  },
  "migrations:initial": async () => {
    const file = await withThrowawayDatabase((url) => writeInitialMigration(url, entities));
    console.log(`Wrote ${file.pathname}`);
  },
};

const command = commands[process.argv[2] ?? ""];
if (command === undefined) {
  console.error(`Usage: pnpm tierline <${Object.keys(commands).join(" | ")}>`);
  process.exitCode = 2;
} else {
  await command();
}
