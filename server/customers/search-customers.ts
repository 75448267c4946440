import { countLimit } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { CustomerEntity, type CustomerRow } from "./customer.entity.ts";
import { scopesOf } from "./insert-customers.ts";
import type { CustomerQuery, Term, TokenRange } from "./search-query.ts";
import { all, any, type Sql } from "./sql.ts";

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

/** The look-up of the viewer's own reseller: the nearest one above a customer's user. */
export function scopeOf({ viewer }: Context): SearchScope {
  return { scope: scopesOf(viewer.path).at(-1) ?? 0, customerId: viewer.customerId };
}

/**
 * Matches after `after`, best first: by whole number, then by each range of the longest term in turn, each customer once. Every
 * statement is a walk along an index that ends with the page, so common beginnings cost no more than rare ones.
 */
export async function matchesAfter(
  context: Context,
  scope: SearchScope,
  query: CustomerQuery,
  filter: Sql,
  after: MatchKey | null,
  limit: number,
): Promise<Match[]> {
  if (query.id !== null) return after === null ? matchById(context, query.id, filter) : [];
  const driver = driverOf(query.terms);
  if (driver === null) return [];
  const others = all(query.terms.filter((term) => term !== driver).map((term) => holds(scope, term)));
  const matches: Match[] = [];
  for (let rank = after?.rank ?? 0; rank <= driver.ranges.length && matches.length < limit; rank += 1) {
    const from = after !== null && after.rank === rank ? after : null;
    const wanted = { scope, driver, condition: all([others, filter]), rank, from, limit: limit - matches.length };
    matches.push(...(rank === 0 ? await matchesByNumber(context, wanted) : await matchesByRange(context, wanted)));
  }
  return matches;
}

/** At most 10,001, as all totals. */
export async function countMatches(
  context: Context,
  scope: SearchScope,
  query: CustomerQuery,
  filter: Sql,
): Promise<number> {
  if (query.id !== null) return (await matchById(context, query.id, filter)).length;
  const driver = driverOf(query.terms);
  if (driver === null) return 0;
  const others = all(query.terms.filter((term) => term !== driver).map((term) => holds(scope, term)));
  const condition = all([others, filter]);
  const byNumber: Sql = { text: "select c.id from customer c where c.number = ?", params: [driver.number ?? -1] };
  const byToken = lookUp(scope, any(driver.ranges.map((range) => inRange("t", range))));
  const [{ count }] = await context.em.execute<[{ count: string }]>(
    `select count(*) from (
       select c.id from customer c where c.id in (${byNumber.text} union ${byToken.text}) and ${condition.text} limit ?
     ) counted`,
    [...byNumber.params, ...byToken.params, ...condition.params, countLimit],
  );
  return Number(count);
}

interface Wanted {
  readonly scope: SearchScope;
  readonly driver: Term;
  readonly condition: Sql;
  readonly rank: number;
  readonly from: MatchKey | null;
  readonly limit: number;
}

async function matchById(context: Context, id: string, filter: Sql): Promise<Match[]> {
  const rows = await context.em.execute<object[]>(`select c.* from customer c where c.id = ? and ${filter.text}`, [
    id,
    ...filter.params,
  ]);
  return mapped(context.em, CustomerEntity, rows).map((row) => ({ row, key: { rank: 0, token: "", id } }));
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

async function matchesByRange(
  context: Context,
  { scope, driver, condition, rank, from, limit }: Wanted,
): Promise<Match[]> {
  const range = driver.ranges[rank - 1]!; // the ranks of a term are its number and its ranges
  const conditions: Sql[] = [inRange("t", range), firstOf(scope, driver, rank), condition];
  if (from !== null) conditions.push({ text: "(t.token, t.customer_id) > (?, ?)", params: [from.token, from.id] });
  const where = all(conditions);
  const rows = await context.em.execute<{ matched_token: string }[]>(
    `select c.*, t.token as matched_token from customer_token t join customer c on c.id = t.customer_id
     where t.scope = ? ${scope.customerId === null ? "" : "and t.customer_id = ?"} and ${where.text}
     order by t.token, t.customer_id limit ?`,
    [scope.scope, ...(scope.customerId === null ? [] : [scope.customerId]), ...where.params, limit],
  );
  return mapped(context.em, CustomerEntity, rows).map((row, index) => ({
    row,
    key: { rank, token: rows[index]!.matched_token, id: row.id },
  }));
}

/** Each customer at its best match only: not by a better rank, and by the first of its tokens in this one. */
function firstOf({ scope }: SearchScope, { number, ranges }: Term, rank: number): Sql {
  const range = ranges[rank - 1]!; // as above
  const better = ranges.slice(0, rank - 1).map((each) => inRange("s", each));
  const earlier = any([...better, { text: "(s.token >= ? and s.token < t.token)", params: [range.from] }]);
  const notByNumber = number === null ? "" : "c.number <> ? and";
  return {
    text: `${notByNumber} not exists (
      select 1 from customer_token s where s.customer_id = t.customer_id and s.scope = ? and ${earlier.text})`,
    params: [...(number === null ? [] : [number]), scope, ...earlier.params],
  };
}

/** Whether a customer `c` satisfies a term. */
function holds({ scope }: SearchScope, { number, ranges }: Term): Sql {
  const inSome = any(ranges.map((range) => inRange("s", range)));
  const byToken: Sql = {
    text: `exists (select 1 from customer_token s where s.customer_id = c.id and s.scope = ? and ${inSome.text})`,
    params: [scope, ...inSome.params],
  };
  return number === null ? byToken : any([{ text: "c.number = ?", params: [number] }, byToken]);
}

function lookUp({ scope, customerId }: SearchScope, condition: Sql): Sql {
  return {
    text: `select t.customer_id from customer_token t where t.scope = ? ${customerId === null ? "" : "and t.customer_id = ?"} and ${condition.text}`,
    params: [scope, ...(customerId === null ? [] : [customerId]), ...condition.params],
  };
}

function inRange(alias: string, { from, to }: TokenRange): Sql {
  return { text: `(${alias}.token >= ? and ${alias}.token < ?)`, params: [from, to] };
}

function driverOf(terms: readonly Term[]): Term | null {
  return terms.toSorted((a, b) => b.length - a.length)[0] ?? null;
}
