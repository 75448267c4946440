import { tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Refusals } from "../kernel/rejection.ts";

/** A fee, from nothing on. */
export function amountOf(
  refusals: Refusals,
  text: string,
  { currency }: { readonly currency: string },
  field: string,
): Money | null {
  const amount = tryParseMoney(text, currency);
  if (amount !== null && amount.micros >= 0n) return amount;
  refusals.add("INVALID", say("offering.amount"), field);
  return null;
}
