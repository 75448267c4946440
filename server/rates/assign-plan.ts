import { labelOf } from "@tierline/shared/customer-label.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { RatePlanBuyerEntity } from "./rate.entity.ts";
import { ownPlan } from "./save-plan.ts";

export interface AssignPlanInput {
  readonly idempotencyKey: string;
  /** The API's ids. */
  readonly id: string;
  readonly customerId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  readonly effectiveFrom?: Date | null | undefined;
}

interface Buyer {
  readonly customer: string | null;
  readonly buyer: string | null;
  readonly name: Words;
}

/**
 * From a time on a customer, a reseller right below, or whoever has no plan of their own buys by this plan. Answers its UUID.
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
    refusals.settle();
    const { customer, buyer: reseller, name } = buyer;
    await tx.em.insert(RatePlanBuyerEntity, {
      id: newId(createdAt.getTime()),
      path: plan.path,
      plan: plan.id,
      customer,
      buyer: reseller,
      effectiveFrom,
      createdAt,
    });
    await recordAudit(tx, {
      operation: "ratePlan.assign",
      subjectKind: "ratePlan",
      subjectId: plan.id,
      subject: plan.name,
      changes: changesBetween({}, { buyer: typeof name === "string" ? name : "*", effectiveFrom }),
      path: plan.path,
    });
    return plan.id;
  });
}

async function buyerOf(tx: Transaction, refusals: Refusals, input: AssignPlanInput, path: string): Promise<Buyer> {
  const nobody: Buyer = { customer: null, buyer: null, name: say("rate.everybodyElse") };
  if (input.customerId != null && input.resellerId != null) {
    refusals.add("INVALID", say("rate.oneBuyer"), "resellerId");
    return nobody;
  }
  if (input.customerId != null) {
    const id = decodeId("cus", input.customerId);
    const customer = id === null ? null : await tx.em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
    if (customer === null) throw notFound();
    const own = await tx.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
    if (customer.reseller !== own?.id) refusals.add("UNKNOWN_REFERENCE", say("rate.notYourBuyer"), "customerId");
    return { customer: customer.id, buyer: null, name: labelOf(customer) };
  }
  if (input.resellerId == null) return nobody;
  const id = decodeId("rsl", input.resellerId);
  const reseller = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  // Who stands above is readable and is nobody's buyer.
  if (reseller === null || !reseller.path.startsWith(path)) throw notFound();
  const own = await tx.em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  if (reseller.parent !== own?.id) refusals.add("UNKNOWN_REFERENCE", say("rate.notYourBuyer"), "resellerId");
  return { customer: null, buyer: reseller.id, name: reseller.name };
}
