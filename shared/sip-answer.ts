/** What comes of asking a SIP element whether it is there. */
export const sipAnswerStates = [
  "REACHED",
  "REFUSED_SIGN_IN",
  "NO_ANSWER",
  "CONNECTION_REFUSED",
  "NAME_NOT_FOUND",
  "ADDRESS_NOT_ALLOWED",
  "TLS_UNTRUSTED",
  "TLS_FAILED",
  "NOT_SIP",
] as const;
export type SipAnswerState = (typeof sipAnswerStates)[number];

export interface SipAnswer {
  readonly state: SipAnswerState;
  /** Of the response, where there was one. */
  readonly statusCode: number | null;
  /** What the element calls itself, or what the network said of the failure. */
  readonly detail: string | null;
  readonly roundTripMs: number | null;
}
