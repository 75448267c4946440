import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { CustomerEntity, type CustomerRow } from "./customer.entity.ts";
import { scopesOf } from "./insert-customers.ts";
import { holds, matchedBetter } from "./match-conditions.ts";
import type { CustomerQuery, Term, TokenRange } from "./search-query.ts";
import { all, not, type Sql } from "./sql.ts";

/** Where a match stands: which way of matching (0 the best), by which token, which customer. Unique, so that one can go on after it. */
export interface MatchKey {
  readonly rank: number;
  readonly token: string;
  readonly id: string;
}

export interface Match {
  readonly key: MatchKey;
  readonly row: CustomerRow;
}

export interface SearchScope {
  /** Number of the reseller in whose look-up is searched. */
  readonly scope: number;
  /** A customer's own user finds themselves only. */
  readonly customerId: string | null;
}

/** The look-up of a reseller, the viewer's own without one: the nearest one above a customer's user. */
export function scopeOf({ viewer }: Context, resellerPath: string = viewer.path): SearchScope {
  return { scope: scopesOf(resellerPath).at(-1) ?? 0, customerId: viewer.customerId };
}

/**
 * Matches after `after`, best first: by whole number, then by each range of one term in turn, each customer once. A range is
 * walked along its index and left as soon as the page is full, so that a common beginning costs no more than a rare one; what
 * else must be true is read off the candidate's own row.
 */
export async function matchesAfter(
  context: Context,
  scope: SearchScope,
  query: CustomerQuery,
  filter: Sql,
  after: MatchKey | null,
  limit: number,
): Promise<Match[]> {
  const single = singleOf(scope, query);
  if (single !== null) return after === null ? matchOne(context, single, all([...query.terms.map(holds), filter])) : [];
  const [driver, ...others] = await drivenFirst(context, scope, query.terms);
  if (driver === undefined) return [];
  const condition = all([...others.map(holds), filter]);
  const matches: Match[] = [];
  for (let rank = after?.rank ?? 0; rank <= driver.ranges.length && matches.length < limit; rank += 1) {
    const from = after !== null && after.rank === rank ? after : null;
    const wanted = {
      scope,
      driver,
      condition,
      rank,
      from,
      limit: limit - matches.length,
      isAlone: others.length === 0,
    };
    matches.push(...(rank === 0 ? await matchesByNumber(context, wanted) : await matchesByRange(context, wanted)));
  }
  return matches;
}

/** The only customer that can match: the one whose id was given, or the viewer themselves. */
export function singleOf({ customerId }: SearchScope, { id, terms }: CustomerQuery): string | null {
  if (id !== null || terms.length === 0) return id;
  return customerId;
}

export async function matchOne(context: Context, id: string, condition: Sql): Promise<Match[]> {
  const sql = `select c.* from customer c where c.id = ? and ${condition.text}`;
  const rows = await context.em.execute<object[]>(sql, [id, ...condition.params]);
  return mapped(context.em, CustomerEntity, rows).map((row) => ({ row, key: { rank: 0, token: "", id } }));
}

/** So many tokens of each term are counted to find the rarest: beyond, any term fills a page soon. */
const comparedTokensMax = 2_000;

/** Of several terms the rarest leads: its candidates are looked at one by one. */
export async function drivenFirst(context: Context, scope: SearchScope, terms: readonly Term[]): Promise<Term[]> {
  if (terms.length < 2) return [...terms];
  const counts = terms.map(({ ranges }): Sql => {
    if (ranges.length === 0) return { text: "0", params: [] };
    return {
      text: `(select count(*) from (${ranges.map(() => `(${tokenWalk} limit ?)`).join(" union all ")}) token)`,
      params: ranges.flatMap((range) => [scope.scope, range.from, range.to, comparedTokensMax]),
    };
  });
  const [row] = await context.em.execute<[{ counts: number[] }]>(
    `select array[${counts.map(({ text }) => text).join(", ")}]::int[] as counts`,
    counts.flatMap(({ params }) => params),
  );
  const rarity = new Map(terms.map((term, index) => [term, row.counts[index] ?? 0]));
  return terms.toSorted((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0) || b.length - a.length);
}

interface Wanted {
  readonly scope: SearchScope;
  readonly driver: Term;
  readonly condition: Sql;
  readonly rank: number;
  readonly from: MatchKey | null;
  readonly limit: number;
  /** No other term has to hold: nearly every candidate is wanted. */
  readonly isAlone: boolean;
}

async function matchesByNumber(context: Context, { driver, condition, from, limit }: Wanted): Promise<Match[]> {
  if (driver.number === null) return [];
  const beyond = from === null ? "" : "and c.id > ?";
  const rows = await context.em.execute<object[]>(
    `select c.* from customer c where c.number = ? ${beyond} and ${condition.text} order by c.id limit ?`,
    [driver.number, ...(from === null ? [] : [from.id]), ...condition.params, limit],
  );
  return mapped(context.em, CustomerEntity, rows).map((row) => ({ row, key: { rank: 0, token: "", id: row.id } }));
}

/** Steps grow: most pages are full after the first, and a rare pair of words needs thousands of candidates. */
const firstStep = 40;
const firstStepOfSeveral = 400;
const stepGrowth = 8;
const longestStep = 5_000;

async function matchesByRange(context: Context, wanted: Wanted): Promise<Match[]> {
  const { driver, rank, limit } = wanted;
  const condition = all([wanted.condition, not(matchedBetter(driver, rank))]);
  const range = driver.ranges[rank - 1]!; // the ranks of a term are its number and its ranges
  const matches: Match[] = [];
  let from: Pick<MatchKey, "token" | "id"> | null = wanted.from;
  for (
    let step = Math.max(wanted.isAlone ? firstStep : firstStepOfSeveral, limit);
    matches.length < limit;
    step = Math.min(step * stepGrowth, longestStep)
  ) {
    const { kept, last, walked } = await walk(
      context,
      wanted.scope,
      range,
      condition,
      from,
      step,
      limit - matches.length,
    );
    matches.push(...kept.map(({ row, token }) => ({ row, key: { rank, token, id: row.id } })));
    if (walked < step || last === null) break;
    from = last;
  }
  return matches;
}

export const tokenWalk = "select token, customer_id from customer_token where scope = ? and token >= ? and token < ?";

interface Walked {
  readonly matched_token: string;
  readonly last_token: string;
  readonly last_id: string;
  readonly walked: string;
  readonly id: string | null;
}

/**
 * The next candidates of a range in the order of its index, and those of them that are wanted. The candidates are fixed first:
 * a plain join of tokens with customers is planned badly, since PostgreSQL takes a customer's place in the tree and its
 * tokens' scope for independent.
 */
async function walk(
  { em }: Context,
  { scope }: SearchScope,
  range: TokenRange,
  condition: Sql,
  from: Pick<MatchKey, "token" | "id"> | null,
  step: number,
  limit: number,
) {
  const beyond = from === null ? "" : "and (token, customer_id) > (?, ?)";
  const rows = await em.execute<Walked[]>(
    `with candidate as materialized (${tokenWalk} ${beyond} order by token, customer_id limit ?),
       last as (
         select token as last_token, customer_id as last_id, (select count(*) from candidate) as walked
         from candidate order by token desc, customer_id desc limit 1
       )
     select wanted.*, last.* from last left join lateral (
       select c.*, t.token as matched_token from candidate t join customer c on c.id = t.customer_id
       where ${condition.text} order by t.token, t.customer_id limit ?
     ) wanted on true`,
    [scope, range.from, range.to, ...(from === null ? [] : [from.token, from.id]), step, ...condition.params, limit],
  );
  const [first] = rows;
  const wanted = rows.filter(({ id }) => id !== null);
  return {
    kept: mapped(em, CustomerEntity, wanted).map((row, index) => ({ row, token: wanted[index]!.matched_token })),
    last: first === undefined ? null : { token: first.last_token, id: first.last_id },
    walked: Number(first?.walked ?? 0),
  };
}
