import { addMonths, compareDates, dateInZone } from "@tierline/shared/billing-period.ts";
import type { Cadence } from "@tierline/shared/cadence.ts";
import { monthsAheadMax } from "@tierline/shared/charge.ts";
import type { DidBilling } from "@tierline/shared/did.ts";
import { decodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { recordAudit } from "../audit/record.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { startCharging } from "../charging/start-charging.ts";
import { CustomerEntity, type CustomerRow } from "../customers/customer.entity.ts";
import { findItem, type Item } from "../inventory/item.ts";
import { giveItem } from "../inventory/sell-item.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { invariant, notFound, Refusals } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { callTermsInWords, checkCallTerms, type DidCallTerms } from "./call-terms.ts";
import { amountOf } from "../kernel/fee-amount.ts";
import { DidEntity } from "./did.entity.ts";

export interface ConnectDidInput {
  readonly idempotencyKey: string;
  /** The API's ids. */
  readonly itemId: string;
  readonly customerId: string;
  readonly setup: string;
  readonly monthly: string;
  readonly billing?: DidBilling | null | undefined;
  readonly perMinute?: string | null | undefined;
  readonly cadence?: Cadence | null | undefined;
  /** A date, `2026-12-01`. */
  readonly nextBillingOn?: string | null | undefined;
  readonly chargeSetup?: boolean | null | undefined;
  readonly chargeMonthly?: boolean | null | undefined;
}

/**
 * Gives a number of one's own stock to a customer for fees of its own, and charges what is due at once (V10, V17, VX6). Answers the
 * UUID of what the customer has.
 * @throws AccessError NOT_FOUND; Rejection INVALID, NOT_AVAILABLE, STATE_CONFLICT
 */
export function connectDid(context: Context, input: ConnectDidInput): Promise<string> {
  return once(context, "did.connect", input.idempotencyKey, input, (tx) => connect(tx, input));
}

async function connect(tx: Transaction, input: ConnectDidInput): Promise<string> {
  const { customer, reseller } = await ownCustomer(tx, input.customerId);
  const itemId = decodeId("itm", input.itemId);
  const item = itemId === null ? null : await findItem(tx, itemId);
  if (item === null) throw notFound();
  const refusals = new Refusals();
  if (item.identifierKind !== "PHONE_NUMBER")
    refusals.add("INVALID", say("did.noNumber", { item: item.label }), "itemId");
  const setup = amountOf(refusals, input.setup, reseller, "setup");
  const monthly = amountOf(refusals, input.monthly, reseller, "monthly");
  const calls = checkCallTerms(refusals, input);
  const today = dateInZone(tx.clock.now(), reseller.timeZone);
  const nextBillingOn = input.nextBillingOn ?? null;
  if (nextBillingOn !== null && !isSoon(nextBillingOn, today)) {
    refusals.add("INVALID", say("did.nextBilling", { months: monthsAheadMax }), "nextBillingOn");
  }
  refusals.settle();
  invariant(setup !== null && monthly !== null, "amounts that cannot be read were refused");
  await giveItem(tx, { itemId: item.id, customerId: customer.id, note: null });
  const id = await insert(tx, { item, customer, setup, monthly, calls });
  await startCharging(tx, {
    subjectKind: "DID",
    subjectId: id,
    customerId: customer.id,
    path: customer.path,
    description: item.identifier,
    edges: [
      {
        path: customer.path,
        currency: reseller.currency,
        setup: setup.micros,
        recurring: monthly.micros,
        rule: "DID",
        source: null,
      },
    ],
    intervalMonths: 1,
    chargeSetup: input.chargeSetup ?? true,
    chargeFirst: input.chargeMonthly ?? true,
    nextBillingOn,
  });
  return id;
}

/** Fees are between a customer and its own reseller: whoever stands above works in that one's place. */
async function ownCustomer(
  { em, viewer }: Transaction,
  apiId: string,
): Promise<{ customer: CustomerRow; reseller: ResellerRow }> {
  const id = decodeId("cus", apiId);
  const customer = id === null ? null : await em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
  if (customer === null) throw notFound();
  const reseller = await em.findOne(ResellerEntity, { id: customer.reseller }, { disableIdentityMap: true });
  if (reseller === null || reseller.path !== viewer.path) throw notFound();
  return { customer, reseller };
}

function isSoon(date: string, today: string): boolean {
  return compareDates(date, today) >= 0 && compareDates(date, addMonths(today, monthsAheadMax)) <= 0;
}

interface Connected {
  readonly item: Item;
  readonly customer: CustomerRow;
  readonly setup: Money;
  readonly monthly: Money;
  readonly calls: DidCallTerms;
}

async function insert(tx: Transaction, { item, customer, setup, monthly, calls }: Connected): Promise<string> {
  const connectedAt = tx.clock.now();
  const id = newId(connectedAt.getTime());
  await tx.em.insert(DidEntity, {
    id,
    path: customer.path,
    item: item.id,
    customer: customer.id,
    number: item.identifier,
    currency: setup.currency,
    setupMicros: setup.micros,
    monthlyMicros: monthly.micros,
    ...calls,
    pastTerms: [],
    connectedAt,
    connectedBy: tx.viewer.name,
    disconnectedAt: null,
    version: 1,
  });
  const words = (amount: Money) => `${decimalOf(amount)} ${amount.currency}`;
  await recordAudit(tx, {
    operation: "did.connect",
    subjectKind: "inventoryItem",
    subjectId: item.id,
    subject: item.label,
    changes: changesBetween({}, { setup: words(setup), monthly: words(monthly), ...callTermsInWords(calls) }),
    path: customer.path,
  });
  return id;
}
