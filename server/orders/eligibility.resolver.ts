import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { EligibilityType, OfferingType } from "../catalog/offering.type.ts";
import type { RequestContext } from "../kernel/context.ts";
import { ServiceNode, toService } from "../services/service.type.ts";
import { eligibility, type EligibilityAnswer } from "./eligibility.ts";

@Resolver(() => OfferingType)
export class OfferingEligibilityResolver {
  @FieldResolver(() => EligibilityType, {
    description: "Whether it can be assigned: to anybody, to a customer, or to a service.",
  })
  eligibility(
    @Root() offering: OfferingType,
    @Arg("customerId", () => ID, { nullable: true, description: "The customer who is to get it." }) customerId:
      | string
      | null,
    @Arg("serviceId", () => ID, { nullable: true, description: "The service that it is to be added to." }) serviceId:
      | string
      | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    return eligibility(context, offering, { customerId, serviceId });
  }
}

@Resolver(() => EligibilityType)
export class CompatibleServicesResolver {
  @FieldResolver(() => [ServiceNode], {
    description: "For an add-on and a customer: the active services that it goes with, oldest first.",
  })
  compatibleServices(@Root() { compatible }: EligibilityAnswer): ServiceNode[] {
    return compatible.map(toService);
  }
}
