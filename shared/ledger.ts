/** What a buyer has with its seller; what a seller has sold; what a seller was paid. */
export const ledgerAccountKinds = ["BILLING", "INCOME", "PAYMENTS"] as const;
export type LedgerAccountKind = (typeof ledgerAccountKinds)[number];

/** Many post to what a seller takes in, and nobody has to know what it holds: see `parts` in server/ledger/ledger.entity.ts. */
export const partsOfAccount: Readonly<Record<LedgerAccountKind, number>> = { BILLING: 1, INCOME: 16, PAYMENTS: 16 };

export const transactionKinds = ["PAYMENT", "CHARGE", "REVERSAL"] as const;
export type TransactionKind = (typeof transactionKinds)[number];

export const creditHoldKinds = ["CALL", "PAYMENT"] as const;
export type CreditHoldKind = (typeof creditHoldKinds)[number];

export const creditHoldStates = ["OPEN", "SETTLED", "RELEASED", "EXPIRED"] as const;
export type CreditHoldState = (typeof creditHoldStates)[number];
