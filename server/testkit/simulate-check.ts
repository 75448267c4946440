import { isPassed } from "@tierline/shared/task-state.ts";
import type { RunModel, TaskModel } from "../provisioning/run-model.ts";
import type { Simulation } from "./simulate-world.ts";

/** Everything that has to hold once nothing happens any more; an empty list is a pass. */
export function brokenPromises(simulation: Simulation): string[] {
  const { runs, left } = simulation;
  const problems = [...runs.runs.values()].flatMap((run) => [
    ...problemsOfRun(simulation, run),
    ...run.tasks.flatMap((task) => problemsOfTask(simulation, run, task)),
  ]);
  if (left.size !== runs.runs.size) problems.push("Some runs never came to an end.");
  return problems;
}

function problemsOfRun({ told }: Simulation, run: RunModel): string[] {
  const problems: string[] = [];
  if (run.finishedAt === null) problems.push(`${run.id} is ${run.state} for ever`);
  if (run.workerId !== null) problems.push(`${run.id} is finished and still in somebody's hands`);
  if (run.state.startsWith("SUCCEEDED") && !run.tasks.every((task) => isPassed(task.state))) {
    problems.push(`${run.id} succeeded without all of its tasks`);
  }
  if (run.state.startsWith("SUCCEEDED") && run.tasks.some((task) => task.state === "SKIPPED")) {
    problems.push(`${run.id} succeeded with a task skipped`);
  }
  const ends = told.get(run.id) ?? [];
  if (ends.at(-1) !== run.state)
    problems.push(`${run.id} ended ${run.state}, and was last told of as ${String(ends.at(-1))}`);
  return problems;
}

function problemsOfTask({ record, runs }: Simulation, run: RunModel, task: TaskModel): string[] {
  const name = `${run.id}/${task.key}`;
  const is = (what: string, actual: number, expected: readonly number[]): string[] =>
    expected.includes(actual)
      ? []
      : [`${name} (${task.state} in ${run.state}): ${what} ${actual} times instead of ${expected.join(" or ")}`];
  const done = task.state === "SUCCEEDED" ? 1 : 0;
  if (task.action === "count") return is("written", runs.rows.get(name) ?? 0, [done]);
  if (task.action === "send")
    return done === 1 && (record.sent.get(name) ?? 0) === 0 ? [`${name} says it was sent, and was not`] : [];
  if (task.action !== "put") return [];
  const isUnclear = done === 0 && task.isTouched;
  return [
    ...is("done outside", record.things.get(name) ?? 0, isUnclear ? [0, 1] : [done]),
    ...is("remembered", runs.rows.get(`${name} remembered`) ?? 0, [done]),
    ...(run.state === "ROLLED_BACK" ? is("left behind outside", record.things.get(name) ?? 0, [0]) : []),
  ];
}

/** What may not be the case even for a moment. */
export function brokenMoment({ record, runs }: Simulation): string | null {
  for (const [name, count] of record.things) if (count > 1) return `${name} was done outside ${count} times`;
  for (const [name, count] of runs.rows) if (count !== 0 && count !== 1) return `${name} was written ${count} times`;
  return null;
}
