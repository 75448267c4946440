import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from "type-graphql";
import { findItems } from "../inventory/item.ts";
import { toItemType } from "../inventory/item.type.ts";
import { signedIn, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered, UserErrorType } from "../kernel/user-error.type.ts";
import { findRun } from "../provisioning/run-view.ts";
import { ProvisioningRunType, toRun } from "../provisioning/run.type.ts";
import { checkHealth } from "./check-health.ts";
import { handOver } from "./hand-over.ts";
import { revealSecret } from "./reveal-secret.ts";
import { serviceIdOf } from "./service-id.ts";
import {
  CheckServiceHealthInput,
  CheckServiceHealthPayload,
  RecordHandOverInput,
  RecordHandOverPayload,
  RevealServiceSecretInput,
  RevealServiceSecretPayload,
  TerminateServiceInput,
} from "./service-payloads.type.ts";
import { serviceNow } from "./service-rows.ts";
import { ServiceNode } from "./service.type.ts";
import { terminateService } from "./terminate-service.ts";

@ObjectType("TerminateServicePayload", { description: "The service and the run that ends it, or why it was refused." })
export class TerminateServicePayload {
  @Field(() => ServiceNode, { nullable: true, description: "The service; null when refused." })
  service: ServiceNode | null;

  @Field(() => ProvisioningRunType, { nullable: true, description: "The run that ends it; null when refused." })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when its end has begun." })
  userErrors: UserErrorType[];
}

@Resolver()
export class ServiceMutationsResolver {
  @Requires("service.terminate")
  @Mutation(() => TerminateServicePayload, { description: "Begins the run that ends a service for good." })
  terminateService(
    @Arg("input", () => TerminateServiceInput, { description: "Which service, confirmed by its name." })
    input: TerminateServiceInput,
    @Ctx() request: RequestContext,
  ): Promise<TerminateServicePayload> {
    const context = signedIn(request);
    const { id, ...rest } = input;
    return answered<Ended>(
      async () => {
        const { serviceId, runId } = await terminateService(context, { ...rest, serviceId: serviceIdOf(id) });
        const run = await findRun(context, runId);
        invariant(run !== null, "a run that was just started can be read");
        return { service: await serviceNow(request, serviceId), run: toRun(run) };
      },
      { service: null, run: null },
    );
  }

  @Requires("service.check")
  @Mutation(() => CheckServiceHealthPayload, { description: "Asks the network what it knows of a service." })
  checkServiceHealth(
    @Arg("input", () => CheckServiceHealthInput, { description: "Which service." }) input: CheckServiceHealthInput,
    @Ctx() request: RequestContext,
  ): Promise<CheckServiceHealthPayload> {
    const context = signedIn(request);
    return answered<Omit<CheckServiceHealthPayload, "userErrors">>(
      async () => {
        const probes = await checkHealth(context, serviceIdOf(input.id));
        const checkedAt = context.clock.now();
        return {
          service: await serviceNow(request, serviceIdOf(input.id)),
          probes: probes.map((probe) => ({ ...probe, checkedAt })),
        };
      },
      { service: null, probes: [] },
    );
  }

  @Requires("inventory.sell")
  @Mutation(() => RecordHandOverPayload, { description: "Notes that the customer was handed what the service uses." })
  recordHandOver(
    @Arg("input", () => RecordHandOverInput, { description: "What was handed over." }) input: RecordHandOverInput,
    @Ctx() request: RequestContext,
  ): Promise<RecordHandOverPayload> {
    const context = signedIn(request);
    const { idempotencyKey, note = null } = input;
    return answered<Omit<RecordHandOverPayload, "userErrors">>(
      async () => {
        const itemIds = await handOver(context, { idempotencyKey, note, serviceId: serviceIdOf(input.serviceId) });
        const items = [...(await findItems(context, itemIds)).values()].map(toItemType);
        return { service: await serviceNow(request, serviceIdOf(input.serviceId)), items };
      },
      { service: null, items: [] },
    );
  }

  @Requires("service.reveal")
  @Mutation(() => RevealServiceSecretPayload, { description: "Shows a password that provisioning has made, once." })
  revealServiceSecret(
    @Arg("input", () => RevealServiceSecretInput, { description: "Which password." }) input: RevealServiceSecretInput,
    @Ctx() request: RequestContext,
  ): Promise<RevealServiceSecretPayload> {
    const verb = async () => ({ value: await revealSecret(signedIn(request), serviceIdOf(input.id), input.key) });
    return answered<{ value: string | null }>(verb, { value: null });
  }
}

type Ended = Omit<TerminateServicePayload, "userErrors">;
