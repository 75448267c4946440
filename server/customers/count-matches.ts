import { toTotalCount, type TotalCountType } from "../kernel/connection.type.ts";
import type { Context } from "../kernel/context.ts";
import { holds } from "./match-conditions.ts";
import { drivenFirst, matchOne, singleOf, type SearchScope } from "./search-customers.ts";
import type { CustomerQuery, Term } from "./search-query.ts";
import { all, type Sql } from "./sql.ts";
import { customersOfNumber, pathOfToken, someTokens, tiersToMerge } from "./token-walk.ts";

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
  const tiers = tiersToMerge(scope.path);
  const set = customersOf(scope, driver);
  // Without a condition every candidate counts, and its row need not be looked at.
  const wanted =
    condition.params.length === 0
      ? ""
      : `cross join lateral (select 1 from customer c where c.path = ${pathOfToken} and ${condition.text} offset 0) wanted`;
  const [found] = await context.em.execute<[{ count: string; is_cut: boolean }]>(
    `with ${tiers.text}, candidate as materialized (${set.text})
     select count(*), (select count(*) from candidate) > ? as is_cut from candidate t ${wanted}`,
    [...tiers.params, ...set.params, surelyWhole, ...condition.params],
  );
  const total = toTotalCount(Number(found.count));
  return { ...total, isEstimate: total.isEstimate || found.is_cut };
}

/** Each once, as `union` gives them: by the path of their reseller and their number. */
function customersOf({ path }: SearchScope, { number, ranges }: Term): Sql {
  const byNumber = customersOfNumber(path, number ?? -1);
  const parts = [
    {
      text: `select left(path, -length(number::text) - 2) as path, number from (${byNumber.text}) c`,
      params: byNumber.params,
    },
    ...ranges.map((range) => someTokens(path, range, countedTokensMax)),
  ];
  return { text: parts.map(({ text }) => `(${text})`).join(" union "), params: parts.flatMap(({ params }) => params) };
}
