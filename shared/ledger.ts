/**
 * What a buyer has with its seller; what a seller has sold; what a seller was paid; what came by tries of its own; what rounding left;
 * what a seller owes to the tax office.
 */
export const ledgerAccountKinds = ["BILLING", "INCOME", "PAYMENTS", "TEST_PAYMENTS", "ROUNDING", "TAX"] as const;
export type LedgerAccountKind = (typeof ledgerAccountKinds)[number];

/** Many post to what a seller takes in, and nobody has to know what it holds: see `parts` in server/ledger/ledger.entity.ts. */
export const partsOfAccount: Readonly<Record<LedgerAccountKind, number>> = {
  BILLING: 1,
  INCOME: 16,
  PAYMENTS: 16,
  TEST_PAYMENTS: 1,
  ROUNDING: 16,
  TAX: 16,
};

/** How a buyer pays: before, after, or after with minutes included. */
export const paymentModes = ["PREPAID", "POSTPAID", "ALLOWANCE"] as const;
export type PaymentMode = (typeof paymentModes)[number];

/** What becomes of who pays before when nothing is left: suspended, or served on. */
export const creditPolicies = ["STRICT", "PERMISSIVE"] as const;
export type CreditPolicy = (typeof creditPolicies)[number];

export const transactionKinds = [
  "PAYMENT",
  "CHARGE",
  "REVERSAL",
  "CALL",
  "REFUND",
  "ROUNDING",
  "TAX",
  "CREDIT_NOTE",
] as const;
export type TransactionKind = (typeof transactionKinds)[number];

export const creditHoldKinds = ["CALL", "PAYMENT"] as const;
export type CreditHoldKind = (typeof creditHoldKinds)[number];

export const creditHoldStates = ["OPEN", "SETTLED", "RELEASED", "EXPIRED"] as const;
export type CreditHoldState = (typeof creditHoldStates)[number];
