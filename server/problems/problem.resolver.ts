import { decodeId } from "@tierline/shared/id.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { may, require, Requires } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { answered } from "../kernel/user-error.type.ts";
import { NotificationType } from "../notifications/notification.type.ts";
import { resellerById } from "../resellers/reseller-loaders.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import { serviceById } from "../services/service-rows.ts";
import { ServiceNode } from "../services/service.type.ts";
import { answerTicket, closeProblem, escalateProblem } from "./handle-problem.ts";
import { listProblems, watchProblem, type ProblemPage } from "./list-problems.ts";
import { answersFor, problemById, ticketsOf } from "./problem-rows.ts";
import {
  AnswerTicketInputType,
  CloseProblemInputType,
  EscalateProblemInputType,
  ProblemConnectionType,
  ProblemFilterInput,
  ProblemPayloadType,
  ProblemType,
  ReportProblemInputType,
  TicketType,
  toProblem,
  toTicket,
} from "./problem.type.ts";
import { reportProblem } from "./report-problem.ts";

@Resolver(() => ProblemType)
export class ProblemResolver {
  @Requires("problem.view")
  @Query(() => ProblemType, { nullable: true, description: "A problem of your tier; null when none exists for you." })
  async problem(
    @Arg("id", () => ID, { description: "Id of the problem." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<ProblemType | null> {
    const uuid = decodeId("prb", id);
    const row = uuid === null ? null : await problemById(request).load(uuid);
    return row === null ? null : toProblem(row);
  }

  @Requires("problem.view")
  @Query(() => ProblemConnectionType, { description: "The problems of your tier, newest first." })
  problems(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Arg("filter", () => ProblemFilterInput, { nullable: true, description: "Which of them." })
    filter: ProblemFilterInput | null,
    @Ctx() request: RequestContext,
  ): Promise<ProblemPage> {
    return listProblems(signedIn(request), filter ?? {}, { first, after });
  }

  @Requires("problem.view")
  @Subscription(() => ProblemType, {
    name: "problem",
    description: "A problem at once and after every change: whole states, so that a reconnect misses nothing.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: RequestContext }) => {
      require(signedIn(context), "problem.view");
      const id = decodeId("prb", String(args["id"]));
      return eventsOf(context, (signal) => watchProblem(signedIn(context), id, signal));
    },
  })
  problemChanges(
    @Root() problem: ProblemType,
    @Arg("id", () => ID, { description: "Id of the problem." }) _id: string,
  ): ProblemType {
    return problem;
  }

  @Requires("problem.report")
  @Mutation(() => ProblemPayloadType, {
    description: "Reports a problem: it is kept, and mailed to each support contact of the customer.",
  })
  reportProblem(
    @Arg("input", () => ReportProblemInputType, { description: "What does not work." }) input: ReportProblemInputType,
    @Ctx() request: RequestContext,
  ): Promise<ProblemPayloadType> {
    return answeredWith(request, (context) => reportProblem(context, input));
  }

  @Requires("problem.handle")
  @Mutation(() => ProblemPayloadType, { description: "Asks the tier above for help with a problem: it gets a ticket." })
  escalateProblem(
    @Arg("input", () => EscalateProblemInputType, { description: "Which problem." }) input: EscalateProblemInputType,
    @Ctx() request: RequestContext,
  ): Promise<ProblemPayloadType> {
    return answeredWith(request, (context) => escalateProblem(context, input));
  }

  @Requires("problem.handle")
  @Mutation(() => ProblemPayloadType, { description: "Answers a ticket of the tier below, which closes it." })
  answerTicket(
    @Arg("input", () => AnswerTicketInputType, { description: "Which ticket, and what." })
    input: AnswerTicketInputType,
    @Ctx() request: RequestContext,
  ): Promise<ProblemPayloadType> {
    return answeredWith(request, (context) => answerTicket(context, input));
  }

  @Requires("problem.handle")
  @Mutation(() => ProblemPayloadType, { description: "Closes a problem and all that was asked about it." })
  closeProblem(
    @Arg("input", () => CloseProblemInputType, { description: "Which problem." }) input: CloseProblemInputType,
    @Ctx() request: RequestContext,
  ): Promise<ProblemPayloadType> {
    return answeredWith(request, (context) => closeProblem(context, input));
  }

  @FieldResolver(() => CustomerType, { description: "The customer whose problem it is." })
  async customer(@Root() { row }: ProblemType, @Ctx() request: RequestContext): Promise<CustomerType> {
    const customer = await customerById(request).load(row.customer);
    invariant(customer !== null, "whoever sees a problem sees its customer");
    return toCustomer(customer);
  }

  @FieldResolver(() => ServiceNode, {
    nullable: true,
    description: "The service it is about. Null without service.view.",
  })
  async service(@Root() { row }: ProblemType, @Ctx() request: RequestContext): Promise<ServiceNode | null> {
    return row.service == null || !may(request, "service.view") ? null : serviceById(request).load(row.service);
  }

  @FieldResolver(() => [TierNodeType], { description: "The resellers above it, from the operator down." })
  tierPath(@Root() { row }: ProblemType, @Ctx() request: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(request, row.path);
  }

  @Requires("problem.handle")
  @FieldResolver(() => [TicketType], { description: "What tiers above were asked about it, oldest first." })
  async tickets(@Root() { row }: ProblemType, @Ctx() request: RequestContext): Promise<TicketType[]> {
    return (await ticketsOf(request).load(row.id)).map(toTicket);
  }
}

@Resolver(() => TicketType)
export class TicketResolver {
  @FieldResolver(() => String, { description: "Name of the reseller that asks." })
  from(@Root() { row }: TicketType, @Ctx() request: RequestContext): Promise<string> {
    return nameOf(request, row.fromReseller);
  }

  @FieldResolver(() => String, { description: "Name of the reseller that is asked." })
  to(@Root() { row }: TicketType, @Ctx() request: RequestContext): Promise<string> {
    return nameOf(request, row.toReseller);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is for you to answer." })
  async isForMe(@Root() { row }: TicketType, @Ctx() request: RequestContext): Promise<boolean> {
    const reseller = await resellerById(request).load(row.toReseller);
    return row.state === "OPEN" && reseller !== null && answersFor(signedIn(request), reseller);
  }
}

@Resolver(() => NotificationType)
export class NotificationProblemResolver {
  @FieldResolver(() => ProblemType, { nullable: true, description: "The problem that it is about." })
  async problem(@Root() { problemId }: NotificationType, @Ctx() request: RequestContext): Promise<ProblemType | null> {
    const row = problemId === null || !may(request, "problem.view") ? null : await problemById(request).load(problemId);
    return row === null ? null : toProblem(row);
  }
}

async function nameOf(request: RequestContext, id: string): Promise<string> {
  return (await resellerById(request).load(id))?.name ?? "";
}

function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<ProblemPayloadType> {
  return answered(
    async () => {
      const id = await verb(signedIn(request));
      for (const loaded of [problemById, ticketsOf]) loaded(request).clear(id);
      const row = await problemById(request).load(id);
      invariant(row !== null, "a verb answers with a problem of its viewer's tier");
      return { problem: toProblem(row) };
    },
    { problem: null },
  );
}
