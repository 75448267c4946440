import { playbookJsonSchema } from "@tierline/shared/playbook.ts";
import { say } from "@tierline/shared/sentence.ts";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { OfferingType } from "../catalog/offering.type.ts";
import { toTotalCount, TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { invariant } from "../kernel/rejection.ts";
import { may, Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { provisioningOf } from "../provisioning/parts.ts";
import { parsePlaybook } from "../provisioning/playbook-document.ts";
import { PlannedTaskType, toPlannedTask } from "../provisioning/planned-task.type.ts";
import { ProvisioningRunType } from "../provisioning/run.type.ts";
import { variableNames } from "../services/run-variables.ts";
import { inputSchemaOf, languageOf } from "./action-language.ts";
import { checkDocument } from "./check-document.ts";
import { tasksOfDocument } from "./planned-tasks.ts";
import {
  countPlaybooks,
  findPlaybook,
  listPlaybooks,
  offeringCountOf,
  playbookById,
  playbookOfVersion,
  versionsOf,
} from "./playbook-rows.ts";
import {
  PlaybookConnectionType,
  PlaybookLanguageType,
  PlaybookType,
  PlaybookVersionType,
  SavePlaybookInput,
  SavePlaybookPayload,
  toPlaybook,
  toVersion,
  ValidatePlaybookInput,
  ValidatePlaybookPayload,
} from "./playbook.type.ts";
import { savePlaybook } from "./save-playbook.ts";

@Resolver(() => PlaybookType)
export class PlaybookResolver {
  @Requires("playbook.view")
  @Query(() => PlaybookType, { nullable: true, description: "A playbook by its key; null when none has it for you." })
  async playbook(
    @Arg("key", () => String, { description: "Key of the playbook." }) key: string,
    @Ctx() context: RequestContext,
  ): Promise<PlaybookType | null> {
    const row = await findPlaybook(signedIn(context), key);
    return row === null ? null : toPlaybook(row);
  }

  @Requires("playbook.view")
  @Query(() => PlaybookConnectionType, { description: "Playbooks that you can use, by key." })
  playbooks(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." })
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<Page<PlaybookType>> {
    return listPlaybooks(context, { first, after });
  }

  @Requires("playbook.view")
  @Query(() => PlaybookLanguageType, { description: "Everything a playbook can be written with." })
  playbookLanguage(@Ctx() context: RequestContext): PlaybookLanguageType {
    const actions = [...provisioningOf(context).actions.values()].map((action) => ({
      key: action.key,
      title: action.title,
      description: action.description,
      kind: action.kind,
      connector: action.connector ?? null,
      inputSchema: inputSchemaOf(action),
      outputs: [...action.outputs],
      hasUndo: action.undo !== undefined,
      hasVerify: action.verify !== undefined,
    }));
    const variables = variableNames.map((key) => ({ key, description: say(`variable.${key}`), isSecret: false }));
    return { actions, variables, jsonSchema: JSON.stringify(playbookJsonSchema) };
  }

  @Requires("playbook.edit")
  @Mutation(() => SavePlaybookPayload, { description: "Saves a new version. Runs under way keep theirs." })
  savePlaybook(
    @Arg("input", () => SavePlaybookInput, { description: "The version." }) {
      note = null,
      ...input
    }: SavePlaybookInput,
    @Ctx() context: RequestContext,
  ): Promise<SavePlaybookPayload> {
    return answered(
      async () => {
        const { id, problems } = await savePlaybook(signedIn(context), { ...input, note });
        return { playbook: id === null ? null : await playbookById(context).load(id), problems: [...problems] };
      },
      { playbook: null, problems: [] },
    );
  }

  @Requires("playbook.edit")
  @Mutation(() => ValidatePlaybookPayload, { description: "Checks a document as saving would, and writes nothing." })
  validatePlaybook(
    @Arg("input", () => ValidatePlaybookInput, { description: "The document." }) {
      format,
      document,
    }: ValidatePlaybookInput,
    @Ctx() context: RequestContext,
  ): ValidatePlaybookPayload {
    const { actions } = provisioningOf(context);
    const checked = checkDocument(format, document, languageOf(actions));
    const tasks = checked.document === null ? [] : tasksOfDocument(checked.document, actions);
    return { problems: [...checked.problems], tasks: tasks.map(toPlannedTask), userErrors: [] };
  }

  @FieldResolver(() => [PlaybookVersionType], { description: "Its versions, newest first, a hundred at most." })
  async versions(@Root() { row }: PlaybookType, @Ctx() context: RequestContext): Promise<PlaybookVersionType[]> {
    return (await versionsOf(context).load(row.id)).map(toVersion);
  }

  @FieldResolver(() => PlaybookVersionType, { description: "Its newest version, which new runs take." })
  async latest(@Root() { row }: PlaybookType, @Ctx() context: RequestContext): Promise<PlaybookVersionType> {
    const [latest] = await versionsOf(context).load(row.id);
    invariant(latest !== undefined, "a playbook has at least one version");
    return toVersion(latest);
  }

  @FieldResolver(() => Int, { description: "How many offerings of your tiers are provisioned by it." })
  async offeringCount(@Root() { row }: PlaybookType, @Ctx() context: RequestContext): Promise<number> {
    return (await offeringCountOf(context).load(row.id)) ?? 0;
  }
}

@Resolver(() => PlaybookVersionType)
export class PlaybookVersionResolver {
  @FieldResolver(() => [PlannedTaskType], { description: "Its tasks in an order of their needs." })
  tasks(@Root() { format, document }: PlaybookVersionType, @Ctx() context: RequestContext): PlannedTaskType[] {
    const { actions } = provisioningOf(context);
    return tasksOfDocument(parsePlaybook(format, document), actions).map(toPlannedTask);
  }
}

@Resolver(() => PlaybookConnectionType)
export class PlaybookConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many playbooks you can use." })
  async totalCount(@Ctx() context: RequestContext): Promise<TotalCountType> {
    return toTotalCount(await countPlaybooks(context));
  }
}

@Resolver(() => OfferingType)
export class OfferingPlaybookResolver {
  @FieldResolver(() => PlaybookType, {
    nullable: true,
    description: "How it is provisioned; null where that is not for you to see.",
  })
  async playbook(@Root() { row }: OfferingType, @Ctx() context: RequestContext): Promise<PlaybookType | null> {
    return may(context, "playbook.view") ? playbookById(context).load(row.playbook) : null;
  }
}

@Resolver(() => ProvisioningRunType)
export class RunPlaybookResolver {
  @FieldResolver(() => PlaybookType, {
    nullable: true,
    description: "Its playbook; null where that is not for you to see.",
  })
  async playbook(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<PlaybookType | null> {
    return may(context, "playbook.view") ? playbookOfVersion(context).load(view.playbookVersionId) : null;
  }
}
