import type { ResellerPageQuery } from "./reseller.generated.ts";

/** A reseller as its page reads it; what the viewer may not see of it is not there. */
export type ResellerView = NonNullable<ResellerPageQuery["reseller"]>;
