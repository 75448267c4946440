import { decimalOf, type Money } from "@tierline/shared/money.ts";
import { belowCost } from "@tierline/shared/offering-price.ts";
import type { AskedLoss } from "../rates/below-cost.ts";
import type { Amounts } from "./price-terms.ts";

/** A price of an offering that loses money: what is asked and what is paid for it. */
export interface PriceLoss {
  readonly key: "recurring" | "oneOff";
  readonly price: Money;
  readonly cost: Money;
}

export function lossesOf(asked: Amounts, paid: Amounts | null): PriceLoss[] {
  if (paid === null) return [];
  return belowCost(asked, paid).map((key) => ({ key, price: asked[key]!, cost: paid[key]! })); // both are there where one is below the other
}

/** As it is refused, on the field of that amount below `path`. */
export function askedLoss({ key, price, cost }: PriceLoss, path: readonly string[]): AskedLoss {
  return { price: amountText(price), cost: amountText(cost), path: [...path, key] };
}

function amountText(amount: Money): string {
  return `${decimalOf(amount)} ${amount.currency}`;
}
