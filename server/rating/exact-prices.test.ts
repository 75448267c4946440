import { parseCadence } from "@tierline/shared/cadence.ts";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { parsePercent, parseRate } from "@tierline/shared/rate.ts";
import type { OverrideScope } from "@tierline/shared/selling-rate.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assignAllowances } from "../allowances/assign-allowances.ts";
import { saveAllowance } from "../allowances/save-allowance.ts";
import { insertCustomers } from "../customers/insert-customers.ts";
import type { CallChain } from "../rates/call-chain.ts";
import type { PricedFrom } from "../rates/call-ways.ts";
import { priceChain, type PricedChain } from "../rates/priced-chain.ts";
import type { RateRow } from "../rates/rate.entity.ts";
import { callOfTests, settle } from "../testkit/calls-of-tests.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { t0, testWorld } from "../testkit/world.ts";
import { freeSeconds, ratedCall } from "./rate-call.ts";

// The reference: fractions of whole numbers, and the rules of the mission as sentences. Nothing of it is the product's.

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

function exactly(text: string): Fraction {
  const [units = "", places = ""] = text.split(".");
  return { over: BigInt(units + places), under: 10n ** BigInt(places.length) };
}

const plus = (a: Fraction, b: Fraction) => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
const times = (a: Fraction, b: Fraction) => ({ over: a.over * b.over, under: a.under * b.under });
const whole = (value: number) => ({ over: BigInt(value), under: 1n });

/** To the nearest, a half upwards; nothing here is negative. */
function rounded({ over, under }: Fraction, places: number): Fraction {
  const ten = 10n ** BigInt(places);
  return { over: (2n * over * ten + under) / (2n * under), under: ten };
}

const microsOf = (amount: Fraction) => rounded(amount, 6).over;

interface Line {
  readonly prefix: string;
  readonly rate: string;
  readonly fee: string;
  readonly included: number;
  readonly cadence: string;
}
interface OwnRate {
  readonly scope: OverrideScope;
  readonly target: string;
  readonly ratePerMinute: string;
}
interface Tier {
  readonly fixed: string;
  readonly percent: string;
  readonly cadence: string | null;
  readonly exchange: string | null;
  readonly own: readonly OwnRate[];
}
interface Terms {
  readonly rate: Fraction;
  readonly fee: Fraction;
  readonly included: number;
  readonly cadence: string;
}

const countries: Readonly<Record<string, string>> = {
  "442079460958": "GB",
  "447700900123": "GB",
  "33123456789": "FR",
  "12125550100": "US",
  "14165550123": "CA",
  "18765550100": "JM",
  "551140010000": "BR",
};
const numbers = Object.keys(countries);

function ownRateOf(own: readonly OwnRate[], number: string): string | null {
  const ranks = { PREFIX: 100, COUNTRY: 2, US_CANADA: 1 };
  const country = countries[number]!;
  let best: { rank: number; rate: string } | null = null;
  for (const { scope, target, ratePerMinute } of own) {
    const block = country === "US" || country === "CA";
    const isFor = { PREFIX: number.startsWith(target), COUNTRY: country === target, US_CANADA: block }[scope];
    const rank = ranks[scope] + (scope === "PREFIX" ? target.length : 0);
    if (isFor && (best === null || rank > best.rank)) best = { rank, rate: ratePerMinute };
  }
  return best?.rate ?? null;
}

/** What a tier asks of what it is asked itself, and the latter in its own currency. */
function soldBy(offered: Terms, tier: Tier, number: string): { bought: Terms; asked: Terms } {
  const exchange = exactly(tier.exchange ?? "1");
  const factor = plus(whole(1), times(exactly(tier.percent), { over: 1n, under: 100n }));
  const exchanged = (rate: Fraction) => (tier.exchange === null ? rate : rounded(times(rate, exchange), 10));
  const own = ownRateOf(tier.own, number);
  const marked = rounded(times(plus(times(offered.rate, exchange), exactly(tier.fixed)), factor), 10);
  return {
    bought: { ...offered, rate: exchanged(offered.rate), fee: exchanged(offered.fee) },
    asked: {
      rate: own === null ? marked : exactly(own),
      fee: rounded(times(times(offered.fee, exchange), factor), 10),
      included: offered.included,
      cadence: tier.cadence ?? offered.cadence,
    },
  };
}

function countedBy(cadence: string, seconds: number): number {
  const [first = 1, step = 1, grace = 0] = cadence.split("/").map(Number);
  if (seconds <= grace || seconds <= 0) return 0;
  let counted = first;
  while (counted < seconds) counted += step;
  return counted;
}

interface Price {
  readonly free: number;
  readonly billed: number;
  readonly micros: bigint;
}

function priceOf(terms: Terms, seconds: number, allowance: number): Price {
  const all = countedBy(terms.cadence, seconds);
  const charged = all === 0 ? 0 : countedBy(terms.cadence, seconds - terms.included);
  const free = Math.min(charged, allowance);
  const billed = charged - free;
  const hasFee = all > 0 && (terms.included > 0 || billed > 0);
  const minutes = times(terms.rate, { over: BigInt(billed), under: 60n });
  return { free, billed, micros: microsOf(hasFee ? plus(minutes, terms.fee) : minutes) };
}

/** Who pays what, from the carrier's price down: [what is paid, the same in who pays it's own currency]. */
function referenceOf(line: Line, tiers: readonly Tier[], number: string, seconds: number, allowance: number) {
  let offered: Terms = { ...line, rate: exactly(line.rate), fee: exactly(line.fee) };
  const legs: { price: Price; own: bigint }[] = [];
  for (const tier of tiers) {
    const { bought, asked } = soldBy(offered, tier, number);
    legs.push({ price: priceOf(offered, seconds, 0), own: priceOf(bought, seconds, 0).micros });
    offered = asked;
  }
  const price = priceOf(offered, seconds, allowance);
  return [...legs, { price, own: price.micros }];
}

const decimal = (unitsMax: number, placesMax: number) =>
  fc
    .tuple(fc.nat(unitsMax), fc.nat(placesMax), fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }))
    .map(([units, places, digits]) =>
      places === 0 ? String(units) : `${units}.${String(digits).padStart(12, "0").slice(0, places)}`,
    );
const cadence = fc.oneof(
  fc.constantFrom("1/1", "6/6", "60/60", "30/6/3", "30/6", "60/1/10"),
  fc
    .tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 90 }), fc.nat(20))
    .map((parts) => parts.join("/")),
);
const lineFor = (prefix: string): fc.Arbitrary<Line> =>
  fc.record({
    prefix: fc.constant(prefix),
    rate: fc.oneof(decimal(2, 12), decimal(99, 4)),
    fee: fc.oneof(fc.constant("0"), decimal(3, 8)),
    included: fc.constantFrom(0, 0, 0, 10, 60),
    cadence,
  });
const ownRate: fc.Arbitrary<OwnRate> = fc
  .record({
    place: fc.constantFrom<[OverrideScope, string]>(
      ["US_CANADA", ""],
      ["COUNTRY", "GB"],
      ["COUNTRY", "US"],
      ["PREFIX", "44"],
      ["PREFIX", "447"],
      ["PREFIX", "1212"],
      ["PREFIX", "33"],
    ),
    ratePerMinute: decimal(3, 10),
  })
  .map(({ place: [scope, target], ratePerMinute }) => ({ scope, target, ratePerMinute }));
const tierWith = (exchange: fc.Arbitrary<string | null>): fc.Arbitrary<Tier> =>
  fc.record({
    fixed: fc.oneof(fc.constant("0"), decimal(0, 12)),
    percent: fc.oneof(fc.constant("0"), decimal(120, 4)),
    cadence: fc.oneof(fc.constant(null), cadence),
    exchange,
    own: fc.uniqueArray(ownRate, { maxLength: 3, selector: ({ scope, target }) => `${scope} ${target}` }),
  });
const sameMoney = tierWith(fc.constant(null));
const anyMoney = tierWith(fc.constantFrom(null, null, "1.15", "0.333333333333", "0.0053"));

function pricedBy(line: Line, tiers: readonly Tier[], number: string) {
  const { first, step, grace } = parseCadence(line.cadence)!; // made as one is written
  const rate = {
    prefix: line.prefix,
    destination: "",
    ratePerMinute: parseRate(line.rate),
    connectFee: parseRate(line.fee),
    includedSeconds: line.included,
    firstSeconds: first,
    stepSeconds: step,
    graceSeconds: grace,
    isBlocked: false,
  } as unknown as RateRow; // a row as the price is made of it
  const links = tiers.map((tier, index) => ({
    seller: { path: `r${index}.`, currency: "GBP" },
    plan: {
      id: `${index}`,
      versionId: `${index}`,
      markup: { fixed: parseRate(tier.fixed)!, percent: parsePercent(tier.percent)! },
      cadence: tier.cadence === null ? null : parseCadence(tier.cadence),
      exchangeRate: tier.exchange === null ? null : parseRate(tier.exchange),
      overrides: tier.own.map((own) => ({ ...own, ratePerMinute: parseRate(own.ratePerMinute)! })),
    },
  }));
  const chain = { deck: { id: "deck", currency: "GBP" }, links } as unknown as CallChain; // as above
  const priced = priceChain(chain, rate, number);
  if (priced.obstacle !== null) throw new Error(priced.obstacle.code);
  return priced.chain;
}

const throughout = (chain: PricedChain): [PricedFrom] => [{ fromSecond: Number.NEGATIVE_INFINITY, chain }];

const callOf = {
  number: fc.constantFrom(...numbers),
  seconds: fc.nat(7_300),
  allowance: fc.constantFrom(0, 0, 45, 900),
};
const runs = { numRuns: 1_500 };

test("X6, X8: every tier's price of any call by any tariff is the exact one, to the last place", () => {
  const cases = fc.record({ line: lineFor(""), tiers: fc.array(anyMoney, { minLength: 1, maxLength: 5 }), ...callOf });
  fc.assert(
    fc.property(cases, ({ line, tiers, number, seconds, allowance }) => {
      const call = ratedCall(throughout(pricedBy(line, tiers, number)), { path: "c1.", seconds });
      const legs = call.legs(freeSeconds(allowance)).map(({ price, ownMicros }) => ({
        price: { free: price.freeSeconds, billed: price.billedSeconds, micros: price.priceMicros },
        own: ownMicros,
      }));
      expect(legs).toEqual(referenceOf(line, tiers, number, seconds, allowance));
      const unaided = referenceOf(line, tiers, number, seconds, 0).at(-1)!;
      expect(call.chargeableSeconds).toBe(unaided.price.billed);
    }),
    runs,
  );
});

test("X6, U34: what all tiers earn of any call and what its carrier is paid is what the customer pays, exactly", () => {
  const cases = fc.record({ line: lineFor(""), tiers: fc.array(sameMoney, { minLength: 1, maxLength: 5 }), ...callOf });
  fc.assert(
    fc.property(cases, ({ line, tiers, number, seconds, allowance }) => {
      const ways = throughout(pricedBy(line, tiers, number));
      const legs = ratedCall(ways, { path: "c1.", seconds }).legs(freeSeconds(allowance));
      const margins = legs.slice(1).map(({ price }, index) => price.priceMicros - legs[index]!.ownMicros);
      const cost = legs[0]!.price.priceMicros;
      expect(margins.reduce((sum, margin) => sum + margin, cost)).toBe(legs.at(-1)!.price.priceMicros);
      expect(legs.map(({ depth }) => depth)).toEqual(legs.map((_, index) => index));
      expect(legs.slice(1).map(({ sellerPath }) => sellerPath)).toEqual(legs.slice(0, -1).map(({ path }) => path));
    }),
    runs,
  );
});

const chain = ["tierline", "nord", "acme", "acmeNorth"] as const;
const prefixes = ["1", "1212", "18", "33", "3312", "44", "447", "4420", "55"];
const minutesIncluded = 7;

interface Day {
  readonly deck: readonly Line[];
  readonly tiers: readonly Tier[];
  readonly calls: readonly { readonly customer: number; readonly number: string; readonly seconds: number }[];
}

test("X6, X8: each account of the ledger has its own side of sixty calls, to the last place", async () => {
  const world = await testWorld();
  const { rows } = world.database;
  const customers = chain.map((at, index) => {
    const { id: resellerId, path: resellerPath } = resellersOfTests[at];
    return { ...customersOfTests.johnDoe, id: newId(), number: 7_000 + index, resellerId, resellerPath };
  });
  await insertCustomers(world.system().em, customers);
  const cases = fc.record({
    deck: fc.tuple(...prefixes.map(lineFor)),
    tiers: fc.tuple(anyMoney, anyMoney, anyMoney, anyMoney),
    calls: fc.array(fc.record({ customer: fc.nat(3), number: callOf.number, seconds: callOf.seconds }), {
      minLength: 60,
      maxLength: 60,
    }),
  });
  const check = async ({ deck, tiers, calls }: Day) => {
    await plantDeck(
      world,
      "tierline",
      deck.map(({ prefix, rate, fee, included, cadence: counted }) => [
        prefix,
        prefix,
        rate,
        counted,
        fee,
        prefix === "4420" ? "FIXED" : "MOBILE",
        included,
      ]),
    );
    for (const [index, at] of chain.entries()) {
      const { fixed, percent, cadence: counted, exchange, own } = tiers[index]!; // one each
      const optional = {
        ...(counted !== null && { cadence: counted }),
        ...(exchange !== null && { exchangeRate: exchange }),
      };
      await plantPlan(world, at, { markupFixed: fixed, markupPercent: percent, overrides: own, ...optional });
    }
    const owner = world.as("owner@acme.test");
    const allowance = await saveAllowance(owner, { idempotencyKey: newId(), name: "Some", minutes: minutesIncluded });
    const slots = [{ slot: "FIXED_LOCAL" as const, allowanceId: encodeId("alw", allowance) }];
    const customerId = encodeId("cus", customers[2]!.id);
    await assignAllowances(owner, { idempotencyKey: newId(), customerId, cycleDay: t0.getUTCDate(), slots });
    world.clock.advance({ hours: 1 });
    const settled = await settle(
      world,
      ...calls.map(({ customer, number, seconds }) =>
        callOfTests(seconds, { customerId: customers[customer]!.id, number, startedAt: world.clock.now() }),
      ),
    );
    let included = minutesIncluded * 60;
    const sides = new Map<string, bigint>();
    const book = (account: string, micros: bigint) => sides.set(account, (sides.get(account) ?? 0n) + micros);
    const expected = calls.map(({ customer, number, seconds }) => {
      const line = deck.filter(({ prefix }) => number.startsWith(prefix)).toSorted(longestFirst)[0]!;
      const isIncluded = customer === 2 && line.prefix === "4420";
      const legs = referenceOf(line, tiers.slice(0, customer + 1), number, seconds, isIncluded ? included : 0);
      included -= legs.at(-1)!.price.free;
      const paths = [
        ...chain.slice(0, customer + 1).map((at) => resellersOfTests[at].path),
        pathOf(customers[customer]!),
      ];
      for (const [index, { price }] of legs.entries()) {
        if (index === 0) continue;
        book(`${paths[index]} BILLING`, -price.micros);
        book(`${paths[index - 1]} INCOME`, price.micros);
      }
      return legs.map(
        ({ price, own }, index) => `${paths[index]} ${price.free}+${price.billed} ${price.micros} ${own}`,
      );
    });
    const legs = await rows<{ call: string; leg: string }>(
      `select call_id as call, path || ' ' || free_seconds || '+' || billed_seconds || ' ' || amount_micros || ' ' || own_micros as leg
       from call_leg order by depth`,
    );
    const byCall = Map.groupBy(legs, ({ call }) => call);
    expect(settled.map(({ callId }) => (byCall.get(callId) ?? []).map(({ leg }) => leg))).toEqual(expected);
    const balances = await rows<{ account: string; micros: string }>(
      `select a.path || ' ' || a.kind as account, sum(b.balance_micros)::text as micros
       from ledger_account a join ledger_balance b on b.account_id = a.id group by a.id having sum(b.balance_micros) <> 0`,
    );
    expect(new Map(balances.map(({ account, micros }) => [account, BigInt(micros)]))).toEqual(
      new Map([...sides].filter(([, micros]) => micros !== 0n)),
    );
  };
  await fc.assert(fc.asyncProperty(cases, check), { numRuns: 1, endOnFailure: true });
});

function longestFirst(one: Line, other: Line): number {
  return other.prefix.length - one.prefix.length;
}
