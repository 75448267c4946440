import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { routeTo, usualRoutes, type PlanRoutes } from "@tierline/shared/call-route.ts";
import { formatCadence } from "@tierline/shared/cadence.ts";
import { formatRate, type Rate } from "@tierline/shared/rate.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { inTier, type Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { checkedFirst, decodeCursor, pageOf, type Page, type PageRequest } from "../kernel/paging.ts";
import { rootPath } from "../kernel/viewer.ts";
import { callChain, type CallChain } from "./call-chain.ts";
import { foundBy } from "./list-rates.ts";
import { priceChain, routeOf } from "./priced-chain.ts";
import { RateEntity, type RateRow } from "./rate.entity.ts";
import { ratesBeyondDeck, type RateBeyondDeck } from "./rates-beyond-deck.ts";
import { SellRateType } from "./sell-rate.type.ts";
import { placeOf } from "./simulate-call.ts";

export interface SellRatesAsked {
  /** The API's ids. */
  readonly customerId: string | null;
  readonly resellerId: string | null;
  readonly search: string;
}

/**
 * What the viewer's own reseller buys and sells each destination at now, by prefix: those of the deck, and those with an own rate
 * besides. The deck may be one above: what stands in it is counted with, and of those above nothing but what they ask of the viewer is
 * answered.
 * @throws AccessError NOT_FOUND, BAD_USER_INPUT
 */
export async function sellRates(
  context: Context,
  { search, ...buyer }: SellRatesAsked,
  request: PageRequest,
): Promise<Page<SellRateType>> {
  const first = checkedFirst(request);
  const [after = ""] = decodeCursor(request, 1) ?? [];
  const chain = await callChain(context, (await placeOf(context, buyer)).buyer, context.clock.now());
  if (chain.deck === null) return pageOf<SellRateType>([], first, ({ prefix }) => [prefix]);
  const system = inTier(context, rootPath);
  const { sql, values } = foundBy(search.trim());
  const taken = takenRoute(chain.links.at(-1)?.plan ?? usualRoutes);
  const rows = await system.em.execute<object[]>(
    `select distinct on (prefix) * from rate where deck_id = ? and prefix > ? and route in ('ANY', ${taken}) and ${sql}
     order by prefix, route = 'ANY' limit ${first + 1}`,
    [chain.deck.id, String(after), ...values],
  );
  const own = resellerPathOf(context.viewer.path);
  const named = mapped(system.em, RateEntity, rows).map((rate) => sellRateOf(chain, rate, own));
  const beyond = await ratesBeyondDeck(system, chain, own, { search: search.trim(), after: String(after) });
  const others = beyond.flatMap((each) => rateBeyond(chain, each, own));
  const byPrefix = (a: SellRateType, b: SellRateType) => (a.prefix < b.prefix ? -1 : 1);
  return pageOf([...named, ...others].toSorted(byPrefix).slice(0, first + 1), first, ({ prefix }) => [prefix]);
}

/** The route that calls to a row's prefix take, in SQL. */
function takenRoute(routes: PlanRoutes): string {
  const others = `'${routeTo(null, routes)}'`;
  const canada = `'${routeTo("CA", routes)}'`;
  return others === canada ? others : `case country_of_digits(prefix) when 'CA' then ${canada} else ${others} end`;
}

/** One above is told only where it makes a difference to what the viewer's own reseller pays or asks. */
function rateBeyond(chain: CallChain, { prefix, rate, isOwn }: RateBeyondDeck, own: string): SellRateType[] {
  if (rate === null) {
    return isOwn
      ? [Object.assign(new SellRateType(), { prefix, destination: "", route: null, isBlocked: false, ...unpriced })]
      : [];
  }
  const told = sellRateOf(chain, rate, own, prefix);
  const { sellRate, buyRate } = sellRateOf(chain, rate, own, prefix.slice(0, -1));
  return isOwn || told.sellRate !== sellRate || told.buyRate !== buyRate ? [told] : [];
}

/** `own`: path of whose side of it is answered; of the numbers that begin with `prefix`, the deck's rate being theirs. */
export function sellRateOf(chain: CallChain, rate: RateRow, own: string, prefix = rate.prefix): SellRateType {
  // The one prefix of all North America is none of its countries'; what is not named apart there is the United States'.
  const country = prefix === "1" ? "US" : countryOfDigits(prefix);
  const { destination, isBlocked } = rate;
  const named = { prefix, destination, route: routeOf(chain, country), isBlocked };
  const priced = priceChain(chain, rate, prefix, country);
  const sold =
    priced.obstacle === null ? priced.chain.sales.find(({ seller }) => seller.path === own)?.sold : undefined;
  if (sold === undefined) return Object.assign(new SellRateType(), { ...named, ...unpriced });
  const { terms, bought } = sold;
  const margin = terms.ratePerMinute - bought.ratePerMinute;
  return Object.assign(new SellRateType(), {
    ...named,
    sellRate: formatRate(terms.ratePerMinute),
    sellCadence: formatCadence(terms.cadence),
    buyRate: formatRate(bought.ratePerMinute),
    buyCadence: formatCadence(bought.cadence),
    margin: formatRate(margin),
    marginPercent: percentOf(margin, terms.ratePerMinute),
  });
}

const unpriced = {
  sellRate: null,
  sellCadence: null,
  buyRate: null,
  buyCadence: null,
  margin: null,
  marginPercent: null,
} as const;

/** With one decimal, halves away from zero; null of nothing. */
function percentOf(part: Rate, whole: Rate): string | null {
  if (whole === 0n) return null;
  const size = part < 0n ? -part : part;
  const tenths = (size * 2000n + whole) / (2n * whole);
  const text = `${tenths / 10n}.${tenths % 10n}`;
  return part < 0n && tenths !== 0n ? `-${text}` : text;
}
