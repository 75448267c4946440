/** Every code of a refusal that a caller can expect, with its meaning. The schema's enum has the same members. */
export const userErrorCodes = {
  REQUIRED: "A value is missing.",
  INVALID: "A value does not have the form or range it must have.",
  TOO_LONG: "A text or list is longer than allowed.",
  TAKEN: "Something else already bears this name, key or number.",
  IN_USE: "It cannot be deleted while others refer to it.",
  UNKNOWN_REFERENCE: "An id in the input names nothing that the caller can see.",
  LIMIT_EXCEEDED: "More than a limit allows; the limit and what is used are given.",
  NOT_AVAILABLE: "The item is not free any more: someone else was first, or it left the stock.",
  NOT_ELIGIBLE: "The offering is not for this customer; the message says why.",
  NO_COMPATIBLE_SERVICE: "The customer has no service to which the add-on could be added.",
  EXPIRED: "It was in time once: a reservation, an order's time for undoing.",
  PRICE_CHANGED: "Prices, terms or the playbook have changed since the quote; the old and new amounts are given.",
  PAYMENT_METHOD_REQUIRED: "Renewing automatically needs a payment method on file.",
  STATE_CONFLICT: "Its present state does not allow this.",
  STALE: "It has changed since the caller read it; read it again.",
  RETRY_EXHAUSTED: "The run was retried as often as allowed; an operator has to reset it.",
  QUEUE_FULL: "Too many runs are queued; try again later.",
  IDEMPOTENCY_MISMATCH: "The idempotency key was used before with other arguments.",
  SIGN_IN_REFUSED: "E-mail and password do not match; it is not said which of them is wrong.",
  EXCEEDS_RIGHTS: "It would give or change rights that the caller does not hold.",
  LAST_OWNER: "Nobody else could run the reseller: its last owner is neither removed, disabled nor demoted.",
  ACCOUNT_DEACTIVATED: "The password is right, but the account is deactivated.",
  RESELLER_SUSPENDED: "The reseller is suspended: it may look and end services, but neither create nor change.",
  RESELLER_NOT_ACTIVATED: "The reseller was created but not activated yet.",
  FIELD_OWNED_BY_PARENT: "The parent says what this is; only the parent can change it.",
  TEMPLATE_NOT_FOUND: "No inventory template has this key.",
  MISSING_ACTION: "The playbook does not exist or names an action that does not.",
} as const;

export type UserErrorCode = keyof typeof userErrorCodes;

/** The names that the rules use for particular refusals → the generic code that the API answers with. */
export const userErrorCodeByRuleName: Readonly<Record<string, UserErrorCode>> = {
  ITEM_NOT_AVAILABLE: "NOT_AVAILABLE",
  RESERVATION_EXPIRED: "EXPIRED",
  TEMPLATE_NOT_FOUND: "TEMPLATE_NOT_FOUND",
  TEMPLATE_IN_USE: "IN_USE",
  PRICE_CHANGED: "PRICE_CHANGED",
  NO_COMPATIBLE_SERVICE: "NO_COMPATIBLE_SERVICE",
  INSUFFICIENT_INVENTORY: "NOT_AVAILABLE",
  MISSING_ACTION: "MISSING_ACTION",
  RETRY_EXHAUSTED: "RETRY_EXHAUSTED",
  ACCOUNT_DEACTIVATED: "ACCOUNT_DEACTIVATED",
  EMAIL_TAKEN: "TAKEN",
  USERNAME_TAKEN: "TAKEN",
  DATE_IN_PAST: "INVALID",
};
