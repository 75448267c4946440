import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { ListSourceEntity } from "./list-source.entity.ts";
import {
  FetchListInputType,
  ListSourceType,
  SetSourceInputType,
  SourcePayloadType,
  toListSource,
} from "./list-source.type.ts";
import { fetchListNow, setListSource } from "./set-source.ts";

@Resolver(() => ListSourceType)
export class ListSourceResolver {
  @Requires("screening.import")
  @Query(() => [ListSourceType], { description: "The lists that are fetched by themselves, and what came of it." })
  async screeningListSources(@Ctx() request: RequestContext): Promise<ListSourceType[]> {
    const { em, clock } = signedIn(request);
    const rows = await em.find(ListSourceEntity, {}, { disableIdentityMap: true, orderBy: { list: "asc" } });
    return rows.map((row) => toListSource(row, clock.now()));
  }

  @Requires("screening.import")
  @Mutation(() => SourcePayloadType, {
    description: "Says where a list is fetched from by itself and how often; the first time at once.",
  })
  setScreeningListSource(
    @Arg("input", () => SetSourceInputType, { description: "Which list, and where." }) input: SetSourceInputType,
    @Ctx() request: RequestContext,
  ): Promise<SourcePayloadType> {
    const context = signedIn(request);
    const work = async () => {
      const row = await setListSource(context, input);
      return { source: row === null ? null : toListSource(row, context.clock.now()) };
    };
    return answered(work, { source: null });
  }

  @Requires("screening.import")
  @Mutation(() => SourcePayloadType, {
    description: "Has a list fetched now instead of at its time; `screeningListSources` tells what comes of it.",
  })
  fetchScreeningList(
    @Arg("input", () => FetchListInputType, { description: "Which list." }) input: FetchListInputType,
    @Ctx() request: RequestContext,
  ): Promise<SourcePayloadType> {
    const context = signedIn(request);
    const work = async () => {
      const row = await fetchListNow(context, input.list, input.isShrinkMeant === true);
      return { source: toListSource(row, context.clock.now()) };
    };
    return answered(work, { source: null });
  }
}
