import { type PlaybookDocument, spoken, taskOrder, type OrderedTask } from "@tierline/shared/playbook.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import type { ConnectorIo } from "../kernel/connector.ts";
import { masked, Secret, Unknown } from "../kernel/secret.ts";
import type { Action, OutputValue, OutsideTask, RunFacts } from "./action.ts";
import { idempotencyKeyOf } from "./journal.ts";
import type { EngineKnowledge } from "./parts.ts";
import { describeTask, prepareTask, type PreparedTask } from "./prepare-task.ts";
import type { TaskKind } from "./run.entity.ts";

/** A call as it will be made; secrets and what is not known yet are masked. */
export interface PlannedCall {
  readonly connector: string;
  readonly method: string;
  readonly target: string;
  readonly body: string | null;
}

export interface PlannedTask {
  readonly key: string;
  readonly title: Words;
  readonly detail: Words | null;
  readonly kind: TaskKind;
  readonly needs: readonly string[];
  readonly ignoresErrors: boolean;
  readonly deadlineSeconds: number;
  readonly calls: readonly PlannedCall[];
}

export interface PlanInput {
  readonly document: PlaybookDocument;
  /** As `startRun` will be given them; what will be known only then stands as `new Unknown("service.number")`. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Who it is for; ids that do not exist yet are whatever the caller likes. */
  readonly run: RunFacts;
}

const runPlaceholder = "‹run›";

/**
 * What a run would do, by the very code that will do it: actions that work outside are run against an `io` that notes each call
 * instead of making it. Writes nothing and calls nobody. Throws what an attempt would fail with (a variable without a value …).
 */
export async function planRun(parts: EngineKnowledge, { document, variables, run }: PlanInput): Promise<PlannedTask[]> {
  const outputs: Record<string, Readonly<Record<string, OutputValue>>> = {};
  const planned: PlannedTask[] = [];
  for (const task of taskOrder(document.tasks)) {
    const prepared = prepareTask(parts.actions, task, { variables, outputs });
    const calls: PlannedCall[] = [];
    let detail = describeTask(prepared);
    outputs[task.key] = await outputOf(parts, run, task, prepared, calls, (words) => (detail = words));
    planned.push(plannedTask(task, prepared.action, detail, calls));
  }
  return planned;
}

async function outputOf(
  { settingsOf }: EngineKnowledge,
  run: RunFacts,
  { key }: OrderedTask,
  { action, input }: PreparedTask,
  calls: PlannedCall[],
  detail: (words: Words) => void,
): Promise<Readonly<Record<string, OutputValue>>> {
  if (action.kind !== "EXTERNAL") {
    return Object.fromEntries(action.outputs.map((name) => [name, new Unknown(`${key}.${name}`)]));
  }
  const task: OutsideTask = {
    run,
    key,
    detail,
    io: planningIo(key, calls),
    settings: async ({ key: connector, schema }) => schema.parse(await settingsOf(connector, run.path)),
    secret: async () => new Secret(""),
    kept: (_name, find) => find(),
    remember: () => undefined,
  };
  return action.do(task, input);
}

function planningIo(key: string, calls: PlannedCall[]): ConnectorIo {
  return {
    idempotencyKey: idempotencyKeyOf(runPlaceholder, key),
    signal: new AbortController().signal,
    call: async ({ connector, method, target, body }, _perform, planned) => {
      calls.push({ connector, method, target, body: body === null ? null : masked(body) });
      return planned;
    },
  };
}

function plannedTask(
  task: OrderedTask,
  { kind }: Action,
  detail: Words | null,
  calls: readonly PlannedCall[],
): PlannedTask {
  const { key, needs, ignoreErrors: ignoresErrors, deadlineSeconds } = task;
  return { key, title: spoken(task, "title"), detail, kind, needs, ignoresErrors, deadlineSeconds, calls };
}
