import type { RunState } from "@tierline/shared/run-state.ts";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { InventoryItemType } from "../inventory/item.type.ts";
import { CustodyEntryType } from "../inventory/reservation.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { may } from "../kernel/requires.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { NotificationType } from "../notifications/notification.type.ts";
import { runById } from "../provisioning/run-view.ts";
import { ProvisioningRunType } from "../provisioning/run.type.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import { serviceById } from "../services/service-rows.ts";
import { ServiceAddonType, ServiceNode } from "../services/service.type.ts";
import { orderById, orderOfRun, orderOfService, waitingOrderOfService } from "./order-rows.ts";
import { OrderType } from "./order.type.ts";

// Fields that tie the lower folders' types to what only this folder sees all of. Every look-up is batched.

@Resolver(() => ProvisioningRunType)
export class RunLinksResolver {
  @FieldResolver(() => OrderType, { nullable: true, description: "The order that it provisions." })
  async order(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<OrderType | null> {
    return view.orderId === null || !may(context, "order.view") ? null : orderById(context).load(view.orderId);
  }

  @FieldResolver(() => ServiceNode, { nullable: true, description: "The service that it makes, changes or ends." })
  async service(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<ServiceNode | null> {
    return view.serviceId === null ? null : serviceById(context).load(view.serviceId);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: "The customer for whom it is." })
  async customer(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<CustomerType | null> {
    const customer = view.customerId === null ? null : await customerById(context).load(view.customerId);
    return customer === null ? null : toCustomer(customer);
  }

  @FieldResolver(() => [TierNodeType], { description: "The resellers above it, from the operator down." })
  tierPath(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, view.path);
  }
}

@Resolver(() => ServiceNode)
export class ServiceLinksResolver {
  @FieldResolver(() => OrderType, { nullable: true, description: "The order that made it." })
  async order(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<OrderType | null> {
    return may(context, "order.view") ? orderOfService(context).load(row.id) : null;
  }

  @FieldResolver(() => OrderType, {
    nullable: true,
    description: "The order of another plan that it gets at its next renewal; null when none waits.",
  })
  async waitingOrder(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<OrderType | null> {
    return may(context, "order.view") ? waitingOrderOfService(context).load(row.id) : null;
  }

  @FieldResolver(() => ProvisioningRunType, {
    nullable: true,
    description: "The latest run on it. Null without the permission run.view.",
  })
  async currentRun(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<ProvisioningRunType | null> {
    return row.currentRunId == null || !may(context, "run.view") ? null : runById(context).load(row.currentRunId);
  }
}

@Resolver(() => ServiceAddonType)
export class AddonLinksResolver {
  @FieldResolver(() => OrderType, { nullable: true, description: "The order that added it." })
  async order(@Root() { row }: ServiceAddonType, @Ctx() context: RequestContext): Promise<OrderType | null> {
    return may(context, "order.view") ? orderOfRun(context).load(row.runId) : null;
  }
}

@Resolver(() => InventoryItemType)
export class ItemLinksResolver {
  @FieldResolver(() => ServiceNode, { nullable: true, description: "The service that uses it." })
  async service(@Root() { row }: InventoryItemType, @Ctx() context: RequestContext): Promise<ServiceNode | null> {
    return row.serviceId === null ? null : serviceById(context).load(row.serviceId);
  }

  @FieldResolver(() => ProvisioningRunType, {
    nullable: true,
    description: "The run that holds it, from the order until the run has succeeded or let go. Null without run.view.",
  })
  async heldByRun(
    @Root() { row }: InventoryItemType,
    @Ctx() context: RequestContext,
  ): Promise<ProvisioningRunType | null> {
    const run =
      row.heldByRunId === null || !may(context, "run.view") ? null : await runById(context).load(row.heldByRunId);
    return run === null || done.has(run.state) ? null : run;
  }
}

const done: ReadonlySet<RunState> = new Set(["SUCCEEDED", "SUCCEEDED_WITH_WARNINGS", "ROLLED_BACK"]);

@Resolver(() => CustodyEntryType)
export class CustodyLinksResolver {
  @FieldResolver(() => ServiceNode, { nullable: true, description: "The service that it was for." })
  async service(@Root() { row }: CustodyEntryType, @Ctx() context: RequestContext): Promise<ServiceNode | null> {
    return row.serviceId === null ? null : serviceById(context).load(row.serviceId);
  }

  @FieldResolver(() => ProvisioningRunType, {
    nullable: true,
    description: "The run that did it. Null without run.view.",
  })
  async run(@Root() { row }: CustodyEntryType, @Ctx() context: RequestContext): Promise<ProvisioningRunType | null> {
    return row.runId === null || !may(context, "run.view") ? null : runById(context).load(row.runId);
  }
}

@Resolver(() => NotificationType)
export class NotificationLinksResolver {
  @FieldResolver(() => ProvisioningRunType, { nullable: true, description: "The run that it is about." })
  async run(@Root() { runId }: NotificationType, @Ctx() context: RequestContext): Promise<ProvisioningRunType | null> {
    return runId === null || !may(context, "run.view") ? null : runById(context).load(runId);
  }
}
