import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
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
const failures = [];

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
  if (json === null) return lost(`${project} tests`);
  const broken = json.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some(({ status }) => status === "failed"),
  );
  for (const suite of json.testResults) {
    for (const { status, fullName, failureMessages } of suite.assertionResults) {
      if (status !== "failed") continue;
      failures.push(`${project}: ${relative(cwd, suite.name)}: ${fullName}: ${firstLine(failureMessages)}`);
    }
  }
  for (const { name, message } of broken) failures.push(`${project}: ${relative(cwd, name)}: ${message}`);
  count({
    passed: json.numPassedTests,
    failed: json.numFailedTests + broken.length,
    skipped: json.numPendingTests + json.numTodoTests,
  });
  if (!result.isOk && json.numFailedTests + broken.length === 0) lost(`${project} tests, beside the tests themselves`);
}

/** What a failed test says first; the rest stands above, where it ran. */
function firstLine(messages = []) {
  return (messages[0] ?? "no message").split("\n", 1)[0].slice(0, 300);
}

/** A part that ended without saying how its tests went, or failed beside them. */
function lost(part) {
  failures.push(part);
  count({ passed: 0, failed: 1 });
}

/** The faults of the database and a few of the code's; all of them are `pnpm sabotage`. */
async function sabotage() {
  const args = ["--import", "@oxc-node/core/register", "testkit/sabotage.ts", "--quick"];
  const result = await run("planted faults", "node", args, { cwd: join(root, "server"), isLoud: true });
  report(result, true);
  if (!result.isOk) return lost("planted faults");
  count({ passed: 1, failed: 0 });
}

/** One after the other, each with a world of its own: what jobs leave behind would be in the way of the pages. */
async function playwright(project) {
  const name = `browser tests: ${project}`;
  const file = join(reports, `${project}.json`);
  const result = await run(name, "playwright", ["test", `--project=${project}`], {
    cwd: join(root, "e2e"),
    isLoud: true,
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: "0" },
  });
  report(result, true);
  const json = readJson(file);
  if (json === null) return lost(name);
  for (const title of failedIn(json.suites)) failures.push(`browser: ${title}`);
  const { expected, unexpected, flaky, skipped: left } = json.stats;
  count({ passed: expected + flaky, failed: unexpected, skipped: left });
  if (!result.isOk && unexpected === 0) lost(`${name}, beside the tests themselves`);
}

function failedIn(suites = []) {
  return suites.flatMap(({ file, specs = [], suites: inner }) => [
    ...specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`),
    ...failedIn(inner),
  ]);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

if (wants("check")) {
  const checked = await check();
  for (const name of checked.wrong) failures.push(`check: ${name}`);
  count(checked);
}
if (wants("shared")) await vitest("shared", join(root, "shared"));
if (wants("client")) await vitest("client", join(root, "client"));
if (wants("server")) await vitest("server", join(root, "server"));
if (wants("sabotage")) await sabotage();
for (const project of ["pages", "jobs"]) if (wants("browser")) await playwright(project);
// Said again at the end: what failed early stands thousands of lines above.
for (const failure of failures) console.log(`✗ ${failure}`);
rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;
