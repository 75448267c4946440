import type { CallType as CallSort } from "@tierline/shared/call.ts";
import { money } from "@tierline/shared/money.ts";
import type { CallProblemCode } from "@tierline/shared/rate-deck.ts";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { MoneyType, toMoney } from "../kernel/money.type.ts";
import { may, require, Requires } from "../kernel/requires.ts";
import { CallProblemCodeEnum } from "../rates/simulated-call.type.ts";
import { serviceById } from "../services/service-rows.ts";
import { ServiceNode } from "../services/service.type.ts";
import { isPricedSince, sidesOf } from "./call-loaders.ts";
import {
  CallChargeType,
  CallConnectionType,
  CallFilterInputType,
  CallNodeType,
  CallSortEnum,
  CallTotalsType,
  toCall,
  toCallCharge,
} from "./call.type.ts";
import { listCalls, totalCalls } from "./list-calls.ts";
import { ownCurrency } from "./own-currency.ts";

@Resolver(() => CallNodeType)
export class CallResolver {
  @Requires("call.view")
  @Query(() => CallConnectionType, {
    description: "Calls of your tier and below, the latest first; of 92 days at most.",
  })
  async calls(
    @Arg("filter", () => CallFilterInputType, { description: "Which calls." }) filter: CallFilterInputType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<CallConnectionType> {
    const context = signedIn(request);
    if (filter.callType != null) require(context, "call_type.view");
    if (filter.invoiceId != null) require(context, "invoice.view");
    const page = await listCalls(context, filter, { first, after });
    const nodes = page.nodes.map(toCall);
    const edges = page.edges.map(({ cursor }, index) => ({ cursor, node: nodes[index]! })); // as many as nodes
    return { ...page, nodes, edges, filter };
  }

  @FieldResolver(() => CustomerType, { description: "Whose it is." })
  async customer(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): Promise<CustomerType> {
    return toCustomer((await customerById(request).load(row.customer))!); // whoever sees the call sees its customer
  }

  @FieldResolver(() => ServiceNode, {
    nullable: true,
    description: "The line, where it is known. Null without service.view.",
  })
  async service(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): Promise<ServiceNode | null> {
    return row.service == null || !may(request, "service.view") ? null : serviceById(request).load(row.service);
  }

  @FieldResolver(() => CallSortEnum, {
    nullable: true,
    description: "What sort of number was called. Null without the permission call_type.view.",
  })
  callType(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): CallSort | null {
    return may(request, "call_type.view") ? row.callType : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where it went, as the rate deck calls it. Null without the permission call_type.view.",
  })
  destination(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): string | null {
    return may(request, "call_type.view") ? (row.destination ?? null) : null;
  }

  @FieldResolver(() => CallProblemCodeEnum, {
    nullable: true,
    description: "Why it has no price though it was answered; null as soon as it has one.",
  })
  async problem(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): Promise<CallProblemCode | null> {
    if (row.problem == null) return null;
    return (await isPricedSince(request).load(row.id)) === null ? row.problem : null;
  }

  @FieldResolver(() => CallChargeType, {
    nullable: true,
    description: "What those you sell to pay for it; of a customer, what it pays. Null where it costs nothing.",
  })
  async charge(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): Promise<CallChargeType | null> {
    const sold = (await sidesOf(request).load(row.id))?.sold ?? null;
    return sold === null ? null : toCallCharge(sold);
  }

  @FieldResolver(() => CallChargeType, {
    nullable: true,
    description: "What you pay for it. Null without the permission finance.view.",
  })
  async cost(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): Promise<CallChargeType | null> {
    const bought = may(request, "finance.view") ? ((await sidesOf(request).load(row.id))?.bought ?? null) : null;
    return bought === null ? null : toCallCharge(bought);
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: "What is left to you, in your own currency. Null without the permission finance.view.",
  })
  async margin(@Root() { row }: CallNodeType, @Ctx() request: RequestContext): Promise<MoneyType | null> {
    if (!may(request, "finance.view")) return null;
    const { sold = null, bought = null } = (await sidesOf(request).load(row.id)) ?? {};
    if (sold === null || bought === null) return null;
    return toMoney(money(BigInt(sold.amountMicros) - BigInt(bought.ownMicros), sold.currency));
  }
}

@Resolver(() => CallConnectionType)
export class CallConnectionResolver {
  @FieldResolver(() => CallTotalsType, { description: "Sums of all of them, not of the page alone." })
  async totals(@Root() { filter }: CallConnectionType, @Ctx() request: RequestContext): Promise<CallTotalsType> {
    const context = signedIn(request);
    const { priceMicros, costMicros, currency, ...counts } = await totalCalls(context, filter);
    const own = currency ?? (await ownCurrency(request));
    const shown = (micros: bigint) => toMoney(money(micros, own));
    return Object.assign(new CallTotalsType(), {
      ...counts,
      price: shown(priceMicros),
      bought: { cost: shown(costMicros), margin: shown(priceMicros - costMicros) },
    });
  }
}

@Resolver(() => CallTotalsType)
export class CallTotalsResolver {
  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: "What you pay for them. Null without the permission finance.view.",
  })
  cost(@Root() { bought }: CallTotalsType, @Ctx() request: RequestContext): MoneyType | null {
    return may(request, "finance.view") ? bought.cost : null;
  }

  @FieldResolver(() => MoneyType, {
    nullable: true,
    description: "What is left to you of them. Null without the permission finance.view.",
  })
  margin(@Root() { bought }: CallTotalsType, @Ctx() request: RequestContext): MoneyType | null {
    return may(request, "finance.view") ? bought.margin : null;
  }
}
