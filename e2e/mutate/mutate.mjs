import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";

/** Where a wrong sign or a missing branch costs somebody money. Others by name: `pnpm mutate ledger`. */
const files = ["money", "rate", "cadence", "call-price", "selling-rate", "prefix-table", "billing-period", "allowance"];
/** Of a hundred planted faults so many are found; fewer is a failure (the goal of the money's tests). */
const least = 85;

const asked = process.argv.slice(2);
process.chdir(fileURLToPath(new URL("../../shared", import.meta.url)));
const results = await new Stryker({
  plugins: [fileURLToPath(import.meta.resolve("@stryker-mutator/vitest-runner"))],
  testRunner: "vitest",
  vitest: { configFile: "vitest.config.ts" },
  mutate: (asked.length > 0 ? asked : files).map((name) => `${name}.ts`),
  // Sentences are not arithmetic: what is said when something is refused has tests of its own.
  mutator: { excludedMutations: ["StringLiteral"] },
  coverageAnalysis: "perTest",
  concurrency: 2,
  reporters: ["clear-text"],
  clearTextReporter: { reportTests: false, allowColor: false, skipFull: true },
  thresholds: { high: 95, low: least, break: least },
  tempDirName: ".mutated",
  cleanTempDir: "always",
  disableTypeChecks: false,
  // The one of the folder above is found from there; a copy would look for its own in the wrong place.
  ignorePatterns: ["tsconfig.json"],
  allowEmpty: false,
  fileLogLevel: "off",
  logLevel: "warn",
}).runMutationTest();
const found = results.filter(({ status }) => status === "Killed" || status === "Timeout").length;
const valid = results.filter(({ status }) => ["Killed", "Timeout", "Survived", "NoCoverage"].includes(status)).length;
console.log(`${found} of ${valid} planted faults found: ${((found / valid) * 100).toFixed(1)} %`);
process.exitCode = found / valid >= least / 100 ? 0 : 1;
