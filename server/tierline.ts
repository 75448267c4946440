import "reflect-metadata";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildApiSchema, printApiSchema } from "./api/schema.ts";
import { entities, modules } from "./app.ts";
import { examine, verifyAudit } from "./db/doctor.ts";
import { startEmbeddedPostgres } from "./db/embedded-postgres.ts";
import { runningDatabase } from "./db/running-database.ts";
import { createDatabase, createRoles, ownerRole, urlFor } from "./db/roles.ts";
import { dataFolder } from "./installation-folder.ts";
import { readConfig, type Config } from "./kernel/config.ts";
import { createVault, type Vault } from "./kernel/vault.ts";
import packageFacts from "./package.json" with { type: "json" };
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

function ownerUrlAtHand(config: Config): string {
  return process.env["DATABASE_OWNER_URL"] ?? runningDatabase(dataFolder(config.TIERLINE_DATA)).ownerUrl;
}

/** Null where the installation's secret is not here: what is sealed cannot be tried then. */
function vaultAtHand(config: Config): Vault | null {
  const kept = join(dataFolder(config.TIERLINE_DATA), "secret");
  if (config.TIERLINE_SECRET !== undefined) return createVault(Buffer.from(config.TIERLINE_SECRET, "base64"));
  return existsSync(kept) ? createVault(Buffer.from(readFileSync(kept, "utf8").trim(), "base64")) : null;
}

/** Only here when it is wanted: what compares two contracts is installed for development alone. */
const changelog = async () => (await import("./api/changelog.ts")).openChangelog();
const today = (): string => new Date().toISOString().slice(0, 10);
const schemaFile = new URL("../schema/schema.graphql", import.meta.url);

const commands: Record<string, () => Promise<void>> = {
  "schema:print": async () => {
    const sdl = printApiSchema(buildApiSchema(modules));
    await writeFile(schemaFile, sdl);
    console.log(`Wrote ${fileURLToPath(schemaFile)}`);
    const { examine, write } = await changelog();
    const told = await write(sdl, today());
    console.log(`Wrote schema/changes/next.jsonl: ${told.length} changes since the contract was published`);
    for (const problem of await examine(sdl, packageFacts)) console.log(problem);
  },
  "schema:check": async () => {
    const sdl = printApiSchema(buildApiSchema(modules));
    const { examine } = await changelog();
    const drift =
      "schema/schema.graphql is not what the server serves. Review the difference after: pnpm tierline schema:print";
    const problems = [
      ...((await readFile(schemaFile, "utf8")) === sdl ? [] : [drift]),
      ...(await examine(sdl, packageFacts)),
    ];
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
  },
  /** When a version goes out: its changes get its day's name. */
  "schema:publish": async () => {
    const { publish } = await changelog();
    const file = await publish(printApiSchema(buildApiSchema(modules)), today(), packageFacts);
    console.log(`Wrote ${fileURLToPath(file)}`);
  },
  doctor: async () => {
    const config = readConfig(process.env);
    const findings = await examine(ownerUrlAtHand(config), new Date(), vaultAtHand(config));
    for (const { title, broken } of findings)
      console.log(`${broken.length === 0 ? "✓" : "✗"} ${title}${broken.map((each) => `\n    ${each}`).join("")}`);
    if (findings.some(({ broken }) => broken.length > 0)) process.exitCode = 1;
  },
  /** What stands behind the words are heads out of the log, to be found again. */
  "audit verify": async () => {
    const url = ownerUrlAtHand(readConfig(process.env));
    const { problems, heads } = await verifyAudit(url, process.argv.slice(4));
    for (const head of heads) console.log(`✓ ${head}`);
    for (const problem of problems) console.log(`✗ ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
  },
  "migrations:initial": async () => {
    const file = await withThrowawayDatabase((url) => writeInitialMigration(url, entities));
    console.log(`Wrote ${file.pathname}`);
  },
};

const [, , first = "", second = ""] = process.argv;
const command = commands[first] ?? commands[`${first} ${second}`];
if (command === undefined) {
  console.error(`Usage: pnpm tierline <${Object.keys(commands).join(" | ")}>`);
  process.exitCode = 2;
} else {
  await command().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
