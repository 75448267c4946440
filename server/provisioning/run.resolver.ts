import { isPassed } from "@tierline/shared/task-state.ts";
import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { TotalCountType } from "../kernel/connection.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { Requires, require } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { answered } from "../kernel/user-error.type.ts";
import { exportRun } from "./export-run.ts";
import { listRuns, type RunPage } from "./list-runs.ts";
import { cancelRun, completeManualTask, retryRun, rollBackRun, type SeenRun } from "./operate-run.ts";
import { provisioningOf } from "./parts.ts";
import { actionsOf, variablesOf } from "./run-actions.ts";
import type { TaskModel } from "./run-model.ts";
import { runById, secretsOfRun, tasksOfRun } from "./run-view.ts";
import {
  CancelProvisioningRunInput,
  CancelProvisioningRunPayload,
  CompleteManualTaskInput,
  CompleteManualTaskPayload,
  RetryProvisioningRunInput,
  RetryProvisioningRunPayload,
  RollBackProvisioningRunInput,
  RollBackProvisioningRunPayload,
} from "./run.input.ts";
import {
  ProvisioningRunConnectionType,
  ProvisioningRunFilterInput,
  ProvisioningRunType,
  RunActionType,
  RunErrorGroupType,
  RunVariableType,
} from "./run.type.ts";
import { listTaskLog } from "./task-log.ts";
import { ProvisioningTaskType, TaskLogConnectionType, toTask } from "./task.type.ts";
import { watchRun } from "./watch-run.ts";

@Resolver(() => ProvisioningRunType)
export class RunResolver {
  @Requires("run.view")
  @Query(() => ProvisioningRunType, {
    nullable: true,
    description: "A run; null when none with this id exists for you.",
  })
  async provisioningRun(
    @Arg("id", () => ID, { description: "Id of the run." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ProvisioningRunType | null> {
    const uuid = decodeId("run", id);
    return uuid === null ? null : runById(context).load(uuid);
  }

  @Requires("run.view")
  @Query(() => ProvisioningRunConnectionType, { description: "Runs of your tier, newest first." })
  provisioningRuns(
    @Arg("filter", () => ProvisioningRunFilterInput, { nullable: true, description: "Which runs." })
    filter: ProvisioningRunFilterInput | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." })
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<RunPage> {
    return listRuns(signedIn(context), { filter, first, after });
  }

  @Requires("run.view")
  @Subscription(() => ProvisioningRunType, {
    name: "provisioningRun",
    description:
      "The whole run at once and after every change, coalesced: states rather than deltas, so that a reconnect misses nothing.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: RequestContext }) => {
      require(signedIn(context), "run.view");
      const id = decodeId("run", String(args["id"]));
      return eventsOf(context, (signal) => watchRun(signedIn(context), id, signal));
    },
  })
  provisioningRunChanges(
    @Root() run: ProvisioningRunType,
    @Arg("id", () => ID, { description: "Id of the run." }) _id: string,
  ): ProvisioningRunType {
    return run;
  }

  @Requires("run.operate")
  @Mutation(() => RetryProvisioningRunPayload, {
    description: "Goes on from the failed task; what is done stays done.",
  })
  retryProvisioningRun(
    @Arg("input", () => RetryProvisioningRunInput, { description: "Which run." }) input: RetryProvisioningRunInput,
    @Ctx() context: RequestContext,
  ): Promise<RetryProvisioningRunPayload> {
    return changed(context, retryRun(signedIn(context), seen(input)));
  }

  @Requires("run.operate")
  @Mutation(() => RollBackProvisioningRunPayload, { description: "Undoes what the run did, last first." })
  rollBackProvisioningRun(
    @Arg("input", () => RollBackProvisioningRunInput, { description: "Which run." })
    input: RollBackProvisioningRunInput,
    @Ctx() context: RequestContext,
  ): Promise<RollBackProvisioningRunPayload> {
    return changed(context, rollBackRun(signedIn(context), seen(input)));
  }

  @Requires("run.operate")
  @Mutation(() => CancelProvisioningRunPayload, {
    description: "Stops the run before its next task; one under way is waited for.",
  })
  cancelProvisioningRun(
    @Arg("input", () => CancelProvisioningRunInput, { description: "Which run." }) input: CancelProvisioningRunInput,
    @Ctx() context: RequestContext,
  ): Promise<CancelProvisioningRunPayload> {
    return changed(context, cancelRun(signedIn(context), seen(input)));
  }

  @Requires("run.operate")
  @Mutation(() => CompleteManualTaskPayload, { description: "Says that a task for a person is done; the run goes on." })
  completeManualTask(
    @Arg("input", () => CompleteManualTaskInput, { description: "Which task." }) input: CompleteManualTaskInput,
    @Ctx() context: RequestContext,
  ): Promise<CompleteManualTaskPayload> {
    const { runId: id, sequence, taskKey, note = null } = input;
    return changed(context, completeManualTask(signedIn(context), { ...seen({ id, sequence }), taskKey, note }));
  }

  @FieldResolver(() => [ProvisioningTaskType], { description: "Its tasks in an order of their needs." })
  async tasks(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<ProvisioningTaskType[]> {
    const { actions } = provisioningOf(context);
    return (await tasksOf(view, context)).map((task) => toTask(view.id, task, actions.get(task.action)));
  }

  @FieldResolver(() => Int, { description: "How many of its tasks are done, or failed and ignored." })
  async completedTasks(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<number> {
    return (await tasksOf(view, context)).filter(({ state }) => isPassed(state) && state !== "SKIPPED").length;
  }

  @FieldResolver(() => Int, { description: "How many tasks it has." })
  async totalTasks(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<number> {
    return (await tasksOf(view, context)).length;
  }

  @FieldResolver(() => [RunVariableType], {
    description: "The values it was started with, and the secrets it made, masked.",
  })
  async variables(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<RunVariableType[]> {
    return variablesOf(view, await secretsOfRun(context).load(view.id));
  }

  @FieldResolver(() => [RunActionType], { description: "What you may do with it now, or why not." })
  actions(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): RunActionType[] {
    return actionsOf(view, context);
  }

  @FieldResolver(() => String, { description: "The run with its tasks and log as one JSON text." })
  export(@Root() { view }: ProvisioningRunType, @Ctx() context: RequestContext): Promise<string> {
    return exportRun(context, view.id);
  }
}

async function tasksOf(
  view: ProvisioningRunType["view"],
  context: RequestContext,
): Promise<readonly Readonly<TaskModel>[]> {
  return view.tasks ?? tasksOfRun(context).load(view.id);
}

function seen({ id, sequence }: { id: string; sequence: number }): SeenRun {
  return { id: decodeId("run", id), sequence };
}

/** The run as it is after the verb, read anew. */
function changed(context: RequestContext, verb: Promise<string>) {
  return answered(
    async () => {
      const run = await runById(context)
        .clear(await verb)
        .load(await verb);
      if (run === null) throw notFound();
      return { run };
    },
    { run: null },
  );
}

@Resolver(() => ProvisioningTaskType)
export class TaskResolver {
  @FieldResolver(() => TaskLogConnectionType, { description: "What happened in its attempts, oldest first." })
  log(
    @Root() { runId, key }: ProvisioningTaskType,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." })
    after: string | null,
    @Ctx() context: RequestContext,
  ) {
    return listTaskLog(context, { runId, key }, { first, after });
  }
}

@Resolver(() => ProvisioningRunConnectionType)
export class RunConnectionResolver {
  @FieldResolver(() => TotalCountType, { description: "How many runs the filter leaves." })
  totalCount(@Root() page: RunPage): Promise<TotalCountType> {
    return page.countAll();
  }

  @FieldResolver(() => [RunErrorGroupType], {
    description: "The failed ones among them by cause, most frequent first.",
  })
  errorGroups(@Root() page: RunPage): Promise<RunErrorGroupType[]> {
    return page.errorGroups();
  }
}
