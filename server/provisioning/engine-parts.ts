import type { Change } from "../kernel/changes.ts";
import type { Log } from "../kernel/log.ts";
import type { Breaker } from "./breaker.ts";
import type { EngineKnowledge } from "./parts.ts";
import type { RunModel } from "./run-model.ts";
import type { RunStore } from "./run-store.ts";
import type { Time } from "./time.ts";

/** Everything the engine touches, so that the simulator can hold all of it. */
export interface EngineParts extends EngineKnowledge {
  readonly store: RunStore;
  readonly time: Time;
  readonly log: Pick<Log, "info" | "warn" | "error">;
  readonly breaker: Breaker;
  /** Under which name runs are claimed; another one after this worker was declared dead. */
  workerId(): string;
  /** Whether this worker may still act on what it claimed under that name. */
  isAlive(workerId: string): boolean;
  readonly isStopping: boolean;
  /** Runs that this worker is advancing, by id. */
  readonly inHand: Map<string, Hand>;
  announce(changes: readonly Change[]): void;
}

/** One run in a worker's hands. */
export interface Hand {
  /** As it was last written or read; null until it is claimed. */
  run: RunModel | null;
  /** Attempts under way, by task. */
  readonly inFlight: Map<string, AbortController>;
  /** Makes the worker read the run again: a person changed it, or the worker is to stop. */
  poke(): void;
}
