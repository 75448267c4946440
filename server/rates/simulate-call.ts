import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { formatCadence } from "@tierline/shared/cadence.ts";
import { priceCall, type CallPrice, type CallTerms } from "@tierline/shared/call-price.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { callSecondsMax, prefixLengthMax } from "@tierline/shared/limits.ts";
import { money, tryParseMoney } from "@tierline/shared/money.ts";
import { parsePhoneNumber } from "@tierline/shared/phone-number.ts";
import { prefixesOf } from "@tierline/shared/prefix-table.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import { formatPercent, formatRate } from "@tierline/shared/rate.ts";
import { affordableSeconds, sellThrough, type Called, type Selling } from "@tierline/shared/selling-rate.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { isWithin, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { toMoney } from "../kernel/money.type.ts";
import { AccessError, invariant, notFound } from "../kernel/rejection.ts";
import { rootPath } from "../kernel/viewer.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { callChain, type Buyer, type CallChain } from "./call-chain.ts";
import type { PlanInForce } from "./plan-in-force.ts";
import { RateEntity, type RateRow } from "./rate.entity.ts";
import { CallStepType, SimulatedCallType } from "./simulated-call.type.ts";

export interface SimulateCallInput {
  readonly to: string;
  readonly at?: Date | null | undefined;
  readonly seconds: number;
  /** The API's ids. */
  readonly customerId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  readonly allowanceSeconds?: number | null | undefined;
  readonly balance?: string | null | undefined;
}

/**
 * What a call would cost at every tier that the viewer sees, and why. Nothing is written. What those above the viewer pay, and by
 * which plan, is counted with and left out of the answer.
 * @throws AccessError NOT_FOUND, BAD_USER_INPUT
 */
export async function simulateCall(context: Context, input: SimulateCallInput): Promise<SimulatedCallType> {
  const { seller, buyer } = await placeOf(context, input);
  checkSeconds(input.seconds);
  checkSeconds(input.allowanceSeconds ?? 0);
  const at = input.at ?? context.clock.now();
  const digits = digitsOfNumber(input.to, seller.country);
  if (digits === null) return refused(input.to, "INVALID_NUMBER", say("rate.problem.number"));
  const number = `+${digits}`;
  const chain = await callChain(context, buyer, at);
  const broken = brokenLink(context, chain);
  if (broken !== null) return refused(number, broken.code, broken.message);
  invariant(chain.deck !== null, "a chain without a deck is broken");
  const rate = await rateFor(context, chain.deck.id, digits);
  if (rate === null) return refused(number, "UNKNOWN_PREFIX", say("rate.problem.prefix"));
  const { prefix, destination } = rate;
  const lineType = rate.lineType ?? null;
  const country = countryOfDigits(digits);
  const found = { prefix, destination, lineType, country };
  if (rate.isBlocked) {
    const message = say("rate.problem.blocked", { destination: destination === "" ? prefix : destination });
    return Object.assign(refused(number, "BLOCKED", message), found);
  }
  const steps = stepsOf(context, chain, termsOf(rate), { digits, country }, input);
  return Object.assign(new SimulatedCallType(), {
    ...found,
    number,
    problem: null,
    at,
    deckNumber: isWithin(chain.deck.path, resellerPathOf(context.viewer.path)) ? chain.deck.number : null,
    steps: steps.visible,
    allowedSeconds: allowedSeconds(steps.retail, input),
  });
}

async function placeOf(context: Context, input: SimulateCallInput): Promise<{ seller: ResellerRow; buyer: Buyer }> {
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

/** With a leading zero it is dialled within the seller's country; else the digits begin with a country code. */
function digitsOfNumber(text: string, country: string): string | null {
  const bare = text.trim().replaceAll(/[\s().\-/]/g, "");
  const isNational = bare.startsWith("0") && !bare.startsWith("00");
  const asked = isNational ? bare : `+${bare.replace(/^\+|^00/, "")}`;
  return parsePhoneNumber(asked, country)?.e164.slice(1) ?? null;
}

function refused(number: string, code: CallProblemCode, message: Sentence): SimulatedCallType {
  return Object.assign(new SimulatedCallType(), {
    number,
    country: null,
    prefix: null,
    destination: null,
    lineType: null,
    at: null,
    deckNumber: null,
    problem: { code, message },
    steps: [],
    allowedSeconds: null,
  });
}

/** Why no price can be made, without a word about those above the viewer. */
function brokenLink(
  { viewer }: Context,
  { deck, links }: CallChain,
): { code: CallProblemCode; message: Sentence } | null {
  const isSeen = (path: string) => isWithin(path, resellerPathOf(viewer.path));
  if (deck === null) return { code: "NO_DECK", message: say("rate.problem.noDeck") };
  let currency = deck.currency;
  for (const { seller, plan } of links) {
    if (plan === null) {
      const message = isSeen(seller.path)
        ? say("rate.problem.noPlan", { reseller: seller.name })
        : say("rate.problem.noPlanAbove");
      return { code: "NO_PLAN", message };
    }
    if (plan.exchangeRate === null && seller.currency !== currency) {
      const values = { reseller: seller.name, plan: plan.name, from: currency, to: seller.currency };
      const message = isSeen(seller.path) ? say("rate.problem.noExchange", values) : say("rate.problem.noPlanAbove");
      return { code: "NO_EXCHANGE_RATE", message };
    }
    currency = seller.currency;
  }
  return null;
}

async function rateFor(context: Context, deck: string, digits: string): Promise<RateRow | null> {
  const { em } = inTier(context, rootPath);
  const rows = await em.execute<object[]>(
    "select * from rate where deck_id = ? and prefix in (?) order by length(prefix) desc limit 1",
    [deck, prefixesOf(digits, prefixLengthMax)],
  );
  return mapped(em, RateEntity, rows)[0] ?? null;
}

function termsOf(rate: RateRow): CallTerms {
  const { firstSeconds: first, stepSeconds: step, graceSeconds: grace } = rate;
  return {
    ratePerMinute: BigInt(rate.ratePerMinute),
    connectFee: BigInt(rate.connectFee),
    includedSeconds: rate.includedSeconds,
    cadence: { first, step, grace },
  };
}

interface Steps {
  readonly visible: CallStepType[];
  readonly retail: { readonly terms: CallTerms; readonly currency: string };
}

function stepsOf(
  context: Context,
  chain: CallChain,
  carrier: CallTerms,
  called: Called,
  input: SimulateCallInput,
): Steps {
  const links = chain.links.flatMap(({ seller, plan }) => (plan === null ? [] : [{ seller, plan }]));
  const selling = sellThrough(
    carrier,
    links.map(({ plan }) => plan),
    called,
  );
  const own = resellerPathOf(context.viewer.path);
  const visible = links.flatMap(({ seller }, index) => {
    const sold = selling[index]!; // as many as links
    if (!isWithin(seller.path, own)) return [];
    const allowance = index === links.length - 1 ? (input.allowanceSeconds ?? 0) : 0;
    return [
      stepOf(seller, sold, priceCall(input.seconds, sold.terms, allowance), priceCall(input.seconds, sold.bought)),
    ];
  });
  return { visible, retail: { terms: selling.at(-1)!.terms, currency: links.at(-1)!.seller.currency } }; // nobody sells to nobody
}

function stepOf(seller: ResellerRow, sold: Selling<PlanInForce>, price: CallPrice, cost: CallPrice): CallStepType {
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

function allowedSeconds(
  { terms, currency }: Steps["retail"],
  { balance, allowanceSeconds }: SimulateCallInput,
): number | null {
  if (balance == null) return null;
  const parsed = tryParseMoney(balance, currency);
  if (parsed === null) throw new AccessError("BAD_USER_INPUT", say("rate.balance"));
  return affordableSeconds(parsed.micros, terms, allowanceSeconds ?? 0);
}
