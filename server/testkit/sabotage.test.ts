import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plantedFaults } from "./sabotage-faults.ts";

test("every planted fault has a name of its own and names a test that exists", () => {
  expect(new Set(plantedFaults.map(({ name }) => name)).size).toBe(plantedFaults.length);
  for (const { name, file, test: title, sql, code } of plantedFaults) {
    expect([name, readFileSync(new URL(`../${file}`, import.meta.url), "utf8").includes(title)]).toEqual([name, true]);
    expect([name, (sql === undefined) !== (code === undefined)]).toEqual([name, true]);
  }
});
