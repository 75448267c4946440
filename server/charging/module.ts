import type { Module } from "../kernel/module-shape.ts";
import { ChargeEntity, RecurringChargeEntity } from "./charge.entity.ts";
import { expireServices } from "./expire-services.ts";
import { renewCharges } from "./renew-charges.ts";
import { ServiceEndingResolver } from "./service-ending.resolver.ts";
import { WaitingChargeResolver } from "./waiting-charge.resolver.ts";

export const charging = {
  entities: [RecurringChargeEntity, ChargeEntity],
  resolvers: [WaitingChargeResolver, ServiceEndingResolver],
  sql: [new URL("./charging.sql", import.meta.url)],
  sweeps: [
    { key: "renewals", everySeconds: 30, run: renewCharges },
    { key: "ended-terms", everySeconds: 60, run: expireServices },
  ],
} satisfies Module;
