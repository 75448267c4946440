import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { may, Requires } from "../kernel/requires.ts";
import { answered, UserErrorType } from "../kernel/user-error.type.ts";
import { findRun } from "../provisioning/run-view.ts";
import { ProvisioningRunType, toRun } from "../provisioning/run.type.ts";
import { serviceIdOf } from "./service-id.ts";
import { serviceNow } from "./service-rows.ts";
import { ServiceNode } from "./service.type.ts";
import { resumeService, suspendService } from "./suspend-service.ts";

@InputType("SuspendServiceInput", { description: "Which service to suspend, or to resume." })
export class SuspendServiceInput {
  @Field(() => ID, { description: "Made by the caller; the same key has one effect and one answer." })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the service." })
  id: string;

  @Field(() => Int, { description: "The version that was read; another one in between makes it STALE." })
  version: number;

  @Field(() => String, { nullable: true, description: "Why, up to 2,000 characters; told in the audit trail." })
  note?: string | null;
}

@ObjectType("SuspendServicePayload", {
  description: "The service and the run that tells the network, or why it was refused.",
})
export class SuspendServicePayload {
  @Field(() => ServiceNode, { nullable: true, description: "The service; null when refused." })
  service: ServiceNode | null;

  @Field(() => ProvisioningRunType, {
    nullable: true,
    description:
      "The run that tells the network; null when it had not to be told, when refused, and for who may not see runs.",
  })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it is done or has begun." })
  userErrors: UserErrorType[];
}

type Changed = Omit<SuspendServicePayload, "userErrors">;

@Resolver()
export class SuspendServiceResolver {
  @Requires("service.suspend")
  @Mutation(() => SuspendServicePayload, {
    description:
      "Takes a service off the network until somebody resumes it: the reason MANUAL. Nothing it has is lost, and no payment brings it back.",
  })
  suspendService(
    @Arg("input", () => SuspendServiceInput, { description: "Which service." }) input: SuspendServiceInput,
    @Ctx() request: RequestContext,
  ): Promise<SuspendServicePayload> {
    return changed(request, input, suspendService);
  }

  @Requires("service.suspend")
  @Mutation(() => SuspendServicePayload, {
    description:
      "Takes the reason MANUAL back: the service is active again unless it is suspended for something else too.",
  })
  resumeService(
    @Arg("input", () => SuspendServiceInput, { description: "Which service." }) input: SuspendServiceInput,
    @Ctx() request: RequestContext,
  ): Promise<SuspendServicePayload> {
    return changed(request, input, resumeService);
  }
}

function changed(request: RequestContext, { id, ...rest }: SuspendServiceInput, verb: typeof suspendService) {
  return answered<Changed>(
    async () => {
      const { serviceId, runId } = await verb(signedIn(request), { ...rest, serviceId: serviceIdOf(id) });
      const run = runId !== null && may(request, "run.view") ? await findRun(signedIn(request), runId) : null;
      return { service: await serviceNow(request, serviceId), run: run === null ? null : toRun(run) };
    },
    { service: null, run: null },
  );
}
