import type { CreditPolicy, PaymentMode } from "@tierline/shared/ledger.ts";
import type { Transaction } from "../kernel/context.ts";

/** What a buyer's account is agreed to be. */
export interface AccountTerms {
  readonly mode: PaymentMode;
  /** Of who pays before, and of nobody else. */
  readonly policy: CreditPolicy | null;
  /** How far below nothing it may go; null: without an end. Strict is nothing, permissive without an end. */
  readonly creditLimitMicros: bigint | null;
  readonly cycleDay: number;
  readonly dueDay: number | null;
  readonly lowBalanceMicros: bigint | null;
  readonly lowBalanceEmail: string | null;
}

/** What becomes of it follows in the same transaction: a strict account on which nothing is left suspends its customer (V9). */
export async function setAccountTerms({ em }: Transaction, accountId: string, terms: AccountTerms): Promise<void> {
  const { mode, policy, creditLimitMicros, cycleDay, dueDay, lowBalanceMicros, lowBalanceEmail } = terms;
  await em.execute("select set_account_terms(?, ?, ?, ?::bigint, ?, ?, ?::bigint, ?)", [
    accountId,
    mode,
    policy,
    creditLimitMicros === null ? null : String(creditLimitMicros),
    cycleDay,
    dueDay,
    lowBalanceMicros === null ? null : String(lowBalanceMicros),
    lowBalanceEmail,
  ]);
}
