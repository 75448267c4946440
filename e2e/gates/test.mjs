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
const unsteady = [];

function count(numbers) {
  passed += numbers.passed;
  failed += numbers.failed;
  skipped += numbers.skipped ?? 0;
}

/**
 * What fails is run once more where CI runs it, a file by itself: the suite drives real switches, browsers' worth of sockets and
 * killed processes on two cores, and one late packet among thousands of tests is no fault of the product. A fault is there twice.
 * What needed its second run is named at the end, so that it is mended too. Many failures at once are not a matter of luck.
 */
const againMax = 4;

async function vitest(project, cwd) {
  const first = await vitestRun(`${project} tests`, project, cwd, []);
  if (first === null) return;
  const files = [...new Set(first.failures.map(({ file }) => file))];
  if (process.env["CI"] === undefined || first.hasLost || files.length === 0 || files.length > againMax)
    return tell(first);
  const second = await vitestRun(`${project} tests that failed, again`, `${project}-again`, cwd, files);
  if (second === null) return tell(first);
  const isStill = new Set(second.failures.map(({ title }) => title));
  for (const { title } of first.failures) if (!isStill.has(title)) unsteady.push(title);
  const mended = first.failures.length - second.failures.length;
  tell({ ...first, failures: second.failures, hasLost: second.hasLost, passed: first.passed + Math.max(mended, 0) });

  function tell(run) {
    for (const { title, message } of run.failures) failures.push(`${title}: ${message}`);
    count({ passed: run.passed, failed: run.failures.length, skipped: run.skipped });
    if (run.hasLost) lost(`${project} tests, beside the tests themselves`);
  }
}

/** One run of all files or of some: what failed, by file and title; null when it did not say. */
async function vitestRun(name, results, cwd, files) {
  const file = join(reports, `${results}.json`);
  const args = ["run", ...files, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const result = await run(name, "vitest", args, { cwd, isLoud: true, env: { FORCE_COLOR: "0" } });
  report(result, true);
  const json = readJson(file);
  if (json === null) {
    lost(name);
    return null;
  }
  const found = json.testResults.flatMap((suite) =>
    failuresOf(suite, relative(cwd, suite.name), results.split("-", 1)[0]),
  );
  return {
    failures: found,
    passed: json.numPassedTests,
    skipped: json.numPendingTests + json.numTodoTests,
    hasLost: !result.isOk && found.length === 0,
  };
}

/** A suite that fails outside its tests, as while it is loaded, is one failure. */
function failuresOf(suite, file, project) {
  const tests = suite.assertionResults.filter(({ status }) => status === "failed");
  if (suite.status === "failed" && tests.length === 0) {
    return [{ file, title: `${project}: ${file}`, message: suite.message }];
  }
  return tests.map(({ fullName, failureMessages }) => ({
    file,
    title: `${project}: ${file}: ${fullName}`,
    message: firstLine(failureMessages),
  }));
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

/** Pages, and then jobs, each with a world of its own: what jobs leave behind would be in the way of the pages. */
async function playwright(name, results, project, more = []) {
  const file = join(reports, `${results}.json`);
  const result = await run(
    name,
    "playwright",
    ["test", `--project=${project}`, `--output=test-results/${results}`, ...more],
    {
      cwd: join(root, "e2e"),
      isLoud: true,
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file, FORCE_COLOR: "0" },
    },
  );
  report(result, true);
  const json = readJson(file);
  if (json === null) return lost(name);
  for (const title of titlesOf(json.suites, ({ ok }) => !ok)) failures.push(`browser: ${title}`);
  for (const title of titlesOf(json.suites, isFlaky)) unsteady.push(`browser: ${title}`);
  const { expected, unexpected, flaky, skipped: left } = json.stats;
  count({ passed: expected + flaky, failed: unexpected, skipped: left });
  if (!result.isOk && unexpected === 0) lost(`${name}, beside the tests themselves`);
}

/** A job waits more than it works, for people's pauses and for runs: two halves of them take turns on two cores, in two worlds. */
async function jobs() {
  const half = (part) => playwright(`browser tests: jobs, ${part} of 2`, `jobs-${part}`, "jobs", [`--shard=${part}/2`]);
  await Promise.all([half(1), half(2)]);
}

const isFlaky = ({ tests }) => tests.some(({ status }) => status === "flaky");

function titlesOf(suites = [], isMeant) {
  return suites.flatMap(({ file, specs = [], suites: inner }) => [
    ...specs.filter(isMeant).map(({ title }) => `${file}: ${title}`),
    ...titlesOf(inner, isMeant),
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
if (wants("browser")) {
  await playwright("browser tests: pages", "pages", "pages");
  await jobs();
}
// Said again at the end: what failed early stands thousands of lines above.
for (const title of unsteady) console.log(`~ ${title}: failed once, passed when run again`);
for (const failure of failures) console.log(`✗ ${failure}`);
rmSync(reports, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;
