import type { Words } from "@tierline/shared/sentence.ts";
import { Field, Int, ObjectType } from "type-graphql";
import type { PlannedTask } from "./plan-run.ts";
import type { TaskKind } from "./run.entity.ts";
import { TaskKindEnum } from "./run.enums.ts";

@ObjectType("PlannedCall", {
  description: "A call to an outside system as it will be made. Secrets and what is not known yet are masked.",
})
export class PlannedCallType {
  @Field(() => String, { description: "Key of the connector." })
  connector: string;

  @Field(() => String, { description: "HTTP method, JSON-RPC method, SQL, SMTP …" })
  method: string;

  @Field(() => String, { description: "What is addressed: path, table, recipient." })
  target: string;

  @Field(() => String, { nullable: true, description: "What is sent." })
  body: string | null;
}

@ObjectType("PlannedTask", {
  description: "What one task of a playbook will do, found out by the code that will do it.",
})
export class PlannedTaskType {
  @Field(() => String, { description: "Key of the task within its playbook." })
  key: string;

  @Field(() => String, { description: "What people read while it runs." })
  title: Words;

  @Field(() => String, { nullable: true, description: "What it will do here, in one line." })
  detail: Words | null;

  @Field(() => TaskKindEnum, { description: "How it is done." })
  kind: TaskKind;

  @Field(() => [String], { description: "Keys of the tasks that come before." })
  needs: string[];

  @Field(() => Boolean, { description: "Whether the run goes on, with a warning, when it fails." })
  ignoresErrors: boolean;

  @Field(() => Int, { description: "How long it may take, all attempts together." })
  deadlineSeconds: number;

  @Field(() => [PlannedCallType], { description: "The calls it will make outside." })
  calls: PlannedCallType[];
}

export function toPlannedTask(task: PlannedTask): PlannedTaskType {
  return { ...task, needs: [...task.needs], calls: task.calls.map((call) => ({ ...call })) };
}
