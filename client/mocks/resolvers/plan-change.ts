import { addDays } from "@tierline/shared/billing-period.ts";
import { chargeMicros, dueUntil, formulaOf } from "@tierline/shared/charge.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPlaybooks } from "@tierline/shared/demo/playbooks.ts";
import { decimalOf, money, sumMoney } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Check, OrderDraft } from "../order-draft.ts";
import { rowOf, type World } from "../world.ts";
import { planOf } from "./playbooks.ts";

/** What another plan would cost a service; the preview has no books, so that nothing is paid for and given back. */
export function planChangeQuote(
  world: World,
  draft: OrderDraft,
  service: Demo.DemoService,
  ofCustomer: readonly Check[],
) {
  const { offering, prices, today, reseller } = draft;
  const before = rowOf(world.offerings, service.offeringId)?.name ?? "";
  const playbookOf = (wanted: string) => demoPlaybooks.find(({ key }) => key === wanted) ?? null;
  const playbook =
    playbookOf(`${offering.playbookKey}-plan`) ?? playbookOf(`plan-${service.serviceType.toLowerCase()}`);
  const { lines, nextRenewalOn } = linesOf(draft, service);
  const dueToday = sumMoney(
    lines.map(({ amount }) => amount),
    prices.recurring?.currency ?? reseller.currency,
  );
  const due = { amount: decimalOf(dueToday), currency: dueToday.currency };
  return {
    lines,
    dueToday,
    recurring: prices.recurring,
    nextRenewalOn,
    endsOn: service.endsOn,
    planChange: { before, startsOn: today, isAtRenewal: false },
    plan: playbook === null ? [] : planOf(playbook.document),
    checks: [
      ...ofCustomer.filter(({ code }) => code === "CUSTOMER" || code === "ELIGIBILITY"),
      serviceCheck(draft, service, before),
      ...(playbook === null ? [blocking("PLAYBOOK", say("planChange.noPlaybook", { plan: offering.name }))] : []),
      fine("PRICE", say("check.dueToday", { amount: due })),
      ...(playbook === null ? [] : [fine("PLAYBOOK", say("check.playbook", { playbook: playbook.title, version: 1 }))]),
    ],
  };
}

function serviceCheck({ offering, prices }: OrderDraft, service: Demo.DemoService, before: string): Check {
  const { name } = service;
  if (service.state !== "ACTIVE") return blocking("SERVICE", say("planChange.notActive", { service: name }));
  if (offering.id === service.offeringId)
    return blocking("SERVICE", say("planChange.same", { service: name, plan: offering.name }));
  if (offering.serviceType !== service.serviceType)
    return blocking("SERVICE", say("planChange.otherKind", { service: name }));
  if (prices.recurring === null || service.recurring === null) return blocking("SERVICE", say("planChange.noPeriods"));
  return fine("SERVICE", say("planChange.instead", { service: name, plan: before }));
}

const fine = (code: Check["code"], message: Check["message"]): Check => ({ code, state: "OK", message, path: null });
const blocking = (code: Check["code"], message: Check["message"]): Check => ({
  code,
  state: "BLOCKING",
  message,
  path: [code === "SERVICE" ? "serviceId" : "offeringId"],
});

function linesOf({ offering, prices: { recurring }, today }: OrderDraft, { endsOn }: Demo.DemoService) {
  if (recurring === null) return { lines: [], nextRenewalOn: null };
  const { periods, next } = dueUntil(
    { anchor: today, intervalMonths: offering.billingIntervalMonths, timing: "ADVANCE", nextFrom: today, endsOn },
    today,
  );
  const lines = periods.map((period) => {
    const formula = formulaOf({ priceMicros: recurring.micros, rule: "", source: null }, period);
    return {
      kind: "RECURRING" as const,
      label: offering.name,
      amount: money(chargeMicros(formula), recurring.currency),
      from: period.from,
      to: addDays(period.until, -1),
    };
  });
  return { lines, nextRenewalOn: next?.dueOn ?? null };
}
