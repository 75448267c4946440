export const lineTypes = ["FIXED", "MOBILE"] as const;
export type LineType = (typeof lineTypes)[number];

/** Planned until it is applied at a date; undone, the one before counts again. */
export const rateDeckStates = ["PLANNED", "APPLIED", "UNDONE"] as const;
export type RateDeckState = (typeof rateDeckStates)[number];

/** How a prefix of a deck differs from the deck before. */
export const rateChangeKinds = ["ADDED", "GONE", "UP", "DOWN", "BLOCKED", "CHANGED"] as const;
export type RateChangeKind = (typeof rateChangeKinds)[number];

/** Why a call has no price. */
export const callProblemCodes = [
  "INVALID_NUMBER",
  "UNKNOWN_PREFIX",
  "BLOCKED",
  "NO_DECK",
  "NO_PLAN",
  "NO_EXCHANGE_RATE",
  "PRICE_TOO_HIGH",
] as const;
export type CallProblemCode = (typeof callProblemCodes)[number];
