import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { offeringOf } from "../catalog/offering-loaders.ts";
import { OfferingType } from "../catalog/offering.type.ts";
import { contactById, customerById, siteById } from "../customers/customer-loaders.ts";
import { ContactType, SiteType, toContact, toSite } from "../customers/customer-parts.type.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { may, Requires } from "../kernel/requires.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { answered } from "../kernel/user-error.type.ts";
import { runById } from "../provisioning/run-view.ts";
import { ProvisioningRunType } from "../provisioning/run.type.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import { serviceById } from "../services/service-rows.ts";
import { ServiceNode } from "../services/service.type.ts";
import { draftOf, uuidOf } from "./order-draft.ts";
import { placedNow, type OrderAndRun } from "./order-now.ts";
import { OrderQuoteType, toOrderQuote } from "./order-quote.type.ts";
import { ordersOfCustomer, type OrderPage } from "./order-rows.ts";
import {
  OrderQuoteInput,
  PlaceOrderInput,
  PlaceOrderPayload,
  UndoOrderInput,
  UndoOrderPayload,
} from "./order.input.ts";
import { OrderConnectionType, OrderType } from "./order.type.ts";
import { placeOrder } from "./place-order.ts";
import { quoteOrder } from "./quote-order.ts";
import { undoOrder } from "./undo-order.ts";

const nothing = { order: null, run: null };

@Resolver(() => OrderType)
export class OrderResolver {
  @Requires("order.place")
  @Query(() => OrderQuoteType, {
    description: "What an order would cost and do, and everything that stands in its way. Writes nothing.",
  })
  async orderQuote(
    @Arg("input", () => OrderQuoteInput, { description: "What shall be ordered." }) input: OrderQuoteInput,
    @Ctx() context: RequestContext,
  ): Promise<OrderQuoteType> {
    return toOrderQuote(await quoteOrder(signedIn(context), draftOf(input)));
  }

  @Requires("order.place")
  @Mutation(() => PlaceOrderPayload, {
    description: "Orders what was quoted: order, service, items and run come into being together, or nothing does.",
  })
  placeOrder(
    @Arg("input", () => PlaceOrderInput, { description: "What was confirmed." }) input: PlaceOrderInput,
    @Ctx() context: RequestContext,
  ): Promise<PlaceOrderPayload> {
    const { idempotencyKey, quoteFingerprint, payNow, ...request } = input;
    const verb = async () =>
      placeOrder(signedIn(context), {
        idempotencyKey,
        quoteFingerprint,
        draft: draftOf(request),
        paysNow: payNow === true,
      });
    return answered<OrderAndRun>(async () => placedNow(context, await verb()), nothing);
  }

  @Requires("order.undo")
  @Mutation(() => UndoOrderPayload, {
    description: "Takes an order back within 15 minutes of placing it, or at any time before it has begun.",
  })
  undoOrder(
    @Arg("input", () => UndoOrderInput, { description: "Which order." }) { idempotencyKey, id }: UndoOrderInput,
    @Ctx() context: RequestContext,
  ): Promise<UndoOrderPayload> {
    const verb = async () => undoOrder(signedIn(context), { idempotencyKey, orderId: uuidOf("ord", id) });
    return answered<OrderAndRun>(async () => placedNow(context, await verb()), nothing);
  }

  @FieldResolver(() => OfferingType, { description: "What was ordered." })
  offering(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<OfferingType> {
    return offeringOf(context, row);
  }

  @FieldResolver(() => CustomerType, { description: "Who it was ordered for." })
  async customer(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<CustomerType> {
    const customer = await customerById(context).load(row.customer);
    invariant(customer !== null, "whoever sees an order sees its customer");
    return toCustomer(customer);
  }

  @FieldResolver(() => [TierNodeType], { description: "The resellers above it, from the operator down." })
  tierPath(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(context, row.path);
  }

  @FieldResolver(() => ServiceNode, { nullable: true, description: "The service that it made or was added to." })
  async service(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<ServiceNode | null> {
    return row.service == null ? null : serviceById(context).load(row.service);
  }

  @FieldResolver(() => ProvisioningRunType, {
    nullable: true,
    description: "The run that provisions it. Null without the permission run.view.",
  })
  async run(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<ProvisioningRunType | null> {
    return row.run == null || !may(context, "run.view") ? null : runById(context).load(row.run);
  }

  @FieldResolver(() => SiteType, { nullable: true, description: "Where it is used." })
  async site(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<SiteType | null> {
    const site = row.site == null ? null : await siteById(context).load(row.site);
    return site === null ? null : toSite(site);
  }

  @FieldResolver(() => ContactType, { nullable: true, description: "Who is billed." })
  billingContact(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<ContactType | null> {
    return contactOf(context, row.billingContact ?? null);
  }

  @FieldResolver(() => ContactType, { nullable: true, description: "Who is called about technical questions." })
  technicalContact(@Root() { row }: OrderType, @Ctx() context: RequestContext): Promise<ContactType | null> {
    return contactOf(context, row.technicalContact ?? null);
  }
}

async function contactOf(context: RequestContext, id: string | null): Promise<ContactType | null> {
  const contact = id === null ? null : await contactById(context).load(id);
  return contact === null ? null : toContact(contact);
}

@Resolver(() => OrderConnectionType)
export class OrderConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many orders there are." })
  totalCount(@Root() page: OrderPage): Promise<TotalCountType> {
    return page.countAll();
  }
}

@Resolver(() => CustomerType)
export class CustomerOrdersResolver {
  @Requires("order.view")
  @FieldResolver(() => OrderConnectionType, { description: "What was ordered for the customer, newest first." })
  orders(
    @Root() { row }: CustomerType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<OrderPage> {
    return ordersOfCustomer(signedIn(context), row.id, { first, after });
  }
}
