import fc from "fast-check";
import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { callRoutes } from "@tierline/shared/call-route.ts";
import { formatCadence, parseCadence } from "@tierline/shared/cadence.ts";
import { priceCall, type CallTerms } from "@tierline/shared/call-price.ts";
import { destinationClassOf } from "@tierline/shared/destination-class.ts";
import { newId } from "@tierline/shared/id.ts";
import { callSecondsMax } from "@tierline/shared/limits.ts";
import { affordableSeconds } from "@tierline/shared/selling-rate.ts";
import { formatRate } from "@tierline/shared/rate.ts";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { customersOfTests, plantCustomers } from "../testkit/customers-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { callChain } from "./call-chain.ts";
import { insertRates } from "./insert-rates.ts";
import { priceChain, ratesFor, routeOf } from "./priced-chain.ts";
import { RateDeckEntity, RatePlanBuyerEntity, RatePlanEntity, RatePlanVersionEntity } from "./rate.entity.ts";

const world = await testWorld();
const { nord, acme, acmeNorth } = resellersOfTests;
const sellers = [resellersOfTests.tierline, nord, acme, acmeNorth];
const { johnSmith } = customersOfTests;
const line = newId();
const at = world.clock.now();
const cadences = ["1/1", "6/6", "60/60", "30/6/3", "60/1/10", "1/60"] as const;

const rateOf = fc.bigInt({ min: 0n, max: 3_000_000_000_000n });
const arbitraryTerms: fc.Arbitrary<CallTerms> = fc.record({
  ratePerMinute: rateOf,
  connectFee: fc.oneof(fc.constant(0n), rateOf),
  includedSeconds: fc.constantFrom(0, 0, 10, 60),
  cadence: fc.constantFrom(...cadences).map((text) => parseCadence(text)!),
});

async function one<T>(sql: string, values: readonly unknown[]): Promise<T> {
  const [row] = await world.system().em.execute<T[]>(sql, [...values]);
  return row!;
}

test("a price and how long money lasts are the same in the database, to the last place", async () => {
  const cases = fc.sample(
    fc.record({
      terms: arbitraryTerms,
      seconds: fc.integer({ min: 0, max: 8_000 }),
      free: fc.constantFrom(0, 0, 7, 60, 3_000),
      room: fc.bigInt({ min: -5n, max: 30_000_000n }),
    }),
    { numRuns: 400, seed: 7 },
  );
  const asked = cases.map(
    ({ terms: { ratePerMinute, connectFee, includedSeconds, cadence }, seconds, free, room }) => ({
      ...cadence,
      rate: String(ratePerMinute),
      fee: String(connectFee),
      included: includedSeconds,
      seconds,
      free,
      room: String(room),
    }),
  );
  const { answers } = await one<{ answers: { price: string; lasts: number }[] }>(
    `select jsonb_agg(jsonb_build_object(
         'price', call_price(seconds, rate, fee, included, first, step, grace, free)::text,
         'lasts', affordable_seconds(room, rate, fee, included, first, step, grace, free, ?)) order by n) as answers
     from rows from (jsonb_to_recordset(?::jsonb) as (rate numeric, fee numeric, included int, first int, step int, grace int,
       seconds int, free int, room bigint)) with ordinality as x(rate, fee, included, first, step, grace, seconds, free, room, n)`,
    [callSecondsMax, JSON.stringify(asked)],
  );
  expect(answers).toEqual(
    cases.map(({ terms, seconds, free, room }) => ({
      price: String(priceCall(seconds, terms, free).priceMicros),
      lasts: affordableSeconds(room, terms, free),
    })),
  );
});

const numbers = [
  "442079460958",
  "447700900123",
  "12125550100",
  "14165550123",
  "18765550100",
  "33123456789",
  "551140010000",
  "979123456789",
  "881612345678",
  "882123456789",
  "77012345678",
  "79161234567",
  "449012345678",
  "19995550100",
  "999",
];

test("D16: a number's country and class are the same in the database, whoever's number it is", async () => {
  const more = fc.sample(fc.integer({ min: 1_000_000, max: 99_999_999_999_999 }).map(String), {
    numRuns: 2_000,
    seed: 3,
  });
  const all = [...numbers, ...more];
  const rows = await world.system().em.execute<{ country: string | null; gb: string; jm: string }[]>(
    `select country_of_digits(d) as country, destination_class(d, 'GB') as gb, destination_class(d, 'JM') as jm
       from unnest(string_to_array(?, ' ')) with ordinality as u(d, n) order by n`,
    [all.join(" ")],
  );
  expect(rows).toEqual(
    all.map((digits) => ({
      country: countryOfDigits(digits),
      gb: destinationClassOf(digits, "GB"),
      jm: destinationClassOf(digits, "JM"),
    })),
  );
});

interface Leg {
  readonly seller_path: string;
  readonly currency: string;
  readonly rate: string;
  readonly connect_fee: string;
  readonly included: number;
  readonly first: number;
  readonly step: number;
  readonly grace: number;
  readonly rule: string;
  readonly version_id: string | null;
  readonly route: string | null;
  readonly problem: string | null;
}

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length]!;

/** Decks and plans as no person would make them: several at every tier, from several times on, for somebody or for everybody. */
async function plantAnything(): Promise<void> {
  const shapes = fc.sample(
    fc.record({
      tier: fc.nat(3),
      markup: fc.record({
        fixed: fc.bigInt({ min: 0n, max: 10_000_000_000n }),
        percent: fc.bigInt({ min: 0n, max: 1_000_000n }),
      }),
      cadence: fc.option(fc.constantFrom(...cadences), { nil: null }),
      exchange: fc.option(fc.bigInt({ min: 500_000_000_000n, max: 2_000_000_000_000n }), { nil: null }),
      overrides: fc.uniqueArray(
        fc.record({
          scope: fc.constantFrom("PREFIX" as const, "COUNTRY" as const, "US_CANADA" as const),
          pick: fc.nat(9),
          ratePerMinute: rateOf,
        }),
        { maxLength: 4, selector: ({ scope, pick: place }) => `${scope} ${scope === "US_CANADA" ? "" : place}` },
      ),
      internationalRoute: fc.constantFrom(...callRoutes),
      canadaRoute: fc.constantFrom(...callRoutes),
      daysAgo: fc.integer({ min: -1, max: 3 }),
      buyer: fc.constantFrom("EVERYBODY", "BELOW", "CUSTOMER", "LINE"),
    }),
    { numRuns: 30, seed: 11 },
  );
  await transaction(world.system(), async (tx) => {
    for (const [index, path] of [sellers[0]!, acme].entries()) {
      const deck = { id: newId(), path: path.path };
      await tx.em.insert(RateDeckEntity, {
        ...deck,
        reseller: path.id,
        number: index + 1,
        state: "APPLIED",
        baseId: null,
        fileName: "deck.csv",
        currency: "GBP",
        rateCount: 11,
        counts: { added: 11, gone: 0, up: 0, down: 0, blocked: 0, changed: 0, unchanged: 0 },
        losses: [],
        createdAt: at,
        createdBy: "",
        effectiveFrom: new Date(at.getTime() - (index === 0 ? 5 : 1) * 86_400_000),
        appliedAt: at,
        undoneAt: null,
        version: 1,
      });
      const entries = [
        ["1", "ANY"],
        ["1416", "ANY"],
        ["1416", "PREMIUM"],
        ["1604", "PREMIUM"],
        ["44", "VALUE"],
        ["44", "ANY"],
        ["447", "PREMIUM"],
        ["4477009", "ANY"],
        ["33", "VALUE"],
        ["979", "ANY"],
        ["7", "ANY"],
      ] as const;
      const terms = fc.sample(arbitraryTerms, { numRuns: entries.length, seed: index + 1 });
      await insertRates(
        tx.em,
        deck,
        entries.map(([prefix, route], place) => ({
          prefix,
          route,
          destination: prefix,
          lineType: null,
          isBlocked: prefix === "979",
          ...terms[place]!,
        })),
      );
    }
    for (const { tier, markup, cadence, exchange, overrides, daysAgo, buyer, ...routes } of shapes) {
      const seller = sellers[tier]!;
      const plan = newId();
      const effectiveFrom = new Date(at.getTime() - daysAgo * 86_400_000);
      const row = { path: seller.path, createdAt: at, version: 1 };
      await tx.em.insert(RatePlanEntity, { ...row, id: plan, reseller: seller.id, name: plan });
      await tx.em.insert(RatePlanVersionEntity, {
        id: newId(),
        path: seller.path,
        ...routes,
        plan,
        effectiveFrom,
        markupFixed: markup.fixed,
        markupPercent: markup.percent,
        cadence: cadence === null ? null : formatCadence(parseCadence(cadence)!),
        exchangeRate: exchange === null ? null : formatRate(exchange),
        overrides: overrides.map(({ scope, pick: place, ratePerMinute }) => ({
          scope,
          target:
            scope === "PREFIX"
              ? pick(["1", "1212", "44", "447", "33", "336"], place)
              : scope === "COUNTRY"
                ? pick(["GB", "US", "JM", "FR", "RU"], place)
                : "",
          ratePerMinute: formatRate(ratePerMinute),
        })),
        createdAt: at,
        createdBy: "",
      });
      const below = sellers[tier + 1];
      await tx.em.insert(RatePlanBuyerEntity, {
        id: newId(),
        path: seller.path,
        plan,
        customer: (buyer === "CUSTOMER" || buyer === "LINE") && tier === 2 ? johnSmith.id : null,
        serviceId: buyer === "LINE" && tier === 2 ? line : null,
        buyer: buyer === "BELOW" && below !== undefined ? below.id : null,
        effectiveFrom,
        createdAt: at,
      });
    }
  });
}

beforeAll(async () => {
  await plantCustomers(world);
});

test("U2, V7, X6: the chain of prices is the same in the database, whatever decks and plans there are, for whoever buys", async () => {
  await plantAnything();
  const times = [-5.5, -2.5, -1.5, 0, 2].map((days) => new Date(at.getTime() + days * 86_400_000));
  const buyers = [
    { sellerPath: acme.path, customerId: johnSmith.id, resellerId: null, serviceId: null },
    { sellerPath: acme.path, customerId: johnSmith.id, resellerId: null, serviceId: line },
    { sellerPath: acmeNorth.path, customerId: null, resellerId: null, serviceId: null },
    { sellerPath: nord.path, customerId: null, resellerId: null, serviceId: null },
  ];
  let priced = 0;
  const seen = new Set<string>();
  for (const time of times) {
    for (const buyer of buyers) {
      const chain = await callChain(world.system(), buyer, time);
      for (const digits of numbers) {
        const legs = await world.system().em.execute<Leg[]>(
          `select seller_path, currency, rate::text, connect_fee::text, included, first, step, grace, rule, version_id, route, problem
             from call_chain(?, ?, ?, ?, ?)`,
          [buyer.sellerPath, buyer.customerId, buyer.serviceId, digits, time],
        );
        const route = routeOf(chain, countryOfDigits(digits));
        const rates = chain.deck === null ? null : await ratesFor(world.system(), chain.deck.id, [digits]);
        const { obstacle, ...found } = priceChain(chain, rates?.(digits, route) ?? null, digits);
        seen.add(obstacle?.code ?? "PRICED");
        if (obstacle !== null || !("chain" in found)) {
          expect(legs.map(({ problem }) => problem)).toEqual([obstacle?.code]);
          continue;
        }
        priced += 1;
        seen.add(`${countryOfDigits(digits) === "CA" ? "CA" : "other"} ${route}`);
        expect(new Set(legs.map((leg) => leg.route))).toEqual(new Set([route]));
        const { carrier, sales } = found.chain;
        const steps = [
          { seller: "", rule: "MARKUP", terms: carrier },
          ...sales.map(({ seller, sold }) => ({
            seller: seller.path,
            rule: sold.override?.scope ?? "MARKUP",
            terms: sold.terms,
          })),
        ];
        const expected = steps.map(({ seller, rule, terms }) => ({
          seller,
          rate: String(terms.ratePerMinute),
          fee: String(terms.connectFee),
          included: terms.includedSeconds,
          ...terms.cadence,
          rule,
        }));
        expect(
          legs.map(
            ({ seller_path: seller, connect_fee: fee, rate: perMinute, included, first, step, grace, rule }) => ({
              seller,
              rate: perMinute,
              fee,
              included,
              first,
              step,
              grace,
              rule,
            }),
          ),
        ).toEqual(expected);
      }
    }
  }
  expect(priced).toBeGreaterThan(60);
  expect([...seen]).toEqual(
    expect.arrayContaining([
      "PRICED",
      "UNKNOWN_PREFIX",
      "BLOCKED",
      "NO_DECK",
      "CA VALUE",
      "CA PREMIUM",
      "other VALUE",
      "other PREMIUM",
    ]),
  );
});
