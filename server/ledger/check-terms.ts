import { lowBalanceMax, lowBalanceMin } from "@tierline/shared/account-terms.ts";
import { emailLengthMax, manualAmountMax } from "@tierline/shared/limits.ts";
import type { CreditPolicy, PaymentMode } from "@tierline/shared/ledger.ts";
import { minorDigits, tryParseMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { checkEmail } from "../kernel/checked-text.ts";
import type { Refusals } from "../kernel/rejection.ts";
import type { AccountTerms } from "./set-terms.ts";

export interface AccountTermsInput {
  readonly mode: PaymentMode;
  readonly policy?: CreditPolicy | null | undefined;
  readonly creditLimit?: string | null | undefined;
  readonly cycleDay?: number | null | undefined;
  readonly dueDay?: number | null | undefined;
  readonly lowBalance?: string | null | undefined;
  readonly lowBalanceEmail?: string | null | undefined;
}

const daysMax = 31;
const micros = 1_000_000n;

/** All that is wrong is added to `refusals`; what is answered then counts for nothing. */
export function checkTerms(
  refusals: Refusals,
  input: AccountTermsInput,
  currency: string,
  ...path: string[]
): AccountTerms {
  const { mode } = input;
  const policy = input.policy ?? null;
  if (mode === "PREPAID" && policy === null) refusals.add("REQUIRED", say("terms.policyRequired"), ...path, "policy");
  if (mode !== "PREPAID" && policy !== null) refusals.add("INVALID", say("terms.noPolicy"), ...path, "policy");
  return {
    mode,
    policy,
    creditLimitMicros: limitOf(refusals, input, currency, path),
    cycleDay: dayOf(refusals, input.cycleDay, ...path, "cycleDay") ?? 1,
    dueDay: dayOf(refusals, input.dueDay, ...path, "dueDay"),
    ...warningOf(refusals, input, currency, path),
  };
}

/** Who pays before has none to choose: nothing when strict, no end to it when permissive. */
function limitOf(
  refusals: Refusals,
  { mode, policy, creditLimit }: AccountTermsInput,
  currency: string,
  path: readonly string[],
): bigint | null {
  const field = [...path, "creditLimit"];
  if (mode === "PREPAID") {
    if (creditLimit != null) refusals.add("INVALID", say("terms.noLimit"), ...field);
    return policy === "STRICT" ? 0n : null;
  }
  if (creditLimit == null) return null;
  const amount = amountOf(creditLimit, currency);
  if (amount === null || amount < 0n) refusals.add("INVALID", say("terms.limit", { currency }), ...field);
  else if (amount > BigInt(manualAmountMax) * micros)
    refusals.add("LIMIT_EXCEEDED", say("billing.amountMax", { max: manualAmountMax, currency }), ...field);
  return amount;
}

function amountOf(text: string, currency: string): bigint | null {
  const amount = tryParseMoney(text, currency);
  return amount === null || amount.micros % 10n ** BigInt(6 - minorDigits(currency)) !== 0n ? null : amount.micros;
}

function dayOf(refusals: Refusals, day: number | null | undefined, ...path: string[]): number | null {
  if (day == null) return null;
  if (day < 1 || day > daysMax) refusals.add("INVALID", say("terms.day", { max: daysMax }), ...path);
  return day;
}

function warningOf(
  refusals: Refusals,
  { lowBalance, lowBalanceEmail }: AccountTermsInput,
  currency: string,
  path: readonly string[],
): Pick<AccountTerms, "lowBalanceMicros" | "lowBalanceEmail"> {
  const isWarned = lowBalance != null;
  const rule = { max: emailLengthMax, isRequired: isWarned };
  const email = checkEmail(refusals, lowBalanceEmail, rule, ...path, "lowBalanceEmail");
  if (!isWarned) return { lowBalanceMicros: null, lowBalanceEmail: email };
  const amount = amountOf(lowBalance, currency);
  if (amount === null || amount < BigInt(lowBalanceMin) * micros || amount > BigInt(lowBalanceMax) * micros) {
    refusals.add(
      "INVALID",
      say("terms.lowBalance", { min: lowBalanceMin, max: lowBalanceMax, currency }),
      ...path,
      "lowBalance",
    );
  }
  return { lowBalanceMicros: amount, lowBalanceEmail: email };
}
