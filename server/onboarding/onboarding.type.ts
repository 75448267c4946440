import { encodeId } from "@tierline/shared/id.ts";
import {
  businessTypes,
  onboardingStates,
  onboardingSteps,
  platforms,
  type OnboardingState,
  type OnboardingStep,
  type PlatformKey,
} from "@tierline/shared/onboarding.ts";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { enumOf } from "../kernel/enum-of.ts";
import { NodeType } from "../kernel/node.type.ts";
import { DateTimeScalar } from "../kernel/scalars.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import type { OnboardingRow } from "./onboarding.entity.ts";
import { nameOf } from "./own-onboarding.ts";

export const PlatformEnum = enumOf<PlatformKey>(platforms.map(({ key }) => key));
registerEnumType(PlatformEnum, {
  name: "OnboardingPlatform",
  description: "A system that a customer is connected with.",
  valuesConfig: Object.fromEntries(platforms.map(({ key, name }) => [key, { description: `${name}.` }])) as Record<
    PlatformKey,
    { description: string }
  >,
});

export const OnboardingStepEnum = enumOf(onboardingSteps);
registerEnumType(OnboardingStepEnum, {
  name: "OnboardingStep",
  description: "A step of taking a customer on. Which there are depends on the platform.",
  valuesConfig: {
    CUSTOMER: { description: "Name, postal address, domains, site administrators and support contacts." },
    GATEWAY: { description: "The gateway, and the site where it stands." },
    PBX: { description: "The trunk to the PBX." },
    CONNECT: { description: "Whether the PBX answers (`askPbx`)." },
    SYNC: { description: "The users of the platform, in place of PBX and connection." },
  },
});

export const OnboardingStateEnum = enumOf(onboardingStates);
registerEnumType(OnboardingStateEnum, {
  name: "OnboardingState",
  description: "How far a customer has been taken on.",
  valuesConfig: {
    DRAFT: { description: "Entries only: there is no customer yet. Deleted 30 days after it was saved last." },
    INCOMPLETE: { description: "The customer is there, and steps are left." },
    ONBOARDED: { description: "All steps were taken." },
  },
});

export const BusinessTypeEnum = enumOf(businessTypes);
registerEnumType(BusinessTypeEnum, {
  name: "BusinessType",
  description: "What a customer does; counted, and nothing else.",
  valuesConfig: {
    RETAIL: { description: "Shops." },
    HOSPITALITY: { description: "Hotels and restaurants." },
    HEALTH: { description: "Health and care." },
    EDUCATION: { description: "Schools and universities." },
    PUBLIC: { description: "Public administration." },
    INDUSTRY: { description: "Industry and trades." },
    SERVICES: { description: "Offices and services." },
  },
});

@ObjectType("Onboarding", { implements: NodeType, description: "How far a new customer has been taken, step by step." })
export class OnboardingType implements NodeType {
  id: string;

  @Field(() => PlatformEnum, { description: "The system that the customer is connected with." })
  platform: PlatformKey;

  @Field(() => OnboardingStepEnum, { description: "Where it was left." })
  step: OnboardingStep;

  @Field(() => [OnboardingStepEnum], { description: "Steps that were taken: what they say has had its effect." })
  takenSteps: OnboardingStep[];

  @Field(() => OnboardingStateEnum, { description: "How far it is." })
  state: OnboardingState;

  @Field(() => String, { description: "The customer's name as it was typed; empty before it was." })
  name: string;

  @Field(() => String, { description: "What was typed, right or wrong, as JSON; never a password." })
  draft: string;

  @Field(() => String, { description: "Who started it." })
  startedBy: string;

  @Field(() => DateTimeScalar, { description: "When it was started." })
  startedAt: Date;

  @Field(() => String, { description: "Who saved it last." })
  savedBy: string;

  @Field(() => DateTimeScalar, { description: "When it was saved last." })
  savedAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When it is deleted unless it is saved again; null once there is a customer.",
  })
  expiresAt: Date | null;

  @Field(() => Int, { description: "Which version this is; hand it in when saving." })
  version: number;

  /** Not part of the contract. */
  row: OnboardingRow;
}

export function toOnboarding(row: OnboardingRow): OnboardingType {
  const { platform, step, takenSteps, state, startedBy, startedAt, savedBy, savedAt, version } = row;
  return Object.assign(new OnboardingType(), {
    id: encodeId("onb", row.id),
    platform,
    step,
    takenSteps,
    state,
    name: nameOf(row),
    draft: JSON.stringify(row.draft),
    startedBy,
    startedAt,
    savedBy,
    savedAt,
    expiresAt: row.expiresAt ?? null,
    version,
    row,
  });
}

@ObjectType("OnboardingConnection", { description: "A page of onboardings, the latest first." })
export class OnboardingConnectionType extends connectionOf<OnboardingType>("Onboarding", () => OnboardingType) {}

@InputType("OnboardingFilter", { description: "Which onboardings." })
export class OnboardingFilterType {
  @Field(() => [OnboardingStateEnum], { nullable: true, description: "One of these states." })
  state?: OnboardingState[] | null;

  @Field(() => String, {
    nullable: true,
    description: "A part of the customer's name, or of what was typed as it; case does not matter.",
  })
  name?: string | null;
}

@InputType("SaveOnboardingInput", { description: "What was typed so far." })
export class SaveOnboardingInputType {
  @Field(() => ID, { description: "Made by the caller; the same key and input have one effect, for 72 hours." })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "Which one; without it a new one is started." })
  id?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The version that was read; STALE when somebody has saved it since. None for a new one.",
  })
  version?: number | null;

  @Field(() => PlatformEnum, { description: "The system that the customer is connected with." })
  platform: PlatformKey;

  @Field(() => OnboardingStepEnum, { description: "Where it is left, one of the platform's steps." })
  step: OnboardingStep;

  @Field(() => String, {
    description:
      "JSON of the entries, 64 KiB at most: `customer` (name, email, phone, language, taxNumber, businessType, billingAddress, domains, siteAdministrators, supportContacts), `gateway` (name, siteName, siteAddress), `pbx` (ipAddress, sipPort, transport, description, users, pbxUser, gatewayUser), each a text. Anything may be missing or wrong. Passwords are no part of it.",
  })
  draft: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Gives up what was typed for a PBX. Without it a platform that has none is refused where there is any.",
  })
  dropsPbx?: boolean | null;
}

@InputType("TakeOnboardingStepInput", { description: "The step that is to have its effect." })
export class TakeOnboardingStepInputType {
  @Field(() => ID, { description: "Of the onboarding." })
  id: string;

  @Field(() => OnboardingStepEnum, { description: "The first one that was not taken yet." })
  step: OnboardingStep;

  @Field(() => Int, { description: "The version that was read; STALE when somebody has saved it since." })
  version: number;

  @Field(() => String, {
    nullable: true,
    description: "With PBX: with which one signs in at the PBX. Cannot be read back. 128 characters at most.",
  })
  pbxPassword?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "With PBX: with which the PBX signs in at the gateway. Cannot be read back. 128 characters at most.",
  })
  gatewayPassword?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "With CONNECT or SYNC: goes on although no PBX answered, or no file of users has come to its end.",
  })
  skipsCheck?: boolean | null;
}

@InputType("DiscardOnboardingInput", { description: "Which onboarding is given up." })
export class DiscardOnboardingInputType {
  @Field(() => ID, { description: "Of the onboarding." })
  id: string;
}

@ObjectType("OnboardingPayload", { description: "Result of what changes an onboarding." })
export class OnboardingPayloadType {
  @Field(() => OnboardingType, { nullable: true, description: "As it is now; null when refused or gone." })
  onboarding: OnboardingType | null;

  @Field(() => [UserErrorType], {
    description: "Why it was refused; empty when it was not. Paths are those of the draft.",
  })
  userErrors: UserErrorType[];
}
