import { decodeId, newId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { PriceListBuyerEntity } from "./price-list.entity.ts";
import { ownPriceList } from "./save-price-list.ts";

export interface AssignPriceListInput {
  readonly idempotencyKey: string;
  /** The API's ids. */
  readonly id: string;
  readonly resellerId?: string | null | undefined;
  readonly forCustomers?: boolean | null | undefined;
  readonly effectiveFrom?: Date | null | undefined;
}

/**
 * From a time on a reseller right below, whoever of them has no list of their own, or all customers of the seller buy by this list.
 * Answers its UUID.
 * @throws AccessError NOT_FOUND; Rejection UNKNOWN_REFERENCE, INVALID
 */
export function assignPriceList(context: Context, input: AssignPriceListInput): Promise<string> {
  require(context, "finance.view");
  return once(context, "priceList.assign", input.idempotencyKey, input, async (tx) => {
    const list = await ownPriceList(tx, input.id);
    const refusals = new Refusals();
    const forCustomers = input.forCustomers ?? false;
    if (forCustomers && input.resellerId != null) refusals.add("INVALID", say("rate.oneBuyer"), "resellerId");
    const buyer = input.resellerId == null ? null : await buyerOf(tx, refusals, input.resellerId, list.reseller);
    const createdAt = tx.clock.now();
    const effectiveFrom = input.effectiveFrom ?? createdAt;
    if (effectiveFrom < createdAt) refusals.add("INVALID", say("rate.past"), "effectiveFrom");
    refusals.settle();
    await tx.em.insert(PriceListBuyerEntity, {
      id: newId(createdAt.getTime()),
      path: list.path,
      list: list.id,
      buyer: buyer?.id ?? null,
      forCustomers,
      effectiveFrom,
      createdAt,
    });
    await recordAudit(tx, {
      operation: "priceList.assign",
      subjectKind: "priceList",
      subjectId: list.id,
      subject: list.name,
      changes: changesBetween({}, { buyer: buyer?.name ?? "*", ...(forCustomers && { forCustomers }), effectiveFrom }),
      path: list.path,
    });
    return list.id;
  });
}

async function buyerOf(tx: Transaction, refusals: Refusals, apiId: string, seller: string): Promise<ResellerRow> {
  const id = decodeId("rsl", apiId);
  const reseller = id === null ? null : await tx.em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  // Who stands above is readable and is nobody's buyer.
  if (reseller === null || !reseller.path.startsWith(tx.viewer.path)) throw notFound();
  if (reseller.parent !== seller) refusals.add("UNKNOWN_REFERENCE", say("rate.notYourBuyer"), "resellerId");
  return reseller;
}
