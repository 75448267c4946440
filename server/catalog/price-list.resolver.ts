import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { assignPriceList } from "./assign-price-list.ts";
import { offeringById } from "./offering-loaders.ts";
import { OfferingPriceType, OfferingType, toOffering, toOfferingPrice } from "./offering.type.ts";
import { planPriceList, type NamedLoss, type PriceMove, type PricePlan } from "./plan-price-list.ts";
import { amountsOf } from "./price-list-in-force.ts";
import {
  AssignPriceListInputType,
  OwnPriceType,
  PriceListPayloadType,
  PriceListPlanInputType,
  PriceListPlanType,
  PriceListType,
  PriceListVersionType,
  SavePriceListInputType,
  toPriceList,
  toPriceListVersion,
} from "./price-list.type.ts";
import { listPriceLists, priceListBuyersOf, priceListById, priceListVersionsOf } from "./price-lists.ts";
import type { Amounts } from "./price-terms.ts";
import { savePriceList } from "./save-price-list.ts";

@Resolver(() => PriceListType)
export class PriceListResolver {
  @Requires("finance.view")
  @Query(() => [PriceListType], { description: "The price lists of your own reseller, by name." })
  async priceLists(@Ctx() request: RequestContext): Promise<PriceListType[]> {
    return (await listPriceLists(signedIn(request))).map(toPriceList);
  }

  @Requires("finance.view")
  @Query(() => PriceListPlanType, {
    description: "What saving a price list would change, for whom, and what would lose money. Nothing is written.",
  })
  planPriceList(
    @Arg("input", () => PriceListPlanInputType, { description: "The list." }) input: PriceListPlanInputType,
    @Ctx() request: RequestContext,
  ): Promise<PriceListPlanType> {
    const context = signedIn(request);
    return answered(async () => planned(context, await planPriceList(context, input)), nothingPlanned);
  }

  @FieldResolver(() => [PriceListVersionType], { description: "What it says now, then what it is going to say." })
  async versions(@Root() { row }: PriceListType, @Ctx() request: RequestContext): Promise<PriceListVersionType[]> {
    return (await priceListVersionsOf(request).load(row.id)).map(toPriceListVersion);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is for whoever below has no list of their own." })
  async isForEverybodyElse(@Root() { row }: PriceListType, @Ctx() request: RequestContext): Promise<boolean> {
    return (await priceListBuyersOf(request).load(row.id))?.isForEverybodyElse ?? false;
  }

  @FieldResolver(() => Boolean, { description: "Whether customers buy by it: all of its reseller's own." })
  async isForCustomers(@Root() { row }: PriceListType, @Ctx() request: RequestContext): Promise<boolean> {
    return (await priceListBuyersOf(request).load(row.id))?.isForCustomers ?? false;
  }

  @FieldResolver(() => [String], { description: "Names of the resellers that it was given to." })
  async resellers(@Root() { row }: PriceListType, @Ctx() request: RequestContext): Promise<string[]> {
    return [...((await priceListBuyersOf(request).load(row.id))?.resellers ?? [])];
  }

  @Requires("catalog.edit")
  @Mutation(() => PriceListPayloadType, {
    description: "Makes a price list, or says what one is from a time on. Needs the permission finance.view besides.",
  })
  savePriceList(
    @Arg("input", () => SavePriceListInputType, { description: "The list." }) input: SavePriceListInputType,
    @Ctx() request: RequestContext,
  ): Promise<PriceListPayloadType> {
    return listAnswered(request, (context) => savePriceList(context, input));
  }

  @Requires("catalog.edit")
  @Mutation(() => PriceListPayloadType, {
    description: "Says who buys by a price list from a time on. Needs the permission finance.view besides.",
  })
  assignPriceList(
    @Arg("input", () => AssignPriceListInputType, { description: "Which list, and who." })
    input: AssignPriceListInputType,
    @Ctx() request: RequestContext,
  ): Promise<PriceListPayloadType> {
    return listAnswered(request, (context) => assignPriceList(context, input));
  }
}

@Resolver(() => OwnPriceType)
export class OwnPriceResolver {
  @FieldResolver(() => OfferingType, {
    nullable: true,
    description: "What it is for; null when it is not sold here any more.",
  })
  async offering(@Root() { value }: OwnPriceType, @Ctx() request: RequestContext): Promise<OfferingType | null> {
    const row = await offeringById(request).load(value.offering);
    return row === null ? null : toOffering(row, resellerPathOf(signedIn(request).viewer.path));
  }

  @FieldResolver(() => OfferingPriceType, { description: "All of its amounts." })
  price(@Root() { value, currency }: OwnPriceType): OfferingPriceType {
    return toOfferingPrice(amountsOf(value, currency));
  }
}

const nothingPlanned = {
  currency: null,
  resellers: [],
  isForEverybodyElse: false,
  isForCustomers: false,
  moves: [],
  hiddenCount: 0,
  unchangedCount: 0,
  losses: [],
};

function planned({ viewer }: Context, { buyers, moves, losses, ...counts }: PricePlan) {
  const sellerPath = resellerPathOf(viewer.path);
  return {
    currency: counts.currency,
    hiddenCount: counts.hiddenCount,
    unchangedCount: counts.unchangedCount,
    resellers: [...buyers.resellers],
    isForEverybodyElse: buyers.isForEverybodyElse,
    isForCustomers: buyers.isForCustomers,
    moves: moves.map((move) => shownMove(move, sellerPath)),
    losses: losses.map(shownLoss),
  };
}

function shownMove({ offering, before, after, pays, margin, rule }: PriceMove, sellerPath: string) {
  const shown = (amounts: Amounts | null) => (amounts === null ? null : toOfferingPrice(amounts));
  return {
    offering: toOffering(offering, sellerPath),
    before: shown(before),
    after: shown(after),
    pays: shown(pays),
    margin: shown(margin),
    rule,
  };
}

function shownLoss({ offering, price, cost }: NamedLoss) {
  return { offering, price: toMoney(price), cost: toMoney(cost) };
}

function listAnswered(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<PriceListPayloadType> {
  return answered(
    async () => {
      const id = await verb(signedIn(request));
      priceListVersionsOf(request).clear(id);
      priceListBuyersOf(request).clear(id);
      const row = await priceListById(request).clear(id).load(id);
      invariant(row !== null, "a verb answers with a list of its viewer's tier");
      return { priceList: toPriceList(row) };
    },
    { priceList: null },
  );
}
