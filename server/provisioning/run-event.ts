import type { Words } from "@tierline/shared/sentence.ts";
import type { Outcome } from "../kernel/connector.ts";
import type { LogLine, TaskModel, Transition } from "./run-model.ts";

export interface Failure {
  readonly outcome: Outcome;
  readonly code: string;
  readonly message: Words;
}

interface Ended {
  readonly key: string;
  /** Which attempt it was, so that the answer to an older one changes nothing. */
  readonly attempt: number;
  readonly detail: Words | null;
  readonly log: readonly LogLine[];
}

/** What happens to a run in a worker's hands. */
export type RunEvent =
  /** Claimed, or told that a person changed something. */
  | { readonly kind: "WOKEN" }
  | (Ended & { readonly kind: "DONE"; readonly output: Record<string, string | number | boolean> })
  | (Ended & {
      readonly kind: "FAILED";
      readonly failure: Failure;
      /** It never came to `do`: asking whether an earlier attempt had happened failed. */
      readonly wasAsking: boolean;
      readonly isTouched: boolean;
      /** The deadline passed: no further attempt. */
      readonly isFinal: boolean;
    })
  | (Ended & { readonly kind: "UNDONE" })
  | (Ended & { readonly kind: "UNDO_FAILED"; readonly failure: Failure });

export interface Circumstances {
  readonly now: Date;
  /** 0 up to 1, for jitter. */
  random(): number;
  /** The worker is going down: nothing new is started. */
  readonly isStopping: boolean;
  /** Tasks that this worker is attempting or undoing right now. */
  readonly inFlight: ReadonlySet<string>;
  hasUndo(task: Readonly<TaskModel>): boolean;
  /** Whether it can be asked what became of the task. */
  canAsk(task: Readonly<TaskModel>): boolean;
  /** Until when the task's connector is left alone, because it answers nobody; null when it may be called. */
  heldUntil(task: Readonly<TaskModel>): Date | null;
}

export interface Decision {
  /** Null when nothing changes. */
  readonly transition: Transition | null;
  /** Tasks to attempt, and the one to undo, once the transition is written. */
  readonly start: readonly string[];
  readonly undo: string | null;
  /** False when the event came too late: it was written before, or is about an attempt that does not count any more. */
  readonly isNews: boolean;
}
