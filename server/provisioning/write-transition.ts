import type { Words } from "@tierline/shared/sentence.ts";
import { canAsk } from "./action.ts";
import { askingMessage, decide } from "./decide.ts";
import type { Circumstances, Decision, RunEvent } from "./run-event.ts";
import type { EngineParts, Hand } from "./engine-parts.ts";
import { changeOf } from "./parts.ts";
import { performInside, type Effect, type Performed, type Work } from "./perform-task.ts";
import { failureOf, prepareTask, scopeOf } from "./prepare-task.ts";
import { FenceLost, runTopic, taskOf, type RunModel, type TaskModel, type Transition } from "./run-model.ts";
import type { Recorded, StoreTransaction } from "./run-store.ts";

/** A run that is claimed. */
export interface HeldRun extends Hand {
  run: RunModel;
}

export interface Happened {
  readonly event: RunEvent;
  readonly effects: readonly Effect[];
}

interface Written {
  readonly decision: Decision;
  readonly recorded: Recorded;
}

/** Leaves a transaction without keeping anything of it. */
class Undone extends Error {
  override readonly name = "Undone";
  readonly reason: Performed | Recorded;
  constructor(reason: Performed | Recorded) {
    super("The transaction is given up.");
    this.reason = reason;
  }
}

/** Rows that an action wanted to write with its result could not be written. */
class EffectFailed extends Error {
  override readonly name = "EffectFailed";
}

const outageFirstMs = 250;
const outageMaxMs = 10_000;

/** Decides what an event means for the run and writes it down, with the rows that belong to it. */
export function settle(engine: EngineParts, held: HeldRun, happened: Happened, isStale = false): Promise<Decision> {
  let what = happened;
  return persist(engine, held, isStale, async () => {
    try {
      return await write(engine, held, what.event, what.effects);
    } catch (error) {
      if (!(error instanceof EffectFailed) || what.event.kind !== "DONE") throw error;
      engine.log.error({ err: error.cause, run: held.run.id }, "what an action remembers could not be written");
      what = { event: { ...what.event, kind: "FAILED", failure: failureOf(error.cause, true), ...blame }, effects: [] };
      return write(engine, held, what.event, []);
    }
  });
}

const blame = { wasAsking: false, isTouched: true, isFinal: false } as const;

/** Does a deed within our own tables: its rows and the transition that records it are one transaction. */
export function settleInside(engine: EngineParts, held: HeldRun, key: string, deed: Work["deed"]): Promise<Decision> {
  const { attempt, undoAttempt } = taskOf(held.run, key);
  return persist(engine, held, false, async () => {
    const { run } = held;
    const task = taskOf(run, key);
    const isToDo = deed === "DO" && task.state === "RUNNING" && task.attempt === attempt;
    const isToUndo = deed === "UNDO" && task.state !== "UNDONE" && task.undoAttempt === undoAttempt;
    if (!isToDo && !isToUndo) return write(engine, held, { kind: "WOKEN" }, []); // it was written, only the answer was lost
    try {
      return await engine.store.transact(run, async (within) => {
        const performed = await performInside(engine, { run, task, deed }, within.tx);
        if (performed.event.kind !== "DONE" && performed.event.kind !== "UNDONE") throw new Undone(performed);
        const written = await writeWithin(engine, held, within, performed.event, []);
        if (written.recorded !== "HELD") throw new Undone(written.recorded);
        return written;
      });
    } catch (error) {
      if (!(error instanceof Undone)) throw error;
      if (typeof error.reason === "string") return { decision: nothing, recorded: error.reason };
      return write(engine, held, error.reason.event, []);
    }
  });
}

const nothing: Decision = { transition: null, start: [], undo: null, isNews: false };

/** Until it is written, or somebody else is in charge: an outage of the database is waited out, never taken for an answer. */
async function persist(
  engine: EngineParts,
  held: HeldRun,
  isStale: boolean,
  once: () => Promise<Written>,
): Promise<Decision> {
  let mustRead = isStale;
  for (let failures = 0; ;) {
    try {
      if (mustRead) held.run = await readAgain(engine, held.run);
      mustRead = false;
      const { decision, recorded } = await once();
      if (recorded === "LOST") throw new FenceLost(held.run.id);
      if (recorded === "HELD") return adopt(engine, held, decision);
      mustRead = true;
    } catch (error) {
      if (error instanceof FenceLost) throw error;
      failures += 1;
      mustRead = true;
      engine.log.error({ err: error, run: held.run.id, failures }, "a transition could not be written; trying again");
      const delayMs = Math.min(outageMaxMs, outageFirstMs * 2 ** (failures - 1));
      await engine.time.until(new Date(engine.time.now().getTime() + delayMs));
      if (!engine.isAlive(held.run.workerId ?? "")) throw new FenceLost(held.run.id);
    }
  }
}

/** Under our own fence, but in nobody's hands: we let go of it ourselves, and only the answer to that was lost. */
async function readAgain(engine: EngineParts, run: RunModel): Promise<RunModel> {
  const read = await engine.store.load(run);
  if (read?.fence === run.fence && read.workerId === run.workerId) return read;
  if (read?.fence === run.fence) announce(engine, read);
  throw new FenceLost(run.id);
}

function announce(engine: EngineParts, { id, path, sequence }: RunModel): void {
  engine.announce([{ topic: runTopic(id), path, sequence }]);
}

function adopt(engine: EngineParts, held: HeldRun, decision: Decision): Decision {
  if (decision.transition === null) return decision;
  held.run = decision.transition.run;
  announce(engine, held.run);
  return decision;
}

async function write(
  engine: EngineParts,
  held: HeldRun,
  event: RunEvent,
  effects: readonly Effect[],
): Promise<Written> {
  const decision = decideWith(engine, held, event);
  const { transition } = decision;
  if (transition === null) return { decision, recorded: "HELD" };
  const isAlone = effects.length === 0 && (engine.hooks.length === 0 || changeOf(held.run, transition.run) === null);
  if (isAlone) return { decision, recorded: await engine.store.record(held.run, transition) };
  try {
    return await engine.store.transact(held.run, async (within) => {
      const written = await writeWithin(engine, held, within, event, effects);
      if (written.recorded !== "HELD") throw new Undone(written.recorded);
      return written;
    });
  } catch (error) {
    if (error instanceof Undone && typeof error.reason === "string") return { decision, recorded: error.reason };
    throw error;
  }
}

async function writeWithin(
  engine: EngineParts,
  held: HeldRun,
  within: StoreTransaction,
  event: RunEvent,
  effects: readonly Effect[],
): Promise<Written> {
  const decision = decideWith(engine, held, event);
  if (decision.transition === null) return { decision, recorded: "HELD" };
  const recorded = await within.record(held.run, decision.transition);
  if (recorded !== "HELD") return { decision, recorded };
  if (decision.isNews) for (const effect of effects) await apply(effect, within); // else they were written before
  const change = changeOf(held.run, decision.transition.run);
  if (change !== null) for (const hook of engine.hooks) await hook(within.tx, change);
  return { decision, recorded };
}

async function apply(effect: Effect, { tx }: StoreTransaction): Promise<void> {
  try {
    await effect(tx);
  } catch (cause) {
    throw new EffectFailed("An action's rows could not be written.", { cause });
  }
}

function decideWith(engine: EngineParts, { run, inFlight }: HeldRun, event: RunEvent): Decision {
  const decision = decide(run, event, circumstancesOf(engine, new Set(inFlight.keys())));
  if (decision.transition === null || decision.start.length === 0) return decision;
  return { ...decision, transition: introduced(engine, decision.transition, decision.start) };
}

export function circumstancesOf(
  engine: Pick<EngineParts, "time" | "actions" | "isStopping" | "breaker">,
  inFlight: ReadonlySet<string>,
): Circumstances {
  const { time, actions, isStopping, breaker } = engine;
  const now = time.now();
  return {
    now,
    random: () => time.random(),
    isStopping,
    inFlight,
    hasUndo: ({ action }) => !actions.has(action) || actions.get(action)?.undo !== undefined,
    canAsk: (task) => canAsk(actions.get(task.action), task),
    heldUntil({ connector }) {
      const leftMs = connector === null ? 0 : breaker.holdMs(connector);
      return leftMs === 0 ? null : new Date(now.getTime() + leftMs);
    },
  };
}

/** Says beforehand what each task that is about to begin will do. */
function introduced(engine: EngineParts, transition: Transition, keys: readonly string[]): Transition {
  const { run } = transition;
  const tasks = run.tasks.map((task) => (keys.includes(task.key) ? introduce(engine, run, task) : task));
  return { ...transition, run: { ...run, tasks } };
}

function introduce({ actions }: EngineParts, run: RunModel, task: Readonly<TaskModel>): TaskModel {
  const message = task.isOutcomeUnknown && canAsk(actions.get(task.action), task) ? askingMessage : null;
  try {
    return { ...task, message, detail: describeOf(actions, run, task) ?? task.detail };
  } catch {
    return { ...task, message }; // the attempt itself will say what is wrong with its input
  }
}

function describeOf(actions: EngineParts["actions"], run: RunModel, task: Readonly<TaskModel>): Words | null {
  const { action, input } = prepareTask(actions, task, scopeOf(run));
  return action.describe?.(input) ?? null;
}
