import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoPriceLists, type DemoPriceList } from "@tierline/shared/demo/price-lists.ts";
import { money, subtractMoney, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { amountKeys, askedAmounts, belowCost, type OfferingAmounts } from "@tierline/shared/offering-price.ts";
import { parsePercent } from "@tierline/shared/rate.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { fieldsOf } from "../fields.ts";
import { byText } from "../paging.ts";
import { asked, needed, signedIn, type World } from "../world.ts";

interface OwnPriceInput {
  readonly offeringId: string;
  readonly setup?: string | null;
  readonly recurring?: string | null;
  readonly oneOff?: string | null;
}

interface PlanInput {
  readonly id?: string | null;
  readonly markupFixed?: string | null;
  readonly markupPercent?: string | null;
  readonly ownPrices?: readonly OwnPriceInput[] | null;
}

/** The demo's one list; a change can be planned, and none is kept here. */
export const priceLists = {
  Query: fieldsOf<unknown>({
    priceLists: (_, __, world) => listsOf(world).map((list) => listRow(world, list)),
    planPriceList: (_, { input }: { input: PlanInput }, world) => planned(world, input),
  }),
};

function listsOf(world: World): DemoPriceList[] {
  const { path } = signedIn(world);
  return demoPriceLists(world.startedAt).filter((list) => list.path === path);
}

function listRow(world: World, { id, name, currency, effectiveFrom, ownPrices }: DemoPriceList) {
  return {
    id,
    name,
    isForEverybodyElse: true,
    isForCustomers: false,
    resellers: [],
    versions: [
      {
        effectiveFrom,
        currency,
        markupFixed: "0.00",
        markupPercent: "0",
        exchangeRate: null,
        belowCostReason: null,
        ownPrices: ownPrices.map(({ offeringId, ...price }) => ({
          offering: world.offerings.find((offering) => offering.id === offeringId) ?? null,
          price,
        })),
      },
    ],
  };
}

const nothing: OfferingAmounts = { setup: null, recurring: null, oneOff: null };

function planned(world: World, input: PlanInput) {
  const viewer = signedIn(world);
  const { currency } = needed(world.resellers.find(({ id }) => id === viewer.resellerId));
  const list = asked(listsOf(world), "prl", input.id);
  const markup = {
    fixedMicros: tryParseMoney(input.markupFixed ?? "0", currency)?.micros ?? 0n,
    percent: parsePercent(input.markupPercent ?? "0") ?? 0n,
  };
  const sold = byText(
    world.offerings.filter(({ path, isEnabled }) => isEnabled && isWithin(viewer.path, path)),
    ({ name }) => name,
  );
  const priced = sold.map((offering) => {
    const pays = paidFor(offering, viewer.path);
    const own = (input.ownPrices ?? []).find(({ offeringId }) => asked(sold, "ofr", offeringId)?.id === offering.id);
    const now = askedAmounts(
      pays,
      own === undefined ? null : typed(own, currency),
      { markup, exchangeRate: null },
      currency,
    );
    const before = list?.ownPrices.find(({ offeringId }) => offeringId === offering.id) ?? null;
    return { offering, pays, before, after: now?.amounts ?? null, rule: now?.rule ?? null };
  });
  const moves = priced.filter(({ before, after }) =>
    amountKeys.some((key) => before?.[key]?.micros !== after?.[key]?.micros),
  );
  return {
    currency,
    resellers: [],
    isForEverybodyElse: list !== null,
    isForCustomers: false,
    hiddenCount: 0,
    unchangedCount: priced.length - moves.length,
    moves: moves.map((move) => ({ ...move, margin: move.after && left(move.after, move.pays) })),
    losses: priced.flatMap(({ offering: { name }, after, pays }) =>
      after === null || pays === null
        ? []
        : belowCost(after, pays).map((key) => ({ offering: name, price: after[key], cost: pays[key] })),
    ),
    userErrors: [],
  };
}

function paidFor({ prices }: Demo.DemoOffering, path: string): OfferingAmounts | null {
  const paid = prices.find((each) => each.path === path)?.wholesale ?? nothing;
  return amountKeys.every((key) => paid[key] === null) ? null : paid;
}

function typed(own: OwnPriceInput, currency: string): OfferingAmounts {
  const read = (text: string | null | undefined): Money | null => (text == null ? null : tryParseMoney(text, currency));
  return { setup: read(own.setup), recurring: read(own.recurring), oneOff: read(own.oneOff) };
}

function left(price: OfferingAmounts, paid: OfferingAmounts | null): OfferingAmounts | null {
  if (paid === null) return null;
  const of = (key: (typeof amountKeys)[number]): Money | null => {
    const [asks, pays] = [price[key], paid[key]];
    return asks === null || pays === null ? null : money(subtractMoney(asks, pays).micros, asks.currency);
  };
  return { setup: of("setup"), recurring: of("recurring"), oneOff: of("oneOff") };
}
