import type { Moves } from "./moves.ts";
import type { SuspensionReason } from "./service-state.ts";

export const customerStates = ["WAITING", "ACTIVE", "SUSPENDED", "DEACTIVATING", "DEACTIVATED", "ARCHIVED"] as const;
export type CustomerState = (typeof customerStates)[number];

/** Deactivation is undone within 30 days; archiving is for good. */
export const customerMoves: Moves<CustomerState> = {
  WAITING: ["ACTIVE", "ARCHIVED"],
  ACTIVE: ["SUSPENDED", "DEACTIVATING", "ARCHIVED"],
  SUSPENDED: ["ACTIVE", "DEACTIVATING", "ARCHIVED"],
  DEACTIVATING: ["ACTIVE", "DEACTIVATED"],
  DEACTIVATED: ["ACTIVE", "ARCHIVED"],
  ARCHIVED: [],
};

/** Only an active customer is given something new. */
export function mayOrder(state: CustomerState): boolean {
  return state === "ACTIVE";
}

/** Of a customer that was not switched off: active exactly when nothing suspends it (X4). */
export function stateFor(reasons: readonly SuspensionReason[]): "ACTIVE" | "SUSPENDED" {
  return reasons.length === 0 ? "ACTIVE" : "SUSPENDED";
}

/** Typed by the person, in any case of letters: the customer is put away for good. */
export const archiveWord = "delete";

/** Typed by the person, in any case of letters: its people are locked out at once. */
export const deactivateWord = "deactivate";
