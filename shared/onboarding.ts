import * as z from "zod/mini";

/** The systems that customers are connected with. New ones are added here and nowhere else. */
export const platforms = [
  { key: "OFFICE400", name: "MiVoice Office 400", usesSync: false, usersMax: 2_500, devicesMax: 5_000 },
  { key: "MX_ONE", name: "MX-ONE", usesSync: false, usersMax: 2_500, devicesMax: 5_000 },
  { key: "SMBC", name: "SMB Controller", usesSync: true, usersMax: 150, devicesMax: 5_000 },
  { key: "VA", name: "Virtual Appliance", usesSync: true, usersMax: 2_500, devicesMax: 5_000 },
] as const;
export type PlatformKey = (typeof platforms)[number]["key"];
export const platformKeys = platforms.map(({ key }) => key);

export interface Platform {
  readonly key: PlatformKey;
  readonly name: string;
  /** Its users are brought over by themselves, instead of connecting a PBX by a trunk. */
  readonly usesSync: boolean;
  readonly usersMax: number;
  readonly devicesMax: number;
}

export function platformOf(key: PlatformKey): Platform {
  return platforms.find((each) => each.key === key) ?? platforms[0];
}

export const onboardingSteps = ["CUSTOMER", "GATEWAY", "PBX", "CONNECT", "SYNC"] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

export const onboardingStates = ["DRAFT", "INCOMPLETE", "ONBOARDED"] as const;
/** A draft has no customer yet; incomplete is one whose customer is there and whose last step is not. */
export type OnboardingState = (typeof onboardingStates)[number];

/** In their order (M1). */
export function stepsOf(platform: PlatformKey): readonly OnboardingStep[] {
  return platformOf(platform).usesSync ? ["CUSTOMER", "GATEWAY", "SYNC"] : ["CUSTOMER", "GATEWAY", "PBX", "CONNECT"];
}

export const businessTypes = [
  "RETAIL",
  "HOSPITALITY",
  "HEALTH",
  "EDUCATION",
  "PUBLIC",
  "INDUSTRY",
  "SERVICES",
] as const;
export type BusinessType = (typeof businessTypes)[number];

export const transports = ["TCP", "UDP", "TLS"] as const;
export type Transport = (typeof transports)[number];

/** A PBX of the demo network, where there is one. */
export const labPbxName = "pbx.lab";

export const sipPortMax = 65_535;
/** Where SIP is heard unless somebody says otherwise (RFC 3261, 19.1.2). */
export function usualSipPort(transport: Transport): number {
  return transport === "TLS" ? 5_061 : 5_060;
}

export const capacityLevels = ["FITS", "NEAR", "OVER"] as const;
export type CapacityLevel = (typeof capacityLevels)[number];

/** How far a platform is filled: from nine tenths on one is warned, and never held up (MX10). */
export function capacityLevel(count: number, max: number): CapacityLevel {
  if (count > max) return "OVER";
  return count * 10 >= max * 9 ? "NEAR" : "FITS";
}

/** JSON of a draft, in bytes of UTF-8. */
export const draftBytesMax = 65_536;
/** Without a customer a draft is kept so long after it was saved last. */
export const draftDays = 30;

// No text in PostgreSQL has a NUL or half a character in it; all else is a draft's own affair.
const text = z.optional(z.string().check(z.refine((value) => !value.includes("\0") && value.isWellFormed())));

const address = z.object({ line1: text, line2: text, city: text, region: text, postalCode: text, country: text });

const customerDraft = z.object({
  name: text,
  email: text,
  phone: text,
  language: text,
  taxNumber: text,
  businessType: text,
  billingAddress: z.optional(address),
  domains: z.optional(z.array(z.string().check(z.refine((value) => !value.includes("\0") && value.isWellFormed())))),
  siteAdministrators: z.optional(z.array(z.object({ name: text, email: text }))),
  supportContacts: z.optional(z.array(z.object({ name: text, email: text, role: text }))),
});

const gatewayDraft = z.object({ name: text, siteName: text, siteAddress: z.optional(address) });

/** The passwords of a trunk are never among it. */
const pbxDraft = z.object({
  ipAddress: text,
  sipPort: text,
  transport: text,
  description: text,
  users: text,
  pbxUser: text,
  gatewayUser: text,
});

/** All that was typed so far, as it was typed: anything may be missing or wrong. */
export const onboardingDraft = z.object({
  customer: z.optional(customerDraft),
  gateway: z.optional(gatewayDraft),
  pbx: z.optional(pbxDraft),
});
export type OnboardingDraft = z.infer<typeof onboardingDraft>;
export type CustomerDraft = z.infer<typeof customerDraft>;
export type PbxDraft = z.infer<typeof pbxDraft>;

/** What a text in JSON says of a draft; null for what is none, or too long. What does not belong to one is left out. */
export function parseDraft(json: string): OnboardingDraft | null {
  if (new TextEncoder().encode(json).length > draftBytesMax) return null;
  try {
    return onboardingDraft.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

const partOf = { CUSTOMER: "customer", GATEWAY: "gateway", PBX: "pbx", CONNECT: null, SYNC: null } as const;

/** Whether anything was typed in a step. */
export function isBegun(draft: OnboardingDraft, step: OnboardingStep): boolean {
  const part = partOf[step];
  return part !== null && hasText(draft[part]);
}

function hasText(value: unknown, key = ""): boolean {
  // Chosen for them before anything is typed.
  if (key === "country" || key === "language" || key === "transport" || key === "role") return false;
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([name, each]) => hasText(each, name));
}

export type StepState = "NOT_STARTED" | "IN_PROGRESS" | "NEEDS_ATTENTION" | "DONE";

export interface OnboardingFacts {
  readonly platform: PlatformKey;
  /** Where it was left. */
  readonly step: OnboardingStep;
  /** Steps that were taken: what they say has had its effect. */
  readonly taken: readonly OnboardingStep[];
}

/** Untouched differs from begun, and begun from left behind unfinished. */
export function stepStates(draft: OnboardingDraft, { platform, step, taken }: OnboardingFacts) {
  return stepsOf(platform).map((each): { readonly step: OnboardingStep; readonly state: StepState } => {
    if (taken.includes(each)) return { step: each, state: "DONE" };
    if (!isBegun(draft, each)) return { step: each, state: "NOT_STARTED" };
    return { step: each, state: each === step ? "IN_PROGRESS" : "NEEDS_ATTENTION" };
  });
}

/** Where one goes on: the first step that was not taken, else the last there is. */
export function firstIncomplete(platform: PlatformKey, taken: readonly OnboardingStep[]): OnboardingStep {
  const steps = stepsOf(platform);
  return steps.find((each) => !taken.includes(each)) ?? steps[steps.length - 1] ?? "CUSTOMER";
}

export const requiredRoles = ["MAINTAINER", "ONSITE_ADMIN"] as const;
export type RequiredRole = (typeof requiredRoles)[number];

/** Of each support contact that a new customer has to have, how many there are that could be written to (M10). */
export function requirements({ supportContacts = [] }: CustomerDraft = {}) {
  return requiredRoles.map((role) => ({
    role,
    required: 1,
    count: supportContacts.filter((each) => each.role === role && hasText(each.name) && hasText(each.email)).length,
  }));
}
