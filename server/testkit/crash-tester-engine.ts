import pg from "pg";
import type { z } from "zod";
import { newId } from "@tierline/shared/id.ts";
import { ConnectorFailure, type ConnectorIo } from "../kernel/connector.ts";
import { rootPath } from "../kernel/viewer.ts";
import type { Action, DbAction, DbTask, ExternalAction, OutsideTask } from "../provisioning/action.ts";
import { advanceRun } from "../provisioning/advance-run.ts";
import type { EngineParts, Hand } from "../provisioning/engine-parts.ts";
import type { ProvisioningParts } from "../provisioning/parts.ts";
import { contextOfRun, type Ground } from "../provisioning/run-context.ts";
import { FenceLost, type RunModel } from "../provisioning/run-model.ts";
import { toRunModel } from "../provisioning/run-row.ts";
import type { RunStore } from "../provisioning/run-store.ts";
import { createSqlRunStore } from "../provisioning/sql-run-store.ts";
import type { MovableClock } from "./world.ts";

/** Where a fault strikes within one attempt at a task. */
export const faultPoints = ["BEFORE", "MIDDLE", "AFTER", "RECORDED"] as const;
export type FaultPoint = (typeof faultPoints)[number];

/** Strikes once. CRASH: the worker is gone and another takes over. The others: what a connector would say. */
export interface InjectedFault {
  readonly taskKey: string;
  readonly deed: "DO" | "UNDO";
  /** BEFORE its first call, in the MIDDLE after its first call, AFTER all of it, after it was RECORDED. */
  readonly at: FaultPoint;
  readonly how: "CRASH" | "UNKNOWN" | "PERMANENT";
}

/** The engine by hand: no queue, no waiting; a test says when what breaks, and time flies to whenever something is due. */
export interface ManualEngine {
  /** Armed for the next attempt that it fits. */
  fault: InjectedFault | null;
  /** How often `do` (or `undo`) of a task was entered, by task key. */
  readonly entered: Map<string, number>;
  /** The tasks that called anybody, by the same names. */
  readonly called: Set<string>;
  /** Advances the run until it has ended or waits for a person, through crashes and back-offs. */
  drive(id: string): Promise<RunModel>;
  /** One turn of that: until the run is let go of. */
  turn(id: string): Promise<RunModel>;
  load(id: string): Promise<RunModel>;
  close(): Promise<void>;
}

export interface ManualEngineOptions extends Ground, ProvisioningParts {
  readonly clock: MovableClock;
  readonly url: string;
}

/** Asking until a deadline of five minutes takes some seventy. */
const turnsMax = 150;

export async function manualEngine(options: ManualEngineOptions): Promise<ManualEngine> {
  const pool = new pg.Pool({ connectionString: options.url, max: 4 });
  const state: EngineState = { fault: null, entered: new Map(), called: new Set(), workerId: await hire(pool) };
  const engine: EngineParts = {
    actions: new Map([...options.actions].map(([key, action]) => [key, faulty(state, action)])),
    hooks: options.hooks,
    settingsOf: options.settingsOf,
    store: recordingStore(state, createSqlRunStore({ pool, contextOf: (run) => contextOfRun(options, options, run) })),
    time: { now: () => options.clock.now(), random: () => 0.5, until: (_at, signal) => aborted(signal) },
    log: options.log,
    breaker: { record: () => undefined, holdMs: () => 0 },
    workerId: () => state.workerId,
    isAlive: () => true,
    isStopping: false,
    inHand: new Map<string, Hand>(),
    announce: (changes) => options.changes.announce(changes),
  };
  const load = async (id: string): Promise<RunModel> => {
    const { rows } = await pool.query<{ answer: unknown }>("select load_run($1, $2) as answer", [rootPath, id]);
    return toRunModel(rows[0]!.answer);
  };
  const isAtRest = (run: RunModel): boolean => run.finishedAt !== null || run.waitingFor === "PERSON";
  const turn = async (id: string): Promise<RunModel> => {
    const before = await load(id);
    if (isAtRest(before)) return before;
    if (before.waitingUntil !== null && before.waitingUntil > options.clock.now())
      options.clock.set(before.waitingUntil);
    await advanceRun(engine, before);
    const after = await load(id);
    if (after.workerId !== null) state.workerId = await succeed(pool, state.workerId);
    return after;
  };
  return Object.assign(state, {
    load,
    turn,
    close: () => pool.end(),
    async drive(id: string) {
      for (let turns = 0; turns < turnsMax; turns += 1) {
        const run = await turn(id);
        if (isAtRest(run)) return run;
      }
      throw new Error(`The run never came to rest: ${JSON.stringify(await load(id))}`);
    },
  });
}

interface EngineState {
  fault: InjectedFault | null;
  readonly entered: Map<string, number>;
  readonly called: Set<string>;
  workerId: string;
}

async function hire(pool: pg.Pool): Promise<string> {
  const id = newId();
  await pool.query(
    "insert into worker (id, pool_id, pid, host, started_at, heartbeat_at) values ($1, $2, 0, 'test', now(), now())",
    [id, id],
  );
  return id;
}

/** The worker is declared dead, its runs are given back, and another one comes. */
async function succeed(pool: pg.Pool, dead: string): Promise<string> {
  await pool.query("update worker set heartbeat_at = now() - interval '1 hour' where id = $1", [dead]);
  await pool.query("select * from take_over_runs($1, '30 seconds')", [rootPath]);
  return hire(pool);
}

/** Deadlines are not for this engine: what hangs would hang the test. */
function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener("abort", () => resolve(), { once: true }));
}

function recordingStore(state: EngineState, store: RunStore): RunStore {
  return {
    ...store,
    async record(before, transition) {
      const recorded = await store.record(before, transition);
      crashIfRecorded(state, before, transition.run);
      return recorded;
    },
    async transact(run, work) {
      const result = await store.transact(run, work);
      const after = await store.load(run);
      if (after !== null) crashIfRecorded(state, run, after);
      return result;
    },
  };
}

function crashIfRecorded(state: EngineState, before: RunModel, after: RunModel): void {
  const { fault } = state;
  if (fault?.at !== "RECORDED") return;
  const was = before.tasks.find((task) => task.key === fault.taskKey)?.state;
  const is = after.tasks.find((task) => task.key === fault.taskKey)?.state;
  if (was === is || is !== (fault.deed === "DO" ? "SUCCEEDED" : "UNDONE")) return;
  state.fault = null;
  throw new FenceLost(before.id); // what a dead worker looks like from the outside: it writes nothing more
}

function faulty(state: EngineState, action: Action): Action {
  if (action.kind === "DB") return faultyInside(state, action);
  return action.kind === "EXTERNAL" ? faultyOutside(state, action) : action;
}

function faultyInside(state: EngineState, action: DbAction<z.ZodObject, string>): Action {
  const undo = action.undo?.bind(action);
  const wrapped: DbAction<z.ZodObject, string> = {
    ...action,
    do: (task, input) => struck(state, task, "DO", () => action.do(task, input)),
  };
  if (undo !== undefined)
    wrapped.undo = (task, input, output) => struck(state, task, "UNDO", () => undo(task, input, output));
  return wrapped;
}

function faultyOutside(state: EngineState, action: ExternalAction<z.ZodObject, string>): Action {
  const undo = action.undo?.bind(action);
  const wrapped: ExternalAction<z.ZodObject, string> = {
    ...action,
    do: (task, input) => struck(state, task, "DO", () => action.do(between(state, task, "DO"), input)),
  };
  if (undo !== undefined) {
    wrapped.undo = (task, input, output) =>
      struck(state, task, "UNDO", () => undo(between(state, task, "UNDO"), input, output));
  }
  return wrapped;
}

async function struck<T>(
  state: EngineState,
  task: DbTask | OutsideTask,
  deed: "DO" | "UNDO",
  work: () => Promise<T>,
): Promise<T> {
  const name = nameOf(task, deed);
  state.entered.set(name, (state.entered.get(name) ?? 0) + 1);
  strike(state, task, deed, "BEFORE");
  const result = await work();
  strike(state, task, deed, "AFTER");
  return result;
}

function between(state: EngineState, task: OutsideTask, deed: "DO" | "UNDO"): OutsideTask {
  const io: ConnectorIo = {
    ...task.io,
    async call(call, perform, planned, describe) {
      const answer = await task.io.call(call, perform, planned, describe);
      state.called.add(nameOf(task, deed));
      strike(state, task, deed, "MIDDLE");
      return answer;
    },
  };
  return { ...task, io };
}

function nameOf({ key }: DbTask | OutsideTask, deed: "DO" | "UNDO"): string {
  return deed === "DO" ? key : `undo ${key}`;
}

function strike(state: EngineState, task: DbTask | OutsideTask, deed: "DO" | "UNDO", at: FaultPoint): void {
  const { fault } = state;
  if (fault === null || fault.taskKey !== task.key || fault.deed !== deed || fault.at !== at) return;
  state.fault = null;
  if (fault.how === "CRASH") throw new FenceLost(task.run.id);
  const outcome = fault.how === "UNKNOWN" ? "unknown" : "permanent";
  throw new ConnectorFailure(outcome, `INJECTED_${fault.how}`, `An injected fault ${at.toLowerCase()} the task`);
}
