import type { Transaction } from "../kernel/context.ts";
import type { RunAddress, RunModel, Transition } from "./run-model.ts";

/**
 * HELD: written. STALE: somebody else changed the run (a person cancelled it, or did a manual task): read it again and decide
 * anew. LOST: another worker is in charge: write nothing, call nothing.
 */
export type Recorded = "HELD" | "STALE" | "LOST";

/**
 * Where runs live, as narrow as the engine needs it: PostgreSQL in the product, memory in the simulator. Everything may fail as
 * an outage does, with or without having happened.
 */
export interface RunStore {
  /** Takes charge: a new fence, so that whoever was in charge before can write nothing. Null when there is nothing to take. */
  claim(address: RunAddress, workerId: string): Promise<RunModel | null>;
  load(address: RunAddress): Promise<RunModel | null>;
  /** `before` is the run the transition was decided on: its fence and sequence must still hold. */
  record(before: RunModel, transition: Transition): Promise<Recorded>;
  /** One transaction in the reseller's tier, for effects that belong together with a transition. */
  transact<T>(run: RunModel, work: (tx: StoreTransaction) => Promise<T>): Promise<T>;
  /** What is kept sealed under that name; `find` is asked only where there is nothing yet, and the first who writes it wins. */
  kept(run: RunModel, name: string, find: () => Promise<string>): Promise<string>;
}

export interface StoreTransaction {
  readonly tx: Transaction;
  load(): Promise<RunModel | null>;
  record(before: RunModel, transition: Transition): Promise<Recorded>;
}
