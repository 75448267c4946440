import { addDays } from "@tierline/shared/billing-period.ts";
import { chargeMicros, dueUntil, formulaOf, type Recurrence } from "@tierline/shared/charge.ts";
import { money, sumMoney } from "@tierline/shared/money.ts";
import { priceChangeOn } from "@tierline/shared/plan-change.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { OrderFacts } from "./order-facts.ts";
import { agreedOf, termsOf, type Agreed, type Line, type OrderTerms, type Sold } from "./order-terms.ts";
import type { PlanChange } from "./read-plan-change.ts";

/** What is due today and from when on more is, of any order. */
export function orderTermsOf({ change, today }: OrderFacts, sold: Sold, autoRenew: boolean): OrderTerms {
  return change === null ? termsOf(sold, today, autoRenew) : changeTermsOf(change, sold, today);
}

/** What the review showed, of any order: another service, plan or day is another quote. */
export function agreedAbout(facts: OrderFacts, sold: Sold): Agreed {
  const { change, playbook } = facts;
  if (change === null) return agreedOf(sold, playbook.versionId);
  const { lines, dueToday, recurring } = changeTermsOf(change, sold, facts.today);
  const amounts = lines.map(({ amount, from, to }) => [String(amount.micros), from, to]);
  const about = [change.service.id, change.before.id, change.startsOn, change.isAtRenewal, ...amounts];
  return { ...agreedOf(sold, playbook.versionId, about), dueToday, recurring };
}

/** As `replaceRecurring` will charge it when the network has changed today: a test compares the two. */
function changeTermsOf(
  { service, before, charged, isAtRenewal, startsOn }: PlanChange,
  sold: Sold,
  today: string,
): OrderTerms {
  const { price, name, billingIntervalMonths } = sold;
  const { recurring, currency } = price;
  const endsOn = service.endsOn ?? null;
  const nothing = money(0n, currency);
  if (recurring === null) return { lines: [], dueToday: nothing, recurring, nextRenewalOn: null, endsOn };
  if (isAtRenewal) return { lines: [], dueToday: nothing, recurring, nextRenewalOn: startsOn, endsOn };
  const recurrence: Recurrence = {
    anchor: charged?.row.anchor ?? today,
    intervalMonths: billingIntervalMonths,
    timing: charged?.row.timing ?? "ADVANCE",
    nextFrom: today,
    endsOn: charged?.row.endsOn ?? endsOn,
  };
  const { givenBack, from } = priceChangeOn(today, charged?.paid ?? [], { recurrence, micros: recurring.micros });
  const { periods, next } = dueUntil({ ...recurrence, nextFrom: from }, today);
  const lines: Line[] = [
    ...earlierLines(charged, today, before.name, currency),
    ...givenBack.map(({ formula, from: first, until }) =>
      lineOf(say("planChange.givenBack", { plan: before.name }), chargeMicros(formula), first, until, currency),
    ),
    ...periods.map((period) => {
      const formula = formulaOf({ priceMicros: recurring.micros, rule: "", source: null }, period);
      return lineOf(name, chargeMicros(formula), period.from, period.until, currency);
    }),
  ];
  const dueToday = sumMoney(
    lines.map(({ amount }) => amount),
    currency,
  );
  return { lines, dueToday, recurring, nextRenewalOn: next?.dueOn ?? null, endsOn };
}

/** Days that were had and are not charged yet, at the price so far. */
function earlierLines(charged: PlanChange["charged"], today: string, name: string, currency: string): Line[] {
  if (charged === null || charged.row.state !== "ACTIVE" || charged.row.nextFrom >= today) return []; // dates compare as texts
  const { row } = charged;
  const endsOn = row.endsOn === null || today < row.endsOn ? today : row.endsOn;
  return dueUntil({ ...row, endsOn }, today).periods.map((period) => {
    const formula = formulaOf({ priceMicros: row.micros, rule: "", source: null }, period);
    return lineOf(name, chargeMicros(formula), period.from, period.until, currency);
  });
}

function lineOf(label: Line["label"], micros: bigint, from: string, until: string, currency: string): Line {
  return { kind: "RECURRING", label, amount: money(micros, currency), from, to: addDays(until, -1) };
}
