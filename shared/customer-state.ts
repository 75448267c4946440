import type { Moves } from "./moves.ts";

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
