import { decimalOf, money } from "@tierline/shared/money.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { Refusals } from "../kernel/rejection.ts";
import { checkTerms, type AccountTermsInput } from "../ledger/check-terms.ts";
import { setAccountTerms, type AccountTerms } from "../ledger/set-terms.ts";
import { soldAccount } from "./billing-account.ts";
import { buyerOf } from "./record-entry.ts";

export interface SetTermsInput {
  /** The API's id. */
  readonly accountId: string;
  readonly terms: AccountTermsInput;
}

/**
 * All of an account's terms, whatever they were. Who has nothing left on an account that becomes strict is suspended at once (V9).
 * Answers the account's UUID.
 * @throws AccessError NOT_FOUND for an account that the viewer does not sell to; Rejection with all that is wrong
 */
export function setTerms(context: Context, { accountId, terms }: SetTermsInput): Promise<string> {
  return transaction(context, async (tx) => {
    const account = await soldAccount(tx, accountId);
    const { currency } = account.balance;
    const refusals = new Refusals();
    const next = checkTerms(refusals, terms, currency, "terms");
    refusals.settle();
    await setAccountTerms(tx, account.id, next);
    const changes = changesBetween(termsText(account.terms, currency), termsText(next, currency));
    if (changes.length > 0) {
      const operation = "billing.terms";
      await recordAudit(tx, { operation, ...(await buyerOf(tx, account)), changes, path: account.path });
    }
    return account.id;
  });
}

/** As the audit trail names them. */
export function termsText(terms: AccountTerms, currency: string): Readonly<Record<string, unknown>> {
  const { mode, policy, creditLimitMicros, cycleDay, dueDay, lowBalanceMicros, lowBalanceEmail } = terms;
  const text = (amount: bigint | null) => (amount === null ? null : decimalOf(money(amount, currency)));
  return {
    paymentMode: mode,
    creditPolicy: policy,
    creditLimit: policy === null ? text(creditLimitMicros) : null,
    cycleDay,
    dueDay,
    lowBalance: text(lowBalanceMicros),
    lowBalanceEmail,
  };
}
