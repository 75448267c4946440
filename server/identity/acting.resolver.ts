import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { actingModes, type ActingMode } from "@tierline/shared/kinds.ts";
import { registerEnumType } from "type-graphql";
import { CustomerType } from "../customers/customer.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { groupBy, listLoader } from "../kernel/loaders.ts";
import { Requires } from "../kernel/requires.ts";
import { answered, UserErrorType } from "../kernel/user-error.type.ts";
import { startActingAs, stopActing } from "./start-acting.ts";
import { UserEntity, type UserRow } from "./user.entity.ts";
import { OnBehalfOfType, toOnBehalfOf, toUser, UserType } from "./viewer.type.ts";

const ActingModeEnum = enumOf<ActingMode>(actingModes);
registerEnumType(ActingModeEnum, {
  name: "ActingMode",
  description: "How one acts as another.",
  valuesConfig: {
    READ: { description: "To see what they see; nothing can be changed." },
    ACT: { description: "To do in their place what they may; wants a reason." },
  },
});

@InputType("StartActingAsInput", { description: "As whom to act, and how." })
export class StartActingAsInputType {
  @Field(() => ID, { description: "Id of a customer's own user." })
  userId: string;

  @Field(() => ActingModeEnum, { description: "To look, or to act." })
  mode: ActingMode;

  @Field(() => String, { nullable: true, description: "Why, for the audit trail; wanted for ACT." })
  reason?: string | null;
}

@ObjectType("StartActingAsPayload", { description: "Result of `startActingAs`." })
export class StartActingAsPayloadType {
  @Field(() => OnBehalfOfType, { nullable: true, description: "As whom one acts from now on; null when refused." })
  onBehalfOf: OnBehalfOfType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType("StopActingPayload", { description: "Result of `stopActing`." })
export class StopActingPayloadType {
  @Field(() => [UserErrorType], { description: "Always empty." })
  userErrors: UserErrorType[];
}

/** Those who can sign in, by name. */
const usersOf = listLoader<string, UserRow>(async ({ em }, customerIds) => {
  const rows = await em.find(
    UserEntity,
    { customer: { $in: [...customerIds] }, disabledAt: null },
    { disableIdentityMap: true, orderBy: { name: "asc", id: "asc" } },
  );
  return groupBy(rows, (row) => row.customer ?? "");
});

@Resolver(() => CustomerType)
export class ActingResolver {
  @Requires("user.act_as")
  @Mutation(() => StartActingAsPayloadType, {
    description:
      "Makes this session see what a customer's own user sees: from the next request on, for 30 minutes at most, until `stopActing` or the session's end.",
  })
  startActingAs(
    @Arg("input", () => StartActingAsInputType, { description: "As whom, and how." }) input: StartActingAsInputType,
    @Ctx() request: RequestContext,
  ): Promise<StartActingAsPayloadType> {
    const context = signedIn(request);
    return answered(async () => ({ onBehalfOf: toOnBehalfOf(await startActingAs(context, input)) }), {
      onBehalfOf: null,
    });
  }

  @Mutation(() => StopActingPayloadType, { description: "Makes this session one's own again." })
  stopActing(@Ctx() request: RequestContext): Promise<StopActingPayloadType> {
    const { viewer } = request;
    return answered(async () => {
      if (viewer !== null) await stopActing({ ...request, viewer });
      return {};
    }, {});
  }

  @Requires("user.act_as")
  @FieldResolver(() => [UserType], { description: "Its own users who can sign in, by name." })
  async users(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<UserType[]> {
    return (await usersOf(request).load(row.id)).map(toUser);
  }
}
