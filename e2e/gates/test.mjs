import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "./check.mjs";
import { report, run } from "./run.mjs";

/** Types, folder order, lint; unit, database, component and API tests; then the browser. The last line counts them all. */
const root = process.cwd();
const reports = mkdtempSync(join(tmpdir(), "tierline-results-"));
const only = process.argv.slice(2);
const wants = (part) => only.length === 0 || only.includes(part);

let passed = 0;
let failed = 0;
let skipped = 0;

function count(numbers) {
  passed += numbers.passed;
  failed += numbers.failed;
  skipped += numbers.skipped ?? 0;
}

async function vitest(project, cwd) {
  const file = join(reports, `${project}.json`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const result = await run(`${project} tests`, "vitest", args, { cwd, isLoud: true, env: { FORCE_COLOR: "0" } });
  report(result, true);
  const json = readJson(file);
  if (json === null) return count({ passed: 0, failed: 1 });
  const broken = json.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  count({
    passed: json.numPassedTests,
    failed: json.numFailedTests + broken,
    skipped: json.numPendingTests + json.numTodoTests,
  });
  if (!result.isOk && json.numFailedTests + broken === 0) count({ passed: 0, failed: 1 });
}

/** The faults of the database and a few of the code's; all of them are `pnpm sabotage`. */
async function sabotage() {
  const args = ["--import", "@oxc-node/core/register", "testkit/sabotage.ts", "--quick"];
  const result = await run("planted faults", "node", args, { cwd: join(root, "server"), isLoud: true });
  report(result, true);
  count({ passed: result.isOk ? 1 : 0, failed: result.isOk ? 0 : 1 });
}

async function playwright() {
  const file = join(reports, "browser.json");
  const result = await run("browser tests", "playwright", ["test"], {
    cwd: join(root, "e2e"),
    isLoud: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: "0" },
  });
  report(result, true);
  const json = readJson(file);
  if (json === null) return count({ passed: 0, failed: 1 });
  const { expected, unexpected, flaky, skipped: left } = json.stats;
  count({ passed: expected + flaky, failed: unexpected, skipped: left });
  if (!result.isOk && unexpected === 0) count({ passed: 0, failed: 1 });
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

if (wants("check")) count(await check());
if (wants("shared")) await vitest("shared", join(root, "shared"));
if (wants("client")) await vitest("client", join(root, "client"));
if (wants("server")) await vitest("server", join(root, "server"));
if (wants("sabotage")) await sabotage();
if (wants("browser")) await playwright();
rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;
