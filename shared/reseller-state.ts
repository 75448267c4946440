import type { Moves } from "./moves.ts";

export const resellerStates = ["PENDING", "ACTIVE", "SUSPENDED", "CLOSED"] as const;
export type ResellerState = (typeof resellerStates)[number];

export const resellerMoves: Moves<ResellerState> = {
  PENDING: ["ACTIVE", "CLOSED"],
  ACTIVE: ["SUSPENDED", "CLOSED"],
  SUSPENDED: ["ACTIVE", "CLOSED"],
  CLOSED: [],
};

/** Typed by the person who closes one: what cannot be undone is confirmed in words. In any case of letters. */
export const closeWord = "close";

export function mayCreateOrChange(state: ResellerState): boolean {
  return state === "ACTIVE";
}

/** A suspended reseller may still delete what is no longer wanted, so that it costs nothing more. */
export function mayDelete(state: ResellerState): boolean {
  return state === "ACTIVE" || state === "SUSPENDED";
}
