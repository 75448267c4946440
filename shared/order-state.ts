import { undoMinutes } from "./limits.ts";
import { canMove, type Moves } from "./moves.ts";

export const orderStates = ["DRAFT", "ACKNOWLEDGED", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELLED"] as const;
export type OrderState = (typeof orderStates)[number];

/** The states of TMF622; a completed order is cancelled only by undoing it in time (limits.ts, `undoMinutes`). */
export const orderMoves: Moves<OrderState> = {
  DRAFT: ["ACKNOWLEDGED", "CANCELLED"],
  ACKNOWLEDGED: ["IN_PROGRESS", "FAILED", "CANCELLED"],
  IN_PROGRESS: ["COMPLETED", "FAILED", "CANCELLED"],
  COMPLETED: ["CANCELLED"],
  FAILED: ["IN_PROGRESS", "CANCELLED"],
  CANCELLED: [],
};

interface Undoable {
  readonly state: OrderState;
  readonly placedAt: Date;
}

/** O13. Null when the time is over, or when there is nothing left to undo. */
export function undoableUntil({ state, placedAt }: Undoable, now: Date): Date | null {
  const until = new Date(placedAt.getTime() + undoMinutes * 60_000);
  return canMove(orderMoves, state, "CANCELLED") && now <= until ? until : null;
}
