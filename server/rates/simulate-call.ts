import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { formatCadence } from "@tierline/shared/cadence.ts";
import {
  priceSplitCall,
  type CallPart,
  type CallPrice,
  type CallTerms,
  type SplitPrice,
} from "@tierline/shared/call-price.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { callSecondsMax } from "@tierline/shared/limits.ts";
import { money, tryParseMoney } from "@tierline/shared/money.ts";
import { dialledDigits } from "@tierline/shared/phone-number.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import { formatPercent, formatRate } from "@tierline/shared/rate.ts";
import { affordableSeconds, type Selling } from "@tierline/shared/selling-rate.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { isWithin, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { toMoney } from "../kernel/money.type.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import type { Buyer } from "./call-chain.ts";
import { priceWays, termsFrom, waysOf, type PricedFrom, type WayFrom } from "./call-ways.ts";
import type { PlanInForce } from "./plan-in-force.ts";
import { ratesFor, type DeckRates, type Obstacle, type Sale } from "./priced-chain.ts";
import type { RateRow } from "./rate.entity.ts";
import { freeSecondsLeft, simulatedLine } from "./simulated-line.ts";
import { CallPartType, CallStepType, SimulatedCallType } from "./simulated-call.type.ts";

export interface SimulateCallInput {
  readonly to: string;
  readonly at?: Date | null | undefined;
  readonly seconds: number;
  /** The API's ids. */
  readonly customerId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  readonly serviceId?: string | null | undefined;
  readonly allowanceSeconds?: number | null | undefined;
  readonly balance?: string | null | undefined;
}

/**
 * What a call would cost at every tier that the viewer sees, and why. Nothing is written. What those above the viewer pay, and by
 * which plan, is counted with and left out of the answer.
 * @throws AccessError NOT_FOUND, BAD_USER_INPUT
 */
export async function simulateCall(context: Context, input: SimulateCallInput): Promise<SimulatedCallType> {
  const line = await simulatedLine(context, input);
  const { seller, buyer: named } = await placeOf(context, line ?? input);
  const buyer = line === null ? named : { ...named, serviceId: line.serviceId };
  checkSeconds(input.seconds);
  checkSeconds(input.allowanceSeconds ?? 0);
  const at = input.at ?? context.clock.now();
  const digits = dialledDigits(input.to, seller.country);
  if (digits === null) return refused(input.to, "INVALID_NUMBER", say("rate.problem.number"));
  const number = `+${digits}`;
  const until = new Date(at.getTime() + input.seconds * 1000);
  const system = inTier(context, rootPath);
  const question = { buyer, at, until };
  const ways = (await waysOf(system, [question]))(question);
  const rates = await ratesOf(system, ways, digits);
  const priced = priceWays(ways, (deckId, route) => rates.get(deckId ?? "")?.(digits, route) ?? null, digits, at);
  const found = foundOf(priced.obstacle === null ? priced.ways[0].chain.rate : priced.obstacle.rate, digits);
  if (priced.obstacle !== null) {
    return Object.assign(refused(number, priced.obstacle.code, sentenceOf(context, priced.obstacle)), found);
  }
  const { deck, sales, rate } = priced.ways[0].chain;
  const own = resellerPathOf(context.viewer.path);
  const left = line === null ? 0 : await freeSecondsLeft(system, line, { lineType: rate.lineType ?? null, digits, at });
  const free = input.allowanceSeconds ?? left;
  return Object.assign(new SimulatedCallType(), {
    ...found,
    number,
    route: priced.route,
    problem: null,
    at,
    deckNumber: isWithin(deck.path, own) ? deck.number : null,
    steps: stepsOf(priced.ways, own, input.seconds, free),
    allowedSeconds: allowedSeconds(sales.at(-1)!, input, free), // nobody sells to nobody
  });
}

/** By the deck. */
async function ratesOf(
  system: Pick<Context, "em">,
  ways: readonly WayFrom[],
  digits: string,
): Promise<ReadonlyMap<string, DeckRates>> {
  const decks = new Set(ways.flatMap(({ chain }) => chain.deck?.id ?? []));
  const found = new Map<string, DeckRates>();
  for (const deckId of decks) found.set(deckId, await ratesFor(system, deckId, [digits]));
  return found;
}

function foundOf(rate: RateRow | null, digits: string) {
  if (rate === null) return {};
  const { prefix, destination } = rate;
  return { prefix, destination, lineType: rate.lineType ?? null, country: countryOfDigits(digits) };
}

/** Who sells to this customer or reseller below, or to one's own customers. @throws AccessError NOT_FOUND, BAD_USER_INPUT */
export async function placeOf(
  context: Context,
  input: Pick<SimulateCallInput, "customerId" | "resellerId">,
): Promise<{ seller: ResellerRow; buyer: Buyer }> {
  const { em, viewer } = context;
  if (input.customerId != null && input.resellerId != null) {
    throw new AccessError("BAD_USER_INPUT", say("rate.oneBuyer"));
  }
  const resellerAt = async (where: object): Promise<ResellerRow> => {
    const row = await em.findOne(ResellerEntity, where, { disableIdentityMap: true });
    if (row === null) throw notFound();
    return row;
  };
  if (input.customerId != null) {
    const id = decodeId("cus", input.customerId);
    const customer = id === null ? null : await em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
    if (customer === null) throw notFound();
    const seller = await resellerAt({ id: customer.reseller });
    return { seller, buyer: { sellerPath: seller.path, customerId: customer.id, resellerId: null } };
  }
  const own = resellerPathOf(viewer.path);
  if (input.resellerId == null) {
    const seller = await resellerAt({ path: own });
    return { seller, buyer: { sellerPath: own, customerId: null, resellerId: null } };
  }
  const id = decodeId("rsl", input.resellerId);
  const bought = id === null ? null : await em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  // Only who stands below buys from the viewer's tier.
  if (bought === null || bought.path === own || !isWithin(bought.path, own)) throw notFound();
  const seller = await resellerAt({ id: bought.parent });
  return { seller, buyer: { sellerPath: seller.path, customerId: null, resellerId: bought.id } };
}

function checkSeconds(seconds: number): void {
  if (seconds >= 0 && seconds <= callSecondsMax) return;
  throw new AccessError("BAD_USER_INPUT", say("rate.callSeconds", { max: callSecondsMax }));
}

function refused(number: string, code: CallProblemCode, message: Sentence): SimulatedCallType {
  return Object.assign(new SimulatedCallType(), {
    number,
    country: null,
    prefix: null,
    destination: null,
    lineType: null,
    route: null,
    at: null,
    deckNumber: null,
    problem: { code, message },
    steps: [],
    allowedSeconds: null,
  });
}

/** Why it has no price, without a word about those above the viewer. */
function sentenceOf({ viewer }: Context, { code, link, currency, rate }: Obstacle): Sentence {
  const isSeen = link !== null && isWithin(link.seller.path, resellerPathOf(viewer.path));
  if (code === "NO_DECK") return say("rate.problem.noDeck");
  if (code === "BLOCKED" && rate !== null) {
    return say("rate.problem.blocked", { destination: rate.destination === "" ? rate.prefix : rate.destination });
  }
  if (code === "PRICE_TOO_HIGH") return say("rate.problem.tooHigh");
  if (link === null) return say("rate.problem.prefix");
  const { seller, plan } = link;
  if (!isSeen) return say("rate.problem.noPlanAbove");
  if (plan === null) return say("rate.problem.noPlan", { reseller: seller.name });
  const values = { reseller: seller.name, plan: plan.name, from: currency ?? "", to: seller.currency };
  return say("rate.problem.noExchange", values);
}

function stepsOf(
  ways: readonly [PricedFrom, ...PricedFrom[]],
  own: string,
  seconds: number,
  allowanceSeconds: number,
): CallStepType[] {
  const { sales } = ways[0].chain;
  return sales.flatMap(({ seller, sold }, index) => {
    if (!isWithin(seller.path, own)) return [];
    const free = index === sales.length - 1 ? allowanceSeconds : 0;
    const side = (of: (sale: Selling<PlanInForce>) => CallTerms) =>
      termsFrom(ways, (chain) => of(chain.sales[index]!.sold)); // the same way in each
    const price = priceSplitCall(
      seconds,
      side(({ terms }) => terms),
      [{ fromSecond: Number.NEGATIVE_INFINITY, seconds: free }],
    );
    const cost = priceSplitCall(
      seconds,
      side(({ bought }) => bought),
    );
    return [stepOf(seller, sold, price, cost)];
  });
}

function stepOf(seller: ResellerRow, sold: Selling<PlanInForce>, price: SplitPrice, cost: CallPrice): CallStepType {
  const { plan, override, terms, bought } = sold;
  const shown = (micros: bigint) => toMoney(money(micros, seller.currency));
  return Object.assign(new CallStepType(), {
    seller: seller.name,
    plan: plan.name,
    planEffectiveFrom: plan.effectiveFrom,
    rule: override?.scope ?? "MARKUP",
    target: override === null || override.scope === "US_CANADA" ? null : override.target,
    sellRate: formatRate(terms.ratePerMinute),
    connectFee: formatRate(terms.connectFee),
    cadence: formatCadence(terms.cadence),
    cadencedSeconds: price.cadencedSeconds,
    freeSeconds: price.freeSeconds,
    billedSeconds: price.billedSeconds,
    price: shown(price.priceMicros),
    parts: price.parts.length < 2 ? [] : price.parts.map(partOf),
    bought: {
      markupFixed: formatRate(plan.markup.fixed),
      markupPercent: formatPercent(plan.markup.percent),
      exchangeRate: plan.exchangeRate === null ? null : formatRate(plan.exchangeRate),
      buyRate: formatRate(bought.ratePerMinute),
      cadence: formatCadence(bought.cadence),
      billedSeconds: cost.billedSeconds,
      cost: shown(cost.priceMicros),
      margin: shown(price.priceMicros - cost.priceMicros),
    },
  });
}

function partOf({ fromSecond, terms, freeSeconds, billedSeconds }: CallPart): CallPartType {
  return Object.assign(new CallPartType(), {
    fromSecond: Math.max(0, fromSecond),
    rate: formatRate(terms.ratePerMinute),
    cadence: formatCadence(terms.cadence),
    freeSeconds,
    billedSeconds,
  });
}

/** By what counts at the beginning, as a switch is answered. */
function allowedSeconds({ seller, sold }: Sale, { balance }: SimulateCallInput, free: number): number | null {
  if (balance == null) return null;
  const parsed = tryParseMoney(balance, seller.currency);
  if (parsed === null) throw new AccessError("BAD_USER_INPUT", say("rate.balance"));
  return affordableSeconds(parsed.micros, sold.terms, free);
}
