import { encodeId } from "@tierline/shared/id.ts";
import type { Channel } from "@tierline/shared/kinds.ts";
import { retriesAllowed, type RunState } from "@tierline/shared/run-state.ts";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Sentence, Words } from "@tierline/shared/sentence.ts";
import { ChannelEnum } from "../kernel/channel.type.ts";
import { connectionOf } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import type { RunKind, WaitReason } from "./run.entity.ts";
import { RunActionKindEnum, RunKindEnum, RunStateEnum, WaitReasonEnum, type RunActionKind } from "./run.enums.ts";
import type { RunView } from "./run-model.ts";
import { RunErrorType, toRunError } from "./task.type.ts";

@ObjectType("RunAction", { description: "Something that a person may do with a run, or why not." })
export class RunActionType {
  @Field(() => RunActionKindEnum, { description: "What." })
  action: RunActionKind;

  @Field(() => Boolean, { description: "Whether you may do it now." })
  isAllowed: boolean;

  @Field(() => String, { nullable: true, description: "Why not; null when you may." })
  reason: Sentence | null;
}

@ObjectType("RunVariable", { description: "A value that a run was started with, or a secret that it made." })
export class RunVariableType {
  @Field(() => String, { description: "Its path, e.g. customer.name." })
  key: string;

  @Field(() => String, { description: "The value as text; dots for a secret." })
  value: string;

  @Field(() => Boolean, { description: "Whether the value is kept from you." })
  isSecret: boolean;
}

@ObjectType("ProvisioningRun", {
  implements: NodeType,
  description:
    "One execution of a playbook with values frozen at its start. It goes on whether or not anybody watches.",
})
export class ProvisioningRunType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  view: RunView;

  @Field(() => Int, { description: "Short number, unique with its reseller." })
  number: number;

  @Field(() => RunKindEnum, { description: "What it is for." })
  kind: RunKind;

  @Field(() => RunStateEnum, { description: "Where it stands." })
  state: RunState;

  @Field(() => ChannelEnum, { description: "Through what it was started." })
  origin: Channel;

  @Field(() => WaitReasonEnum, { nullable: true, description: "What it waits for; null when it does not wait." })
  waitingFor: WaitReason | null;

  @Field(() => Date, { nullable: true, description: "Until when it waits; null where that is open." })
  waitingUntil: Date | null;

  @Field(() => Int, {
    description:
      "Grows with every change. Hand it in with what you do, so that nothing is done to a run you have not seen.",
  })
  sequence: number;

  @Field(() => String, { description: "What it does, for whom." })
  title: Words;

  @Field(() => String, { description: "Key of its playbook." })
  playbookKey: string;

  @Field(() => Int, { description: "Version of the playbook that it is pinned to." })
  playbookVersion: number;

  @Field(() => Int, { description: "How often a person has retried it." })
  retriesUsed: number;

  @Field(() => Int, { description: "How often a person may retry it before an operator has to look at it." })
  retriesAllowed: number;

  @Field(() => String, { description: "Who started it." })
  startedBy: string;

  @Field(() => Date, { description: "When it was recorded." })
  queuedAt: Date;

  @Field(() => Date, { nullable: true, description: "When a worker began it." })
  startedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it came to an end; null while it has not, and again after a retry.",
  })
  finishedAt: Date | null;

  @Field(() => RunErrorType, { nullable: true, description: "Why it failed, or why it was rolled back." })
  error: RunErrorType | null;
}

export function toRun(view: RunView): ProvisioningRunType {
  return Object.assign(new ProvisioningRunType(), {
    view,
    id: encodeId("run", view.id),
    number: view.number,
    kind: view.kind,
    state: view.state,
    origin: view.origin,
    waitingFor: view.waitingFor,
    waitingUntil: view.waitingUntil,
    sequence: view.sequence,
    title: view.title,
    playbookKey: view.playbookKey,
    playbookVersion: view.playbookNumber,
    retriesUsed: view.retriesUsed,
    retriesAllowed,
    startedBy: view.startedBy,
    queuedAt: view.queuedAt,
    startedAt: view.startedAt,
    finishedAt: view.finishedAt,
    error: toRunError(view.error),
  });
}

@ObjectType("RunErrorGroup", { description: "Failed runs of one cause." })
export class RunErrorGroupType {
  @Field(() => String, { description: "The code that they share." })
  code: string;

  @Field(() => String, { description: "What happened to the latest of them." })
  message: Words;

  @Field(() => String, {
    nullable: true,
    description: "Key of the connector at which they failed; null when it was within Tierline.",
  })
  connector: string | null;

  @Field(() => Int, { description: "How many they are." })
  count: number;

  @Field(() => Date, { description: "When the latest of them failed." })
  latestAt: Date;
}

@ObjectType("ProvisioningRunConnection", { description: "A page of runs, newest first." })
export class ProvisioningRunConnectionType extends connectionOf("ProvisioningRun", () => ProvisioningRunType) {}

@InputType("ProvisioningRunFilter", { description: "Which runs; what is absent leaves nothing out." })
export class ProvisioningRunFilterInput {
  @Field(() => [RunStateEnum], { nullable: true, description: "Only those in these states." })
  state?: RunState[] | null;

  @Field(() => RunKindEnum, { nullable: true, description: "Only those of this kind." })
  kind?: RunKind | null;

  @Field(() => String, { nullable: true, description: "Only those of this playbook." })
  playbookKey?: string | null;

  @Field(() => ID, { nullable: true, description: "Only those for this customer." })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: "Only those of this service." })
  serviceId?: string | null;

  @Field(() => String, { nullable: true, description: "Only failed ones with this code." })
  errorCode?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Only those that you started." })
  isMine?: boolean | null;

  @Field(() => String, { nullable: true, description: "A number, or words of the title." })
  search?: string | null;
}
