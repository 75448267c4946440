import type { RunModel, TaskModel } from "../provisioning/run-model.ts";
import { type FaultPoint, type InjectedFault, type ManualEngine } from "./crash-tester-engine.ts";

/** A playbook under test, in a world in which its runs have effects that can be compared. */
export interface MatrixSubject {
  readonly engine: ManualEngine;
  /** A fresh run for fresh people and items, so that one cell does not meet the effects of another. */
  start(): Promise<string>;
  /** Says that the manual task is done. */
  approve(run: RunModel, taskKey: string): Promise<void>;
  /** Begins to roll the run back, as the button does. */
  rollBack(run: RunModel): Promise<void>;
  /** All that exists because of the run, ours and outside, in words that do not depend on which run it is. */
  slate(run: RunModel): Promise<unknown>;
}

export interface Cell {
  readonly task: string;
  readonly fault: InjectedFault;
  readonly title: string;
}

const crashPoints: Record<TaskModel["kind"], readonly FaultPoint[]> = {
  DB: ["BEFORE", "AFTER", "RECORDED"],
  EXTERNAL: ["BEFORE", "MIDDLE", "AFTER", "RECORDED"],
  MANUAL: [],
};

const failurePoints: Record<TaskModel["kind"], readonly FaultPoint[]> = {
  DB: ["BEFORE", "AFTER"],
  EXTERNAL: ["BEFORE", "MIDDLE", "AFTER"],
  MANUAL: [],
};

type TaskFacts = Pick<TaskModel, "key" | "kind">;

/** A worker that dies at every point of every task. */
export function crashCells(tasks: readonly TaskFacts[]): Cell[] {
  return tasks.flatMap(({ key, kind }) =>
    crashPoints[kind].map((at) => cell({ taskKey: key, deed: "DO", at, how: "CRASH" })),
  );
}

/** An answer that is lost after every deed outside. */
export function lostAnswerCells(tasks: readonly TaskFacts[]): Cell[] {
  const outside = tasks.filter(({ kind }) => kind === "EXTERNAL");
  return outside.map(({ key }) => cell({ taskKey: key, deed: "DO", at: "AFTER", how: "UNKNOWN" }));
}

/** A failure for good at every task, before it did anything and after it did all. */
export function failureCells(tasks: readonly TaskFacts[]): Cell[] {
  return tasks.flatMap(({ key, kind }) =>
    failurePoints[kind].map((at) => cell({ taskKey: key, deed: "DO", at, how: "PERMANENT" })),
  );
}

/** A worker that dies at every point of every undo. */
export function undoCrashCells(tasks: readonly TaskFacts[]): Cell[] {
  return tasks.flatMap(({ key, kind }) =>
    crashPoints[kind].map((at) => cell({ taskKey: key, deed: "UNDO", at, how: "CRASH" })),
  );
}

function cell(fault: InjectedFault): Cell {
  const { taskKey: task, deed, at, how } = fault;
  return { task, fault, title: `${task}: ${how} ${at} ${deed}` };
}

export interface Played {
  readonly run: RunModel;
  readonly slate: unknown;
  /** How often each task's deed was entered. */
  readonly entered: ReadonlyMap<string, number>;
  /** Which tasks called anybody: a mail to nobody does not. */
  readonly called: ReadonlySet<string>;
  /** False when the fault never met a call. */
  readonly hasStruck: boolean;
}

/** A run from its start to its rest, with one fault on its way, and a person who approves whatever waits. */
export async function playCell(subject: MatrixSubject, fault: InjectedFault | null): Promise<Played> {
  const { engine } = subject;
  const id = await subject.start();
  engine.entered.clear();
  engine.called.clear();
  engine.fault = fault?.deed === "DO" ? fault : null;
  return played(subject, await toItsEnd(subject, id));
}

/** The same, and then everything is undone, with a fault on the way back if it is one of an undo. */
export async function playAndUndo(subject: MatrixSubject, fault: InjectedFault): Promise<Played> {
  const { run } = await playCell(subject, fault);
  return undone(subject, run, fault);
}

/** A run that has stopped, rolled back to its end. */
export async function undone(subject: MatrixSubject, stopped: RunModel, fault: InjectedFault | null): Promise<Played> {
  const { engine } = subject;
  engine.fault = fault?.deed === "UNDO" ? fault : null;
  await subject.rollBack(stopped);
  return played(subject, await toItsEnd(subject, stopped.id));
}

async function played(subject: MatrixSubject, run: RunModel): Promise<Played> {
  const { engine } = subject;
  const hasStruck = engine.fault === null;
  engine.fault = null;
  const { entered, called } = engine;
  return { run, slate: await subject.slate(run), entered: new Map(entered), called: new Set(called), hasStruck };
}

async function toItsEnd(subject: MatrixSubject, id: string): Promise<RunModel> {
  for (;;) {
    const run = await subject.engine.drive(id);
    const waiting = run.tasks.find((task) => task.state === "WAITING");
    if (run.finishedAt !== null || waiting === undefined) return run;
    await subject.approve(run, waiting.key);
  }
}
