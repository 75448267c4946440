import type { AccountTermsFragment } from "../api/billing.generated.ts";
import type { AccountTermsInput, CreditPolicy, PaymentMode } from "../api/generated/schema.ts";

/** As they are typed: what a mode has no use for is kept until it is sent, so that choosing another and back loses nothing (B9). */
export interface TermsValues {
  mode: PaymentMode;
  policy: CreditPolicy;
  creditLimit: string;
  cycleDay: string;
  dueDay: string;
  lowBalance: string;
  lowBalanceEmail: string;
}

export const emptyTerms: TermsValues = {
  mode: "PREPAID",
  policy: "PERMISSIVE",
  creditLimit: "",
  cycleDay: "1",
  dueDay: "",
  lowBalance: "",
  lowBalanceEmail: "",
};

export function termsValues(account: AccountTermsFragment): TermsValues {
  const { mode, policy, creditLimit, cycleDay, dueDay, lowBalance, lowBalanceEmail } = account;
  return {
    mode,
    policy: policy ?? "STRICT",
    creditLimit: creditLimit?.amount ?? "",
    cycleDay: String(cycleDay),
    dueDay: dueDay === null ? "" : String(dueDay),
    lowBalance: lowBalance?.amount ?? "",
    lowBalanceEmail: lowBalanceEmail ?? "",
  };
}

export function termsInput(values: TermsValues): AccountTermsInput {
  const isPrepaid = values.mode === "PREPAID";
  return {
    mode: values.mode,
    policy: isPrepaid ? values.policy : null,
    creditLimit: isPrepaid ? null : amountOf(values.creditLimit),
    cycleDay: dayOf(values.cycleDay),
    dueDay: dayOf(values.dueDay),
    lowBalance: amountOf(values.lowBalance),
    lowBalanceEmail: values.lowBalanceEmail.trim() || null,
  };
}

/** What is no amount is sent as one that is refused, so that the server says how it is written. */
export function amountOf(text: string, refused = "-1"): string | null {
  const typed = text.trim().replace(",", ".");
  if (typed === "") return null;
  return /^-?\d{1,15}(\.\d{1,12})?$/.test(typed) ? typed : refused;
}

export function dayOf(text: string): number | null {
  if (text.trim() === "") return null;
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
}

/** Several, with commas between; what is none is sent as one that is refused. */
export function daysOf(text: string): number[] {
  if (text.trim() === "") return [];
  return text.split(",").map((part) => dayOf(part) ?? 0);
}
