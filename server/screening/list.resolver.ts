import { rendered } from "@tierline/shared/render-sentence.ts";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { importList } from "./import-list.ts";
import { ListVersionEntity } from "./list.entity.ts";
import {
  ImportListInputType,
  ImportListPayloadType,
  ListVersionType,
  ScreeningSettingsType,
  SetSettingsInputType,
  SettingsPayloadType,
  toListVersion,
} from "./screening.type.ts";
import { setScreeningSettings } from "./set-settings.ts";
import { screeningSettings, type ScreeningSettings } from "./settings.ts";

const versionsShown = 100;

@Resolver(() => ListVersionType)
export class ScreeningListResolver {
  @Requires("screening.import")
  @Query(() => [ListVersionType], { description: "The imports of all lists, the newest first, at most 100." })
  async screeningLists(@Ctx() request: RequestContext): Promise<ListVersionType[]> {
    const { em } = signedIn(request);
    const newest = { disableIdentityMap: true, orderBy: { id: "desc" }, limit: versionsShown } as const;
    return (await em.find(ListVersionEntity, {}, newest)).map(toListVersion);
  }

  @Requires("screening.view")
  @Query(() => ScreeningSettingsType, { description: "How customers are compared, and where policies are read." })
  screeningSettings(@Ctx() request: RequestContext): Promise<ScreeningSettings> {
    return screeningSettings(signedIn(request));
  }

  @Requires("screening.import")
  @Mutation(() => ImportListPayloadType, {
    description:
      "Makes what files say the list in force, all at once or not at all; the same files again change nothing.",
  })
  importScreeningList(
    @Arg("input", () => ImportListInputType, { description: "Which list and files." }) input: ImportListInputType,
    @Ctx() request: RequestContext,
  ): Promise<ImportListPayloadType> {
    const context = signedIn(request);
    return answered(
      async () => {
        const { versionId, isNew, problems } = await importList(context, input);
        const told = problems.map(({ file, line, message }) => ({
          file,
          line,
          message: rendered(message, request.language),
        }));
        if (versionId === null) return { version: null, isNew, problems: told };
        const row = await context.em.findOne(ListVersionEntity, { id: versionId }, { disableIdentityMap: true });
        invariant(row !== null, "a version that was just imported is there");
        return { version: toListVersion(row), isNew, problems: told };
      },
      { version: null, isNew: false, problems: [] },
    );
  }

  @Requires("screening.import")
  @Mutation(() => SettingsPayloadType, { description: "Says how customers are compared from now on." })
  setScreeningSettings(
    @Arg("input", () => SetSettingsInputType, { description: "The settings." }) input: SetSettingsInputType,
    @Ctx() request: RequestContext,
  ): Promise<SettingsPayloadType> {
    const work = async () => ({
      settings: (await setScreeningSettings(signedIn(request), input)) as ScreeningSettingsType,
    });
    return answered(work, { settings: null });
  }
}
