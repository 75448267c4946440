import { overrideScopes } from "./selling-rate.ts";

/** How a call stands. Until it is over it is LIVE; REFUSED is what was not let through, and `refusal` says why. */
export const callStates = ["LIVE", "ANSWERED", "NO_ANSWER", "BUSY", "FAILED", "REFUSED"] as const;
export type CallState = (typeof callStates)[number];

export const callDirections = ["OUT", "IN"] as const;
export type CallDirection = (typeof callDirections)[number];

/** What sort of number was called, as the rate deck tells. */
export const callTypes = ["MOBILE", "FIXED", "OTHER"] as const;
export type CallType = (typeof callTypes)[number];

/** By what the price of a leg was found: a plan's markup or one of its own rates; a number's terms for calls that come in; or nothing, between two lines of one reseller. */
export const legRules = ["MARKUP", ...overrideScopes, "DID", "ON_NET"] as const;
export type LegRule = (typeof legRules)[number];
