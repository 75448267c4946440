import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plantedFaults, type PlantedFault } from "./sabotage-faults.ts";
import { plants } from "./sabotage-plants.ts";

test("every planted fault has a name of its own, a way to be planted, and names a test that exists", () => {
  expect(new Set(plantedFaults.map(({ name }) => name)).size).toBe(plantedFaults.length);
  for (const { name, file, test: title, sql, isInCode } of plantedFaults) {
    expect([name, readFileSync(new URL(`../${file}`, import.meta.url), "utf8").includes(title)]).toEqual([name, true]);
    expect([name, (sql === undefined) === (isInCode === true)]).toEqual([name, true]);
  }
  const inCode = plantedFaults.filter(({ isInCode }) => isInCode).map(({ name }) => name);
  expect(Object.keys(plants).toSorted()).toEqual(inCode.toSorted());
});

test("the README's table names every planted fault and its test", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const row = ({ name, story, file, test: title }: PlantedFault) => `| ${name} | ${story} | \`${file}\`: ${title} |`;
  expect(plantedFaults.map(row).filter((line) => !readme.includes(line))).toEqual([]);
});
