import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { toUserError, UserErrorType } from "../kernel/user-error.type.ts";
import { answeredWith } from "../resellers/reseller-mutations.resolver.ts";
import { ResellerPayloadType } from "../resellers/reseller.input.ts";
import { ResellerType, toReseller } from "../resellers/reseller.type.ts";
import { CatalogChangeType, toCatalogChange } from "./catalog-change.type.ts";
import { letResellerSell } from "./let-reseller-sell.ts";
import { planSelling } from "./plan-selling.ts";

const offeringsText =
  "Ids of offerings that the reseller above it sells, 1,000 at most: it may sell these and nothing else from above. Null: all, new ones too.";

@ObjectType("ResellerSelling", { description: "What would change if a reseller were let sell other offerings." })
export class ResellerSellingType {
  @Field(() => ResellerType, { description: "The reseller." })
  reseller: ResellerType;

  @Field(() => CatalogChangeType, { description: "What it may sell then and may not now, and the other way round." })
  catalog: CatalogChangeType;

  @Field(() => [UserErrorType], { description: "Why it cannot be; empty when it can." })
  refusals: UserErrorType[];
}

@InputType("LetResellerSellInput", { description: "What a reseller below yours may sell of those above it." })
export class LetResellerSellInputType {
  @Field(() => ID, { description: "Id of the reseller." })
  id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  version: number;

  @Field(() => [ID], { nullable: true, description: offeringsText })
  offeringIds?: string[] | null;
}

@Resolver()
export class LetResellerSellResolver {
  @Requires("reseller.delegate")
  @Query(() => ResellerSellingType, {
    description: "What letting a reseller below yours sell other offerings would change. Changes nothing.",
  })
  async resellerSelling(
    @Arg("id", () => ID, { description: "Id of the reseller." }) id: string,
    @Arg("offeringIds", () => [ID], { nullable: true, description: offeringsText }) offeringIds: string[] | null,
    @Ctx() request: RequestContext,
  ): Promise<ResellerSellingType> {
    const plan = await planSelling(signedIn(request), { id, offeringIds });
    return {
      reseller: toReseller(plan.row),
      catalog: toCatalogChange(plan, plan.row.path),
      refusals: plan.refusals.map(toUserError),
    };
  }

  @Requires("reseller.delegate")
  @Mutation(() => ResellerPayloadType, {
    description:
      "Says which offerings of those above it a reseller below yours, and all below it, may sell. What its customers have runs on; new orders are refused.",
  })
  letResellerSell(
    @Arg("input", () => LetResellerSellInputType, { description: "Which reseller, and what." })
    input: LetResellerSellInputType,
    @Ctx() request: RequestContext,
  ): Promise<ResellerPayloadType> {
    return answeredWith(request, (context) => letResellerSell(context, input));
  }
}
