import type { RateChangeKind } from "@tierline/shared/rate-deck.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import type { Page } from "../kernel/paging.ts";
import { invariant } from "../kernel/rejection.ts";
import { may, Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { applyDeck, undoDeck } from "./apply-deck.ts";
import { listChanges } from "./deck-changes.ts";
import { deckById } from "./deck-rows.ts";
import { buyersOf, listDeckRates, listDecks, listPlans, planById, versionsOf } from "./list-rates.ts";
import {
  ApplyRateDeckInputType,
  RateChangeConnectionType,
  RateChangeKindEnum,
  RateConnectionType,
  RateDeckConnectionType,
  RateDeckPayloadType,
  RateDeckType,
  toRate,
  toRateChange,
  toRateDeck,
  UndoRateDeckInputType,
} from "./rate-deck.type.ts";
import {
  RatePlanPayloadType,
  RatePlanType,
  RatePlanVersionType,
  SaveRatePlanInputType,
  toRatePlan,
  toRatePlanVersion,
} from "./rate-plan.type.ts";
import { savePlan } from "./save-plan.ts";
import { simulateCall } from "./simulate-call.ts";
import { CallBuyingSideType, CallStepType, SimulateCallInputType, SimulatedCallType } from "./simulated-call.type.ts";

function pageWith<R, T>({ edges, pageInfo }: Page<R>, to: (row: R) => T): Page<T> {
  const made = edges.map(({ cursor, node }) => ({ cursor, node: to(node) }));
  return { edges: made, nodes: made.map(({ node }) => node), pageInfo };
}

@Resolver(() => RateDeckType)
export class RateDeckResolver {
  @Requires("finance.view")
  @Query(() => RateDeckConnectionType, { description: "The rate decks of your own reseller, newest first." })
  async rateDecks(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ): Promise<Page<RateDeckType>> {
    return pageWith(await listDecks(signedIn(request), { first, after }), toRateDeck);
  }

  @FieldResolver(() => RateChangeConnectionType, { description: "What it changes, by prefix." })
  async changes(
    @Root() { row }: RateDeckType,
    @Arg("kind", () => RateChangeKindEnum, { nullable: true, description: "Only these." }) kind: RateChangeKind | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ) {
    return pageWith(await listChanges(signedIn(request), row, kind ?? null, { first, after }), toRateChange);
  }

  @FieldResolver(() => RateConnectionType, { description: "Its rates, by prefix." })
  async rates(
    @Root() { row }: RateDeckType,
    @Arg("search", () => String, {
      nullable: true,
      description: "A number, a prefix or a part of a destination's name.",
    })
    search: string | null,
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Ctx() request: RequestContext,
  ) {
    const text = (search ?? "").slice(0, searchLengthMax).toWellFormed();
    return pageWith(await listDeckRates(signedIn(request), row.id, text, { first, after }), toRate);
  }

  @Requires("rate.edit")
  @Mutation(() => RateDeckPayloadType, { description: "From a time on, calls are bought by a planned deck." })
  applyRateDeck(
    @Arg("input", () => ApplyRateDeckInputType, { description: "Which deck, and from when." })
    input: ApplyRateDeckInputType,
    @Ctx() request: RequestContext,
  ): Promise<RateDeckPayloadType> {
    return deckAnswered(request, (context) => applyDeck(context, input));
  }

  @Requires("rate.edit")
  @Mutation(() => RateDeckPayloadType, { description: "Takes the newest deck back; the one before counts again." })
  undoRateDeck(
    @Arg("input", () => UndoRateDeckInputType, { description: "Which deck." }) input: UndoRateDeckInputType,
    @Ctx() request: RequestContext,
  ): Promise<RateDeckPayloadType> {
    return deckAnswered(request, (context) => undoDeck(context, input));
  }
}

@Resolver(() => RatePlanType)
export class RatePlanResolver {
  @Requires("finance.view")
  @Query(() => [RatePlanType], { description: "The rate plans of your own reseller, by name." })
  async ratePlans(@Ctx() request: RequestContext): Promise<RatePlanType[]> {
    return (await listPlans(signedIn(request))).map(toRatePlan);
  }

  @FieldResolver(() => [RatePlanVersionType], { description: "What it says now, then what it is going to say." })
  async versions(@Root() { row }: RatePlanType, @Ctx() request: RequestContext): Promise<RatePlanVersionType[]> {
    return (await versionsOf(request).load(row.id)).map(toRatePlanVersion);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is for whoever has no plan of their own." })
  async isForEverybodyElse(@Root() { row }: RatePlanType, @Ctx() request: RequestContext): Promise<boolean> {
    return (await buyersOf(request).load(row.id))?.isForEverybodyElse ?? false;
  }

  @FieldResolver(() => Int, { description: "How many customers it was given to." })
  async customerCount(@Root() { row }: RatePlanType, @Ctx() request: RequestContext): Promise<number> {
    return (await buyersOf(request).load(row.id))?.customerCount ?? 0;
  }

  @FieldResolver(() => [String], { description: "Names of the resellers that it was given to." })
  async resellers(@Root() { row }: RatePlanType, @Ctx() request: RequestContext): Promise<string[]> {
    return [...((await buyersOf(request).load(row.id))?.resellers ?? [])];
  }

  @Requires("rate.edit")
  @Mutation(() => RatePlanPayloadType, { description: "Makes a rate plan, or says what one is from a time on." })
  saveRatePlan(
    @Arg("input", () => SaveRatePlanInputType, { description: "The plan." }) input: SaveRatePlanInputType,
    @Ctx() request: RequestContext,
  ): Promise<RatePlanPayloadType> {
    return planAnswered(request, (context) => savePlan(context, input));
  }
}

@Resolver(() => CallStepType)
export class SimulatedCallResolver {
  @Requires("rate.view")
  @Query(() => SimulatedCallType, { description: "What a call would cost, and why. Nothing is written." })
  simulateCall(
    @Arg("input", () => SimulateCallInputType, { description: "The call." }) input: SimulateCallInputType,
    @Ctx() request: RequestContext,
  ): Promise<SimulatedCallType> {
    return simulateCall(signedIn(request), input);
  }

  @FieldResolver(() => CallBuyingSideType, {
    nullable: true,
    description: "What the seller pays and keeps. Null without the permission finance.view.",
  })
  buying(@Root() { bought }: CallStepType, @Ctx() request: RequestContext): CallBuyingSideType | null {
    return may(request, "finance.view") ? bought : null;
  }
}

function deckAnswered(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<RateDeckPayloadType> {
  return answered(
    async () => {
      const id = await verb(signedIn(request));
      const row = await deckById(request).clear(id).load(id);
      invariant(row !== null, "a verb answers with a deck of its viewer's tier");
      return { rateDeck: toRateDeck(row) };
    },
    { rateDeck: null },
  );
}

export function planAnswered(
  request: RequestContext,
  verb: (context: Context) => Promise<string>,
): Promise<RatePlanPayloadType> {
  return answered(
    async () => {
      const id = await verb(signedIn(request));
      for (const loaded of [versionsOf, buyersOf]) loaded(request).clear(id);
      const row = await planById(request).clear(id).load(id);
      invariant(row !== null, "a verb answers with a plan of its viewer's tier");
      return { ratePlan: toRatePlan(row) };
    },
    { ratePlan: null },
  );
}
