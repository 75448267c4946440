/** Why a call is not put through. */
export const callRefusals = [
  "UNKNOWN_LINE",
  "SELLER_NOT_ACTIVE",
  "LINE_NOT_ACTIVE",
  "CUSTOMER_NOT_ACTIVE",
  "INSUFFICIENT_BALANCE",
  "CREDIT_LIMIT_REACHED",
  "UPSTREAM_SUSPENDED",
  "INVALID_NUMBER",
  "UNKNOWN_PREFIX",
  "BLOCKED",
  "NO_DECK",
  "NO_PLAN",
  "NO_EXCHANGE_RATE",
  "PRICE_TOO_HIGH",
  "DESTINATION_CLOSED",
  "RATE_TOO_HIGH",
  "TOO_MANY_CALLS",
  "TOO_FAST",
  "SPEND_CAP_REACHED",
] as const;
export type CallRefusal = (typeof callRefusals)[number];
