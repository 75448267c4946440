import { formatCadence } from "@tierline/shared/cadence.ts";
import { usualRoutes, type CallRoute } from "@tierline/shared/call-route.ts";
import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { priceCall } from "@tierline/shared/call-price.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { demoRates, type DemoDeck, type DemoRate, type DemoRatePlan } from "@tierline/shared/demo/rates.ts";
import { money } from "@tierline/shared/money.ts";
import { parsePhoneNumber } from "@tierline/shared/phone-number.ts";
import { longestPrefix, prefixTable } from "@tierline/shared/prefix-table.ts";
import { formatPercent, formatRate } from "@tierline/shared/rate.ts";
import { sellThrough, type Selling } from "@tierline/shared/selling-rate.ts";
import { say } from "@tierline/shared/sentence.ts";
import { ancestorsOf, isWithin } from "@tierline/shared/tier-path.ts";
import { fieldsOf } from "../fields.ts";
import { byText, mentions, pageOf, type Paging } from "../paging.ts";
import { asked, may, needed, resellerOf, signedIn, type World } from "../world.ts";

const noChange = { added: 0, gone: 0, up: 0, down: 0, blocked: 0, changed: 0, unchanged: 0 };

interface CallInput {
  readonly to: string;
  readonly seconds: number;
  readonly customerId?: string | null;
  readonly serviceId?: string | null;
}

/** The demo's one deck and its plans; nothing is imported or changed here. */
export const rates = {
  Query: fieldsOf<unknown>({
    rateDecks: (_, paging: Paging, world) => {
      const { deck } = demoRates(world.startedAt);
      return pageOf(deck.path === signedIn(world).path ? [deckRow(deck)] : [], paging);
    },
    ratePlans: (_, __, world) =>
      byText(
        demoRates(world.startedAt).plans.filter(({ path }) => path === signedIn(world).path),
        ({ name }) => name,
      ).map(planRow),
    simulateCall: (_, { input }: { input: CallInput }, world) => simulated(world, input),
  }),
  RateDeck: fieldsOf<{ readonly rows: readonly DemoRate[] }>({
    changes: ({ rows }, { kind, ...paging }: Paging & { kind?: string | null }) => {
      const changes = rows.map((row) => ({
        ...rateRow(row),
        kind: "ADDED",
        before: null,
        after: formatRate(row.ratePerMinute),
      }));
      return pageOf(
        byText(kind == null || kind === "ADDED" ? changes : [], ({ prefix }) => prefix),
        paging,
      );
    },
    rates: ({ rows }, { search, ...paging }: Paging & { search?: string | null }) => {
      const text = (search ?? "").trim();
      const digits = /^[+\d\s().\-/]+$/.test(text) ? text.replaceAll(/\D/g, "") : null;
      const found = rows.filter(({ prefix, destination }) =>
        digits === null ? mentions(text, destination) : digits.startsWith(prefix) || prefix.startsWith(digits),
      );
      return pageOf(byText(found, ({ prefix }) => prefix).map(rateRow), paging);
    },
  }),
  CallStep: fieldsOf<{ readonly bought: unknown }>({
    buying: ({ bought }, _, world) => (may(world, "finance.view") ? bought : null),
  }),
};

function deckRow({ rates: rows, ...deck }: DemoDeck) {
  const counts = { ...noChange, added: rows.length };
  return {
    ...deck,
    rows,
    __typename: "RateDeck",
    state: "APPLIED",
    rateCount: rows.length,
    counts,
    losses: [],
    undoneAt: null,
  };
}

function rateRow({ ratePerMinute, connectFee, cadence: { first, step, grace }, route, ...row }: DemoRate) {
  const cadence = `${first}/${step}/${grace}`;
  return {
    ...row,
    route: route === "ANY" ? null : route,
    ratePerMinute: formatRate(ratePerMinute),
    connectFee: formatRate(connectFee),
    cadence,
  };
}

function planRow({ id, name, markup, cadence, exchangeRate, overrides, effectiveFrom, customerId }: DemoRatePlan) {
  return {
    id,
    name,
    isForEverybodyElse: customerId === null,
    customerCount: customerId === null ? 0 : 1,
    resellers: [],
    versions: [
      {
        effectiveFrom,
        markupFixed: formatRate(markup.fixed),
        markupPercent: formatPercent(markup.percent),
        cadence: cadence === null ? null : formatCadence(cadence),
        exchangeRate: exchangeRate === null ? null : formatRate(exchangeRate),
        overrides: overrides.map((each) => ({ ...each, ratePerMinute: formatRate(each.ratePerMinute) })),
        ...usualRoutes,
        setupFee: null,
        monthlyFee: null,
        freeMinutes: null,
      },
    ],
  };
}

const unpriced = {
  country: null,
  prefix: null,
  destination: null,
  lineType: null,
  route: null,
  at: null,
  deckNumber: null,
  allowedSeconds: null,
  steps: [],
};

export function simulated(world: World, { to, seconds, ...caller }: CallInput) {
  const { deck } = demoRates(world.startedAt);
  const viewer = signedIn(world);
  const line = caller.serviceId == null ? null : needed(asked(world.services.values(), "svc", caller.serviceId));
  const customer =
    line === null && caller.customerId == null
      ? null
      : needed(
          line === null
            ? asked(world.customers, "cus", caller.customerId)
            : world.customers.find(({ id }) => id === line.customerId),
        );
  const resellerId = customer?.resellerId ?? viewer.resellerId;
  const seller = needed(world.resellers.find(({ id }) => id === resellerId));
  const bare = to.trim().replaceAll(/[\s().\-/]/g, "");
  const isNational = bare.startsWith("0") && !bare.startsWith("00");
  const parsed = parsePhoneNumber(isNational ? bare : `+${bare.replace(/^\+|^00/, "")}`, seller.country);
  if (parsed === null) {
    return { ...unpriced, number: to, problem: { code: "INVALID_NUMBER", message: say("rate.problem.number") } };
  }
  const digits = parsed.e164.slice(1);
  const usual = ratesOn(deck);
  const rate = usual[longestPrefix(prefixTable(usual.map(({ prefix }) => prefix)), digits)];
  if (rate === undefined) {
    return {
      ...unpriced,
      number: parsed.e164,
      problem: { code: "UNKNOWN_PREFIX", message: say("rate.problem.prefix") },
    };
  }
  const { prefix, destination, lineType } = rate;
  const country = countryOfDigits(digits);
  const found = { ...unpriced, number: parsed.e164, prefix, destination, lineType, country };
  if (rate.isBlocked)
    return { ...found, problem: { code: "BLOCKED", message: say("rate.problem.blocked", { destination }) } };
  const steps = soldBy(world, rate, digits, customer)
    .filter(({ plan }) => isWithin(plan.path, viewer.path))
    .map((sold) => stepOf(world, sold, seconds));
  const deckNumber = isWithin(deck.path, viewer.path) ? deck.number : null;
  return { ...found, route: usualRoutes.internationalRoute, at: world.startedAt, deckNumber, problem: null, steps };
}

/** What calls on a route are bought by; those of the demo world's plans take the usual one. */
export function ratesOn({ rates: rows }: DemoDeck, route: CallRoute = usualRoutes.internationalRoute): DemoRate[] {
  const own = new Set(rows.flatMap((row) => (row.route === route ? [row.prefix] : [])));
  return rows.filter((row) => row.route === route || (row.route === "ANY" && !own.has(row.prefix)));
}

/** What each seller on the way down to a customer, or to the viewer's own customers, asks for a number. */
export function soldBy(
  world: World,
  rate: DemoRate,
  digits: string,
  customer: Demo.DemoCustomer | null,
): Selling<DemoRatePlan>[] {
  const { plans } = demoRates(world.startedAt);
  const sellerPath = resellerOf(world, customer ?? signedIn(world)).path;
  const chain = ancestorsOf(sellerPath).map((path) => {
    const own = plans.filter((plan) => plan.path === path);
    const named =
      path === sellerPath
        ? own.find((plan) => plan.customerId !== null && plan.customerId === customer?.id)
        : undefined;
    return needed(named ?? own.find((plan) => plan.customerId === null));
  });
  return sellThrough(rate, chain, { digits, country: countryOfDigits(digits) });
}

function stepOf(world: World, { plan, override, bought, terms }: Selling<DemoRatePlan>, seconds: number) {
  const { name, currency } = needed(world.resellers.find(({ id }) => id === plan.resellerId));
  const [price, cost] = [priceCall(seconds, terms), priceCall(seconds, bought)];
  const shown = (micros: bigint) => money(micros, currency);
  return {
    seller: name,
    plan: plan.name,
    planEffectiveFrom: plan.effectiveFrom,
    rule: override?.scope ?? "MARKUP",
    target: override?.target ?? null,
    sellRate: formatRate(terms.ratePerMinute),
    connectFee: formatRate(terms.connectFee),
    cadence: formatCadence(terms.cadence),
    cadencedSeconds: price.cadencedSeconds,
    freeSeconds: price.freeSeconds,
    billedSeconds: price.billedSeconds,
    price: shown(price.priceMicros),
    parts: [], // no price of the demo world changes
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
  };
}
