import type { PortalServicePageQuery } from "./portal.generated.ts";

export type ServiceOfPage = NonNullable<PortalServicePageQuery["service"]>;
