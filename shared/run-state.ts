import { say } from "./sentence.ts";
import { allowed, type Moves, refused, type Verdict } from "./moves.ts";

export const runStates = [
  "QUEUED",
  "RUNNING",
  "WAITING",
  "SUCCEEDED",
  "SUCCEEDED_WITH_WARNINGS",
  "FAILED",
  "ROLLING_BACK",
  "ROLLED_BACK",
  "ROLL_BACK_FAILED",
  "CANCELLED",
] as const;
export type RunState = (typeof runStates)[number];

export const runMoves: Moves<RunState> = {
  QUEUED: ["RUNNING", "CANCELLED"],
  RUNNING: ["WAITING", "SUCCEEDED", "SUCCEEDED_WITH_WARNINGS", "FAILED", "CANCELLED"],
  WAITING: ["RUNNING", "FAILED", "CANCELLED"],
  SUCCEEDED: ["ROLLING_BACK"],
  SUCCEEDED_WITH_WARNINGS: ["ROLLING_BACK"],
  FAILED: ["RUNNING", "ROLLING_BACK"],
  ROLLING_BACK: ["ROLLED_BACK", "ROLL_BACK_FAILED"],
  ROLL_BACK_FAILED: ["ROLLING_BACK"],
  ROLLED_BACK: [],
  CANCELLED: ["ROLLING_BACK"],
};

const unfinished: ReadonlySet<RunState> = new Set(["QUEUED", "RUNNING", "WAITING", "ROLLING_BACK"]);

/** Nothing happens any more unless a person asks for it. */
export function isFinished(state: RunState): boolean {
  return !unfinished.has(state);
}

/** How often a person may retry one run before an operator has to look at it. */
export const retriesAllowed = 3;

export type RunRefusal = "STATE_CONFLICT" | "RETRY_EXHAUSTED" | "EXPIRED";
export type RunVerdict = Verdict<RunRefusal>;

export interface RetryQuestion {
  readonly state: RunState;
  readonly retriesUsed: number;
  /** An operator looked at the run and set its count of retries back. */
  readonly isReset?: boolean;
}

export interface RollBackQuestion {
  readonly state: RunState;
  /** Until when the order of a run that succeeded may be undone; null when it never may. */
  readonly undoableUntil?: Date | null;
  readonly now: Date;
}

/** What a person may do with a run now. The API refuses by it and the console disables its buttons by it, with the same words. */
export const canRun = {
  retry({ state, retriesUsed, isReset = false }: RetryQuestion): RunVerdict {
    if (state !== "FAILED") return refused("STATE_CONFLICT", say("run.retryOnlyFailed"));
    if (retriesUsed < retriesAllowed || isReset) return allowed;
    return refused("RETRY_EXHAUSTED", say("run.retryExhausted", { count: retriesAllowed }));
  },

  rollBack({ state, undoableUntil = null, now }: RollBackQuestion): RunVerdict {
    if (!runMoves[state].includes("ROLLING_BACK")) {
      return refused("STATE_CONFLICT", say("run.rollBackOnce"));
    }
    if (state !== "SUCCEEDED" && state !== "SUCCEEDED_WITH_WARNINGS") return allowed;
    if (undoableUntil === null) return refused("STATE_CONFLICT", say("run.notUndoable"));
    return now <= undoableUntil ? allowed : refused("EXPIRED", say("run.undoPassed"));
  },

  cancel({ state }: { readonly state: RunState }): RunVerdict {
    return runMoves[state].includes("CANCELLED") ? allowed : refused("STATE_CONFLICT", say("run.cancelOnly"));
  },
};
