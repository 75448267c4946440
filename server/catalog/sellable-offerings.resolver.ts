import { Arg, Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "type-graphql";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { ResellerType } from "../resellers/reseller.type.ts";
import { OfferingType, toOffering } from "./offering.type.ts";
import { listSellable, type SellableOffering } from "./sellable-offerings.ts";

@ObjectType("SellableOffering", { description: "An offering that those above a reseller sell themselves." })
export class SellableOfferingType {
  @Field(() => OfferingType, { description: "The offering, at the price that the reseller sells it at." })
  offering: OfferingType;

  @Field(() => Boolean, { description: "Whether the reseller, and all below it, may sell it." })
  isLet: boolean;
}

@ObjectType("SellableOfferingConnection", { description: "A page of what those above a reseller sell themselves." })
export class SellableOfferingConnectionType extends connectionOf("SellableOffering", () => SellableOfferingType) {
  @Field(() => TotalCountType, { description: "How many there are." })
  totalCount: TotalCountType;
}

@Resolver(() => ResellerType)
export class SellableOfferingsResolver {
  @FieldResolver(() => Boolean, {
    description: "Whether it may sell all that comes down to it from above; else only what it was let.",
  })
  sellsAll(@Root() { row }: ResellerType): boolean {
    return row.sellsAll;
  }

  @Requires("catalog.view")
  @FieldResolver(() => SellableOfferingConnectionType, {
    description:
      "What those above it sell, by kind of service, plans first, and which of it they let it sell. From below only what is let exists. Empty for a reseller above yours.",
  })
  async sellableOfferings(
    @Root() { row }: ResellerType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Arg("search", () => String, { nullable: true, description: "Part of the name or the slug, in any case." })
    search: string | null,
    @Arg("isLet", () => Boolean, { nullable: true, description: "Only what it may sell, or only what it may not." })
    isLet: boolean | null,
    @Ctx() context: RequestContext,
  ): Promise<object> {
    const page = await listSellable(signedIn(context), row, { first, after, search, isLet });
    const shown = ({ row: offering, isLet: mayBeSold }: SellableOffering): SellableOfferingType => ({
      offering: toOffering(offering, row.path),
      isLet: mayBeSold,
    });
    return {
      ...page,
      edges: page.edges.map(({ cursor, node }) => ({ cursor, node: shown(node) })),
      nodes: page.nodes.map(shown),
    };
  }
}
