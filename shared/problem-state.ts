import type { Moves } from "./moves.ts";

/** A problem that a customer reported; escalated while a tier above has been asked for help. */
export const problemStates = ["OPEN", "ESCALATED", "CLOSED"] as const;
export type ProblemState = (typeof problemStates)[number];

export const problemMoves: Moves<ProblemState> = {
  OPEN: ["ESCALATED", "CLOSED"],
  ESCALATED: ["OPEN", "CLOSED"],
  CLOSED: [],
};

/** What one tier asks the one above it about a problem. */
export const ticketStates = ["OPEN", "CLOSED"] as const;
export type TicketState = (typeof ticketStates)[number];
