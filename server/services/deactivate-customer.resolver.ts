import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { customerNow } from "../customers/customer-loaders.ts";
import { UpdateCustomerPayloadType } from "../customers/customer-payloads.type.ts";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import {
  customerDependents,
  deactivateCustomer,
  reactivateCustomer,
  type CustomerDependents,
} from "./deactivate-customer.ts";

@InputType("DeactivateCustomerInput", { description: "A customer to switch off." })
export class DeactivateCustomerInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => String, { description: "The word `deactivate`, as a sign that it is meant." })
  confirmation: string;

  @Field(() => String, { nullable: true, description: "Why, in your own words, for the audit trail." })
  note?: string | null;
}

@InputType("ReactivateCustomerInput", { description: "A deactivated customer to switch on again." })
export class ReactivateCustomerInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => String, { nullable: true, description: "Why, in your own words, for the audit trail." })
  note?: string | null;
}

@ObjectType("CustomerDependents", { description: "What hangs on a customer." })
export class CustomerDependentsType implements CustomerDependents {
  @Field(() => Int, { description: "People of its own who can sign in." })
  people: number;

  @Field(() => Int, { description: "Services that are not terminated." })
  services: number;
}

@Resolver(() => CustomerType)
export class DeactivateCustomerResolver {
  @Requires("customer.deactivate")
  @Mutation(() => UpdateCustomerPayloadType, {
    description: "Switches a customer off: its people can no longer sign in, and nothing new can be ordered for it.",
  })
  deactivateCustomer(
    @Arg("input", () => DeactivateCustomerInputType, { description: "Which customer." })
    input: DeactivateCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCustomerPayloadType> {
    return answeredWith(request, (context) => deactivateCustomer(context, input));
  }

  @Requires("customer.deactivate")
  @Mutation(() => UpdateCustomerPayloadType, {
    description: "Switches a deactivated customer on again; it is active when nothing else suspends it.",
  })
  reactivateCustomer(
    @Arg("input", () => ReactivateCustomerInputType, { description: "Which customer." })
    input: ReactivateCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<UpdateCustomerPayloadType> {
    return answeredWith(request, (context) => reactivateCustomer(context, input));
  }

  @Requires("customer.deactivate")
  @FieldResolver(() => CustomerDependentsType, { description: "What deactivating it would touch, counted." })
  dependents(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<CustomerDependents> {
    return customerDependents(signedIn(request), row.id);
  }
}

function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<UpdateCustomerPayloadType> {
  const context = signedIn(request);
  return answered(async () => ({ customer: await customerNow(request, context, await verb(context)) }), {
    customer: null,
  });
}
