import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { prepared } from "../kernel/tier-connection.ts";
import { CustomerEntity, type CustomerRow } from "./customer.entity.ts";
import { holds, matchedBetter } from "./match-conditions.ts";
import type { CustomerQuery, Term } from "./search-query.ts";
import { all, not, type Sql } from "./sql.ts";
import {
  byToken,
  customersOfNumber,
  pathOfToken,
  someTokens,
  tiersToMerge,
  tokensInOrder,
  type TokenKey,
} from "./token-walk.ts";

/**
 * Where a match stands: which way of matching (0 the best), by which token, whose customer. Unique, so that one can go on after
 * it. In rank 0 all have the same number, and the path is the customer's own.
 */
export interface MatchKey extends TokenKey {
  readonly rank: number;
}

export interface Match {
  readonly key: MatchKey;
  readonly row: CustomerRow;
}

export interface SearchScope {
  /** Tier in which is searched: a reseller's path. */
  readonly path: string;
  /** A customer's own user finds themselves only. */
  readonly customerId: string | null;
}

/** The tier of a reseller, the viewer's own without one: the nearest one above a customer's user. */
export function scopeOf({ viewer }: Context, resellerPath: string = viewer.path): SearchScope {
  return { path: resellerPathOf(resellerPath), customerId: viewer.customerId };
}

/** So many tokens are walked by one statement at first: what is found twice leaves room for some more than the page. */
const surplus = 8;
const firstStepOfSeveral = 100;
const stepGrowth = 8;
const longestStep = 5_000;

/**
 * Matches after `after`, best first: by whole number, then by each range of one term in turn, each customer once. A range is
 * walked along its index and left as soon as the page is full, so that a common beginning costs no more than a rare one; what
 * else must be true is read off the candidate's own row. One statement does it all, unless other conditions leave too few.
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
  let from = after;
  for (
    let step = Math.max(others.length === 0 ? 0 : firstStepOfSeveral, limit + surplus);
    matches.length < limit && rankFrom(driver, from) <= driver.ranges.length;
    step = Math.min(step * stepGrowth, Math.max(longestStep, limit))
  ) {
    const wanted = { tierPath: scope.path, driver, condition, after: from, step, limit: limit - matches.length };
    const found = await walk(context, wanted);
    matches.push(...found.matches);
    if (found.cutAt === null) break;
    from = found.cutAt;
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
  return mapped(context.em, CustomerEntity, rows).map((row) => ({
    row,
    key: { rank: 0, token: "", path: row.path, number: row.number },
  }));
}

/** So many tokens of each term are counted to find the rarest: beyond, any term fills a page soon. */
const comparedTokensMax = 2_000;

/** Of several terms the rarest leads: its candidates are looked at one by one. */
export async function drivenFirst({ em }: Context, { path }: SearchScope, terms: readonly Term[]): Promise<Term[]> {
  if (terms.length < 2) return [...terms];
  const counts = terms.map(({ ranges }): Sql => {
    const parts = ranges.map((range) => someTokens(path, range, comparedTokensMax));
    if (parts.length === 0) return { text: "0", params: [] };
    const text = parts.map((part) => `(${part.text})`).join(" union all ");
    return { text: `(select count(*) from (${text}) token)`, params: parts.flatMap(({ params }) => params) };
  });
  const tiers = tiersToMerge(path);
  const [row] = await em.execute<[{ counts: number[] }]>(
    `with ${tiers.text} select array[${counts.map(({ text }) => text).join(", ")}]::int[] as counts`,
    [...tiers.params, ...counts.flatMap(({ params }) => params)],
  );
  const rarity = new Map(terms.map((term, index) => [term, row.counts[index] ?? 0]));
  return terms.toSorted((a, b) => (rarity.get(a) ?? 0) - (rarity.get(b) ?? 0) || b.length - a.length);
}

interface Wanted {
  readonly tierPath: string;
  readonly driver: Term;
  /** What must be true of a candidate besides. */
  readonly condition: Sql;
  readonly after: MatchKey | null;
  /** So many tokens of each range at most. */
  readonly step: number;
  readonly limit: number;
}

interface Walked {
  readonly match_rank: number | null;
  readonly match_token: string;
  readonly match_path: string;
  readonly number: number;
  readonly cut_rank: number | null;
  readonly cut_token: string;
  readonly cut_path: string;
  readonly cut_number: number;
}

/** The matches of one step, and the token at which a range was left before its end though the page was not full; null at the end. */
async function walk({ em }: Context, wanted: Wanted): Promise<{ matches: Match[]; cutAt: MatchKey | null }> {
  const { text, params } = stepStatement(wanted);
  const rows = await prepared<Walked>(em, text, params);
  const found = rows.filter(({ match_rank }) => match_rank !== null);
  const [first] = rows;
  const matches = mapped(em, CustomerEntity, found).map((row, index) => {
    const { match_rank, match_token, match_path, number } = found[index]!; // each was mapped from one of these
    return { row, key: { rank: match_rank ?? 0, token: match_token, path: match_path, number } };
  });
  if (first === undefined || first.cut_rank === null) return { matches, cutAt: null };
  const { cut_rank: rank, cut_token: token, cut_path: path, cut_number: number } = first;
  return { matches, cutAt: { rank, token, path, number } };
}

/**
 * The ranks one after the other, each as a pair: `t1` the tokens walked and `m1` the matches among them, and `open1` for how many
 * were still wanted before. A rank that ends its step without filling the page closes those behind it: it goes on first. The
 * candidates are fixed before their customers are looked up one by one, because a plain join of tokens with customers is planned
 * badly: PostgreSQL takes a customer's place in the tree and its tokens' for independent. That leaves one good plan for every tier,
 * so the statement is prepared.
 */
function stepStatement({ tierPath, driver, condition, after, step, limit }: Wanted): Sql {
  const firstRank = rankFrom(driver, after);
  const wanted = { text: `open${firstRank} as (select ?::bigint as wanted)`, params: [limit] };
  const parts: Sql[] = [tiersToMerge(tierPath), wanted];
  const ranks: number[] = [];
  for (let rank = firstRank; rank <= driver.ranges.length; rank += 1) {
    const from = after?.rank === rank ? after : null;
    const found =
      rank === 0
        ? numberPart(tierPath, driver.number ?? -1, condition, from)
        : rangePart(tierPath, driver, condition, rank, from, step);
    parts.push(...found);
    ranks.push(rank);
  }
  const matches = ranks.map((rank) => `select * from m${rank}`).join(" union all ");
  const cuts = ranks.filter((rank) => rank > 0).map((rank) => `select * from cut${rank}`);
  const cut = cuts.length === 0 ? "select null::int as cut_rank limit 0" : cuts.join(" union all ");
  return {
    text: `with ${parts.map(({ text }) => text).join(",\n")}
      select m.*, cut.* from (select 1) one left join (${matches}) m on true left join (${cut}) cut on true
      order by m.match_rank, m.match_token, m.match_path, m.number`,
    params: parts.flatMap(({ params }) => params),
  };
}

const openAfter = (rank: number, text: string): Sql => ({
  text: `open${rank + 1} as (select ${text} as wanted)`,
  params: [],
});

function rankFrom({ number }: Term, after: MatchKey | null): number {
  return after?.rank ?? (number === null ? 1 : 0);
}

function numberPart(tierPath: string, number: number, condition: Sql, from: MatchKey | null): Sql[] {
  const customers = customersOfNumber(tierPath, number);
  const beyond = from === null ? "" : "and c.path > ?";
  return [
    {
      text: `m0 as materialized (
        select c.*, 0 as match_rank, '' collate "C" as match_token, c.path as match_path from (${customers.text}) c
        where ${condition.text} ${beyond} order by c.path limit (select wanted from open0))`,
      params: [...customers.params, ...condition.params, ...(from === null ? [] : [from.path])],
    },
    openAfter(0, "(select wanted from open0) - (select count(*) from m0)"),
  ];
}

function rangePart(
  tierPath: string,
  driver: Term,
  others: Sql,
  rank: number,
  from: MatchKey | null,
  step: number,
): Sql[] {
  const condition = all([others, not(matchedBetter(driver, rank))]);
  const range = driver.ranges[rank - 1]!; // the ranks of a term are its number and its ranges
  const limit: Sql = {
    text: `(select case when wanted > 0 then ?::bigint else 0 end from open${rank})`,
    params: [step],
  };
  const tokens = tokensInOrder(tierPath, range, from, limit);
  return [
    { text: `t${rank} as materialized (${tokens.text})`, params: tokens.params },
    {
      text: `m${rank} as materialized (
        select c.*, ${rank} as match_rank, t.token as match_token, t.path as match_path from t${rank} t cross join lateral (
          select c.* from customer c where c.path = ${pathOfToken} and ${condition.text} offset 0
        ) c order by ${byToken} limit (select wanted from open${rank}))`,
      params: condition.params,
    },
    {
      text: `cut${rank} as materialized (
        select ${rank} as cut_rank, t.token as cut_token, t.path as cut_path, t.number as cut_number from t${rank} t
        where (select count(*) from t${rank}) >= ? and (select count(*) from m${rank}) < (select wanted from open${rank})
        order by t.token desc, t.path desc, t.number desc limit 1)`,
      params: [step],
    },
    openAfter(
      rank,
      `case when exists (select from cut${rank}) then 0 else (select wanted from open${rank}) - (select count(*) from m${rank}) end`,
    ),
  ];
}
