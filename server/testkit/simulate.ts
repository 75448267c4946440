import { parseArgs } from "node:util";
import { explain, runSchedule } from "./simulate-run.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    schedules: { type: "string", default: "1" },
    trace: { type: "boolean", default: false },
  },
});

const first = Number(values.seed);
const count = Number(values.schedules);
if (!Number.isInteger(first) || !Number.isInteger(count) || count < 1) {
  console.error("Usage: pnpm simulate --seed <number> [--schedules <number>] [--trace]");
  process.exit(2);
}

let steps = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const outcome = await runSchedule(seed);
  steps += outcome.steps;
  if (values.trace) console.log(outcome.trace.join("\n"));
  if (outcome.problem !== null) {
    console.error(explain(outcome));
    process.exit(1);
  }
  if (count === 1) console.log(`Seed ${seed}: ${outcome.ends.join(", ")}; ${outcome.steps} steps.`);
}
if (count > 1) console.log(`${count} schedules from seed ${first} on, ${steps} steps: no promise broken.`);
