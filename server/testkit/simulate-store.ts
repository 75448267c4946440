import { canMove } from "@tierline/shared/moves.ts";
import { isFinished, runMoves } from "@tierline/shared/run-state.ts";
import { taskMoves } from "@tierline/shared/task-state.ts";
import type { Transaction } from "../kernel/context.ts";
import type { RunAddress, RunModel, Transition } from "../provisioning/run-model.ts";
import type { Recorded, RunStore } from "../provisioning/run-store.ts";

/** Between a worker and the store: a statement may take its time, fail, or be done without an answer. */
export type Link = <T>(statement: () => T | Promise<T>) => Promise<T>;

/**
 * Runs in memory with the promises of PostgreSQL: fences, sequences, transactions that are kept whole or not at all. A statement
 * is one step that nothing interrupts.
 */
export class MemoryRuns {
  readonly runs = new Map<string, RunModel>();
  /** Run → when the queue wakes it. */
  readonly jobs = new Map<string, number>();
  /** Rows of ours that DB actions write: name → how often that happened and was not undone. */
  readonly rows = new Map<string, number>();
  /** Fences that never grow tell nobody apart: only in order to see that they are missed. */
  isFenced = true;
  /** A transition that must not be, and that a state machine in a database would have refused. */
  refused: string | null = null;
  readonly #kept = new Map<string, string>();
  readonly #deadWorkers = new Set<string>();
  readonly #nowMs: () => number;
  readonly #onJob: (runId: string) => void;

  constructor(nowMs: () => number, onJob: (runId: string) => void) {
    this.#nowMs = nowMs;
    this.#onJob = onJob;
  }

  /** The store as one worker reaches it. */
  through(link: Link): RunStore {
    const record: RunStore["record"] = async (before, transition) => this.record(before, transition);
    return {
      claim: (address, workerId) => link(() => this.#claim(address, workerId)),
      load: ({ id }) => link(() => structuredClone(this.runs.get(id) ?? null)),
      record: (before, transition) => link(() => record(before, transition)),
      transact: (run, work) =>
        link(() =>
          this.#whole(() =>
            work({
              tx: { rows: this.rows } as unknown as Transaction, // the simulator's actions know nothing else of it
              load: async () => structuredClone(this.runs.get(run.id) ?? null),
              record,
            }),
          ),
        ),
      kept: async ({ id }, name, find) => {
        const key = `${id} ${name}`;
        const found = await link(() => this.#kept.get(key));
        return found ?? link(async () => this.#keep(key, await find()));
      },
    };
  }

  add(run: RunModel): void {
    this.runs.set(run.id, run);
    this.wake(run, 0);
  }

  wake({ id }: Pick<RunAddress, "id">, afterMs: number): void {
    this.jobs.set(id, this.#nowMs() + afterMs);
    this.#onJob(id);
  }

  /** As `record_transitions`; besides, it refuses moves that shared/*-state.ts does not know. */
  record(before: RunModel, transition: Transition): Recorded {
    const current = this.runs.get(before.id);
    if (current?.fence !== before.fence) return "LOST";
    if (current.sequence !== before.sequence) return "STALE";
    this.refused ??= forbiddenMove(current, transition);
    this.#put({ ...transition.run, fence: current.fence, sequence: current.sequence + 1 });
    if (transition.wakeAfterMs !== null) this.wake(current, transition.wakeAfterMs);
    return "HELD";
  }

  /** As `take_over_runs`, of a worker that is dead or has been silent for too long. */
  takeOver(workerId: string): void {
    this.#deadWorkers.add(workerId);
    for (const run of this.#unfinished()) {
      if (run.workerId === workerId) this.#giveBack(run);
    }
  }

  isDead(workerId: string): boolean {
    return this.#deadWorkers.has(workerId);
  }

  /** As `let_go_of_strays`. */
  letGoOfStrays(workerId: string, inHand: ReadonlyMap<string, unknown>): void {
    for (const run of this.#unfinished()) {
      if (run.workerId === workerId && !inHand.has(run.id)) this.#giveBack(run);
    }
  }

  /** As `wake_due_runs`, for jobs that died with the process which had fetched them. */
  wakeForgotten(): void {
    for (const run of this.#unfinished()) {
      if (run.workerId === null && run.waitingFor !== "PERSON" && !this.jobs.has(run.id)) this.wake(run, 0);
    }
  }

  #claim({ id }: RunAddress, workerId: string): RunModel | null {
    const run = this.runs.get(id);
    if (run === undefined || run.finishedAt !== null || this.#deadWorkers.has(workerId)) return null;
    if (run.waitingFor === "PERSON" || (run.workerId !== null && run.workerId !== workerId)) return null;
    const state = run.state === "QUEUED" || run.state === "WAITING" ? "RUNNING" : run.state;
    const taken = { state, workerId, waitingFor: null, waitingUntil: null } as const;
    return this.#put({ ...run, ...taken, fence: run.fence + 1, sequence: run.sequence + 1 });
  }

  #giveBack(run: RunModel): void {
    const state = run.state === "RUNNING" ? "WAITING" : run.state;
    const free = { state, workerId: null, waitingFor: "TAKE_OVER", waitingUntil: null } as const;
    this.#put({ ...run, ...free, fence: run.fence + 1, sequence: run.sequence + 1 });
    this.wake(run, 0);
  }

  #keep(key: string, value: string): string {
    const kept = this.#kept.get(key) ?? value;
    this.#kept.set(key, kept);
    return kept;
  }

  #unfinished(): RunModel[] {
    return [...this.runs.values()].filter((run) => run.finishedAt === null);
  }

  #put(run: RunModel): RunModel {
    this.runs.set(run.id, { ...run, fence: this.isFenced ? run.fence : 0 });
    return structuredClone(this.runs.get(run.id)!); // it was put there a line above
  }

  async #whole<T>(work: () => Promise<T>): Promise<T> {
    const kept = { runs: new Map(this.runs), jobs: new Map(this.jobs), rows: new Map(this.rows) };
    try {
      return await work();
    } catch (error) {
      restore(this.runs, kept.runs);
      restore(this.jobs, kept.jobs);
      restore(this.rows, kept.rows);
      throw error;
    }
  }
}

function restore<K, V>(map: Map<K, V>, kept: ReadonlyMap<K, V>): void {
  map.clear();
  for (const [key, value] of kept) map.set(key, value);
}

function forbiddenMove(before: RunModel, { run: after, changed }: Transition): string | null {
  if (before.state !== after.state && !canMove(runMoves, before.state, after.state)) {
    return `${before.id} moved from ${before.state} to ${after.state}`;
  }
  if ((after.finishedAt !== null) !== isFinished(after.state)) return `${after.id} is ${after.state}: finished or not?`;
  for (const [index, task] of after.tasks.entries()) {
    const from = before.tasks[index]!; // the tasks of a run never change in number or order
    const isSame = JSON.stringify(from) === JSON.stringify(task);
    if (!isSame && !changed.includes(task.key)) return `${task.key} changed and would not be written`;
    if (from.state !== task.state && !canMove(taskMoves, from.state, task.state)) {
      return `${task.key} moved from ${from.state} to ${task.state}`;
    }
    if (after.finishedAt !== null && (task.state === "RUNNING" || task.state === "RETRYING")) {
      return `${task.key} is ${task.state} in a run that is ${after.state}`;
    }
  }
  return null;
}
