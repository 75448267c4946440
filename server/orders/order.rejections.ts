import { say } from "@tierline/shared/sentence.ts";
import { toMoney } from "../kernel/money.type.ts";
import type { Refusal } from "../kernel/rejection.ts";
import type { Agreed } from "./order-terms.ts";

/** O25: names what the customer agreed to and what it would be now. */
export function priceChanged(before: Agreed, now: Agreed): Refusal {
  const isPrice = before.dueToday.micros !== now.dueToday.micros || before.recurring?.micros !== now.recurring?.micros;
  return {
    code: "PRICE_CHANGED",
    message: isPrice ? say("order.priceChanged") : say("order.termsChanged"),
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
