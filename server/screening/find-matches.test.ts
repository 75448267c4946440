import { expect, test } from "vitest";
import { deniedPersons, importFiles } from "../testkit/screening-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { findMatches, type Party } from "./find-matches.ts";
import { currentVersion } from "./import-list.ts";
import { searchNow } from "./run-screenings.ts";

const world = await testWorld();

/** More than are compared one by one. */
const others = Array.from({ length: 1_600 }, (_, index) => `Filler ${index * 7_919} Works|US`);
const first = ["Denied Trading LLC|US", "Ivan Petrov|RU", "Qarvel Shipping|MT"];
const second = ["Denied Tradings Group|US", "Iwan Petrow|RU", "Selmar Bunkering|MT"];
const parties: readonly Party[] = [
  "Denied Trading",
  "PETROV, Ivan",
  "Qarvel Shiping",
  "Selmar Bunkering",
  "Harbour",
].map((name) => ({ name, countries: ["GB"], city: null }));

async function found(sinceId: string | null): Promise<string[][]> {
  const search = (await searchNow(world.system()))!; // a list was imported
  const matches = await findMatches(world.system(), parties, { ...search, sinceId });
  return matches.map((each) => each.map(({ matchedName, score }) => `${matchedName} ${score}`));
}

test("whom a version can touch is found the same way, whether it brings many names or few, and by nothing that was there before", async () => {
  await importFiles(world, "DPL", deniedPersons(...others, ...first));
  const many = (await currentVersion(world.system(), "DPL"))!;
  const before = await found(many.id);
  expect(before).toEqual(await found(null));
  expect(before.map((names) => names.length)).toEqual([1, 1, 1, 0, 0]);
  world.clock.advance({ seconds: 1 });
  await importFiles(world, "DPL", deniedPersons(...others, ...first, ...second));
  const few = (await currentVersion(world.system(), "DPL"))!;
  const all = await found(null);
  expect(await found(few.id)).toEqual(
    all.map((names, index) => names.filter((name) => !before[index]?.includes(name))),
  );
  expect((await found(few.id)).flat().length).toBeGreaterThan(1);
});
