import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { Requires } from "../kernel/requires.ts";
import { answered, UserErrorType } from "../kernel/user-error.type.ts";
import { customerNow } from "./customer-loaders.ts";
import { CustomerType } from "./customer.type.ts";
import { delegateToCustomer } from "./delegate-to-customer.ts";
import { DelegationEntity } from "./delegation.entity.ts";

@InputType("DelegateToCustomerInput", { description: "What a customer's own people may do at most." })
export class DelegateToCustomerInputType {
  @Field(() => ID, { description: "Id of the customer." })
  id: string;

  @Field(() => [String], {
    nullable: true,
    description: "Keys of permissions, none that you lack; null: what customers' people may without a decision.",
  })
  permissions?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Calls at a time that a line of theirs may have at most, 1 to 1,000, not less than any has; null: as many as its plan allows.",
  })
  simultaneousCalls?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Lines that it may have at most, 0 to 10,000, and none at 0; null: no limit. Left out: as before. Lines that it has stay.",
  })
  linesMax?: number | null;
}

@ObjectType("DelegateToCustomerPayload", { description: "Result of `delegateToCustomer`." })
export class DelegateToCustomerPayloadType {
  @Field(() => CustomerType, { nullable: true, description: "The customer; null when refused." })
  customer: CustomerType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

interface Decided {
  readonly permissions: readonly string[];
  readonly simultaneousCalls?: number | null | undefined;
}

const delegationOf = loader<string, Decided>(async ({ em }, customerIds) => {
  const rows = await em.find(DelegationEntity, { customer: { $in: [...customerIds] } }, { disableIdentityMap: true });
  return new Map(rows.map((row) => [row.customer, row]));
});

@Resolver(() => CustomerType)
export class DelegationResolver {
  @Requires("customer.delegate")
  @Mutation(() => DelegateToCustomerPayloadType, {
    description: "Decides what a customer's own people may see and do; it holds from their next request on.",
  })
  delegateToCustomer(
    @Arg("input", () => DelegateToCustomerInputType, { description: "Which customer, and what." })
    input: DelegateToCustomerInputType,
    @Ctx() request: RequestContext,
  ): Promise<DelegateToCustomerPayloadType> {
    const context = signedIn(request);
    const delegate = async () => {
      const id = await delegateToCustomer(context, input);
      delegationOf(request).clear(id);
      return { customer: await customerNow(request, context, id) };
    };
    return answered(delegate, { customer: null });
  }

  @Requires("customer.delegate")
  @FieldResolver(() => [String], {
    nullable: true,
    description: "What its own people may do at most; null: nothing was decided, and they may look.",
  })
  async delegated(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<readonly string[] | null> {
    return (await delegationOf(request).load(row.id))?.permissions ?? null;
  }

  @Requires("customer.delegate")
  @FieldResolver(() => Int, {
    nullable: true,
    description: "Calls at a time that a line of theirs may have at most; null: as many as its plan allows.",
  })
  async simultaneousCalls(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<number | null> {
    return (await delegationOf(request).load(row.id))?.simultaneousCalls ?? null;
  }
}
