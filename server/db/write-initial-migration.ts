import { writeFile } from "node:fs/promises";
import type { AnyEntity } from "../kernel/module-shape.ts";
import { openOrm } from "./orm.ts";

const header =
  "-- The tables of Tierline, printed from the entities (tierline migrations:initial). Never edited by hand.\n";

/** The whole schema of the entities as SQL: tables, indexes, checks, keys and policies. */
export async function printSchema(url: string, entities: readonly AnyEntity[]): Promise<string> {
  const orm = await openOrm({ url, entities, poolSize: 1 });
  try {
    const sql = await orm.schema.getCreateSchemaSQL();
    return header + sql.replace(/^set names 'utf8';\s*/m, "").trimEnd() + "\n";
  } finally {
    await orm.close();
  }
}

/** What the database lacks of the entities; empty when the migrations and the entities say the same. */
export async function schemaDrift(url: string, entities: readonly AnyEntity[]): Promise<string> {
  const orm = await openOrm({ url, entities, poolSize: 1 });
  try {
    const lines = (await orm.schema.getUpdateSchemaSQL()).split("\n");
    // Functions and triggers come from the modules' own SQL, which the entities do not know.
    const ours = /schema_migration|set names|^drop (function|trigger) /;
    return lines
      .filter((line) => !ours.test(line))
      .join("\n")
      .trim();
  } finally {
    await orm.close();
  }
}

export async function writeInitialMigration(url: string, entities: readonly AnyEntity[]): Promise<URL> {
  const file = new URL("./migrations/2026-11-22-initial.sql", import.meta.url);
  await writeFile(file, await printSchema(url, entities));
  return file;
}
