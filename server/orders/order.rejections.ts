import { toMoney } from "../kernel/money.type.ts";
import type { Refusal } from "../kernel/rejection.ts";
import type { Agreed } from "./order-terms.ts";

/** O25: names what the customer agreed to and what it would be now. */
export function priceChanged(before: Agreed, now: Agreed): Refusal {
  const isPrice = before.dueToday.micros !== now.dueToday.micros || before.recurring?.micros !== now.recurring?.micros;
  const what = isPrice ? "The price has changed" : "The terms or the playbook have changed";
  return {
    code: "PRICE_CHANGED",
    message: `${what} since the review. Look at it again before you order.`,
    path: ["quoteFingerprint"],
    typeName: "PriceChangedError",
    data: {
      oldDueToday: toMoney(before.dueToday),
      newDueToday: toMoney(now.dueToday),
      oldRecurring: before.recurring === null ? null : toMoney(before.recurring),
      newRecurring: now.recurring === null ? null : toMoney(now.recurring),
    },
  };
}
