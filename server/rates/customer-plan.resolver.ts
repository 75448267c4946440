import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { Requires } from "../kernel/requires.ts";
import { customersWithPlan } from "./customers-with-plan.ts";

const hasPlan = loader<string, boolean>((context, ids) => customersWithPlan(context, ids));

@Resolver(() => CustomerType)
export class CustomerPlanResolver {
  @Requires("rate.view")
  @FieldResolver(() => Boolean, {
    description: "Whether its reseller has a rate plan in force for it; without one its calls have no price.",
  })
  async hasRatePlan(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<boolean> {
    return (await hasPlan(request).load(row.id)) ?? false;
  }
}
