import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { notFound } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { homeSummary } from "./home-summary.ts";
import { HomeSummaryType } from "./home.type.ts";
import { search } from "./search.ts";
import { SearchConnectionType, type SearchHitType } from "./search.type.ts";

@Resolver()
export class ReportsResolver {
  @Requires("home.view")
  @Query(() => HomeSummaryType, {
    description: "What needs attention at a reseller and below it, and its figures of the day.",
  })
  homeSummary(
    @Arg("resellerId", () => ID, { nullable: true, description: "A reseller of your tier; your own without one." })
    resellerId: string | null,
    @Ctx() context: RequestContext,
  ): Promise<HomeSummaryType> {
    const id = resellerId == null ? null : decodeId("rsl", resellerId);
    if (resellerId != null && id === null) throw notFound();
    return homeSummary(signedIn(context), id);
  }

  @Requires("search.use")
  @Query(() => SearchConnectionType, {
    description: "Everything at once: customers, services, items, runs and offerings, each kind for who may see it.",
  })
  search(
    @Arg("text", () => String, {
      description: "Names, numbers, digits of a phone or a card from their beginning or end.",
    })
    text: string,
    @Arg("first", () => Int, { description: "How many, 1 to 100; of each kind ten at most." }) first: number,
    @Ctx() context: RequestContext,
  ): Promise<Page<SearchHitType>> {
    return search(signedIn(context), text, { first });
  }
}
