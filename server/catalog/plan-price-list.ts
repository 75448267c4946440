import { parseRate } from "@tierline/shared/rate.ts";
import { amountKeys, askedAmounts, exchanged, type OfferingPricing } from "@tierline/shared/offering-price.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { invariant, Refusals } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { lossesOf, type PriceLoss } from "./below-cost.ts";
import { checkPriceListTerms, type PriceListTerms, type PriceListTermsInput } from "./check-price-list.ts";
import { OfferingEntity, type OfferingRow } from "./offering.entity.ts";
import { offeringChains } from "./offering-chain.ts";
import { amountsOf, listsByIdInForce } from "./price-list-in-force.ts";
import { listingKey, marginOf, type Amounts, type MarginTerms } from "./price-terms.ts";
import { buyersOfLists, type PriceListBuyers } from "./price-lists.ts";
import { ownPriceList } from "./save-price-list.ts";

export interface PlanPriceListInput extends PriceListTermsInput {
  /** The API's id; without it the list is a new one. */
  readonly id?: string | null | undefined;
  readonly effectiveFrom?: Date | null | undefined;
}

/** What a list asks for an offering before and after a change. */
export interface PriceMove {
  readonly offering: OfferingRow;
  readonly before: Amounts | null;
  readonly after: Amounts | null;
  readonly pays: Amounts | null;
  readonly margin: MarginTerms | null;
  readonly rule: "OWN_PRICE" | "MARKUP" | null;
}

export interface NamedLoss extends PriceLoss {
  /** Name. */
  readonly offering: string;
}

export interface PricePlan {
  readonly currency: string;
  /** Who buys by the list now. */
  readonly buyers: PriceListBuyers;
  /** What is sold now and changes, by name; of the rest there is only the number. */
  readonly moves: readonly PriceMove[];
  readonly unchangedCount: number;
  /** Of moves beyond as many as are shown. */
  readonly hiddenCount: number;
  readonly losses: readonly NamedLoss[];
}

const movesMax = 200;
const soldMax = 2_000;

/**
 * What saving a price list would change, and whom: nothing is written. What the seller pays is what holds at that time.
 * @throws AccessError NOT_FOUND; Rejection with every wrong field
 */
export async function planPriceList(context: Context, input: PlanPriceListInput): Promise<PricePlan> {
  const { em, viewer, clock } = context;
  const path = resellerPathOf(viewer.path);
  const reseller = await em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  invariant(reseller !== null, "a viewer sees their own reseller");
  const before = input.id == null ? null : await ownPriceList(context, input.id);
  const refusals = new Refusals();
  const terms = await checkPriceListTerms(context, refusals, input, reseller.currency);
  refusals.settle();
  const at = input.effectiveFrom ?? clock.now();
  const sold = await soldOfferings(context);
  const priced = await pricedBy(context, { sellerPath: path, sold, terms, listId: before?.id ?? null, at });
  const moved = priced.filter((move) => !isSame(move.before, move.after));
  const nobody = { isForEverybodyElse: false, isForCustomers: false, resellers: [] };
  return {
    currency: terms.currency,
    buyers: before === null ? nobody : ((await buyersOfLists(context, [before.id])).get(before.id) ?? nobody),
    moves: moved.slice(0, movesMax),
    unchangedCount: priced.length - moved.length,
    hiddenCount: Math.max(0, moved.length - movesMax),
    losses: priced.flatMap(({ offering: { name }, after, pays }) =>
      after === null ? [] : lossesOf(after, pays).map((loss) => ({ ...loss, offering: name })),
    ),
  };
}

async function soldOfferings({ em, viewer }: Context): Promise<OfferingRow[]> {
  const rows = await em.execute<object[]>(
    `select * from offering where is_enabled and starts_with(?, path) order by lower(name) collate "C", id limit ?`,
    [resellerPathOf(viewer.path), soldMax],
  );
  return mapped(em, OfferingEntity, rows);
}

interface Asked {
  readonly sellerPath: string;
  readonly sold: readonly OfferingRow[];
  readonly terms: PriceListTerms;
  readonly listId: string | null;
  readonly at: Date;
}

/** What the list asks for each now, and what it would by these terms. */
export async function pricedBy(context: Context, { sellerPath, sold, terms, listId, at }: Asked): Promise<PriceMove[]> {
  const ids = sold.map(({ id }) => id);
  const chains = await offeringChains(
    context,
    ids.map((offeringId) => ({ offeringId, sellerPath })),
    at,
  );
  const said = listId === null ? null : ((await listsByIdInForce(context, [listId], ids, at)).get(listId) ?? null);
  const owned = new Map(terms.ownPrices.map((own) => [own.offering, amountsOf(own, terms.currency)]));
  const exchangeRate = terms.exchangeRate === null ? null : parseRate(terms.exchangeRate);
  const markup = { fixedMicros: terms.markupFixedMicros, percent: terms.markupPercent };
  const pricing: OfferingPricing = { markup, exchangeRate };
  return sold.map((offering) => {
    const bought = chains.get(listingKey({ offeringId: offering.id, sellerPath }))?.at(-1)?.bought ?? null;
    const asked = askedAmounts(bought, owned.get(offering.id) ?? null, pricing, terms.currency);
    const old = said && askedAmounts(bought, said.ownPrices.get(offering.id) ?? null, said, said.currency);
    const pays = bought === null ? null : exchanged(bought, exchangeRate, terms.currency);
    return {
      offering,
      before: old?.amounts ?? null,
      after: asked?.amounts ?? null,
      pays,
      margin: asked === null || pays === null ? null : marginOf(asked.amounts, pays),
      rule: asked?.rule ?? null,
    };
  });
}

function isSame(before: Amounts | null, after: Amounts | null): boolean {
  const text = (amounts: Amounts | null, key: (typeof amountKeys)[number]) =>
    `${amounts?.[key]?.micros ?? "-"} ${amounts?.[key]?.currency ?? "-"}`;
  return amountKeys.every((key) => text(before, key) === text(after, key));
}
