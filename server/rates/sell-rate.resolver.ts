import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { answered } from "../kernel/user-error.type.ts";
import { Requires } from "../kernel/requires.ts";
import { previewPlan } from "./preview-plan.ts";
import { RatePlanPreviewInputType, RatePlanPreviewType } from "./rate-plan.type.ts";
import { SellRateConnectionType, type SellRateType } from "./sell-rate.type.ts";
import { sellRates } from "./sell-rates.ts";

@Resolver()
export class SellRateResolver {
  @Requires("finance.view")
  @Query(() => SellRateConnectionType, {
    description: "What calls are bought and sold at by your own reseller now, by prefix, with the margin of a minute.",
  })
  sellRates(
    @Arg("customerId", () => ID, { nullable: true, description: "For this customer." }) customerId: string | null,
    @Arg("resellerId", () => ID, {
      nullable: true,
      description: "For this reseller below. Neither: for whoever has no plan of their own.",
    })
    resellerId: string | null,
    @Arg("search", () => String, {
      nullable: true,
      description: "A number, a prefix or words of the destination.",
    })
    search: string | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<Page<SellRateType>> {
    const asked = { customerId: customerId ?? null, resellerId: resellerId ?? null, search: textOf(search) };
    return sellRates(signedIn(request), asked, { first, after });
  }

  @Requires("finance.view")
  @Query(() => RatePlanPreviewType, {
    description:
      "What a rate plan of these terms would ask for some destinations, and what it would bring. Nothing is written.",
  })
  previewRatePlan(
    @Arg("input", () => RatePlanPreviewInputType, { description: "The plan." }) input: RatePlanPreviewInputType,
    @Ctx() request: RequestContext,
  ): Promise<RatePlanPreviewType> {
    return answered(async () => ({ routes: await previewPlan(signedIn(request), input) }), { routes: [] });
  }
}

function textOf(search: string | null): string {
  return (search ?? "").slice(0, searchLengthMax).toWellFormed();
}
