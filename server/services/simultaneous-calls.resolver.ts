import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { may, Requires } from "../kernel/requires.ts";
import { answered, UserErrorType } from "../kernel/user-error.type.ts";
import { findRun } from "../provisioning/run-view.ts";
import { ProvisioningRunType, toRun } from "../provisioning/run.type.ts";
import { callsMaxOfLine } from "./calls-max.ts";
import { serviceIdOf } from "./service-id.ts";
import { serviceNow } from "./service-rows.ts";
import { ServiceNode } from "./service.type.ts";
import { setSimultaneousCalls } from "./set-simultaneous-calls.ts";

@InputType("SetSimultaneousCallsInput", { description: "Which line, and how many calls it may have at a time." })
export class SetSimultaneousCallsInputType {
  @Field(() => ID, { description: "Made by the caller; the same key has one effect and one answer." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the service, a voice line." })
  id: string;

  @Field(() => Int, { description: "The version that was read; another one in between makes it STALE." })
  version: number;

  @Field(() => Int, { description: "Calls at a time, from 1 to the service's simultaneousCallsMax." })
  simultaneousCalls: number;
}

@ObjectType("SetSimultaneousCallsPayload", {
  description: "The service and the run that tells the network, or why it was refused.",
})
export class SetSimultaneousCallsPayload {
  @Field(() => ServiceNode, { nullable: true, description: "The service; null when refused." })
  service: ServiceNode | null;

  @Field(() => ProvisioningRunType, {
    nullable: true,
    description: "The run that tells the network; null when refused, and for who may not see runs.",
  })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when the run has begun." })
  userErrors: UserErrorType[];
}

type Changed = Omit<SetSimultaneousCallsPayload, "userErrors">;

@Resolver(() => ServiceNode)
export class SimultaneousCallsResolver {
  @Requires("line.manage")
  @Mutation(() => SetSimultaneousCallsPayload, {
    description: "Sets how many calls at a time a voice line may have; the network is told by a run.",
  })
  setSimultaneousCalls(
    @Arg("input", () => SetSimultaneousCallsInputType, { description: "Which line, and how many." })
    input: SetSimultaneousCallsInputType,
    @Ctx() request: RequestContext,
  ): Promise<SetSimultaneousCallsPayload> {
    const context = signedIn(request);
    const { id, ...rest } = input;
    return answered<Changed>(
      async () => {
        const { serviceId, runId } = await setSimultaneousCalls(context, { ...rest, serviceId: serviceIdOf(id) });
        const run = may(request, "run.view") ? await findRun(context, runId) : null;
        return { service: await serviceNow(request, serviceId), run: run === null ? null : toRun(run) };
      },
      { service: null, run: null },
    );
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "Calls at a time that the line may be let at most: the least that its plan and its customer are allowed; null: nobody says, or no voice line.",
  })
  simultaneousCallsMax(@Root() { row }: ServiceNode, @Ctx() context: RequestContext): Promise<number | null> {
    return callsMaxOfLine(context).load(row.id);
  }
}
