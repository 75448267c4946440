import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { keptWalls } from "./database-walls.ts";
import { plantedFaults, type PlantedFault } from "./sabotage-faults.ts";
import { casesOf } from "./wall-faults.ts";

// `pnpm sabotage [name …]`: plants each fault in turn and expects its test to go red. Exits with 1 when one stays green. The name
// "walls" stands for everything that the database keeps by itself: each of it is taken away once.

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    why: { type: "boolean", default: false },
    "print-walls": { type: "boolean", default: false },
  },
});

const red = "red, as it must be";
const wallsFile = "testkit/database-walls.test.ts";
const ruins = casesOf(keptWalls(), true);
const isWanted = (name: string, isQuick: boolean): boolean =>
  values.quick ? isQuick : wanted.length === 0 || wanted.includes(name);

interface Report {
  readonly numFailedTests: number;
  readonly numPassedTests: number;
  readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[];
}

interface Assertion {
  readonly title: string;
  readonly status: string;
  readonly failureMessages?: readonly string[];
}

/** Null when the tests could not even be read. */
async function runTests(args: readonly string[], fault: string): Promise<Report | null> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-sabotage-"));
  const outputFile = join(folder, "report.json");
  try {
    const env = { ...process.env, TIERLINE_SABOTAGE: fault };
    const report = ["--reporter=json", `--outputFile=${outputFile}`];
    const child = spawn("vitest", ["run", ...args, ...report], { env, stdio: "ignore" });
    await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
    return existsSync(outputFile) ? (JSON.parse(readFileSync(outputFile, "utf8")) as Report) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultsOf(report: Report | null): Assertion[] {
  return (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
}

async function outcomeOf({ name, file, test }: PlantedFault): Promise<string> {
  const pattern = test.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const report = await runTests(["--root", ".", "--config", "testkit/sabotage.config.ts", file, "-t", pattern], name);
  const failed = resultsOf(report).filter(({ status }) => status === "failed");
  if (values.why)
    console.error(`${name}: ${failed[0]?.failureMessages?.[0]?.split("\n    at ")[0] ?? "nothing failed"}`);
  if (failed.length > 0) return red;
  return (report?.numPassedTests ?? 0) > 0 ? "STILL GREEN" : "COULD NOT BE PLANTED";
}

/** One run of the file, in which every wall is tried after it was taken away. */
async function outcomeOfWalls(): Promise<string> {
  const results = resultsOf(await runTests([wallsFile], "walls"));
  const isRed = new Set(results.filter(({ status }) => status === "failed").map(({ title }) => title));
  const standing = ruins.filter(({ title }) => !isRed.has(`the database keeps ${title}`));
  for (const { title } of standing.slice(0, 20)) console.error(`Still green, or could not be planted: ${title}`);
  return standing.length === 0 ? red : `${standing.length} STILL GREEN`;
}

async function plantAll(): Promise<void> {
  let isCaught = true;
  const say = (name: string, story: string, test: string, outcome: string): void => {
    isCaught &&= outcome === red;
    console.log(`| ${name} | ${story} | ${test} | ${outcome} |`);
  };
  console.log("| Fault | What went wrong | Test that catches it | |\n|---|---|---|---|");
  for (const fault of plantedFaults.filter(({ name, isQuick }) => isWanted(name, isQuick === true)))
    say(fault.name, fault.story, `\`${fault.file}\`: ${fault.test}`, await outcomeOf(fault));
  if (isWanted("walls", true))
    say(
      "walls",
      `${ruins.length} faults of the database, one after the other`,
      `\`${wallsFile}\`: the database keeps …`,
      await outcomeOfWalls(),
    );
  process.exitCode = isCaught ? 0 : 1;
}

function list(): void {
  for (const { name, story } of plantedFaults) console.log(`${name}: ${story}`);
  for (const { title } of ruins) console.log(`walls: ${title}`);
}

if (wanted.some((name) => name !== "walls" && !plantedFaults.some((fault) => fault.name === name))) {
  console.error("No such fault. See: pnpm sabotage --list");
  process.exitCode = 2;
} else if (values["print-walls"]) await runTests([wallsFile, "-t", "those in database-walls.jsonl", "--update"], "");
else if (values.list) list();
else await plantAll();
