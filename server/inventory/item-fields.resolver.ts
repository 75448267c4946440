import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { toTotalCount, TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { NotificationType } from "../notifications/notification.type.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import type { StateCount } from "./availability.ts";
import { custodyKey } from "./custody.ts";
import { custodyCount, custodyPage, itemById, openReservationOf, templateById } from "./inventory-loaders.ts";
import { readItemQuestion } from "./item-question.ts";
import { itemPageOf, type ItemPage } from "./item.resolver.ts";
import { InventoryItemConnectionType, InventoryItemType, toItemType } from "./item.type.ts";
import { countItems, countItemsByState } from "./list-items.ts";
import {
  CustodyEntryConnectionType,
  CustodyEntryType,
  ReservationType,
  toCustodyEntry,
  toReservation,
} from "./reservation.type.ts";
import { InventoryStateCountType, InventoryTemplateType, toTemplate } from "./template.type.ts";

@Resolver(() => InventoryItemType)
export class InventoryItemFieldsResolver {
  @FieldResolver(() => InventoryTemplateType, { description: "What sort of item it is." })
  async template(@Root() { row }: InventoryItemType, @Ctx() context: RequestContext): Promise<InventoryTemplateType> {
    const template = await templateById(context).load(row.templateId);
    invariant(template !== null, "an item's template is readable wherever the item is");
    return toTemplate(template);
  }

  @FieldResolver(() => TierNodeType, { description: "The reseller that holds it." })
  async holder(@Root() { row }: InventoryItemType, @Ctx() context: RequestContext): Promise<TierNodeType> {
    const holder = (await tierPathOf(context, row.path)).at(-1);
    invariant(holder !== undefined, "an item lies with a reseller");
    return holder;
  }

  @FieldResolver(() => [TierNodeType], { description: "From the operator down to the reseller that holds it." })
  tierPath(@Root() { row }: InventoryItemType, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, row.path);
  }

  @Requires("inventory.view")
  @FieldResolver(() => ReservationType, { nullable: true, description: "Who has set it aside, while someone has." })
  async reservation(
    @Root() { row }: InventoryItemType,
    @Ctx() context: RequestContext,
  ): Promise<ReservationType | null> {
    if (row.state !== "RESERVED") return null;
    const reservation = await openReservationOf(context).load(row.id);
    return reservation === null ? null : toReservation(reservation, signedIn(context).viewer.userId);
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: "The customer that has it." })
  async customer(@Root() { row }: InventoryItemType, @Ctx() context: RequestContext): Promise<CustomerType | null> {
    const customer = row.customerId === null ? null : await customerById(context).load(row.customerId);
    return customer === null ? null : toCustomer(customer);
  }

  @Requires("inventory.view")
  @FieldResolver(() => CustodyEntryConnectionType, {
    description: "Its history, the latest first, since your tier got it.",
  })
  async custody(
    @Root() { row }: InventoryItemType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<Page<CustodyEntryType> & { itemId: string }> {
    const page = await custodyPage(context).load(custodyKey({ itemId: row.id, first, after }));
    invariant(page !== null, "each history that is asked for is answered, if only by an empty page");
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: toCustodyEntry(node) }));
    return { edges, nodes: edges.map(({ node }) => node), pageInfo: page.pageInfo, itemId: row.id };
  }
}

@Resolver(() => InventoryItemConnectionType)
export class InventoryItemConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many items match." })
  totalCount(@Root() { query }: ItemPage, @Ctx() context: RequestContext): Promise<TotalCountType> {
    return countItems(signedIn(context), query);
  }

  @FieldResolver(() => [InventoryStateCountType], {
    description: "How many there are in each state, whatever was searched for and whether or not they can be picked.",
  })
  counts(@Root() { query }: ItemPage, @Ctx() context: RequestContext): Promise<StateCount[]> {
    return countItemsByState(signedIn(context), query);
  }
}

@Resolver(() => CustodyEntryConnectionType)
export class CustodyEntryConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many entries there are." })
  async totalCount(@Root() { itemId }: { itemId: string }, @Ctx() context: RequestContext): Promise<TotalCountType> {
    return toTotalCount((await custodyCount(context).load(itemId)) ?? 0);
  }
}

@Resolver(() => CustodyEntryType)
export class CustodyEntryResolver {
  @FieldResolver(() => CustomerType, { nullable: true, description: "The customer it went to or came from." })
  async customer(@Root() { row }: CustodyEntryType, @Ctx() context: RequestContext): Promise<CustomerType | null> {
    const customer = row.customerId === null ? null : await customerById(context).load(row.customerId);
    return customer === null ? null : toCustomer(customer);
  }
}

@Resolver(() => CustomerType)
export class CustomerItemsResolver {
  @Requires("inventory.view")
  @FieldResolver(() => InventoryItemConnectionType, { description: "The items that the customer has." })
  async inventoryItems(
    @Root() { id }: CustomerType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<ItemPage> {
    const query = await readItemQuestion(signedIn(context), { customerId: id }, null);
    return itemPageOf(signedIn(context), query, { first, after });
  }
}

@Resolver(() => NotificationType)
export class NotificationItemResolver {
  @FieldResolver(() => InventoryItemType, { nullable: true, description: "The item that it is about." })
  async item(@Root() { itemId }: NotificationType, @Ctx() context: RequestContext): Promise<InventoryItemType | null> {
    const item = itemId === null ? null : await itemById(context).load(itemId);
    return item === null ? null : toItemType(item);
  }
}
