import type { DemoTask, DemoWorld } from "./model.ts";

/** Something that an outside system was told to do and still holds. */
export interface DemoEffect {
  readonly connector: string;
  readonly action: string;
  readonly input: unknown;
  readonly serviceId: string;
  readonly runId: string;
  readonly taskKey: string;
}

/**
 * What the outside systems of the demo world hold: the lab replays it, so that services of the past can be checked, topped up and ended.
 * What was undone, has ended since or leaves nothing behind (mail) is left out.
 */
export function demoEffects({ services, runs }: DemoWorld): DemoEffect[] {
  const gone = new Set(services.filter(({ state }) => state === "TERMINATED").map(({ id }) => id));
  return runs
    .filter(({ serviceId }) => !gone.has(serviceId))
    .flatMap(({ id: runId, serviceId, tasks }) => tasks.flatMap((task) => effectOf(task, serviceId, runId) ?? []));
}

function effectOf(
  { key, action, connector, state, input }: DemoTask,
  serviceId: string,
  runId: string,
): DemoEffect | null {
  if (state !== "SUCCEEDED" || connector === null || connector === "mail") return null;
  return { connector, action, input, serviceId, runId, taskKey: key };
}
