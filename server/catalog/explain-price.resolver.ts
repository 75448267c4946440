import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { may, Requires } from "../kernel/requires.ts";
import { DateTimeScalar, DecimalScalar } from "../kernel/scalars.ts";
import { explainPrice } from "./explain-price.ts";
import { ExplainedPriceType, ExplainPriceInputType, PriceLineType } from "./explained-price.type.ts";

@Resolver(() => ExplainedPriceType)
export class ExplainPriceResolver {
  @Requires("rate.view")
  @Query(() => ExplainedPriceType, {
    description: "What you ask for an offering or a minute at a time, and why. Nothing is written.",
  })
  explainPrice(
    @Arg("input", () => ExplainPriceInputType, { description: "What, for whom and when." })
    input: ExplainPriceInputType,
    @Ctx() request: RequestContext,
  ): Promise<ExplainedPriceType> {
    return explainPrice(signedIn(request), input);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "The price list or rate plan that says it. Null without the permission finance.view.",
  })
  sourceName(@Root() { source }: ExplainedPriceType, @Ctx() request: RequestContext): string | null {
    return may(request, "finance.view") ? (source?.name ?? null) : null;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "From when that version holds. Null without the permission finance.view.",
  })
  sourceEffectiveFrom(@Root() { source }: ExplainedPriceType, @Ctx() request: RequestContext): Date | null {
    return may(request, "finance.view") ? (source?.effectiveFrom ?? null) : null;
  }
}

@Resolver(() => PriceLineType)
export class PriceLineResolver {
  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "What you pay, in the currency in which you sell. Null without the permission finance.view.",
  })
  buys(@Root() { bought }: PriceLineType, @Ctx() request: RequestContext): string | null {
    return may(request, "finance.view") ? bought.buys : null;
  }

  @FieldResolver(() => DecimalScalar, {
    nullable: true,
    description: "What is left to you; may be negative. Null without the permission finance.view.",
  })
  margin(@Root() { bought }: PriceLineType, @Ctx() request: RequestContext): string | null {
    return may(request, "finance.view") ? bought.margin : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "How it is reckoned, as in (5.00 + 0.00) × 1.2 = 6.00. Null without the permission finance.view.",
  })
  formula(@Root() { bought }: PriceLineType, @Ctx() request: RequestContext): string | null {
    return may(request, "finance.view") ? bought.formula : null;
  }
}
