import type { Words } from "@tierline/shared/sentence.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";

export const labFaults = ["NONE", "REFUSE", "SLOW", "HANG", "LOSE_ANSWER", "GARBAGE"] as const;
export type LabFault = (typeof labFaults)[number];

const LabFaultEnum = enumOf<LabFault>(labFaults);
registerEnumType(LabFaultEnum, {
  name: "LabFault",
  description: "How an element of the demo network is broken.",
  valuesConfig: {
    NONE: { description: "It is well." },
    REFUSE: { description: "It takes no connections." },
    SLOW: { description: "It answers after two seconds." },
    HANG: { description: "It takes the request and never answers." },
    LOSE_ANSWER: {
      description:
        "It does what it is asked and hangs up without an answer, also when it is then asked whether it did.",
    },
    GARBAGE: { description: "It answers with something that is not its protocol." },
  },
});

@ObjectType("LabElement", { description: "One element of the demo network." })
export class LabElementType {
  @Field(() => String, { description: "Names it: ocs, register, http, mail, sip, radius, payments." })
  key: string;

  @Field(() => String, { description: "What people call it." })
  title: Words;

  @Field(() => String, { description: "What it speaks." })
  protocol: string;

  @Field(() => LabFaultEnum, { description: "How it is broken right now." })
  fault: LabFault;

  @Field(() => Int, { description: "How many of the newest 1,000 calls it received." })
  calls: number;

  @Field(() => Boolean, { description: "Whether it takes connections." })
  isUp: boolean;
}

@ObjectType("LabCall", { description: "One call that the demo network received, with secrets masked." })
export class LabCallType {
  @Field(() => ID, { description: "Grows from call to call." })
  id: string;

  @Field(() => Date, { description: "When it arrived." })
  at: Date;

  @Field(() => String, { description: "Key of the element that received it." })
  element: string;

  @Field(() => String, { description: "HTTP or JSON-RPC method, SQL or SMTP." })
  method: string;

  @Field(() => String, { description: "What was addressed." })
  target: string;

  @Field(() => String, { description: "What was asked." })
  request: string;

  @Field(() => String, { description: "What it changed, in a few words; empty when nothing." })
  response: string;
}

@ObjectType("LabWorker", { description: "A worker process on the server's machine." })
export class LabWorkerType {
  @Field(() => ID, { description: "Id of the worker." })
  id: string;

  @Field(() => Int, { description: "Its process id." })
  pid: number;

  @Field(() => Date, { description: "When it started." })
  startedAt: Date;

  @Field(() => Int, { description: "How many runs it is in charge of." })
  runsInHand: number;
}

@ObjectType("Lab", { description: "The demo network: real protocols, no real network." })
export class LabType {
  @Field(() => Boolean, { description: "False where no lab belongs to this installation, or it does not answer." })
  isRunning: boolean;

  @Field(() => [LabElementType], { description: "Its elements, each with a switch." })
  elements: LabElementType[];

  @Field(() => String, {
    nullable: true,
    description: "Page with the mails that it received, on the server's machine.",
  })
  mailboxUrl: string | null;

  @Field(() => [LabWorkerType], { description: "Workers that can be killed to watch another take over." })
  workers: LabWorkerType[];
}

@InputType("SetLabFaultInput", { description: "Which element to break or mend." })
export class SetLabFaultInput {
  @Field(() => String, { description: "Key of the element." })
  element: string;

  @Field(() => LabFaultEnum, { description: "How to break it; NONE mends it." })
  fault: LabFault;
}

@ObjectType("SetLabFaultPayload", { description: "The lab after the switch." })
export class SetLabFaultPayload {
  @Field(() => LabType, { nullable: true, description: "The lab; null when refused." })
  lab: LabType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })
  userErrors: UserErrorType[];
}

@InputType("KillLabWorkerInput", { description: "Which worker to kill." })
export class KillLabWorkerInput {
  @Field(() => ID, { description: "Id of the worker." })
  id: string;
}

@ObjectType("KillLabWorkerPayload", { description: "The lab after the worker was killed." })
export class KillLabWorkerPayload {
  @Field(() => LabType, { nullable: true, description: "The lab; null when refused." })
  lab: LabType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was done." })
  userErrors: UserErrorType[];
}
