import type { Permission } from "@tierline/shared/permission.ts";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { toUserError, UserErrorType } from "../kernel/user-error.type.ts";
import { answeredWith } from "../resellers/reseller-mutations.resolver.ts";
import { ResellerPayloadType } from "../resellers/reseller.input.ts";
import { ResellerType, toReseller } from "../resellers/reseller.type.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import { CatalogChangeType, toCatalogChange } from "./catalog-change.type.ts";
import { moveReseller } from "./move-reseller.ts";
import { planMove, type MovePlan } from "./plan-move.ts";

@ObjectType("ResellerMove", {
  description: "What would change if a reseller and all below it came under another parent.",
})
export class ResellerMoveType {
  /** Not part of the contract: what field resolvers read. */
  plan: MovePlan;

  @Field(() => ResellerType, { description: "Who would be moved." })
  reseller: ResellerType;

  @Field(() => ResellerType, { description: "The new parent." })
  parent: ResellerType;

  @Field(() => Int, { description: "Resellers below it, which come along." })
  resellers: number;

  @Field(() => Int, { description: "People who can sign in, of it and of those below." })
  people: number;

  @Field(() => Int, { description: "Customers that are not archived." })
  customers: number;

  @Field(() => Int, { description: "Services that are not terminated." })
  services: number;

  @Field(() => Int, { description: "Items of its stock, in any state." })
  items: number;

  @Field(() => [String], {
    description: "Permissions that those above the old place let be done, and those above the new place do not.",
  })
  rightsLost: readonly Permission[];

  @Field(() => CatalogChangeType, {
    description: "What of those above it may sell at the one place and not at the other.",
  })
  catalog: CatalogChangeType;

  @Field(() => [UserErrorType], { description: "Why it cannot be; empty when it can." })
  refusals: UserErrorType[];

  @Field(() => String, {
    nullable: true,
    description: "Of all that is said here, for `moveReseller`; null when it is refused.",
  })
  fingerprint: string | null;
}

@InputType("MoveResellerInput", { description: "Which reseller comes below which." })
export class MoveResellerInputType {
  @Field(() => ID, { description: "Id of the reseller that is moved, with all below it." })
  id: string;

  @Field(() => ID, { description: "Id of its new parent." })
  parentId: string;

  @Field(() => String, {
    description: "The fingerprint of the plan that was shown; what has changed since refuses the move.",
  })
  fingerprint: string;
}

@Resolver(() => ResellerMoveType)
export class MoveResellerResolver {
  @Requires("reseller.move")
  @Query(() => ResellerMoveType, {
    description: "What moving a reseller below another parent would change, and why it could not be. Changes nothing.",
  })
  async resellerMove(
    @Arg("id", () => ID, { description: "Id of the reseller that would be moved." }) id: string,
    @Arg("parentId", () => ID, { description: "Id of the new parent." }) parentId: string,
    @Ctx() request: RequestContext,
  ): Promise<ResellerMoveType> {
    const plan = await planMove(signedIn(request), { id, parentId });
    const { row, parent, counts, catalog, rightsLost, refusals, fingerprint } = plan;
    return Object.assign(new ResellerMoveType(), {
      plan,
      reseller: toReseller(row),
      parent: toReseller(parent),
      ...counts,
      rightsLost,
      catalog: toCatalogChange(catalog, row.path),
      refusals: refusals.map(toUserError),
      fingerprint,
    });
  }

  @FieldResolver(() => [TierNodeType], { description: "From the operator down to it, as it is now." })
  before(@Root() { plan }: ResellerMoveType, @Ctx() request: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(request, plan.row.path);
  }

  @FieldResolver(() => [TierNodeType], { description: "From the operator down to its new parent." })
  after(@Root() { plan }: ResellerMoveType, @Ctx() request: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(request, plan.parent.path);
  }

  @Requires("reseller.move")
  @Mutation(() => ResellerPayloadType, {
    description:
      "Puts a reseller and all below it under another parent, with everything that belongs to them and its history: all of it, or nothing.",
  })
  moveReseller(
    @Arg("input", () => MoveResellerInputType, {
      description: "Which reseller, where to, and the plan that was shown.",
    })
    input: MoveResellerInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => moveReseller(context, input));
  }
}
