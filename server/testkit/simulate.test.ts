import { expect, test } from "vitest";
import { explain, runSchedule } from "./simulate-run.ts";
import type { PlantedFault } from "./simulate-world.ts";
import { patienceOf, sizeOf } from "./sizes.ts";

const schedules = sizeOf("SOAK_SCHEDULES");

test(
  "O45: in thousands of schedules of crashes, pauses, cuts and lost answers every run ends and nothing happens twice",
  { timeout: patienceOf("SOAK_SCHEDULES", 240_000) },
  async () => {
    const ends = new Map<string, number>();
    for (let seed = 1; seed <= schedules; seed += 1) {
      const outcome = await runSchedule(seed);
      if (outcome.problem !== null) throw new Error(explain(outcome));
      for (const end of outcome.ends) {
        const state = end.split(" ")[1] ?? "";
        ends.set(state, (ends.get(state) ?? 0) + 1);
      }
    }
    // What is never reached is not tested.
    for (const state of ["SUCCEEDED", "SUCCEEDED_WITH_WARNINGS", "FAILED", "CANCELLED", "ROLLED_BACK"]) {
      expect(ends.get(state) ?? 0, state).toBeGreaterThan(10);
    }
  },
);

test("a run that was let go of is let go of, though the answer to that was lost and a person goes on with it", async () => {
  expect((await runSchedule(5_220)).problem).toBeNull();
});

test("what a worker sent in the moment it died is asked for only once it can have arrived", async () => {
  expect((await runSchedule(42_384)).problem).toBeNull();
});

test("the same seed gives the same schedule", async () => {
  const [once, again] = [await runSchedule(7), await runSchedule(7)];
  expect(again.trace).toEqual(once.trace);
  expect(again.steps).toBe(once.steps);
});

test.each<[PlantedFault, string]>([
  ["NO_VERIFY", "nobody asks before repeating"],
  ["NO_TRUST", "a worker that slept does not look at its watch"],
  ["NO_FENCE", "and fences do not grow"],
])("the simulator finds a planted mistake: %s, %s", { timeout: 60_000 }, async (planted) => {
  let found: string | null = null;
  for (let seed = 1; seed <= 300 && found === null; seed += 1) {
    const outcome = await runSchedule(seed, planted);
    if (outcome.problem !== null) found = explain(outcome);
  }
  expect(found).toMatch(
    /^Seed \d+: run-\d\/t\d was done outside 2 times\n(.*\n){1,10}See all of it: pnpm simulate --seed \d+ --trace$/,
  );
});
