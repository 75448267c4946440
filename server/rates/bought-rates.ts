import { callRoutes, routeTo, type PlanRoutes, type RateRoute } from "@tierline/shared/call-route.ts";
import { countryOfDigits } from "@tierline/shared/call-country.ts";
import type { Context } from "../kernel/context.ts";

/** As many digits as most numbers have: what is made of a prefix with zeros tells its country. */
const numberLength = 12;

/** The one prefix of all North America is none of its countries'; what is not named apart there is the United States'. */
export function countryOfPrefix(prefix: string): string | null {
  return prefix === "1" ? "US" : countryOfDigits(prefix.padEnd(numberLength, "0"));
}

/** Of a deck, what calls that take these routes are bought by: of two entries for a prefix the route's own. */
export function boughtOn<R extends { readonly prefix: string; readonly route: RateRoute }>(
  rows: readonly R[],
  routes: PlanRoutes,
): R[] {
  // Most decks know no routes.
  const apart = rows.filter(({ route }) => route !== "ANY");
  if (apart.length === 0) return [...rows];
  const routeOf = (prefix: string) => routeTo(countryOfPrefix(prefix), routes);
  const own = new Set(apart.flatMap(({ prefix, route }) => (route === routeOf(prefix) ? [prefix] : [])));
  return rows.filter(({ prefix, route }) => (route === "ANY" ? !own.has(prefix) : route === routeOf(prefix)));
}

/** The routes that calls may take which a plan is asked for: of a plan of resellers below those of theirs, which may be either. */
export function routesSold(plan: PlanRoutes, isOfResellers: boolean): PlanRoutes[] {
  return isOfResellers ? callRoutes.map((route) => ({ internationalRoute: route, canadaRoute: route })) : [plan];
}

/** The plans of a reseller by which some reseller right below it buys, or may. */
export async function plansOfResellers({ em }: Pick<Context, "em">, resellerId: string): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ plan_id: string }[]>(
    `select distinct b.plan_id from rate_plan_buyer b join rate_plan p on p.id = b.plan_id
     where p.reseller_id = ? and b.customer_id is null
       and (b.buyer_id is not null or exists (select from reseller below where below.parent_id = p.reseller_id))`,
    [resellerId],
  );
  return new Set(rows.map((row) => row.plan_id));
}
