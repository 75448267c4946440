/** By which way a call leaves: the cheaper one, or the better one. */
export const callRoutes = ["VALUE", "PREMIUM"] as const;
export type CallRoute = (typeof callRoutes)[number];

/** What a deck's entry is for: one of the routes, or whichever a call takes. */
export const rateRoutes = ["ANY", ...callRoutes] as const;
export type RateRoute = (typeof rateRoutes)[number];

export interface PlanRoutes {
  readonly internationalRoute: CallRoute;
  readonly canadaRoute: CallRoute;
}

/** Of a plan that does not say. */
export const usualRoutes: PlanRoutes = { internationalRoute: "VALUE", canadaRoute: "VALUE" };

/** Which route calls to a country take (VX1): those to Canada one of their own. */
export function routeTo(country: string | null, { internationalRoute, canadaRoute }: PlanRoutes): CallRoute {
  return country === "CA" ? canadaRoute : internationalRoute;
}
