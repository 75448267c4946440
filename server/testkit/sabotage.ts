import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plantedFaults, type PlantedFault } from "./sabotage-faults.ts";

/** `pnpm sabotage [name …]`: plants each fault in turn and expects its test to go red. Exits with 1 when one stays green. */
const wanted = process.argv.slice(2);
const chosen = plantedFaults.filter(({ name }) => wanted.length === 0 || wanted.includes(name));

type Outcome = "red, as it must be" | "STILL GREEN" | "COULD NOT BE PLANTED";

async function outcomeOf(fault: PlantedFault): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "tierline-sabotage-"));
  const outputFile = join(folder, "report.json");
  const pattern = fault.test.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const report = ["--reporter=json", `--outputFile=${outputFile}`];
  try {
    const config = ["--root", ".", "--config", "testkit/sabotage.config.ts"];
    const env = { ...process.env, TIERLINE_SABOTAGE: fault.name };
    const child = spawn("vitest", ["run", ...config, ...report, fault.file, "-t", pattern], { env, stdio: "ignore" });
    await new Promise((resolve, reject) => child.once("close", resolve).once("error", reject));
    const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(outputFile, "utf8")) as Record<string, number>;
    if ((numFailedTests ?? 0) > 0) return "red, as it must be";
    return (numPassedTests ?? 0) > 0 ? "STILL GREEN" : "COULD NOT BE PLANTED";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let isCaught = chosen.length > 0;
console.log("| Fault | What went wrong | Test that catches it | |\n|---|---|---|---|");
for (const fault of chosen) {
  const outcome = await outcomeOf(fault);
  isCaught &&= outcome === "red, as it must be";
  console.log(`| ${fault.name} | ${fault.story} | \`${fault.file}\`: ${fault.test} | ${outcome} |`);
}
process.exitCode = isCaught ? 0 : 1;
