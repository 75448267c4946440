import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { AssignRatePlanInputType, RatePlanPayloadType } from "../rates/rate-plan.type.ts";
import { planAnswered } from "../rates/rate.resolver.ts";
import { assignPlan } from "./assign-plan.ts";

@Resolver()
export class LinePlanResolver {
  @Requires("rate.edit")
  @Mutation(() => RatePlanPayloadType, {
    description: "Says who buys by a rate plan from a time on; a line is charged the plan's fees.",
  })
  assignRatePlan(
    @Arg("input", () => AssignRatePlanInputType, { description: "Which plan, and who." })
    input: AssignRatePlanInputType,
    @Ctx() request: RequestContext,
  ): Promise<RatePlanPayloadType> {
    return planAnswered(request, (context) => assignPlan(context, input));
  }
}
