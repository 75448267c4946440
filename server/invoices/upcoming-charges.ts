import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import { chargeMicros, formulaOf, nextDue } from "@tierline/shared/charge.ts";
import { money, sumMoney, type Money } from "@tierline/shared/money.ts";
import { recurrenceOf } from "../charging/renew-charges.ts";
import { RecurringChargeEntity } from "../charging/charge.entity.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";

/** VX13: what recurs and becomes due from now to the end of so many days after today, in the calendar by which it is charged. */
export async function upcomingCharges(
  { em, clock }: Pick<Context, "em" | "clock">,
  { path, currency }: { readonly path: string; readonly currency: string },
  days: readonly number[],
): Promise<Money[]> {
  const now = clock.now();
  const furthest = new Date(now.getTime() + (Math.max(...days) + 2) * 86_400_000);
  const rows = await em.execute<object[]>(
    "select * from recurring_charge where path = ? and due_at <= ? and state = 'ACTIVE'",
    [path, furthest],
  );
  const due = mapped(em, RecurringChargeEntity, rows).flatMap((row) => {
    const amounts: { at: string; zone: string; amount: Money }[] = [];
    let recurrence = recurrenceOf(row);
    const last = addDays(dateInZone(now, row.timeZone), Math.max(...days));
    for (let next = nextDue(recurrence); next !== null && next.dueOn <= last; next = nextDue(recurrence)) {
      const price = { priceMicros: BigInt(row.amountMicros), rule: row.rule, source: null };
      amounts.push({
        at: next.dueOn,
        zone: row.timeZone,
        amount: money(chargeMicros(formulaOf(price, next)), currency),
      });
      recurrence = { ...recurrence, nextFrom: next.until };
    }
    return amounts;
  });
  return days.map((count) =>
    sumMoney(
      due.filter(({ at, zone }) => at <= addDays(dateInZone(now, zone), count)).map(({ amount }) => amount),
      currency,
    ),
  );
}
