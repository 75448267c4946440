import { decimalOf as writeDecimal, ratioPercent, subtractMoney, tryParseMoney } from "@tierline/shared/money.ts";
import { decimalOf } from "./offering-values.ts";

export interface MarginOf {
  /** Exact decimal in the currency; negative where it costs more than it brings. */
  readonly amount: string;
  /** Of the price, with two places; null where there is none. */
  readonly percent: string | null;
}

/** What is left of a price as it is typed; null while one of the two is missing or cannot be read. */
export function marginOf(price: string, cost: string, currency: string): MarginOf | null {
  const asked = tryParseMoney(decimalOf(price) ?? "", currency);
  const paid = tryParseMoney(decimalOf(cost) ?? "", currency);
  if (asked === null || paid === null) return null;
  const left = subtractMoney(asked, paid);
  return { amount: writeDecimal(left), percent: ratioPercent(left, asked) };
}
