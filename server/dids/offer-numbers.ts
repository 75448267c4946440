import { isAvailable } from "@tierline/shared/inventory-item-state.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { itemsPerCallMax } from "@tierline/shared/limits.ts";
import { decimalOf } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { isWithin, parentPathOf } from "@tierline/shared/tier-path.ts";
import { recordAudit } from "../audit/record.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { itemsWhere, type Item } from "../inventory/item.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { invariant, notFound, Refusals, Rejection } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { callTermsInWords, checkCallTerms, type CallTermsInput } from "./call-terms.ts";
import { amountOf } from "../kernel/fee-amount.ts";
import { NumberOfferEntity } from "./number-offer.entity.ts";

export interface OfferNumbersInput extends CallTermsInput {
  /** The API's ids. */
  readonly itemIds: readonly string[];
  /** To whom; all right below unless given. */
  readonly resellerId?: string | null | undefined;
  readonly setup: string;
  readonly monthly: string;
}

/**
 * Offers free numbers of one's own stock to the resellers right below, or to one of them; what was offered before is offered by this
 * from now on. Answers the UUIDs of the items.
 * @throws AccessError NOT_FOUND; Rejection REQUIRED, TOO_LONG, INVALID, STATE_CONFLICT
 */
export function offerNumbers(context: Context, input: OfferNumbersInput): Promise<string[]> {
  return transaction(context, async (tx) => {
    const reseller = await lockOwnReseller(tx);
    const buyer = input.resellerId == null ? null : await rightBelow(tx, reseller, input.resellerId);
    const items = await lockOwnNumbers(tx, input.itemIds, reseller.path);
    const refusals = new Refusals();
    for (const [index, { label, state }] of items.entries()) {
      if (isAvailable(state)) continue;
      const message = say("did.offerNotFree", { number: label, state: say(`itemState.${state}`) });
      refusals.add("STATE_CONFLICT", message, "itemIds", String(index));
    }
    const setup = amountOf(refusals, input.setup, reseller, "setup");
    const monthly = amountOf(refusals, input.monthly, reseller, "monthly");
    const calls = checkCallTerms(refusals, input);
    refusals.settle();
    invariant(setup !== null && monthly !== null, "amounts that cannot be read were refused");
    const offeredAt = tx.clock.now();
    await withdraw(tx, items);
    const offers = items.map((item) => ({
      id: newId(offeredAt.getTime()),
      path: reseller.path,
      reseller: buyer?.id ?? null,
      itemId: item.id,
      number: item.identifier,
      currency: reseller.currency,
      setupMicros: setup.micros,
      monthlyMicros: monthly.micros,
      ...calls,
      offeredAt,
      endedAt: null,
    }));
    await tx.em.insertMany(NumberOfferEntity, offers);
    const to = buyer === null ? {} : { reseller: buyer.name };
    const { currency } = reseller;
    const fees = { setup: `${decimalOf(setup)} ${currency}`, monthly: `${decimalOf(monthly)} ${currency}` };
    await tell(tx, "did.offer", items, { ...to, ...fees, ...callTermsInWords(calls) });
    return items.map(({ id }) => id);
  });
}

/** Further down is theirs to sell to. */
async function rightBelow({ em }: Transaction, { path }: ResellerRow, apiId: string): Promise<ResellerRow> {
  const id = decodeId("rsl", apiId);
  const found = id === null ? null : await em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (found === null || !isWithin(found.path, path)) throw notFound();
  if (parentPathOf(found.path) === path) return found;
  const message = say("did.offerRightBelow", { reseller: found.name });
  throw new Rejection({ code: "INVALID", message, path: ["resellerId"] });
}

/** Those that were offered are offered no more. Answers the UUIDs of the items. */
export function withdrawNumbers(context: Context, input: { readonly itemIds: readonly string[] }): Promise<string[]> {
  return transaction(context, async (tx) => {
    const { path } = await lockOwnReseller(tx);
    const items = await lockOwnNumbers(tx, input.itemIds, path);
    const withdrawn = await withdraw(tx, items);
    await tell(
      tx,
      "did.withdraw",
      items.filter(({ id }) => withdrawn.has(id)),
      {},
    );
    return items.map(({ id }) => id);
  });
}

/** In the order of ids, as everybody locks them; numbers of one's own stock alone. */
async function lockOwnNumbers(tx: Transaction, apiIds: readonly string[], path: string): Promise<Item[]> {
  const refusals = new Refusals();
  if (apiIds.length === 0) refusals.add("REQUIRED", say("item.nameOne"), "itemIds");
  if (apiIds.length > itemsPerCallMax)
    refusals.add("TOO_LONG", say("did.offerTooMany", { max: itemsPerCallMax }), "itemIds");
  refusals.settle();
  const asked = [...new Set(apiIds)].map((id) => decodeId("itm", id));
  const ids = asked.filter((id) => id !== null);
  if (ids.length < asked.length) throw notFound();
  await tx.em.execute("select 1 from inventory_item where id in (?) order by id for update", [ids]);
  const items = await itemsWhere(tx, "i.id in (?) and i.path = ?", [ids, path]);
  if (items.length !== ids.length) throw notFound();
  const byId = new Map(items.map((item) => [item.id, item]));
  const inOrder = ids.map((id) => byId.get(id)!); // as many were found as were asked for
  for (const [index, { label, identifierKind }] of inOrder.entries()) {
    if (identifierKind === "PHONE_NUMBER") continue;
    refusals.add("INVALID", say("did.noNumber", { item: label }), "itemIds", String(index));
  }
  refusals.settle();
  return inOrder;
}

/** Answers the items that were on offer. */
async function withdraw(tx: Transaction, items: readonly Item[]): Promise<ReadonlySet<string>> {
  const rows = await tx.em.execute<{ id: string }[]>(
    "update number_offer set ended_at = ? where item_id in (?) and ended_at is null returning item_id as id",
    [tx.clock.now(), items.map(({ id }) => id)],
  );
  return new Set(rows.map(({ id }) => id));
}

async function tell(tx: Transaction, operation: string, items: readonly Item[], terms: Record<string, string>) {
  for (const item of items) {
    await recordAudit(tx, {
      operation,
      subjectKind: "inventoryItem",
      subjectId: item.id,
      subject: item.label,
      changes: changesBetween({}, terms),
      path: item.path,
    });
  }
}
