import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { customerNow } from "../customers/customer-loaders.ts";
import { UpdateCustomerPayloadType } from "../customers/customer-payloads.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { archiveCustomer } from "./archive-customer.ts";

@InputType("ArchiveCustomerInput", { description: "A customer to put away for good." })
export class ArchiveCustomerInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => String, { description: "The word `delete`, as a sign that it is meant." })
  confirmation: string;

  @Field(() => String, { nullable: true, description: "Why, in your own words, for the audit trail." })
  note?: string | null;
}

@Resolver(() => CustomerType)
export class ArchiveCustomerResolver {
  @Requires("customer.deactivate")
  @Mutation(() => UpdateCustomerPayloadType, {
    description:
      "Puts a customer away for good, once it has no services and numbers any more and nobody owes the other anything. What was paid and charged stays.",
  })
  archiveCustomer(
    @Arg("input", () => ArchiveCustomerInputType, { description: "Which customer." }) input: ArchiveCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCustomerPayloadType> {
    const context = signedIn(request);
    const archive = async () => ({
      customer: await customerNow(request, context, await archiveCustomer(context, input)),
    });
    return answered(archive, { customer: null });
  }
}
