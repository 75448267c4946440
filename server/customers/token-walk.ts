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

/**
 * The tokens of a range, in order, `limit` at most. The root walks the index over all tokens. Any other tier asks each of its
 * resellers by the index of their own and merges the answers: what others have, however much, is never looked at.
 */
export function tokensInOrder(tierPath: string, { from, to }: TokenRange, after: TokenKey | null, limit: Sql): Sql {
  if (isRoot(tierPath)) {
    const beyond = after === null ? "" : `and (${everywhere}, path, number) > (?, ?, ?)`;
    return {
      text: `select token, path, number from customer_token where ${everywhere} >= ? and ${everywhere} < ? ${beyond}
        order by ${everywhere}, path, number limit ${limit.text}`,
      params: [
        after?.token ?? from,
        to,
        ...(after === null ? [] : [after.token, after.path, after.number]),
        ...limit.params,
      ],
    };
  }
  const beyond = after === null ? "" : `and (token, number) > (?, ${placeOfReseller})`;
  const reached = after === null ? [] : [after.token, after.path, after.path, after.number];
  const { lo, hi } = rangeOf(tierPath);
  return {
    text: `select t.* from (${resellersOfTier}) below cross join lateral (
        select token, path, number from customer_token where path = below.path and token >= ? and token < ? ${beyond}
        order by token, number limit ${limit.text}
      ) t order by ${byToken} limit ${limit.text}`,
    params: [lo, hi, after?.token ?? from, to, ...reached, ...limit.params, ...limit.params],
  };
}

/** The tokens of a range in no order, which is enough for counting them. */
export function someTokens(tierPath: string, { from, to }: TokenRange, limit: number): Sql {
  if (isRoot(tierPath)) {
    return {
      text: `select path, number from customer_token where ${everywhere} >= ? and ${everywhere} < ? limit ?`,
      params: [from, to, limit],
    };
  }
  const { lo, hi } = rangeOf(tierPath);
  return {
    text: `select t.path, t.number from (${resellersOfTier}) below cross join lateral (
        select path, number from customer_token where path = below.path and token >= ? and token < ? limit ?
      ) t limit ?`,
    params: [lo, hi, from, to, limit, limit],
  };
}

/** Customers of a tier by their short number, which each of its resellers may have given once. */
export function customersOfNumber(tierPath: string, number: number): Sql {
  if (isRoot(tierPath)) return { text: "select c.* from customer c where c.number = ?", params: [number] };
  const { lo, hi } = rangeOf(tierPath);
  return {
    text: `select c.* from (${resellersOfTier}) below
      cross join lateral (select c.* from customer c where c.path = below.path || 'c' || ? || '.' offset 0) c`,
    params: [lo, hi, String(number)],
  };
}

export const resellersOfTier = "select path from reseller where path >= ? and path < ?";

// Where in an equal token a reseller has to go on: behind the last place, at its beginning, or after the number that was reached.
const placeOfReseller = "case when below.path < ? then 2147483647 when below.path = ? then ? else -1 end";

export function isRoot(tierPath: string): boolean {
  return depthOf(tierPath) === 1;
}
