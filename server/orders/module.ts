import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import type { RunHook } from "../provisioning/parts.ts";
import { beginPlanChanges } from "./begin-plan-changes.ts";
import { CompatibleServicesResolver, OfferingEligibilityResolver } from "./eligibility.resolver.ts";
import {
  AddonLinksResolver,
  CustodyLinksResolver,
  ItemLinksResolver,
  NotificationLinksResolver,
  RunLinksResolver,
  ServiceLinksResolver,
} from "./links.resolver.ts";
import { onRunChange } from "./on-run-change.ts";
import { findOrders } from "./order-rows.ts";
import { OrderEntity } from "./order.entity.ts";
import { CustomerOrdersResolver, OrderConnectionResolver, OrderResolver } from "./order.resolver.ts";
import { toOrder } from "./order.type.ts";
import { CustomerRunsResolver, ServiceRunsResolver } from "./runs.resolver.ts";

async function loadOrders(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  return new Map((await findOrders(context, ids)).map((row) => [row.id, toOrder(row, context.clock.now())]));
}

export const orders = {
  entities: [OrderEntity],
  resolvers: [
    OrderResolver,
    OrderConnectionResolver,
    CustomerOrdersResolver,
    OfferingEligibilityResolver,
    CompatibleServicesResolver,
    RunLinksResolver,
    ServiceLinksResolver,
    AddonLinksResolver,
    ItemLinksResolver,
    CustodyLinksResolver,
    NotificationLinksResolver,
    CustomerRunsResolver,
    ServiceRunsResolver,
  ],
  sweeps: [{ key: "plan-changes", everySeconds: 30, run: beginPlanChanges }],
  nodes: { ord: { permission: "order.view", load: loadOrders } },
  runHooks: [onRunChange],
} satisfies Module & { runHooks: readonly RunHook[] };
