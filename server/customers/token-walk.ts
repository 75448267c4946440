import { depthOf, rangeOf } from "@tierline/shared/tier-path.ts";
import type { TokenRange } from "./search-query.ts";
import type { Sql } from "./sql.ts";

/** A token of a customer in the order in which tokens are walked: whose customer it is stands in its reseller's path and its number. */
export interface TokenKey {
  readonly token: string;
  readonly path: string;
  readonly number: number;
}

export const byToken = "t.token, t.path, t.number";
/** The customer to whom a token `t` belongs. */
export const pathOfToken = "t.path || 'c' || t.number || '.'";

/**
 * As the index over all tokens names it. The same order by another name: where one reseller is asked, a plan could otherwise take
 * that index and walk the tokens of everybody, because PostgreSQL expects next to none in a narrow range.
 */
export const everywhere = 'token collate "POSIX"';

/** Looked up once a statement, by the name `tier`: a tier and those in it that have resellers below them. */
export function tiersToMerge(tierPath: string): Sql {
  return {
    text: `tier as materialized (
      select path from reseller where id in (select parent_id from reseller where path > ? and path < ?))`,
    params: [tierPath, rangeOf(tierPath).hi],
  };
}

/**
 * The tokens of a range, in order, `limit` at most, in a statement that begins with `tiersToMerge`. The root walks the index over
 * all tokens. Any other tier merges its own customers' with those of the resellers below each that has any: one range for all of
 * these, however many they are, and what others have, however much, is never looked at.
 */
export function tokensInOrder(tierPath: string, { from, to }: TokenRange, after: TokenKey | null, limit: Sql): Sql {
  const start = after?.token ?? from;
  const reached = after === null ? [] : [after.token, after.path, after.number];
  if (isRoot(tierPath)) {
    const beyond = after === null ? "" : `and (${everywhere}, path, number) > (?, ?, ?)`;
    return {
      text: `select token, path, number from customer_token where ${everywhere} >= ? and ${everywhere} < ? ${beyond}
        order by ${everywhere}, path, number limit ${limit.text}`,
      params: [start, to, ...reached, ...limit.params],
    };
  }
  const beyondOwn = after === null ? "" : "and (token, number) > (?, ?)";
  const reachedOwn = after === null ? [] : [after.token, placeWithin(tierPath, after)];
  const beyond = after === null ? "" : "and (token, path, number) > (?, ?, ?)";
  return {
    text: `select t.* from (
        (select token, path, number from customer_token where path = ? and token >= ? and token < ? ${beyondOwn}
          order by token, number limit ${limit.text})
        union all
        select below.* from tier cross join lateral (
          select token, path, number from customer_token where above = tier.path and token >= ? and token < ? ${beyond}
          order by token, path, number limit ${limit.text}
        ) below
      ) t order by ${byToken} limit ${limit.text}`,
    params: [
      tierPath,
      start,
      to,
      ...reachedOwn,
      ...limit.params,
      start,
      to,
      ...reached,
      ...limit.params,
      ...limit.params,
    ],
  };
}

/** Where in an equal token one reseller's customers go on: behind the last number, at the first, or after the one reached. */
function placeWithin(resellerPath: string, { path, number }: TokenKey): number {
  if (path === resellerPath) return number;
  return resellerPath < path ? 2_147_483_647 : -1;
}

/** The tokens of a range in no order, which is enough for counting them; in such a statement too. */
export function someTokens(tierPath: string, { from, to }: TokenRange, limit: number): Sql {
  if (isRoot(tierPath)) {
    return {
      text: `select path, number from customer_token where ${everywhere} >= ? and ${everywhere} < ? limit ?`,
      params: [from, to, limit],
    };
  }
  return {
    text: `select t.* from (
        (select path, number from customer_token where path = ? and token >= ? and token < ? limit ?)
        union all
        select below.* from tier cross join lateral (
          select path, number from customer_token where above = tier.path and token >= ? and token < ? limit ?
        ) below
      ) t limit ?`,
    params: [tierPath, from, to, limit, from, to, limit, limit],
  };
}

/** Customers of a tier by their short number, which each of its resellers may have given once. */
export function customersOfNumber(tierPath: string, number: number): Sql {
  const { lo, hi } = rangeOf(tierPath);
  return {
    text: "select c.* from customer c where c.number = ? and c.path >= ? and c.path < ?",
    params: [number, lo, hi],
  };
}

export const resellersOfTier = "select path from reseller where path >= ? and path < ?";

export function isRoot(tierPath: string): boolean {
  return depthOf(tierPath) === 1;
}
