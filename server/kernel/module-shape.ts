import type { Options } from "@mikro-orm/core";
import type { Context } from "./context.ts";

/** What MikroORM takes as an entity. */
export type AnyEntity = NonNullable<Options["entities"]>[number];

/** Work that is due at times: rows with a due date, swept set-wise by whichever worker comes first. */
export interface Sweep {
  readonly key: string;
  readonly everySeconds: number;
  /** Handed a context of the root tier and the business clock, so that a test can call it with a moved clock. */
  run(context: Context): Promise<number>;
}

/** What a folder contributes. Only app.ts reads it. */
export interface Module {
  readonly entities?: readonly AnyEntity[];
  // TypeGraphQL wants classes; what they are called with is its affair.
  readonly resolvers?: readonly (new (...args: never[]) => object)[];
  /** Functions and triggers, executed by the owner after the tables exist; each file may run again and again. */
  readonly sql?: readonly URL[];
  /** How `node(id)` finds what this folder owns: prefix → batched look-up of what the viewer may see. */
  readonly nodes?: Readonly<Record<string, NodeSource>>;
  readonly sweeps?: readonly Sweep[];
  /** Object types that are reachable only through an interface. */
  readonly orphanedTypes?: readonly (new (...args: never[]) => object)[];
}

export interface NodeSource {
  /** Permission without which the node does not exist for the viewer. */
  readonly permission: string;
  load(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>>;
}
