import { randomBytes } from "node:crypto";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { isWorthRetrying, type Transaction } from "../kernel/context.ts";
import { Secret } from "../kernel/secret.ts";
import {
  canAsk,
  HalfDone,
  type DbTask,
  type OutputValue,
  type Outputs,
  type OutsideTask,
  type RunFacts,
} from "./action.ts";
import type { RunEvent } from "./run-event.ts";
import type { EngineParts } from "./engine-parts.ts";
import { openJournal, recordingIo, type Journal } from "./journal.ts";
import { failureOf, prepareTask, scopeOf } from "./prepare-task.ts";
import { FenceLost, type RunModel, type TaskModel } from "./run-model.ts";

/** One attempt at doing or undoing one task of a run. */
export interface Work {
  readonly run: RunModel;
  readonly task: Readonly<TaskModel>;
  readonly deed: "DO" | "UNDO";
}

export type Effect = (tx: Transaction) => Promise<void>;
export type Ended = Exclude<RunEvent, { kind: "WOKEN" }>;

/** How an attempt ended, and which rows of ours are to be written with it. */
export interface Performed {
  readonly event: Ended;
  readonly effects: readonly Effect[];
}

const secretBytes = 18;

/** An attempt outside. Never throws, except when somebody else is in charge of the run. */
export async function performOutside(engine: EngineParts, work: Work, signal: AbortSignal): Promise<Performed> {
  const journal = journalOf(engine, work);
  const effects: Effect[] = [];
  const outside: OutsideTask = {
    run: factsOf(work.run),
    key: work.task.key,
    detail: (text) => void (journal.detail = text),
    io: recordingIo(journal, signal, () => isInCharge(engine, work)),
    settings: async ({ key, schema }) => schema.parse(await engine.settingsOf(key, work.run.path)),
    secret: async (name) => new Secret(await engine.store.kept(work.run, name, makeSecret)),
    kept: (name, find) => engine.store.kept(work.run, `${work.task.key}/${name}`, find),
    remember: (effect) => void effects.push(effect),
  };
  try {
    const output =
      work.deed === "DO" ? await doOutside(engine, work, outside, journal) : await undoOutside(engine, work, outside);
    return { event: succeeded(work, output, journal), effects };
  } catch (error) {
    if (error instanceof FenceLost) throw error;
    return { event: failed(engine, work, error, journal), effects: [] };
  } finally {
    for (const { connector, isFailure } of journal.reached) engine.breaker.record(connector, work.run.id, isFailure);
  }
}

async function doOutside(
  engine: EngineParts,
  work: Work,
  outside: OutsideTask,
  journal: Journal,
): Promise<Outputs<string>> {
  const { action, input } = prepareTask(engine.actions, work.task, scopeOf(work.run));
  if (action.kind !== "EXTERNAL") throw new Error(`The action ${action.key} does not work outside.`);
  if (!work.task.isOutcomeUnknown || action.verify === undefined || !canAsk(action, work.task)) {
    return action.do(outside, input);
  }
  journal.isAsking = true;
  const found = await action.verify(outside, input);
  journal.isAsking = false;
  if (found === null) {
    journal.note("INFO", "Asked: it had not been done.");
    return action.do(outside, input);
  }
  if (!(found instanceof HalfDone)) {
    journal.note("INFO", "Asked: it had been done.");
    return found;
  }
  journal.note("INFO", "Asked: a part of it had been done.");
  return found.finish();
}

async function undoOutside(engine: EngineParts, { run, task }: Work, outside: OutsideTask): Promise<null> {
  const { action, input } = prepareTask(engine.actions, task, scopeOf(run));
  if (action.kind !== "EXTERNAL") throw new Error(`The action ${action.key} does not work outside.`);
  await action.undo?.(outside, input, task.state === "SUCCEEDED" ? (task.output ?? {}) : null);
  return null;
}

/** An attempt whose effect is rows of ours, in the transaction that will also record it. A failure has to roll that back. */
export async function performInside(engine: EngineParts, work: Work, tx: Transaction): Promise<Performed> {
  const { run, task, deed } = work;
  const journal = journalOf(engine, work);
  const inside: DbTask = { run: factsOf(run), key: task.key, tx, detail: (text) => void (journal.detail = text) };
  try {
    const { action, input } = prepareTask(engine.actions, task, scopeOf(run));
    if (action.kind !== "DB") throw new Error(`The action ${action.key} does not work on rows.`);
    const output = deed === "DO" ? await action.do(inside, input) : null;
    if (deed === "UNDO") await action.undo?.(inside, input, task.output ?? {});
    return { event: succeeded(work, output, journal), effects: [] };
  } catch (error) {
    // Transactions that got into each other's way are done once more as a whole.
    if (error instanceof FenceLost || isWorthRetrying(error)) throw error;
    return { event: failed(engine, work, error, journal), effects: [] };
  }
}

function succeeded({ task, deed }: Work, output: Outputs<string> | null, journal: Journal): Ended {
  const { lines: log, detail } = journal;
  if (deed === "UNDO") return { kind: "UNDONE", key: task.key, attempt: task.undoAttempt, detail, log };
  return { kind: "DONE", key: task.key, attempt: task.attempt, detail, log, output: knownOutput(output ?? {}) };
}

function failed(engine: EngineParts, { run, task, deed }: Work, error: unknown, journal: Journal): Ended {
  const failure = failureOf(error, journal.calls > 0);
  if (failure.code === "INTERNAL") engine.log.error({ err: error, run: run.id, task: task.key }, "an action threw");
  journal.note("ERROR", rendered(failure.message, "en"));
  const { lines: log, detail, isTouched, isAsking: wasAsking } = journal;
  const { key } = task;
  if (deed === "UNDO") return { kind: "UNDO_FAILED", key, attempt: task.undoAttempt, detail, log, failure };
  return { kind: "FAILED", key, attempt: task.attempt, detail, log, failure, wasAsking, isTouched, isFinal: false };
}

function journalOf(engine: EngineParts, { run, task, deed }: Work): Journal {
  const isUndo = deed === "UNDO";
  const attempt = isUndo ? task.undoAttempt : task.attempt;
  return openJournal({ runId: run.id, taskKey: task.key, attempt, isUndo, now: () => engine.time.now() });
}

function isInCharge(engine: EngineParts, { run }: Work): boolean {
  return run.workerId !== null && engine.isAlive(run.workerId);
}

function factsOf(run: RunModel): RunFacts {
  const { id, number, kind, path, resellerId, customerId, serviceId, orderId, startedById, startedBy } = run;
  return { id, number, kind, path, resellerId, customerId, serviceId, orderId, startedById, startedBy };
}

function knownOutput(output: Readonly<Record<string, OutputValue>>): Record<string, string | number | boolean> {
  return output as Record<string, string | number | boolean>; // Unknown exists in plans only
}

async function makeSecret(): Promise<string> {
  return randomBytes(secretBytes).toString("base64url");
}
