import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, type Money } from "@tierline/shared/money.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { endLineMinutes, giveLineMinutes, hasMinutesOf } from "../allowances/line-minutes.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { lineTermsOf } from "../rates/plan-fees.ts";
import { RatePlanBuyerEntity, type RatePlanRow } from "../rates/rate.entity.ts";
import { ownPlan } from "../rates/save-plan.ts";
import { chargePlan, endPlanCharging, firstBillingDay, lastPlanOf, type FeeTerms, type Line } from "./plan-charging.ts";

export interface AssignPlanInput extends FeeTerms {
  readonly idempotencyKey: string;
  /** The API's ids. */
  readonly id: string;
  readonly customerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  readonly effectiveFrom?: Date | null | undefined;
}

interface Buyer {
  readonly customer: string | null;
  readonly line: Line | null;
  readonly buyer: string | null;
  readonly name: Words;
}

/**
 * From a time on a customer, one line of it, a reseller right below, or whoever has no plan of their own buys by this plan. A line
 * is charged the plan's fees (V12) and has its free minutes (VX1); given the plan again that it has them of, it goes on as it was. Answers the plan's UUID.
 * @throws AccessError NOT_FOUND; Rejection UNKNOWN_REFERENCE, INVALID
 */
export function assignPlan(context: Context, input: AssignPlanInput): Promise<string> {
  return once(context, "ratePlan.assign", input.idempotencyKey, input, async (tx) => {
    const plan = await ownPlan(tx, input.id);
    const refusals = new Refusals();
    const buyer = await buyerOf(tx, refusals, input, plan.path);
    const createdAt = tx.clock.now();
    const effectiveFrom = input.effectiveFrom ?? createdAt;
    if (effectiveFrom < createdAt) refusals.add("INVALID", say("rate.past"), "effectiveFrom");
    const id = newId(createdAt.getTime());
    const { line } = buyer;
    const deed = line === null ? null : await lineDeed(tx, refusals, { input, plan, line, effectiveFrom });
    refusals.settle();
    if (deed?.isAsBefore === true) return plan.id;
    const { customer, buyer: reseller, name } = buyer;
    await tx.em.insert(RatePlanBuyerEntity, {
      id,
      path: plan.path,
      plan: plan.id,
      customer,
      serviceId: line?.id ?? null,
      buyer: reseller,
      effectiveFrom,
      createdAt,
    });
    if (deed !== null) await deed.charge(id);
    await recordAudit(tx, {
      operation: "ratePlan.assign",
      subjectKind: "ratePlan",
      subjectId: plan.id,
      subject: plan.name,
      changes: changesBetween({}, { buyer: typeof name === "string" ? name : "*", effectiveFrom, ...deed?.told }),
      path: plan.path,
    });
    return plan.id;
  });
}

async function buyerOf(tx: Transaction, refusals: Refusals, input: AssignPlanInput, path: string): Promise<Buyer> {
  const nobody: Buyer = { customer: null, line: null, buyer: null, name: say("rate.everybodyElse") };
  if ([input.customerId, input.serviceId, input.resellerId].filter((id) => id != null).length > 1) {
    refusals.add("INVALID", say("rate.oneBuyer"), "resellerId");
    return nobody;
  }
  if (input.customerId != null) {
    const id = decodeId("cus", input.customerId);
    const customer = id === null ? null : await tx.em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
    if (customer === null) throw notFound();
    const own = await tx.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
    if (customer.reseller !== own?.id) refusals.add("UNKNOWN_REFERENCE", say("rate.notYourBuyer"), "customerId");
    return { customer: customer.id, line: null, buyer: null, name: labelOf(customer) };
  }
  if (input.serviceId != null) return lineOf(tx, refusals, input.serviceId, path);
  if (input.resellerId == null) return nobody;
  const id = decodeId("rsl", input.resellerId);
  const reseller = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  // Who stands above is readable and is nobody's buyer.
  if (reseller === null || !reseller.path.startsWith(path)) throw notFound();
  const own = await tx.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  if (reseller.parent !== own?.id) refusals.add("UNKNOWN_REFERENCE", say("rate.notYourBuyer"), "resellerId");
  return { customer: null, line: null, buyer: reseller.id, name: reseller.name };
}

/** A line lies with services; it is asked for by its table, and locked so that two plans at once are one after the other. */
async function lineOf(tx: Transaction, refusals: Refusals, apiId: string, path: string): Promise<Buyer> {
  const [line] = await tx.em.execute<Line[]>(
    `select s.id, s.name, s.state, s.customer_id, c.path as customer_path, r.path as seller_path, r.time_zone, r.currency
     from service s join customer c on c.id = s.customer_id join reseller r on r.id = s.reseller_id
     where s.id = ? for no key update of s`,
    [decodeId("svc", apiId)],
  );
  if (line === undefined) throw notFound();
  if (line.seller_path !== path) refusals.add("UNKNOWN_REFERENCE", say("rate.notYourBuyer"), "serviceId");
  else if (line.state === "TERMINATED" || line.state === "EXPIRED")
    refusals.add("STATE_CONFLICT", say("service.ended"), "serviceId");
  return { customer: line.customer_id, line, buyer: null, name: line.name };
}

interface LinePlan {
  readonly input: AssignPlanInput;
  readonly plan: RatePlanRow;
  readonly line: Line;
  readonly effectiveFrom: Date;
}

interface LineDeed {
  /** It has the plan and was charged for it. */
  readonly isAsBefore: boolean;
  /** What the journal tells besides. */
  readonly told: {
    readonly setupFee?: string;
    readonly monthlyFee?: string;
    readonly nextBillingOn?: string;
    readonly freeMinutes?: number;
  };
  readonly charge: (id: string) => Promise<void>;
}

/** What comes with a plan for the line: the fees and the minutes of the plan before end, and those of this one begin. */
async function lineDeed(tx: Transaction, refusals: Refusals, of: LinePlan): Promise<LineDeed> {
  const { input, plan, line, effectiveFrom } = of;
  const now = tx.clock.now();
  const { fees, freeMinutes } = await lineTermsOf(tx, plan.id, effectiveFrom);
  const last = await lastPlanOf(tx, line);
  const firstBilledOn = firstBillingDay(refusals, input, now, line);
  const hasAny = fees !== null || freeMinutes !== null;
  // Fees are charged to a day, so that they begin and end today, and minutes begin now: no plan with either is between others.
  const isLater = effectiveFrom > now || last?.is_later === true;
  if (isLater && (hasAny || last?.is_running === true))
    refusals.add("INVALID", say("rate.feesFromNow"), "effectiveFrom");
  const chargeSetupFee = input.chargeSetupFee ?? true;
  const words = (amount: Money) => `${decimalOf(amount)} ${amount.currency}`;
  return {
    isAsBefore: last?.plan_id === plan.id && (last.is_charged || (await hasMinutesOf(tx, line, plan.id))),
    told: {
      ...(fees?.setup != null && chargeSetupFee && { setupFee: words(fees.setup) }),
      ...(fees?.monthly != null && { monthlyFee: words(fees.monthly), nextBillingOn: firstBilledOn }),
      ...(freeMinutes !== null && { freeMinutes }),
    },
    charge: async (id) => {
      await endPlanCharging(tx, line);
      if (fees !== null) await chargePlan(tx, { id, planName: plan.name, line, fees, firstBilledOn, chargeSetupFee });
      await endLineMinutes(tx, line, effectiveFrom);
      if (freeMinutes === null) return;
      await giveLineMinutes(tx, line, {
        plan: plan.id,
        planName: plan.name,
        minutes: freeMinutes,
        currency: line.currency,
      });
    },
  };
}
