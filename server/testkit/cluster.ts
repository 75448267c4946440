import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "../db/embedded-postgres.ts";
import { createRoles } from "../db/roles.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The superuser's address of the test cluster: to create databases, never to run the product. */
    adminUrl: string;
  }
}

export const testPasswords = { owner: "owner-of-tests", application: "application-of-tests" };

/** One throw-away PostgreSQL for all test files; each file gets a database of its own from a migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-tests-"));
  chmodSync(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ folder, isThrowaway: true });
  await createRoles(postgres.adminUrl, testPasswords);
  project.provide("adminUrl", postgres.adminUrl);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
