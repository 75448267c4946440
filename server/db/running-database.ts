import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { superuser } from "./embedded-postgres.ts";
import { ownerRole, urlFor } from "./roles.ts";

export interface RunningDatabase {
  readonly adminUrl: string;
  readonly ownerUrl: string;
}

/** That of a `start` which holds it open in this folder. @throws Error where none does */
export function runningDatabase(folder: string, name = "tierline"): RunningDatabase {
  const file = join(folder, "cluster", "postmaster.pid");
  if (!existsSync(file))
    throw new Error(`No database is open in ${folder}. Start Tierline, or set DATABASE_OWNER_URL.`);
  const port = readFileSync(file, "utf8").split("\n")[3];
  const urlOf = (role: string, kept: string): string =>
    urlFor(`postgres://127.0.0.1:${port}/${name}`, role, readFileSync(join(folder, kept), "utf8").trim(), name);
  return { adminUrl: urlOf(superuser, "postgres-password"), ownerUrl: urlOf(ownerRole, "owner-password") };
}
