import { installation } from "../kernel/installation.ts";

const dayMs = 86_400_000;

/** How long the rows of an import are kept. */
export function keptMs(): number {
  return installation().bulkDays * dayMs;
}

/** When the rows of an import that ended then are deleted. */
export function keptUntil(endedAt: Date): Date {
  return new Date(endedAt.getTime() + keptMs());
}
