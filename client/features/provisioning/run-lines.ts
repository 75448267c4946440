import type { LogLine } from "../../ui/LogView.tsx";
import type { Run } from "./run-facts.ts";

interface Words {
  readonly started: string;
  readonly ended: string;
  readonly time: (iso: string) => string;
}

/** The log of the whole run, in the order it happened. The engine's own lines are in English, as its answers from outside are. */
export function linesOf(run: Run, { started, ended, time }: Words): LogLine[] {
  const entries = run.tasks.flatMap((task) =>
    task.log.nodes.map(({ id, at, level, message }) => ({ id, at, text: `${task.title}: ${message}`, level })),
  );
  const lines = entries
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at) || one.id.localeCompare(other.id))
    .map(({ id, at, text, level }): LogLine => {
      const tone = level === "ERROR" ? "bad" : level === "WARNING" ? "running" : undefined;
      return { key: id, time: time(at), text, tone };
    });
  if (run.startedAt !== null) lines.unshift({ key: "started", time: time(run.startedAt), text: started });
  if (run.finishedAt !== null) lines.push({ key: "ended", time: time(run.finishedAt), text: ended });
  return lines;
}
