import type { BulkRowState } from "@tierline/shared/bulk.ts";
import type { BulkRowFragment } from "./bulk.generated.ts";

/** How many rows are in any of these states. */
export function countOf({ counts }: Pick<BulkRowFragment, "counts">, ...states: readonly BulkRowState[]): number {
  return counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
}

/** How long the rest takes at the pace so far; null before anything can be said. */
export function restMs(done: number, left: number, sinceMs: number): number | null {
  return done === 0 || left === 0 || sinceMs <= 0 ? null : Math.round((sinceMs / done) * left);
}
