import { countryOfDigits } from "@tierline/shared/call-country.ts";
import { digitsOf } from "@tierline/shared/phone-number.ts";
import { mapped } from "../kernel/mapped.ts";
import type { Context } from "../kernel/context.ts";
import type { CallChain } from "./call-chain.ts";
import { routeOf } from "./priced-chain.ts";
import { RateEntity, type RateRow } from "./rate.entity.ts";

/** A prefix with a price of its own that the deck does not name, and the deck's rate that is bought by there. */
export interface RateBeyondDeck {
  readonly prefix: string;
  /** Null where the deck knows no number that begins so: nobody can be called there, whatever the price. */
  readonly rate: RateRow | null;
  /** Whether it is the seller's own rate, rather than one above it on the way. */
  readonly isOwn: boolean;
}

/**
 * Prefixes with own rates on the way down to a seller that its deck does not have, by prefix, after one of them. For who is handed the
 * root tier.
 */
export async function ratesBeyondDeck(
  { em }: Pick<Context, "em">,
  chain: CallChain,
  seller: string,
  { search, after }: { readonly search: string; readonly after: string },
): Promise<RateBeyondDeck[]> {
  const { deck, links } = chain;
  const owned = new Map<string, boolean>();
  for (const link of links) {
    const isOwn = link.seller.path === seller;
    for (const { scope, target } of link.plan?.overrides ?? []) {
      if (scope === "PREFIX" && target > after) owned.set(target, isOwn || owned.get(target) === true);
    }
    if (isOwn) break;
  }
  if (deck === null || owned.size === 0) return [];
  const asked = [...owned.keys()].map((named) => ({ named, route: routeOf(chain, countryOfDigits(named)) }));
  const rows = await em.execute<(object & { named: string; id: string | null })[]>(
    `select o.named, r.* from jsonb_to_recordset(?::jsonb) o(named text, route text)
     left join lateral (select * from rate where deck_id = ? and prefix in (select left(o.named, n) from generate_series(1, length(o.named)) n)
         and (rate.route = o.route or rate.route = 'ANY')
       order by length(prefix) desc, rate.route = 'ANY' limit 1) r on true
     where r.prefix is distinct from o.named collate "C" order by o.named collate "C"`,
    [JSON.stringify(asked), deck.id],
  );
  const matches = matcher(search);
  return rows.flatMap(({ named, ...row }) => {
    const rate = row.id === null ? null : (mapped(em, RateEntity, [row])[0] ?? null);
    return matches(named, rate?.destination ?? "") ? [{ prefix: named, rate, isOwn: owned.get(named) ?? false }] : [];
  });
}

/** As `foundBy` of list-rates.ts finds rows. */
function matcher(search: string): (prefix: string, destination: string) => boolean {
  const isNumber = /^[+\d\s().\-/]+$/.test(search) && digitsOf(search) !== "";
  if (search === "" || search.includes("\0")) return () => true;
  if (!isNumber) return (_, destination) => destination.toLowerCase().includes(search.toLowerCase());
  const digits = digitsOf(search).replace(/^00/, "");
  return (prefix) => digits.startsWith(prefix) || prefix.startsWith(digits);
}
