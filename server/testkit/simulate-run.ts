import { brokenMoment, brokenPromises } from "./simulate-check.ts";
import { simulate, type PlantedFault } from "./simulate-world.ts";

export interface Outcome {
  readonly seed: number;
  readonly steps: number;
  readonly trace: readonly string[];
  /** What broke, or null. */
  readonly problem: string | null;
  /** Final states, e.g. `run-1 SUCCEEDED`. */
  readonly ends: readonly string[];
}

const traceLines = 10;

/** One schedule. The same seed gives the same schedule, on every machine. */
export async function runSchedule(seed: number, planted: PlantedFault | null = null): Promise<Outcome> {
  const simulation = await simulate(seed, planted, brokenMoment);
  const problem = simulation.problem ?? brokenPromises(simulation)[0] ?? null;
  const ends = [...simulation.runs.runs.values()].map((run) => `${run.id} ${run.state}`);
  return { seed, steps: simulation.scheduler.steps, trace: simulation.trace, problem, ends };
}

/** What a person needs in order to look into it. */
export function explain({ seed, problem, trace }: Outcome): string {
  const lines = trace.slice(-traceLines).join("\n");
  return `Seed ${seed}: ${problem ?? "nothing broke"}\n${lines}\nSee all of it: pnpm simulate --seed ${seed} --trace`;
}
