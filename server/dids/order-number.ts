import { decodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { mayCreateOrChange } from "@tierline/shared/reseller-state.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { readStanding } from "../billing/read-standing.ts";
import { startCharging } from "../charging/start-charging.ts";
import { isFreeSql } from "../inventory/availability.ts";
import { itemColumns, toItem, type Item, type RawItem } from "../inventory/item.ts";
import { announceStock } from "../inventory/stock-changes.ts";
import { writeCustody } from "../inventory/write-custody.ts";
import { asSystem, type Context, type Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { mapped } from "../kernel/mapped.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { callTermsInWords } from "./call-terms.ts";
import { NumberLeaseEntity, NumberOfferEntity, type NumberOfferRow } from "./number-offer.entity.ts";
import { fingerprintOf, isForSql, sellerPathOf } from "./number-offers.ts";

export interface OrderNumberInput {
  readonly idempotencyKey: string;
  /** The API's id. */
  readonly itemId: string;
  /** Of the terms that were seen. */
  readonly fingerprint: string;
}

/**
 * Orders a number that the reseller right above offers: it leaves that one's stock, is in one's own, and its fees are charged, in one
 * transaction. Of two who order the same one alone gets it. Answers the UUID of the item.
 * @throws AccessError NOT_FOUND; Rejection NOT_AVAILABLE, NOT_ELIGIBLE, PRICE_CHANGED, and what the buyer's account refuses
 */
export function orderNumber(context: Context, { idempotencyKey, ...input }: OrderNumberInput): Promise<string> {
  return once(context, "did.order", idempotencyKey, input, (tx) => order(tx, input));
}

async function order(tx: Transaction, input: Omit<OrderNumberInput, "idempotencyKey">): Promise<string> {
  const buyer = await lockOwnReseller(tx);
  const itemId = decodeId("itm", input.itemId);
  const seller = sellerPathOf(buyer.path);
  if (itemId === null || seller === null) throw notFound();
  const offer = await asSystem(tx, () => lockOffer(tx, itemId, { seller, buyer }));
  if (offer === null) throw notFound();
  if (offer.endedAt != null) throw notAvailable(offer);
  checkTerms(offer, buyer, input.fingerprint);
  await checkAccount(tx, offer, buyer);
  const item = await asSystem(tx, () => handOver(tx, offer, buyer));
  if (item === null) throw notAvailable(offer);
  await charge(tx, offer, buyer);
  announceStock(tx, { ...item, path: seller }, { isAvailable: false });
  announceStock(tx, item, { isAvailable: true });
  await tell(tx, offer, item);
  return itemId;
}

function notAvailable({ number }: NumberOfferRow): Rejection {
  return new Rejection({
    code: "NOT_AVAILABLE",
    message: say("item.taken", { item: number }),
    path: ["itemId"],
  });
}

function checkTerms(offer: NumberOfferRow, buyer: ResellerRow, fingerprint: string): void {
  if (!mayCreateOrChange(buyer.state)) throw notFound(); // closed or suspended since the request came
  if (offer.currency !== buyer.currency) {
    const message = say("did.currency", { currency: offer.currency });
    throw new Rejection({ code: "NOT_ELIGIBLE", message, path: ["itemId"] });
  }
  if (fingerprintOf(offer) !== fingerprint) {
    throw new Rejection({ code: "PRICE_CHANGED", message: say("did.offerChanged"), path: ["fingerprint"] });
  }
}

/** Nothing is ordered that could not be paid for, by the buyer or by those who sell to it (X5). */
async function checkAccount(tx: Transaction, offer: NumberOfferRow, { path, name }: ResellerRow): Promise<void> {
  const standing = await readStanding(tx, path);
  switch (standing?.reason) {
    case "BALANCE":
      throw new Rejection({ code: "INSUFFICIENT_BALANCE", message: say("check.balance", { customer: name }) });
    case "CREDIT_LIMIT":
      throw new Rejection({ code: "CREDIT_LIMIT_REACHED", message: say("check.creditLimit", { customer: name }) });
    case "UPSTREAM":
      throw new Rejection({ code: "UPSTREAM_SUSPENDED", message: say("check.upstream") });
  }
  const available = standing?.available ?? null;
  const due = BigInt(offer.setupMicros) + BigInt(offer.monthlyMicros);
  if (available === null || due <= available.micros) return;
  const shown = (micros: bigint) => ({ amount: decimalOf(money(micros, offer.currency)), currency: offer.currency });
  const amounts = { customer: name, due: shown(due), available: shown(available.micros) };
  throw new Rejection({ code: "INSUFFICIENT_BALANCE", message: say("check.dueTodayShort", amounts) });
}

/** With its item, locked in the order in which whoever offers it does; the latest that was made to the buyer, which may be over. */
async function lockOffer(
  tx: Transaction,
  itemId: string,
  { seller, buyer }: { readonly seller: string; readonly buyer: ResellerRow },
): Promise<NumberOfferRow | null> {
  const offers = `from number_offer o where o.item_id = ? and o.path = ? and ${isForSql}`;
  const asked = [itemId, seller, buyer.id];
  await tx.em.execute(`select 1 from inventory_item where id = ? and exists (select ${offers}) for update`, [
    itemId,
    ...asked,
  ]);
  const rows = await tx.em.execute<object[]>(
    `select o.* ${offers} order by o.offered_at desc, o.id desc limit 1`,
    asked,
  );
  return mapped(tx.em, NumberOfferEntity, rows)[0] ?? null;
}

async function handOver(tx: Transaction, offer: NumberOfferRow, buyer: ResellerRow): Promise<Item | null> {
  const [row] = await tx.em.execute<(RawItem & { before: Item["state"] })[]>(
    `update inventory_item i set path = ?, state = 'IN_STOCK', state_before = null, held_by_run_id = null,
       released_by_run_id = null, quarantined_until = null, version = i.version + 1
     from inventory_item b where b.id = i.id and i.id = ? and i.path = ? and ${isFreeSql}
     returning ${itemColumns}, b.state as before`,
    [buyer.path, offer.itemId, offer.path],
  );
  if (row === undefined) return null;
  const { before, ...moved } = row;
  const item = toItem(moved);
  await tx.em.execute("update number_offer set ended_at = ? where item_id = ? and ended_at is null", [
    tx.clock.now(),
    offer.itemId,
  ]);
  // The buyer's history of it begins here.
  const reason = say("custody.ordered", { reseller: buyer.name });
  await writeCustody(tx, [{ itemId: item.id, path: item.path, from: before, to: item.state, reason }]);
  return item;
}

async function charge(tx: Transaction, offer: NumberOfferRow, { path }: ResellerRow): Promise<void> {
  const { itemId, number, currency, billing, cadence } = offer;
  const [setup, monthly] = [BigInt(offer.setupMicros), BigInt(offer.monthlyMicros)];
  const orderedAt = tx.clock.now();
  const id = newId(orderedAt.getTime());
  await tx.em.insert(NumberLeaseEntity, {
    id,
    path,
    itemId,
    number,
    currency,
    setupMicros: setup,
    monthlyMicros: monthly,
    billing,
    ratePerMinute: BigInt(offer.ratePerMinute),
    cadence,
    pastTerms: [],
    orderedAt,
    orderedBy: tx.viewer.name,
    endedAt: null,
    version: 1,
  });
  await startCharging(tx, {
    subjectKind: "DID",
    subjectId: id,
    customerId: null,
    path,
    description: number,
    edges: [{ path, currency, setup, recurring: monthly, rule: "DID", source: null }],
    intervalMonths: 1,
  });
}

async function tell(tx: Transaction, offer: NumberOfferRow, item: Item): Promise<void> {
  const { currency, billing, cadence } = offer;
  const words = (micros: bigint | string) => `${decimalOf(money(BigInt(micros), currency))} ${currency}`;
  const calls = callTermsInWords({ billing, ratePerMinute: BigInt(offer.ratePerMinute), cadence });
  await recordAudit(tx, {
    operation: "did.order",
    subjectKind: "inventoryItem",
    subjectId: item.id,
    subject: item.label,
    changes: changesBetween({}, { setup: words(offer.setupMicros), monthly: words(offer.monthlyMicros), ...calls }),
    path: item.path,
  });
}
