import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { chromiumArguments, chromiumPath } from "./chromium.ts";

// A port that nothing listens on, kept in the environment for the processes that run the tests; by name to reuse a server.
const port = Number((process.env["E2E_PORT"] ??= String(await freePort())));
const isFirst = process.env["E2E_DATA"] === undefined;
const data = (process.env["E2E_DATA"] ??= mkdtempSync(join(tmpdir(), "tierline-e2e-")));
chmodSync(data, 0o755);
// The server has ended by the time that this process does: a database whose folder is gone before would be left running.
if (isFirst) process.once("exit", () => rmSync(data, { recursive: true, force: true }));

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  workers: 2,
  // Looking at a page changes nothing, so two of them can be looked at a time; jobs of people follow one another.
  projects: [
    { name: "pages", testMatch: "pages.spec.ts", fullyParallel: true },
    { name: "jobs", testIgnore: "pages.spec.ts", workers: 1 },
  ],
  // A machine that does other things besides may be slow once; a fault is there twice.
  retries: process.env["CI"] === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] === undefined ? "list" : [["list"], ["json"]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: { executablePath: await chromiumPath(), args: chromiumArguments },
  },
  webServer: {
    // Started directly: a signal to a package manager would not reach the server behind it.
    command: "node --import @oxc-node/core/register main.ts",
    cwd: fileURLToPath(new URL("../server", import.meta.url)),
    url: `http://localhost:${port}/readyz`,
    env: { PORT: String(port), TIERLINE_DATA: data, TIERLINE_LOG: "warn", DATABASE_URL: "" },
    gracefulShutdown: { signal: "SIGTERM", timeout: 45_000 },
    timeout: 120_000,
    reuseExistingServer: process.env["CI"] === undefined,
    stdout: "pipe",
  },
});

async function freePort(): Promise<number> {
  const probe = createServer();
  const { port: free } = await new Promise<AddressInfo>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => resolve(probe.address() as AddressInfo));
  });
  await new Promise((resolve) => probe.close(resolve));
  return free;
}
