import { demoPriceLists } from "@tierline/shared/demo/price-lists.ts";
import { demoRates, type DemoRate } from "@tierline/shared/demo/rates.ts";
import { formatCadence } from "@tierline/shared/cadence.ts";
import { decimalOf, subtractMoney } from "@tierline/shared/money.ts";
import { amountKeys, type OfferingAmounts } from "@tierline/shared/offering-price.ts";
import { markupFormula } from "@tierline/shared/price-formula.ts";
import { usualRoutes, type CallRoute } from "@tierline/shared/call-route.ts";
import { longestPrefix, prefixTable } from "@tierline/shared/prefix-table.ts";
import { formatRate, parsePercent, parseRate } from "@tierline/shared/rate.ts";
import { sell, type SellingPlan } from "@tierline/shared/selling-rate.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, pageOf, type Paging } from "../paging.ts";
import { asked, may, needed, resellerOf, signedIn, type World } from "../world.ts";
import { pricesOf } from "./catalog.ts";
import { ratesOn, simulated, soldBy } from "./rates.ts";

interface ExplainInput {
  readonly offeringId?: string | null;
  readonly number?: string | null;
  readonly customerId?: string | null;
  readonly resellerId?: string | null;
}

interface SellRatesAsked extends Paging {
  readonly customerId?: string | null;
  readonly resellerId?: string | null;
  readonly search?: string | null;
}

const minute = 60;

/** One's own step of the demo's prices, reckoned from its lists and plans. */
export const explainedPrices = {
  Query: fieldsOf<unknown>({
    explainPrice: (_, { input }: { input: ExplainInput }, world) =>
      input.offeringId == null ? explainedCall(world, input) : explainedOffering(world, input),
    previewRatePlan: (_, { input }: { input: PlanInput }, world) => ({
      routes: previewed(world, input),
      userErrors: [],
    }),
    sellRates: (_, { search, customerId, ...paging }: SellRatesAsked, world) => {
      const text = (search ?? "").trim();
      const digits = /^[+\d\s().\-/]+$/.test(text) ? text.replaceAll(/\D/g, "") : null;
      const found = ratesOn(demoRates(world.startedAt).deck).filter(({ prefix, destination }) =>
        digits === null ? mentions(text, destination) : digits.startsWith(prefix) || prefix.startsWith(digits),
      );
      return pageOf(
        byText(found, ({ prefix }) => prefix).map((rate) => sellRate(world, rate, customerId ?? null)),
        paging,
      );
    },
  }),
};

const nothing = {
  seller: null,
  buyer: null,
  currency: null,
  rule: null,
  route: null,
  sourceName: null,
  sourceEffectiveFrom: null,
};

function unpriced(problem: Sentence) {
  return { ...nothing, problem, lines: [] };
}

function explainedCall(world: World, { number, customerId = null }: ExplainInput) {
  const call = simulated(world, { to: number ?? "", seconds: minute, customerId });
  const [own] = call.steps;
  if (own === undefined) return unpriced(needed(call.problem).message);
  const { bought, sellRate: sells } = own;
  const seesCost = may(world, "finance.view");
  const formula = markupFormula({
    buys: bought.buyRate,
    fixed: bought.markupFixed,
    percent: parsePercent(bought.markupPercent) ?? 0n,
    sells,
    exchangeRate: null,
  });
  return {
    problem: null,
    seller: own.seller,
    buyer: call.steps[1]?.seller ?? null,
    currency: own.price.currency,
    rule: own.rule,
    route: call.route,
    sourceName: seesCost ? own.plan : null,
    sourceEffectiveFrom: seesCost ? own.planEffectiveFrom : null,
    lines: [
      {
        kind: "MINUTE",
        sells,
        buys: seesCost ? bought.buyRate : null,
        margin: seesCost ? formatRate((parseRate(sells) ?? 0n) - (parseRate(bought.buyRate) ?? 0n)) : null,
        formula: seesCost && own.rule === "MARKUP" ? formula : null,
      },
    ],
  };
}

function explainedOffering(world: World, { offeringId, resellerId }: ExplainInput) {
  const viewer = signedIn(world);
  const offering = needed(asked(world.offerings, "ofr", offeringId));
  if (!isWithin(viewer.path, offering.path)) return unpriced(say("price.notOnYourWay", { offering: offering.name }));
  const own = resellerOf(world, viewer);
  const { retail, wholesale } = pricesOf(world, offering);
  const buyer = asked(world.resellers, "rsl", resellerId);
  if (buyer === null) {
    const step = { seller: own.name, buyer: null, currency: own.currency, rule: "RETAIL" };
    return { ...nothing, ...step, problem: null, lines: linesOf(world, retail, wholesale) };
  }
  const list = demoPriceLists(world.startedAt).find(({ path }) => path === viewer.path);
  const asks = list?.ownPrices.find((price) => price.offeringId === offering.id);
  if (list === undefined || asks === undefined) return unpriced(say("price.noList", { reseller: buyer.name }));
  const seesCost = may(world, "finance.view");
  return {
    problem: null,
    seller: own.name,
    buyer: buyer.name,
    currency: own.currency,
    rule: "OWN_PRICE",
    route: null,
    sourceName: seesCost ? list.name : null,
    sourceEffectiveFrom: seesCost ? list.effectiveFrom : null,
    lines: linesOf(world, asks, wholesale),
  };
}

const kinds = { setup: "SETUP", recurring: "RECURRING", oneOff: "ONE_OFF" } as const;

function linesOf(world: World, asks: OfferingAmounts, pays: OfferingAmounts) {
  const seesCost = may(world, "finance.view");
  return amountKeys.flatMap((key) => {
    const [sells, paid] = [asks[key], seesCost ? pays[key] : null];
    if (sells === null) return [];
    const margin = paid === null ? null : decimalOf(subtractMoney(sells, paid));
    const buys = paid === null ? null : decimalOf(paid);
    return [{ kind: kinds[key], sells: decimalOf(sells), buys, margin, formula: null }];
  });
}

/** As the product's own, in their order. */
const sampleNumbers = ["44207946", "44770090", "331990", "337", "4930231"] as const;

interface PlanInput {
  readonly markupFixed?: string | null;
  readonly markupPercent?: string | null;
  readonly internationalRoute?: CallRoute | null;
}

function previewed(world: World, { markupFixed, markupPercent, internationalRoute: route }: PlanInput) {
  const rates = ratesOn(demoRates(world.startedAt).deck, route ?? undefined);
  const table = prefixTable(rates.map(({ prefix }) => prefix));
  const markup = { fixed: parseRate(markupFixed ?? "0") ?? 0n, percent: parsePercent(markupPercent ?? "0") ?? 0n };
  const terms = { markup, cadence: null, overrides: [] };
  return sampleNumbers.map((digits) => sellRate(world, needed(rates[longestPrefix(table, digits)]), null, terms));
}

function sellRate(
  world: World,
  rate: DemoRate,
  customerId: string | null,
  terms: Pick<SellingPlan, "markup" | "cadence" | "overrides"> | null = null,
) {
  const { prefix, destination, isBlocked } = rate;
  const none = {
    route: null,
    sellRate: null,
    sellCadence: null,
    buyRate: null,
    buyCadence: null,
    margin: null,
    marginPercent: null,
  };
  if (isBlocked) return { ...none, prefix, destination, isBlocked };
  const customer = customerId === null ? null : needed(asked(world.customers, "cus", customerId));
  const { path } = signedIn(world);
  const own = needed(soldBy(world, rate, prefix, customer).find(({ plan }) => plan.path === path));
  const { bought } = own;
  const sold =
    terms === null
      ? own.terms
      : sell(bought, { ...terms, exchangeRate: null }, { digits: prefix, country: null }).terms;
  const margin = sold.ratePerMinute - bought.ratePerMinute;
  const tenths = (margin * 2000n + sold.ratePerMinute) / (2n * sold.ratePerMinute);
  return {
    prefix,
    destination,
    route: usualRoutes.internationalRoute,
    isBlocked,
    sellRate: formatRate(sold.ratePerMinute),
    sellCadence: formatCadence(sold.cadence),
    buyRate: formatRate(bought.ratePerMinute),
    buyCadence: formatCadence(bought.cadence),
    margin: formatRate(margin),
    marginPercent: `${tenths / 10n}.${tenths % 10n}`,
  };
}
