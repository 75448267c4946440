import { decodeId } from "@tierline/shared/id.ts";
import type { ScreeningState } from "@tierline/shared/screening.ts";
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { may, require, Requires } from "../kernel/requires.ts";
import { eventsOf } from "../kernel/stream.ts";
import { TierNodeType } from "../kernel/tier.type.ts";
import { answered } from "../kernel/user-error.type.ts";
import { NotificationType } from "../notifications/notification.type.ts";
import { tierPathOf } from "../resellers/tier-path.ts";
import { approveCase, confirmCase, logAttempt, takeCase } from "./decide-case.ts";
import { reactivateParty } from "./deactivate-party.ts";
import { listCases, screeningFigures, watchCase, type CasePage, type ScreeningFigures } from "./list-cases.ts";
import {
  ContactAttemptType,
  DecideCaseInputType,
  LogAttemptInputType,
  ScreeningCaseConnectionType,
  ScreeningCaseFilterInput,
  ScreeningCasePayloadType,
  ScreeningCaseType,
  ScreeningFiguresType,
  TakeCaseInputType,
  toAttempt,
  toScreeningCase,
} from "./screening-case.type.ts";
import { attemptsOf, caseById, checksOf, lastCaseOf, standingByCustomer } from "./screening-rows.ts";
import { ScreeningStateEnum, ScreeningType, toScreening } from "./screening.type.ts";

@ObjectType("CustomerScreening", { description: "How a customer stands with the lists of restricted parties." })
export class CustomerScreeningType {
  /** Not part of the contract. */
  customerId: string;

  @Field(() => ScreeningStateEnum, { description: "Where it stands." })
  state: ScreeningState;

  @Field(() => Date, { nullable: true, description: "When the last check ended; null while one is under way." })
  lastCheckedAt: Date | null;
}

@Resolver(() => ScreeningCaseType)
export class ScreeningCaseResolver {
  @Requires("screening.view")
  @Query(() => ScreeningCaseType, {
    nullable: true,
    description: "A case of your tier; null when none exists for you.",
  })
  async screeningCase(
    @Arg("id", () => ID, { description: "Id of the case." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCaseType | null> {
    const uuid = decodeId("scc", id);
    const row = uuid === null ? null : await caseById(request).load(uuid);
    return row === null ? null : toScreeningCase(row, request.clock.now());
  }

  @Requires("screening.view")
  @Query(() => ScreeningCaseConnectionType, { description: "The cases of your tier, the oldest first." })
  screeningCases(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Arg("filter", () => ScreeningCaseFilterInput, { nullable: true, description: "Which of them." })
    filter: ScreeningCaseFilterInput | null,
    @Ctx() request: RequestContext,
  ): Promise<CasePage> {
    return listCases(signedIn(request), filter ?? {}, { first, after });
  }

  @Requires("screening.view")
  @Query(() => ScreeningFiguresType, { description: "How reviewing goes in your tier." })
  screeningFigures(@Ctx() request: RequestContext): Promise<ScreeningFigures> {
    return screeningFigures(signedIn(request));
  }

  @Requires("screening.view")
  @Subscription(() => ScreeningCaseType, {
    name: "screeningCase",
    description: "A case at once and after every change: whole states, so that a reconnect misses nothing.",
    subscribe: ({ args, context }: { args: Record<string, unknown>; context: RequestContext }) => {
      require(signedIn(context), "screening.view");
      return eventsOf(context, (signal) => watchCase(signedIn(context), String(args["id"]), signal));
    },
  })
  screeningCaseChanges(
    @Root() found: ScreeningCaseType,
    @Arg("id", () => ID, { description: "Id of the case." }) _id: string,
  ): ScreeningCaseType {
    return found;
  }

  @Requires("screening.review")
  @Mutation(() => ScreeningCasePayloadType, { description: "Makes you the one who sees to a case." })
  takeScreeningCase(
    @Arg("input", () => TakeCaseInputType, { description: "Which case." }) input: TakeCaseInputType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCasePayloadType> {
    return answeredWith(request, (context) => takeCase(context, input));
  }

  @Requires("screening.review")
  @Mutation(() => ScreeningCasePayloadType, {
    description: "Decides that it is somebody else; that stands until the customer or the listed party changes.",
  })
  approveScreeningCase(
    @Arg("input", () => DecideCaseInputType, { description: "Which case, and why." }) input: DecideCaseInputType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCasePayloadType> {
    return answeredWith(request, (context) => approveCase(context, input));
  }

  @Requires("screening.review")
  @Mutation(() => ScreeningCasePayloadType, {
    description: "Says that it is the listed party; a second person has to say so too.",
  })
  confirmScreeningCase(
    @Arg("input", () => DecideCaseInputType, { description: "Which case, and why." }) input: DecideCaseInputType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCasePayloadType> {
    return answeredWith(request, (context) => confirmCase(context, input));
  }

  @Requires("screening.review")
  @Mutation(() => ScreeningCasePayloadType, {
    description: "Keeps an attempt to reach somebody; the third in vain that counts deactivates the customer at once.",
  })
  logContactAttempt(
    @Arg("input", () => LogAttemptInputType, { description: "The attempt." }) input: LogAttemptInputType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCasePayloadType> {
    return answeredWith(request, (context) => logAttempt(context, input));
  }

  @Requires("screening.review")
  @Mutation(() => ScreeningCasePayloadType, {
    description: "Brings back a customer that screening has deactivated, within 30 days, and approves its case.",
  })
  reactivateScreenedCustomer(
    @Arg("input", () => DecideCaseInputType, { description: "Which case, and why." }) input: DecideCaseInputType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCasePayloadType> {
    return answeredWith(request, (context) => reactivateParty(context, input));
  }

  @FieldResolver(() => CustomerType, { description: "The customer that may be the listed party." })
  async customer(@Root() { row }: ScreeningCaseType, @Ctx() request: RequestContext): Promise<CustomerType> {
    const customer = await customerById(request).load(row.customer);
    invariant(customer !== null, "whoever sees a case sees its customer");
    return toCustomer(customer);
  }

  @FieldResolver(() => [TierNodeType], { description: "The resellers above it, from the operator down." })
  tierPath(@Root() { row }: ScreeningCaseType, @Ctx() request: RequestContext): Promise<TierNodeType[]> {
    return tierPathOf(request, row.path);
  }

  @FieldResolver(() => Boolean, { description: "Whether you see to it." })
  isMine(@Root() { row }: ScreeningCaseType, @Ctx() request: RequestContext): boolean {
    return row.ownerId != null && row.ownerId === signedIn(request).viewer.userId;
  }

  @FieldResolver(() => Boolean, { description: "Whether you have confirmed it, so that somebody else has to." })
  isConfirmedByMe(@Root() { row }: ScreeningCaseType, @Ctx() request: RequestContext): boolean {
    return row.confirmedById != null && row.confirmedById === signedIn(request).viewer.userId;
  }

  @FieldResolver(() => [ContactAttemptType], { description: "Attempts to reach somebody, the newest first." })
  async attempts(@Root() { row }: ScreeningCaseType, @Ctx() request: RequestContext): Promise<ContactAttemptType[]> {
    return (await attemptsOf(request).load(row.id)).map(toAttempt);
  }
}

@Resolver(() => CustomerType)
export class ScreenedCustomerResolver {
  @FieldResolver(() => CustomerScreeningType, {
    nullable: true,
    description: "How it stands with the lists of restricted parties. Null without screening.view.",
  })
  async screening(
    @Root() { row }: CustomerType,
    @Ctx() request: RequestContext,
  ): Promise<CustomerScreeningType | null> {
    if (!may(request, "screening.view")) return null;
    const standing = await standingByCustomer(request).load(row.id);
    const none = { state: "NOT_RUN" as const, lastCheckedAt: null };
    return Object.assign(new CustomerScreeningType(), { customerId: row.id, ...(standing ?? none) });
  }
}

@Resolver(() => CustomerScreeningType)
export class CustomerScreeningResolver {
  @FieldResolver(() => [ScreeningType], { description: "Its last checks, the newest first, at most 20." })
  async checks(
    @Root() { customerId }: CustomerScreeningType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningType[]> {
    return (await checksOf(request).load(customerId)).map(toScreening);
  }

  @FieldResolver(() => ScreeningCaseType, { nullable: true, description: "Its live case, else the last one." })
  async case(
    @Root() { customerId }: CustomerScreeningType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCaseType | null> {
    const row = await lastCaseOf(request).load(customerId);
    return row === null ? null : toScreeningCase(row, request.clock.now());
  }
}

@Resolver(() => NotificationType)
export class NotificationScreeningResolver {
  @FieldResolver(() => ScreeningCaseType, { nullable: true, description: "The screening case that it is about." })
  async screeningCase(
    @Root() { caseId }: NotificationType,
    @Ctx() request: RequestContext,
  ): Promise<ScreeningCaseType | null> {
    const row = caseId === null || !may(request, "screening.view") ? null : await caseById(request).load(caseId);
    return row === null ? null : toScreeningCase(row, request.clock.now());
  }
}

function answeredWith(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<ScreeningCasePayloadType> {
  return answered(
    async () => {
      const id = await verb(signedIn(request));
      for (const loaded of [caseById, attemptsOf]) loaded(request).clear(id);
      const row = await caseById(request).load(id);
      invariant(row !== null, "a verb answers with a case of its viewer's tier");
      for (const loaded of [customerById, standingByCustomer, lastCaseOf]) loaded(request).clear(row.customer);
      return { screeningCase: toScreeningCase(row, request.clock.now()) };
    },
    { screeningCase: null },
  );
}
