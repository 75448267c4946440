import { rendered } from "../render-sentence.ts";
import type { OrderedTask, PlaybookDocument } from "../playbook.ts";
import { spoken, taskOrder } from "../playbook.ts";
import type { RunState } from "../run-state.ts";
import type { TaskState } from "../task-state.ts";
import { lookupIn, renderTemplate } from "../template.ts";
import type { DemoLogEntry, DemoRun, DemoRunError, DemoTask } from "./model.ts";
import { demoId, seededRandom, seedOf } from "./random.ts";
import type { Outcome } from "./service-rows.ts";

export interface PastRunInput {
  readonly runId: string;
  readonly document: PlaybookDocument;
  readonly outcome: Outcome;
  readonly queuedAt: Date;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type PastRun = Pick<
  DemoRun,
  "state" | "tasks" | "startedAt" | "finishedAt" | "error" | "sequence" | "waitingFor" | "retriesUsed"
>;

const claimMs = 40;
const hourMs = 3_600_000;

const states: Record<Outcome["kind"], RunState> = {
  SUCCEEDED: "SUCCEEDED",
  WARNED: "SUCCEEDED_WITH_WARNINGS",
  FAILED: "FAILED",
  ROLLED_BACK: "ROLLED_BACK",
  CANCELLED: "CANCELLED",
  WAITING: "WAITING",
};

/** The states of the tasks before, at and after the one at which something happened. */
const taskStates: Record<Outcome["kind"], readonly [TaskState, TaskState, TaskState]> = {
  SUCCEEDED: ["SUCCEEDED", "SUCCEEDED", "SUCCEEDED"],
  WARNED: ["SUCCEEDED", "FAILED_IGNORED", "SUCCEEDED"],
  FAILED: ["SUCCEEDED", "FAILED", "PENDING"],
  ROLLED_BACK: ["UNDONE", "UNDONE", "SKIPPED"],
  CANCELLED: ["SUCCEEDED", "SKIPPED", "SKIPPED"],
  WAITING: ["SUCCEEDED", "WAITING", "PENDING"],
};

const connectors: Readonly<Record<string, string>> = {
  charging: "ocs",
  register: "register",
  sip: "sip",
  radius: "radius",
  http: "http",
  mail: "mail",
};

/** What it was done to, as a run says it of each task. */
const subjects: Readonly<Record<string, string>> = {
  "customer.validate": "${customer.name}",
  "charging.create-account": "${service.account}",
  "charging.top-up": "${service.account}",
  "charging.remove-account": "${service.account}",
  "register.attach": "${items.sim.label}",
  "register.detach": "${items.sim.label}",
  "sip.limit-calls": "${service.account}",
  "sip.create-account": "${service.account}",
  "sip.remove-account": "${service.account}",
  "radius.create-login": "${service.account}",
  "radius.change-limits": "${service.account}",
  "radius.remove-login": "${service.account}",
  "http.request": "${service.account}",
  "mail.send": "${customer.email}",
  "service.activate": "${service.name}",
  "service.record-addon": "${offering.name}",
  "service.terminate": "${service.name}",
  "manual.wait": "${customer.name}",
};

/** What is left of a run that went as `outcome` says: its tasks one after the other, with believable times. */
export function pastRun({ runId, document, outcome, queuedAt, variables }: PastRunInput): PastRun {
  const ordered = taskOrder(document.tasks);
  const stop = "at" in outcome ? ordered.findIndex(({ key }) => key === outcome.at) : ordered.length;
  const startedAt = new Date(queuedAt.getTime() + claimMs);
  const random = seededRandom(seedOf(runId));
  let clock = startedAt;
  const tasks = ordered.map((task, index) => {
    const state = taskStates[outcome.kind][1 + Math.sign(index - stop)] ?? "PENDING";
    const made = pastTask({ runId, task, index, state, outcome, startedAt: clock, part: random(), variables });
    clock = made.finishedAt ?? clock;
    return made;
  });
  return {
    state: states[outcome.kind],
    tasks,
    startedAt,
    finishedAt: outcome.kind === "WAITING" ? null : clock,
    error: outcome.kind === "FAILED" || outcome.kind === "ROLLED_BACK" ? errorOf(outcome) : null,
    sequence: 2 + 2 * tasks.filter(({ attempt }) => attempt > 0).length,
    waitingFor: outcome.kind === "WAITING" ? "PERSON" : null,
    retriesUsed: outcome.kind === "FAILED" ? outcome.retriesUsed : 0,
  };
}

interface PastTaskInput {
  readonly runId: string;
  readonly task: OrderedTask;
  readonly index: number;
  readonly state: TaskState;
  readonly outcome: Outcome;
  readonly startedAt: Date;
  /** From 0 to 1: how long it took within what is usual. */
  readonly part: number;
  readonly variables: Readonly<Record<string, unknown>>;
}

function pastTask({ runId, task, index, state, outcome, startedAt, part, variables }: PastTaskInput): DemoTask {
  const [area = ""] = task.action.split(".");
  const connector = connectors[area] ?? null;
  const kind = connector !== null ? "EXTERNAL" : area === "manual" ? "MANUAL" : "DB";
  const hasStarted = state !== "PENDING" && state !== "SKIPPED";
  const error = "code" in outcome && outcome.at === task.key ? errorOf(outcome) : null;
  const isOver = hasStarted && state !== "WAITING";
  const finishedAt = isOver ? new Date(startedAt.getTime() + durationMs(kind, error, part)) : null;
  const attempt = hasStarted ? attemptsOf(error, task.maxAttempts) : 0;
  const message = isOver ? (error?.message ?? messageOf(task, variables)) : null;
  return {
    key: task.key,
    title: spoken(task, "title"),
    action: task.action,
    kind,
    connector,
    // What activation would have answered is what the service is called by now.
    input: renderTemplate(task.input, lookupIn({ ...variables, tasks: { activate: variables["service"] } })),
    needs: task.needs,
    ignoresErrors: task.ignoreErrors,
    deadlineSeconds: task.deadlineSeconds,
    maxAttempts: task.maxAttempts,
    instructions: spoken(task, "instructions") ?? null,
    state,
    attempt,
    startedAt: hasStarted ? startedAt : null,
    finishedAt,
    message,
    error,
    log:
      finishedAt === null || message === null
        ? []
        : [logEntry(runId, index, finishedAt, attempt, error, rendered(message, "en"))],
  };
}

function durationMs(kind: DemoTask["kind"], error: DemoRunError | null, part: number): number {
  if (error?.code === "TASK_TIMEOUT") return 300_000;
  if (error !== null) return 1_200 + Math.round(part * 30_000);
  if (kind === "MANUAL") return Math.round((20 + part * 10) * hourMs);
  return kind === "DB" ? 20 + Math.round(part * 60) : 150 + Math.round(part * 1_800);
}

/** A refusal is final at once and a time-out ends the only attempt; whatever else may pass was tried as often as allowed. */
function attemptsOf(error: DemoRunError | null, maxAttempts: number): number {
  const isTriedAgain = error !== null && !error.code.includes("REFUSED") && error.code !== "TASK_TIMEOUT";
  return isTriedAgain ? maxAttempts : 1;
}

function errorOf({ at, code, message }: Extract<Outcome, { code: string }>): DemoRunError {
  return { code, message, taskKey: at };
}

function messageOf({ action, input }: OrderedTask, variables: Readonly<Record<string, unknown>>): string {
  const template = subjects[action] ?? `\${items.${String(input["slot"])}.label}`;
  return String(renderTemplate(template, lookupIn(variables)));
}

function logEntry(
  runId: string,
  index: number,
  at: Date,
  attempt: number,
  error: DemoRunError | null,
  message: string,
): DemoLogEntry {
  return { id: demoId(`log:${runId}`, index), at, attempt, level: error === null ? "INFO" : "ERROR", message };
}
