import { decodeId } from "@tierline/shared/id.ts";
import { decimalOf, money, subtractMoney, type Money } from "@tierline/shared/money.ts";
import { amountKeys } from "@tierline/shared/offering-price.ts";
import { markupFormula } from "@tierline/shared/price-formula.ts";
import { formatRate, parsePercent, parseRate } from "@tierline/shared/rate.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { isWithin, resellerPathOf } from "@tierline/shared/tier-path.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Context } from "../kernel/context.ts";
import { AccessError, notFound } from "../kernel/rejection.ts";
import { simulateCall } from "../rates/simulate-call.ts";
import type { CallStepType } from "../rates/simulated-call.type.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import { ExplainedPriceType, PriceLineType, type ExplainedKind } from "./explained-price.type.ts";
import { offeringChain, type OfferingLink } from "./offering-chain.ts";
import { findOffering } from "./offering.ts";

export interface ExplainPriceInput {
  /** The API's ids. */
  readonly offeringId?: string | null | undefined;
  readonly number?: string | null | undefined;
  readonly customerId?: string | null | undefined;
  readonly resellerId?: string | null | undefined;
  readonly at?: Date | null | undefined;
}

/**
 * The viewer's own step of a price at a time, and how it came to be. Nothing is written, and nobody else's step is answered.
 * @throws AccessError NOT_FOUND, BAD_USER_INPUT
 */
export async function explainPrice(context: Context, input: ExplainPriceInput): Promise<ExplainedPriceType> {
  if ((input.offeringId == null) === (input.number == null)) {
    throw new AccessError("BAD_USER_INPUT", say("price.oneSubject"));
  }
  if (input.customerId != null && input.resellerId != null) {
    throw new AccessError("BAD_USER_INPUT", say("rate.oneBuyer"));
  }
  return input.offeringId == null ? explainCall(context, input, input.number ?? "") : explainOffering(context, input);
}

async function explainCall(context: Context, input: ExplainPriceInput, to: string): Promise<ExplainedPriceType> {
  const { customerId, resellerId, at } = input;
  const call = await simulateCall(context, { to, seconds: 60, customerId, resellerId, at });
  // The first step that a viewer sees is that of their own reseller.
  const [own, next] = call.steps;
  if (own === undefined) return unpriced(call.problem?.message ?? say("rate.problem.noPlanAbove"));
  const { bought } = own;
  return Object.assign(new ExplainedPriceType(), {
    problem: null,
    seller: own.seller,
    buyer: next?.seller ?? (await resellerNamed(context, resellerId ?? null)),
    currency: own.price.currency,
    rule: own.rule,
    route: call.route,
    source: { name: own.plan, effectiveFrom: own.planEffectiveFrom },
    lines: [
      Object.assign(new PriceLineType(), {
        kind: "MINUTE",
        sells: own.sellRate,
        bought: {
          buys: bought.buyRate,
          margin: rateMargin(own.sellRate, bought.buyRate),
          formula: own.rule === "MARKUP" ? rateFormula(own) : null,
        },
      }),
    ],
  });
}

function rateMargin(sells: string, buys: string): string {
  return formatRate((parseRate(sells) ?? 0n) - (parseRate(buys) ?? 0n));
}

/** What is bought was exchanged already. */
function rateFormula({ sellRate, bought }: CallStepType): string {
  const { buyRate: buys, markupFixed: fixed, markupPercent } = bought;
  return markupFormula({
    buys,
    fixed,
    percent: parsePercent(markupPercent) ?? 0n,
    sells: sellRate,
    exchangeRate: null,
  });
}

async function resellerNamed({ em }: Context, apiId: string | null): Promise<string | null> {
  const id = apiId === null ? null : decodeId("rsl", apiId);
  const row = id === null ? null : await em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  return row?.name ?? null;
}

async function explainOffering(context: Context, input: ExplainPriceInput): Promise<ExplainedPriceType> {
  const id = decodeId("ofr", input.offeringId ?? "");
  const offering = id === null ? null : await findOffering(context, id);
  if (offering === null) throw notFound();
  const sellerPath = await sellerPathOfBuyer(context, input);
  const links = await offeringChain(context, {
    offeringId: offering.id,
    sellerPath,
    at: input.at ?? context.clock.now(),
  });
  const own = links.find(({ seller }) => seller.path === resellerPathOf(context.viewer.path));
  if (own === undefined) return unpriced(say("price.notOnYourWay", { offering: offering.name }));
  return own.asks === null || own.rule === null ? unpriced(problemOf(own)) : explained(own, own.asks);
}

/** The reseller that sells to who buys, or that buys itself: both stand at the end of the way. */
async function sellerPathOfBuyer({ em, viewer }: Context, input: ExplainPriceInput): Promise<string> {
  const own = resellerPathOf(viewer.path);
  if (input.customerId != null) {
    const id = decodeId("cus", input.customerId);
    const customer = id === null ? null : await em.findOne(CustomerEntity, { id }, { disableIdentityMap: true });
    if (customer === null) throw notFound();
    return resellerPathOf(customer.path);
  }
  if (input.resellerId == null) return own;
  const id = decodeId("rsl", input.resellerId);
  const reseller = id === null ? null : await em.findOne(ResellerEntity, { id }, { disableIdentityMap: true });
  if (reseller === null || reseller.path === own || !isWithin(reseller.path, own)) throw notFound();
  return reseller.path;
}

function problemOf({ buyer, list, seller }: OfferingLink): Sentence {
  if (buyer === null) return say("price.noRetail");
  if (list === null) return say("price.noList", { reseller: buyer.name });
  return say("price.noCost", { list: list.name, reseller: seller.name });
}

function unpriced(problem: Sentence): ExplainedPriceType {
  const nothing = { seller: null, buyer: null, currency: null, rule: null, route: null, lines: [], source: null };
  return Object.assign(new ExplainedPriceType(), { ...nothing, problem });
}

const kindOf = { setup: "SETUP", recurring: "RECURRING", oneOff: "ONE_OFF" } as const satisfies Record<
  (typeof amountKeys)[number],
  ExplainedKind
>;

function explained(link: OfferingLink, asks: NonNullable<OfferingLink["asks"]>): ExplainedPriceType {
  const { seller, buyer, currency, rule, list } = link;
  return Object.assign(new ExplainedPriceType(), {
    problem: null,
    seller: seller.name,
    buyer: buyer?.name ?? null,
    currency,
    rule,
    route: null,
    source: list === null ? null : { name: list.name, effectiveFrom: list.effectiveFrom },
    lines: amountKeys.flatMap((key) => {
      const sells = asks[key];
      return sells === null ? [] : [lineOf(link, key, sells)];
    }),
  });
}

function lineOf(link: OfferingLink, key: (typeof amountKeys)[number], sells: Money): PriceLineType {
  const { pays, bought, list, rule, currency } = link;
  const paid = pays?.[key] ?? null;
  const raw = bought?.[key] ?? null;
  const formula =
    rule !== "MARKUP" || list === null || raw === null
      ? null
      : markupFormula({
          buys: decimalOf(raw),
          fixed: decimalOf(money(key === "setup" ? 0n : list.markup.fixedMicros, currency)),
          percent: list.markup.percent,
          sells: decimalOf(sells),
          exchangeRate: list.exchangeRate === null || raw.currency === currency ? null : formatRate(list.exchangeRate),
        });
  return Object.assign(new PriceLineType(), {
    kind: kindOf[key],
    sells: decimalOf(sells),
    bought: {
      buys: paid === null ? null : decimalOf(paid),
      margin: paid === null || paid.currency !== sells.currency ? null : decimalOf(subtractMoney(sells, paid)),
      formula,
    },
  });
}
