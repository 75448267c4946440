import { rangeOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import type { CustomerRow } from "./customer.entity.ts";
import { editDistance, slipsOf } from "./edit-distance.ts";
import { matchesAfter, type SearchScope } from "./search-customers.ts";
import type { CustomerQuery, Term } from "./search-query.ts";
import type { Sql } from "./sql.ts";
import { everywhere, isRoot, resellersOfTier } from "./token-walk.ts";

const suggestionsMax = 5;
/** Different words of names that are looked at for one misspelt word; beyond, in a tier of a million, some spellings are missed. */
const wordsMax = 4_000;
const spellingsMax = 3;

/**
 * O44: customers with names spelt alike, for a search that found nothing. Each word without a match is replaced by the nearest
 * words of names that begin with its first letter or, had the first two been swapped or the first been slipped in, its second.
 */
export async function suggestCustomers(
  context: Context,
  scope: SearchScope,
  query: CustomerQuery,
  filter: Sql,
): Promise<CustomerRow[]> {
  let queries: (readonly Term[])[] = [[]];
  for (const term of query.terms) {
    const spellings = await spellingsOf(context, scope, term);
    queries = queries
      .flatMap((terms) => spellings.map((spelling) => [...terms, spelling]))
      .slice(0, suggestionsMax * spellingsMax);
  }
  const found = new Map<string, CustomerRow>();
  for (const terms of queries) {
    if (terms.length === 0 || found.size >= suggestionsMax) break;
    for (const { row } of await matchesAfter(context, scope, { id: null, terms }, filter, null, suggestionsMax))
      found.set(row.id, row);
  }
  return [...found.values()].slice(0, suggestionsMax);
}

/** The term itself where it finds something, or what may have been meant, nearest first. */
async function spellingsOf(context: Context, scope: SearchScope, term: Term): Promise<Term[]> {
  const [own] = await matchesAfter(context, scope, { id: null, terms: [term] }, { text: "true", params: [] }, null, 1);
  if (own !== undefined) return [term];
  const { word } = term;
  if (word === null || slipsOf(word) === 0) return [];
  const near = new Map<string, number>();
  for (const letter of new Set([...word].slice(0, 2))) {
    for (const candidate of await wordsFrom(context, scope, letter)) near.set(candidate, distanceTo(word, candidate));
  }
  return [...near]
    .filter(([, distance]) => Math.floor(distance) <= slipsOf(word))
    .toSorted(([a, first], [b, second]) => first - second || a.length - b.length)
    .slice(0, spellingsMax)
    .map(([candidate]) => exactly(candidate));
}

/** To the whole word, or to its beginning where less was typed than the word is long; of equally near ones the whole word wins. */
function distanceTo(word: string, candidate: string): number {
  const most = slipsOf(word);
  const letters = [...candidate];
  const beginnings = [letters.length, word.length, word.length + 1].map((length) => letters.slice(0, length).join(""));
  const distances = beginnings.map((beginning, index) => editDistance(word, beginning, most) + (index === 0 ? 0 : 0.5));
  return Math.min(...distances);
}

function exactly(word: string): Term {
  return { number: null, ranges: [{ from: `n:${word}`, to: `n:${word}\u0001` }], length: word.length, word: null };
}

/** The different words of names that begin with a letter, found by leaping from one to the next along the index of each reseller. */
async function wordsFrom({ em }: Context, { path, customerId }: SearchScope, letter: string): Promise<string[]> {
  const [from, to] = [`n:${letter}`, `n:${letter}\u{10ffff}`];
  if (customerId !== null) {
    const ofOne = `select token from customer c cross join unnest(c.tokens) as token where c.id = ? and token collate "C" between ? and ? limit ?`;
    return wordsOf(await em.execute<{ token: string }[]>(ofOne, [customerId, from, to, wordsMax]));
  }
  const { lo, hi } = rangeOf(path);
  const [places, sameAs, ordered, params] = isRoot(path)
    ? ["(select 1) below", "", `t.${everywhere}`, []]
    : [`(${resellersOfTier}) below`, "t.path = below.path and", "t.token", [lo, hi]];
  const ofAll = `
    select distinct word.token from ${places} cross join lateral (
      with recursive word as (
        (select t.token from customer_token t where ${sameAs} ${ordered} >= ? and ${ordered} < ? order by ${ordered} limit 1)
        union all
        select (select t.token from customer_token t where ${sameAs} ${ordered} > word.token and ${ordered} < ? order by ${ordered} limit 1)
        from word where word.token is not null
      )
      select token from word where token is not null limit ?
    ) word limit ?`;
  return wordsOf(await em.execute<{ token: string }[]>(ofAll, [...params, from, to, to, wordsMax, wordsMax]));
}

function wordsOf(rows: readonly { token: string }[]): string[] {
  return rows.map(({ token }) => token.slice(2));
}
