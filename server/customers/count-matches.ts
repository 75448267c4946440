import { toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { holds } from "./match-conditions.ts";
import { drivenFirst, matchOne, singleOf, tokenWalk, type SearchScope } from "./search-customers.ts";
import type { CustomerQuery, Term } from "./search-query.ts";
import { all, type Sql } from "./sql.ts";

/** So many tokens of a range are read for a total at most. */
const countedTokensMax = 30_000;
/** A set of so many customers may have been cut short by that, and its total is an estimate. */
const surelyWhole = countedTokensMax / 2;

export async function countMatches(
  context: Context,
  scope: SearchScope,
  query: CustomerQuery,
  filter: Sql,
): Promise<TotalCountType> {
  const single = singleOf(scope, query);
  if (single !== null)
    return toTotalCount((await matchOne(context, single, all([...query.terms.map(holds), filter]))).length);
  const [driver, ...others] = await drivenFirst(context, scope, query.terms);
  if (driver === undefined) return toTotalCount(0);
  const condition = all([...others.map(holds), filter]);
  const set = customersOf(scope, driver);
  const [found] = await context.em.execute<[{ count: string; is_cut: boolean }]>(
    `with candidate as materialized (${set.text})
     select count(*), (select count(*) from candidate) > ? as is_cut from candidate
     cross join lateral (select 1 from customer c where c.id = candidate.customer_id and ${condition.text} offset 0) wanted`,
    [...set.params, surelyWhole, ...condition.params],
  );
  const total = toTotalCount(Number(found.count));
  return { ...total, isEstimate: total.isEstimate || found.is_cut };
}

/** Each once, as `union` gives them. */
function customersOf({ scope }: SearchScope, { number, ranges }: Term): Sql {
  const byNumber: Sql = { text: "select id as customer_id from customer where number = ?", params: [number ?? -1] };
  const byToken = ranges.map(({ from, to }): Sql => {
    const tokens = `select walked.customer_id from (${tokenWalk} limit ?) walked`;
    return { text: tokens, params: [scope, from, to, countedTokensMax] };
  });
  const parts = [byNumber, ...byToken];
  return { text: parts.map(({ text }) => `(${text})`).join(" union "), params: parts.flatMap(({ params }) => params) };
}
