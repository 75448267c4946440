import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { ProvisioningRunType } from "./run.type.ts";

const sequenceText = "The run's sequence as you saw it; another one now is refused with STALE.";

@InputType("RetryProvisioningRunInput", { description: "Which run to retry." })
export class RetryProvisioningRunInput {
  @Field(() => ID, { description: "Id of the run." })
  id: string;

  @Field(() => Int, { description: sequenceText })
  sequence: number;
}

@InputType("RollBackProvisioningRunInput", { description: "Which run to roll back." })
export class RollBackProvisioningRunInput {
  @Field(() => ID, { description: "Id of the run." })
  id: string;

  @Field(() => Int, { description: sequenceText })
  sequence: number;
}

@InputType("CancelProvisioningRunInput", { description: "Which run to cancel." })
export class CancelProvisioningRunInput {
  @Field(() => ID, { description: "Id of the run." })
  id: string;

  @Field(() => Int, { description: sequenceText })
  sequence: number;
}

@InputType("CompleteManualTaskInput", { description: "Which task was done by a person." })
export class CompleteManualTaskInput {
  @Field(() => ID, { description: "Id of the run." })
  runId: string;

  @Field(() => String, { description: "Key of the task." })
  taskKey: string;

  @Field(() => Int, { description: sequenceText })
  sequence: number;

  @Field(() => String, { nullable: true, description: "What is to be remembered of it, e.g. the number of a ticket." })
  note?: string | null;
}

@ObjectType()
abstract class RunPayload {
  @Field(() => ProvisioningRunType, { nullable: true, description: "The run as it is now; null when refused." })
  run: ProvisioningRunType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })
  userErrors: UserErrorType[];
}

@ObjectType("RetryProvisioningRunPayload", { description: "The run that goes on, or why not." })
export class RetryProvisioningRunPayload extends RunPayload {}

@ObjectType("RollBackProvisioningRunPayload", { description: "The run that is being rolled back, or why not." })
export class RollBackProvisioningRunPayload extends RunPayload {}

@ObjectType("CancelProvisioningRunPayload", { description: "The run that stops, or why not." })
export class CancelProvisioningRunPayload extends RunPayload {}

@ObjectType("CompleteManualTaskPayload", { description: "The run that goes on, or why not." })
export class CompleteManualTaskPayload extends RunPayload {}
