import { decimalOf, money } from "@tierline/shared/money.ts";
import { encodeId } from "@tierline/shared/id.ts";
import { formatPercent } from "@tierline/shared/rate.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals, Rejection } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import { checkPriceListTerms, type PriceListTermsInput } from "./check-price-list.ts";
import type { OfferingRow } from "./offering.entity.ts";
import { pricedBy, type PriceMove } from "./plan-price-list.ts";
import type { PriceListRow, PriceListVersionRow } from "./price-list.entity.ts";
import { amountKeys } from "@tierline/shared/offering-price.ts";
import { lastVersion, ownPriceList, saveWithin } from "./save-price-list.ts";

export interface OwnPriceToSet {
  /** The API's id. */
  readonly priceListId: string;
  readonly offering: OfferingRow;
  /** As decimals; what is null stays as the list has it. */
  readonly setup: string | null;
  readonly recurring: string | null;
  readonly oneOff: string | null;
  readonly belowCostReason: string | null;
}

/** A move of one price, told apart from others by what is asked before it. */
export interface OwnPriceMove extends PriceMove {
  readonly list: PriceListRow;
  readonly currency: string;
  /** Of what is asked before: the same as long as that is. */
  readonly fingerprint: string;
}

/**
 * Puts one own price onto a price list whose other prices stay what they are: a version of it as `savePriceList` makes it, refused for
 * what that is refused for. Answers the list's UUID.
 * @throws AccessError NOT_FOUND; Rejection with every wrong field; STALE when what was asked is not `fingerprint` any more
 */
export function setOwnPrice(
  context: Context,
  input: OwnPriceToSet & { readonly idempotencyKey: string; readonly fingerprint: string },
): Promise<string> {
  require(context, "finance.view");
  const { idempotencyKey, offering, ...asked } = input;
  const request = { ...asked, offering: offering.id };
  return once(context, "priceList.set_own", idempotencyKey, request, async (tx) => {
    await lockOwnReseller(tx);
    const move = await planOwnPrice(tx, input);
    if (move.fingerprint !== input.fingerprint) {
      throw new Rejection({ code: "STALE", message: say("price.changedMeanwhile"), path: ["offeringId"] });
    }
    const { list, last, terms } = await onto(tx, input);
    const effectiveFrom = last.effectiveFrom < tx.clock.now() ? null : new Date(last.effectiveFrom.getTime() + 1);
    const changed = { offeringId: offering.id, belowCostReason: input.belowCostReason };
    return saveWithin(tx, { ...terms, id: encodeId("prl", list.id), effectiveFrom }, changed);
  });
}

/** What that would change; nothing is written. @throws AccessError NOT_FOUND; Rejection with every wrong field */
export async function planOwnPrice(context: Context, input: OwnPriceToSet): Promise<OwnPriceMove> {
  const { list, last, terms: said } = await onto(context, input);
  const refusals = new Refusals();
  const terms = await checkPriceListTerms(context, refusals, said, last.currency);
  refusals.settle();
  const at = last.effectiveFrom < context.clock.now() ? context.clock.now() : last.effectiveFrom;
  const [move] = await pricedBy(context, {
    sellerPath: resellerPathOf(context.viewer.path),
    sold: [input.offering],
    terms,
    listId: list.id,
    at,
  });
  const before = move!.before; // as many as offerings
  const fingerprint = amountKeys.map((key) => (before?.[key] == null ? "-" : decimalOf(before[key]))).join(" ");
  return { ...move!, list, currency: last.currency, fingerprint: `${last.currency} ${fingerprint}` };
}

interface Said {
  readonly list: PriceListRow;
  readonly last: PriceListVersionRow;
  readonly terms: PriceListTermsInput;
}

/** The list's newest terms with this price among them. */
async function onto(context: Context | Transaction, input: OwnPriceToSet): Promise<Said> {
  const list = await ownPriceList(context, input.priceListId);
  const last = await lastVersion(context, list.id);
  if (last === null) throw new Error(`The price list ${list.id} says nothing.`);
  const own = last.ownPrices.find(({ offering }) => offering === input.offering.id);
  const others = last.ownPrices.filter((each) => each !== own);
  const { setup, recurring, oneOff } = input;
  const set = {
    offering: input.offering.id,
    setup: setup ?? own?.setup ?? null,
    recurring: recurring ?? own?.recurring ?? null,
    oneOff: oneOff ?? own?.oneOff ?? null,
  };
  return {
    list,
    last,
    terms: {
      name: list.name,
      markupFixed: decimalOf(money(BigInt(last.markupFixedMicros), last.currency)),
      markupPercent: formatPercent(BigInt(last.markupPercent)),
      exchangeRate: last.exchangeRate ?? null,
      ownPrices: [...others, set].map(({ offering, ...amounts }) => ({
        ...amounts,
        offeringId: encodeId("ofr", offering),
      })),
    },
  };
}
