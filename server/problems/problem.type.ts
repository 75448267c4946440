import { encodeId } from "@tierline/shared/id.ts";
import { problemStates, ticketStates, type ProblemState, type TicketState } from "@tierline/shared/problem-state.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { ProblemRow, TicketRow } from "./problem.entity.ts";

export const ProblemStateEnum = enumOf<ProblemState>(problemStates);
registerEnumType(ProblemStateEnum, {
  name: "ProblemState",
  description: "Where a problem stands.",
  valuesConfig: {
    OPEN: { description: "With the customer's support contacts and its reseller." },
    ESCALATED: { description: "A tier above has been asked for help." },
    CLOSED: { description: "Done with." },
  },
});

export const TicketStateEnum = enumOf<TicketState>(ticketStates);
registerEnumType(TicketStateEnum, {
  name: "TicketState",
  description: "Whether the tier above has answered.",
  valuesConfig: {
    OPEN: { description: "Waits for an answer." },
    CLOSED: { description: "Answered, or needed no more." },
  },
});

@ObjectType("Ticket", { implements: NodeType, description: "What one tier asks the one above it about a problem." })
export class TicketType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: TicketRow;

  @Field(() => String, { nullable: true, description: "What was said to the tier above." })
  note: string | null;

  @Field(() => String, { description: "Who asked." })
  openedBy: string;

  @Field(() => Date, { description: "When." })
  openedAt: Date;

  @Field(() => TicketStateEnum, { description: "Whether it is answered." })
  state: TicketState;

  @Field(() => String, { nullable: true, description: "What the tier above said." })
  answer: string | null;

  @Field(() => String, { nullable: true, description: "Who said it." })
  answeredBy: string | null;

  @Field(() => Date, { nullable: true, description: "When it was closed." })
  closedAt: Date | null;
}

export function toTicket(row: TicketRow): TicketType {
  const { note = null, openedBy, openedAt, state, answer = null, answeredBy = null, closedAt = null } = row;
  const id = encodeId("tkt", row.id);
  return Object.assign(new TicketType(), { row, id, note, openedBy, openedAt, state, answer, answeredBy, closedAt });
}

@ObjectType("Problem", {
  implements: NodeType,
  description: "What somebody reported about a customer's services, and what became of it.",
})
export class ProblemType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: ProblemRow;

  @Field(() => String, { nullable: true, description: "What it is about besides a service, as it was reported." })
  application: string | null;

  @Field(() => String, { description: "What does not work, in the reporter's words." })
  text: string;

  @Field(() => String, { description: "Who reported it." })
  reporter: string;

  @Field(() => ProblemStateEnum, { description: "Where it stands." })
  state: ProblemState;

  @Field(() => Date, { description: "When it was reported." })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: "When it was closed." })
  closedAt: Date | null;

  @Field(() => String, { nullable: true, description: "What was said when it was closed." })
  closing: string | null;

  @Field(() => Int, { description: "Support contacts it was mailed to; of none, the reseller's own people are told." })
  contactsTold: number;
}

export function toProblem(row: ProblemRow): ProblemType {
  const { application = null, text, reporter, state, createdAt, closedAt = null, closing = null } = row;
  return Object.assign(new ProblemType(), {
    row,
    id: encodeId("prb", row.id),
    application,
    text,
    reporter,
    state,
    createdAt,
    closedAt,
    closing,
    contactsTold: row.mailed,
  });
}

@ObjectType("ProblemConnection", { description: "A page of problems." })
export class ProblemConnectionType extends connectionOf("Problem", () => ProblemType) {
  @Field(() => TotalCountType, { description: "How many problems match." })
  totalCount: TotalCountType;
}

@InputType("ProblemFilter", { description: "Which problems; all conditions must hold." })
export class ProblemFilterInput {
  @Field(() => [ProblemStateEnum], { nullable: true, description: "One of these states." })
  state?: ProblemState[] | null;

  @Field(() => ID, { nullable: true, description: "Of this customer." })
  customerId?: string | null;
}

@InputType("ReportProblemInput", { description: "What does not work." })
export class ReportProblemInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "Id of the customer; your own, where you belong to one." })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: "The customer's service that it is about." })
  serviceId?: string | null;

  @Field(() => String, { nullable: true, description: "What it is about besides a service, e.g. a program." })
  application?: string | null;

  @Field(() => String, { description: "What does not work, up to 2,000 characters." })
  text: string;
}

@InputType("EscalateProblemInput", { description: "A problem with which the tier above shall help." })
export class EscalateProblemInputType {
  @Field(() => ID, { description: "Id of the problem." })
  id: string;

  @Field(() => String, { nullable: true, description: "What you say to the tier above." })
  text?: string | null;
}

@InputType("AnswerTicketInput", { description: "An answer to the tier below." })
export class AnswerTicketInputType {
  @Field(() => ID, { description: "Id of the ticket." })
  id: string;

  @Field(() => String, { description: "What you answer." })
  text: string;
}

@InputType("CloseProblemInput", { description: "A problem that is done with." })
export class CloseProblemInputType {
  @Field(() => ID, { description: "Id of the problem." })
  id: string;

  @Field(() => String, { nullable: true, description: "What you say to whoever reported it." })
  text?: string | null;
}

@ObjectType("ProblemPayload", { description: "Result of a mutation of a problem." })
export class ProblemPayloadType {
  @Field(() => ProblemType, { nullable: true, description: "The problem; null when refused." })
  problem: ProblemType | null;

  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}
