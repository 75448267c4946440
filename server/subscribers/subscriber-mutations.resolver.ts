import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { findRun } from "../provisioning/run-view.ts";
import { toRun, type ProvisioningRunType } from "../provisioning/run.type.ts";
import { assignAddon, removeAddon } from "./change-addons.ts";
import { changePackage, type ChangedSubscriber } from "./change-package.ts";
import { createSubscriber } from "./create-subscriber.ts";
import { deleteSubscriber } from "./delete-subscriber.ts";
import { findSubscribers } from "./subscriber-loaders.ts";
import {
  ChangePackageInputType,
  CreateSubscriberInputType,
  DeleteSubscriberInputType,
  SubscriberAddonInputType,
  SubscriberPayloadType,
} from "./subscriber-payloads.type.ts";
import { toSubscriber, type SubscriberType } from "./subscriber.type.ts";

export async function runNow(context: Context, runId: string | null): Promise<ProvisioningRunType | null> {
  const run = runId === null ? null : await findRun(context, runId);
  return run === null ? null : toRun(run);
}

/** As they are after the verb. */
function answer(
  request: RequestContext,
  verb: (context: Context) => Promise<ChangedSubscriber>,
): Promise<SubscriberPayloadType> {
  const context = signedIn(request);
  return answered<Omit<SubscriberPayloadType, "userErrors">>(
    async () => {
      const { subscriberId, runId } = await verb(context);
      const row = (await findSubscribers(context, [subscriberId])).get(subscriberId);
      // A run that is quick has deleted them before they are read.
      const subscriber = row === undefined ? null : (toSubscriber(row) as SubscriberType);
      return { subscriber, run: await runNow(context, runId) };
    },
    { subscriber: null, run: null },
  );
}

@Resolver()
export class SubscriberMutationsResolver {
  @Requires("subscriber.edit")
  @Mutation(() => SubscriberPayloadType, { description: "A new person of a customer, with exactly one package." })
  createSubscriber(
    @Arg("input", () => CreateSubscriberInputType, { description: "The person." }) input: CreateSubscriberInputType,
    @Ctx() request: RequestContext,
  ): Promise<SubscriberPayloadType> {
    return answer(request, (context) => createSubscriber(context, input));
  }

  @Requires("subscriber.edit")
  @Mutation(() => SubscriberPayloadType, { description: "Gives somebody another package instead of theirs." })
  changePackage(
    @Arg("input", () => ChangePackageInputType, { description: "Whose, and which." }) input: ChangePackageInputType,
    @Ctx() request: RequestContext,
  ): Promise<SubscriberPayloadType> {
    return answer(request, (context) => changePackage(context, input));
  }

  @Requires("subscriber.edit")
  @Mutation(() => SubscriberPayloadType, { description: "Gives somebody an add-on beside their package." })
  assignAddon(
    @Arg("input", () => SubscriberAddonInputType, { description: "Whose, and which." }) input: SubscriberAddonInputType,
    @Ctx() request: RequestContext,
  ): Promise<SubscriberPayloadType> {
    return answer(request, (context) => assignAddon(context, input));
  }

  @Requires("subscriber.edit")
  @Mutation(() => SubscriberPayloadType, { description: "Takes an add-on from somebody." })
  removeAddon(
    @Arg("input", () => SubscriberAddonInputType, { description: "Whose, and which." }) input: SubscriberAddonInputType,
    @Ctx() request: RequestContext,
  ): Promise<SubscriberPayloadType> {
    return answer(request, (context) => removeAddon(context, input));
  }

  @Requires("subscriber.delete")
  @Mutation(() => SubscriberPayloadType, {
    description: "Ends what somebody has. They are gone, and their seat is free, when the run has ended.",
  })
  deleteSubscriber(
    @Arg("input", () => DeleteSubscriberInputType, { description: "Who." }) input: DeleteSubscriberInputType,
    @Ctx() request: RequestContext,
  ): Promise<SubscriberPayloadType> {
    return answer(request, (context) => deleteSubscriber(context, input));
  }
}
