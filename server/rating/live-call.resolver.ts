import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { Requires, require } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { answered } from "../kernel/user-error.type.ts";
import { endCall } from "./end-call.ts";
import {
  EndCallInputType,
  EndCallPayloadType,
  LiveCallsType,
  LiveCallType,
  RefusedCallType,
  toLiveCall,
  toLiveCalls,
} from "./live-call.type.ts";
import { readLiveCalls, watchLiveCalls, type LiveCalls } from "./live-calls.ts";

@Resolver(() => LiveCallType)
export class LiveCallResolver {
  @Requires("call.view")
  @Query(() => LiveCallsType, { description: "The calls of your tier that are under way now." })
  async liveCalls(
    @Arg("first", () => Int, { description: "How many of the latest, 1 to 100." }) first: number,
    @Arg("customerId", () => ID, { nullable: true, description: "Of one customer alone." }) customerId: string | null,
    @Ctx() request: RequestContext,
  ): Promise<LiveCallsType> {
    return toLiveCalls(await readLiveCalls(signedIn(request), { first, customerId }));
  }

  @Requires("call.end")
  @Mutation(() => EndCallPayloadType, {
    description:
      "Has the switch end a call that is under way, within about a second; one that rings when it is answered. Refused where the switch does not ask.",
  })
  endCall(
    @Arg("input", () => EndCallInputType, { description: "Which, and why." }) input: EndCallInputType,
    @Ctx() request: RequestContext,
  ): Promise<EndCallPayloadType> {
    const context = signedIn(request);
    return answered(async () => ({ call: toLiveCall(await endCall(context, input)) }), { call: null });
  }

  @Requires("call.view")
  @Subscription(() => LiveCallsType, {
    name: "liveCalls",
    description: "The calls that are under way, at once and after every beginning and end: whole states.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: RequestContext }) => {
      require(signedIn(context), "call.view");
      return eventsOf(context, (signal) => watchLiveCalls(signedIn(context), args as never, signal)); // as the schema has checked
    },
  })
  liveCallChanges(
    @Root() calls: LiveCalls,
    @Arg("first", () => Int, { description: "How many of the latest, 1 to 100." }) _first: number,
    @Arg("customerId", () => ID, { nullable: true, description: "Of one customer alone." }) _customerId: string | null,
  ): LiveCallsType {
    return toLiveCalls(calls);
  }

  @FieldResolver(() => CustomerType, { description: "The customer who calls." })
  customer(@Root() { row }: LiveCallType, @Ctx() request: RequestContext): Promise<CustomerType> {
    return customerOf(request, row.customerId);
  }
}

@Resolver(() => RefusedCallType)
export class RefusedCallResolver {
  @FieldResolver(() => CustomerType, { description: "The customer who called." })
  customer(@Root() { row }: RefusedCallType, @Ctx() request: RequestContext): Promise<CustomerType> {
    return customerOf(request, row.customerId);
  }
}

async function customerOf(request: RequestContext, id: string): Promise<CustomerType> {
  const customer = await customerById(request).load(id);
  if (customer === null) throw notFound();
  return toCustomer(customer);
}
