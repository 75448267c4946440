import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { may, Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { planRerating, rerateCalls, StaleRerating } from "./rerate-calls.ts";
import {
  PlanReratingInputType,
  RerateCallsInputType,
  RerateCallsPayloadType,
  ReratedCallType,
  RerateSumType,
  ReratingType,
  toRerating,
} from "./rerate-calls.type.ts";

@Resolver(() => ReratingType)
export class RerateCallsResolver {
  @Requires("call.record")
  @Query(() => ReratingType, {
    description:
      "What calls that are over would come to by the prices that count for their time now: of 1,000, with a cursor to those behind them. Nothing is written.",
  })
  async planRerating(
    @Arg("input", () => PlanReratingInputType, { description: "Which calls." }) input: PlanReratingInputType,
    @Ctx() request: RequestContext,
  ): Promise<ReratingType> {
    return toRerating(await planRerating(signedIn(request), input));
  }

  @Requires("call.record")
  @Mutation(() => RerateCallsPayloadType, {
    description: "Prices calls again as planned, all or none: a line with the difference each, at every tier.",
  })
  rerateCalls(
    @Arg("input", () => RerateCallsInputType, { description: "The plan, and why." }) input: RerateCallsInputType,
    @Ctx() request: RequestContext,
  ): Promise<RerateCallsPayloadType> {
    let now: ReratingType | null = null;
    return answered(
      async () => {
        try {
          return { rerating: toRerating(await rerateCalls(signedIn(request), input)) };
        } catch (error) {
          if (error instanceof StaleRerating) now = toRerating(error.now);
          throw error;
        }
      },
      {
        get rerating() {
          return now;
        },
      },
    );
  }

  @FieldResolver(() => RerateSumType, {
    nullable: true,
    description: "What you pay for all of them. Null without the permission finance.view.",
  })
  cost(@Root() { bought }: ReratingType, @Ctx() request: RequestContext): RerateSumType | null {
    return may(request, "finance.view") ? bought : null;
  }
}

@Resolver(() => ReratedCallType)
export class ReratedCallResolver {
  @FieldResolver(() => RerateSumType, {
    nullable: true,
    description: "What you pay for it. Null without the permission finance.view.",
  })
  cost(@Root() { bought }: ReratedCallType, @Ctx() request: RequestContext): RerateSumType | null {
    return may(request, "finance.view") ? bought : null;
  }
}
