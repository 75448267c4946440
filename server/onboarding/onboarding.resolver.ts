import { raw, type FilterQuery } from "@mikro-orm/core";
import { decodeId } from "@tierline/shared/id.ts";
import { searchLengthMax } from "@tierline/shared/limits.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { BusinessType, PlatformKey } from "@tierline/shared/onboarding.ts";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { customerById } from "../customers/customer-loaders.ts";
import { CustomerType, toCustomer } from "../customers/customer.type.ts";
import { signedIn, type Context, type RequestContext } from "../kernel/context.ts";
import { containing } from "../kernel/like.ts";
import { loader } from "../kernel/loaders.ts";
import { newestFirst } from "../kernel/newest-first.ts";
import type { Page } from "../kernel/paging.ts";
import { AccessError } from "../kernel/rejection.ts";
import { Requires } from "../kernel/requires.ts";
import { answered } from "../kernel/user-error.type.ts";
import { discardOnboarding } from "./discard-onboarding.ts";
import { OnboardingEntity, type OnboardingRow } from "./onboarding.entity.ts";
import {
  BusinessTypeEnum,
  DiscardOnboardingInputType,
  OnboardingConnectionType,
  OnboardingFilterType,
  OnboardingPayloadType,
  OnboardingType,
  PlatformEnum,
  SaveOnboardingInputType,
  TakeOnboardingStepInputType,
  toOnboarding,
} from "./onboarding.type.ts";
import { saveOnboarding } from "./save-onboarding.ts";
import { takeStep } from "./take-step.ts";

const fresh = { disableIdentityMap: true } as const;

const onboardingOf = loader<string, OnboardingRow>(async ({ em }, customers) => {
  const rows = await em.find(OnboardingEntity, { customer: { $in: [...customers] } }, fresh);
  return new Map(rows.map((row) => [row.customer ?? "", row]));
});

async function onboardingNow({ em }: Context, id: string | null): Promise<OnboardingType | null> {
  const row = id === null ? null : await em.findOne(OnboardingEntity, { id }, fresh);
  return row === null ? null : toOnboarding(row);
}

const typedName = () => raw((alias) => `${alias}.draft #>> '{customer,name}'`);

/** By state, and by a part of the customer's name, or of what was typed as it. */
function onboardingsWhere({ state, name }: OnboardingFilterType): FilterQuery<OnboardingRow> {
  const part = (name ?? "").trim();
  if (part.length > searchLengthMax || part.includes("\0") || !part.isWellFormed()) {
    throw new AccessError("BAD_USER_INPUT", say("search.length", { field: "name", max: searchLengthMax }));
  }
  const like = containing(part);
  const byState = state == null ? {} : { state: { $in: state } };
  const byName =
    part === "" ? {} : { $or: [{ customer: { name: { $ilike: like } } }, { [typedName()]: { $ilike: like } }] };
  // The types know the customer by its id alone, and nothing of what stands within JSON.
  return { ...byState, ...byName } as FilterQuery<OnboardingRow>;
}

@Resolver(() => OnboardingType)
export class OnboardingResolver {
  @Requires("customer.create")
  @Query(() => OnboardingConnectionType, { description: "Customers who are taken on in your tier, the latest first." })
  onboardings(
    @Arg("first", () => Int, { description: "How many, 1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "The endCursor of the page before." }) after:
      | string
      | null,
    @Arg("filter", () => OnboardingFilterType, { nullable: true, description: "Which." })
    filter: OnboardingFilterType | null,
    @Ctx() request: RequestContext,
  ): Promise<Page<OnboardingType>> {
    const where = onboardingsWhere(filter ?? {});
    return newestFirst(signedIn(request), OnboardingEntity, where, { first, after }, toOnboarding);
  }

  @Requires("customer.create")
  @Query(() => OnboardingType, { nullable: true, description: "One of them; null when none with this id is yours." })
  onboarding(
    @Arg("id", () => ID, { description: "Of the onboarding." }) id: string,
    @Ctx() request: RequestContext,
  ): Promise<OnboardingType | null> {
    return onboardingNow(signedIn(request), decodeId("onb", id));
  }

  @Requires("customer.create")
  @Mutation(() => OnboardingPayloadType, {
    description: "Keeps what was typed, right or wrong. No customer comes of it, and nothing is checked.",
  })
  saveOnboarding(
    @Arg("input", () => SaveOnboardingInputType, { description: "What was typed." }) input: SaveOnboardingInputType,
    @Ctx() request: RequestContext,
  ): Promise<OnboardingPayloadType> {
    const context = signedIn(request);
    const save = async () => ({ onboarding: await onboardingNow(context, await saveOnboarding(context, input)) });
    return answered(save, { onboarding: null });
  }

  @Requires("customer.create")
  @Mutation(() => OnboardingPayloadType, {
    description:
      "Checks a step and gives it its effect, once: the first one creates the customer with its domains, site administrators and support contacts, GATEWAY a site, PBX the trunk; after the last one it is onboarded.",
  })
  takeOnboardingStep(
    @Arg("input", () => TakeOnboardingStepInputType, { description: "Which step." }) input: TakeOnboardingStepInputType,
    @Ctx() request: RequestContext,
  ): Promise<OnboardingPayloadType> {
    const context = signedIn(request);
    const take = async () => ({ onboarding: await onboardingNow(context, await takeStep(context, input)) });
    return answered(take, { onboarding: null });
  }

  @Requires("customer.create")
  @Mutation(() => OnboardingPayloadType, {
    description:
      "Gives up what was typed: all of it while there is no customer, else what was typed since the last step was taken.",
  })
  discardOnboarding(
    @Arg("input", () => DiscardOnboardingInputType, { description: "Which one." }) input: DiscardOnboardingInputType,
    @Ctx() request: RequestContext,
  ): Promise<OnboardingPayloadType> {
    const context = signedIn(request);
    const discard = async () => ({ onboarding: await onboardingNow(context, await discardOnboarding(context, input)) });
    return answered(discard, { onboarding: null });
  }

  @FieldResolver(() => CustomerType, { nullable: true, description: "The customer, once its step was taken." })
  async customer(@Root() { row }: OnboardingType, @Ctx() request: RequestContext): Promise<CustomerType | null> {
    const customer = row.customer == null ? null : await customerById(request).load(row.customer);
    return customer === null ? null : toCustomer(customer);
  }
}

@Resolver(() => CustomerType)
export class CustomerOnboardingResolver {
  @FieldResolver(() => PlatformEnum, {
    nullable: true,
    description: "The system that it is connected with; null until it is onboarded.",
  })
  async pbxType(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<PlatformKey | null> {
    const onboarding = await onboardingOf(request).load(row.id);
    return onboarding?.state === "ONBOARDED" ? onboarding.platform : null;
  }

  @FieldResolver(() => BusinessTypeEnum, {
    nullable: true,
    description: "What it does; null when nobody has said. Counted, and nothing else.",
  })
  async businessType(@Root() { row }: CustomerType, @Ctx() request: RequestContext): Promise<BusinessType | null> {
    return (await onboardingOf(request).load(row.id))?.businessType ?? null;
  }
}
