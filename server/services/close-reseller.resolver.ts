import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answeredWith } from "../resellers/reseller-mutations.resolver.ts";
import { ResellerPayloadType } from "../resellers/reseller.input.ts";
import { ResellerType } from "../resellers/reseller.type.ts";
import { closeReseller, dependentsOf, type Dependents } from "./close-reseller.ts";

@InputType("CloseResellerInput", { description: "A reseller to close for good." })
export class CloseResellerInputType {
  @Field(() => ID, { description: "Id of the reseller." })
  id: string;

  @Field(() => String, { description: "The word `close`, as a sign that it is meant." })
  confirmation: string;

  @Field(() => String, { nullable: true, description: "Why, in your own words, for the audit trail." })
  note?: string | null;
}

@ObjectType("ResellerDependents", { description: "What hangs on a reseller and all below it." })
export class ResellerDependentsType implements Dependents {
  @Field(() => Int, { description: "Resellers below it." })
  resellers: number;

  @Field(() => Int, { description: "People who can sign in." })
  people: number;

  @Field(() => Int, { description: "Customers that are not archived." })
  customers: number;

  @Field(() => Int, { description: "Services that are not terminated; while there is one, it cannot be closed." })
  services: number;
}

@Resolver(() => ResellerType)
export class CloseResellerResolver {
  @Requires("reseller.suspend")
  @Mutation(() => ResellerPayloadType, {
    description: "Ends a reseller below yours for good: its people and all below can no longer sign in.",
  })
  closeReseller(
    @Arg("input", () => CloseResellerInputType, { description: "Which reseller." }) input: CloseResellerInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => closeReseller(context, input));
  }

  @Requires("reseller.suspend")
  @FieldResolver(() => ResellerDependentsType, { description: "What would end with it, counted." })
  dependents(@Root() { row }: ResellerType, @Ctx() request: RequestContext): Promise<Dependents> {
    return dependentsOf(signedIn(request), row.path);
  }
}
