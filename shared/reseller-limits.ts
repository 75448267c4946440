/** What a reseller above may limit, with the noun of each in the API's input. */
export const limitedKinds = ["customers", "services", "people", "resellers"] as const;
export type LimitedKind = (typeof limitedKinds)[number];

export type ResellerLimits = Readonly<Partial<Record<LimitedKind, number>>>;

/** More than this is no limit that anybody means. */
export const resellerLimitMax = 100_000_000;
