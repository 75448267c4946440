import { newId } from "@tierline/shared/id.ts";
import {
  draftBytesMax,
  draftDays,
  isBegun,
  parseDraft,
  platformOf,
  stepsOf,
  type OnboardingDraft,
  type OnboardingStep,
  type PlatformKey,
} from "@tierline/shared/onboarding.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context, Transaction } from "../kernel/context.ts";
import { once } from "../kernel/idempotency.ts";
import { Refusals } from "../kernel/rejection.ts";
import { lockOwnReseller } from "../rates/own-reseller.ts";
import { refuseUnlessActive } from "../resellers/reseller-state.ts";
import { OnboardingEntity, type OnboardingRow } from "./onboarding.entity.ts";
import { lockOnboarding, nameOf } from "./own-onboarding.ts";

export interface SaveOnboardingInput {
  readonly idempotencyKey: string;
  /** The API's id; without it a new one is started. */
  readonly id?: string | null | undefined;
  /** Of what was read; nothing for a new one. */
  readonly version?: number | null | undefined;
  readonly platform: PlatformKey;
  readonly step: OnboardingStep;
  /** JSON. */
  readonly draft: string;
  /** Gives up what was typed for a PBX, where the platform has none. */
  readonly dropsPbx?: boolean | null | undefined;
}

/**
 * Keeps what was typed, right or wrong; nothing comes of it but the draft. Answers its UUID.
 * @throws AccessError NOT_FOUND; Rejection STALE, STATE_CONFLICT, INVALID
 */
export function saveOnboarding(context: Context, input: SaveOnboardingInput): Promise<string> {
  return once(context, "onboarding.save", input.idempotencyKey, input, (tx) => save(tx, input));
}

async function save(tx: Transaction, input: SaveOnboardingInput): Promise<string> {
  const before = input.id == null ? null : await lockOnboarding(tx, { id: input.id, version: input.version });
  const draft = checked(input, before);
  const savedAt = tx.clock.now();
  const { platform, step } = input;
  const saved = {
    platform,
    step,
    draft,
    savedBy: tx.viewer.name,
    savedAt,
    expiresAt: before?.customer == null ? daysAfter(savedAt) : null,
    version: (before?.version ?? 0) + 1,
  };
  const id = before?.id ?? newId(savedAt.getTime());
  if (before !== null) await tx.em.nativeUpdate(OnboardingEntity, { id }, saved);
  const { path } = before ?? (await start(tx, id, saved));
  // What is typed is told by the draft itself, which says who saved it last; the trail tells of its beginning and its turns.
  const changes = changesBetween(before === null ? {} : turnsOf(before), turnsOf(saved));
  if (changes.length > 0) {
    const subject = nameOf({ draft, taken: before?.taken ?? {} });
    const about = { subjectKind: "onboarding", subjectId: id, subject } as const;
    await recordAudit(tx, { operation: "onboarding.save", ...about, changes, path });
  }
  return id;
}

type Saved = Pick<OnboardingRow, "platform" | "step" | "draft" | "savedBy" | "savedAt" | "expiresAt" | "version">;

async function start(tx: Transaction, id: string, saved: Saved): Promise<{ path: string }> {
  const reseller = await lockOwnReseller(tx);
  refuseUnlessActive(reseller, "platform");
  const { id: resellerId, path } = reseller;
  await tx.em.insert(OnboardingEntity, {
    ...saved,
    id,
    path,
    reseller: resellerId,
    customer: null,
    taken: {},
    takenSteps: [],
    state: "DRAFT",
    businessType: null,
    startedById: tx.viewer.userId,
    startedBy: tx.viewer.name,
    startedAt: saved.savedAt,
  });
  return { path };
}

/** What its steps have taken stays as it is; entries for a PBX are not lost without a word (M1). */
function checked(input: SaveOnboardingInput, before: OnboardingRow | null): OnboardingDraft {
  const { platform, step, dropsPbx } = input;
  const refusals = new Refusals();
  const said = parseDraft(input.draft);
  if (said === null) refusals.add("INVALID", say("onboarding.draft", { max: draftBytesMax }), "draft");
  if (!stepsOf(platform).includes(step)) refusals.add("INVALID", say("onboarding.step"), "step");
  const isLost = platformOf(platform).usesSync && [said, before?.draft].some((each) => isBegun(each ?? {}, "PBX"));
  if (isLost && dropsPbx !== true) refusals.add("STATE_CONFLICT", say("onboarding.pbxEntries"), "platform");
  if (before !== null && before.platform !== platform && before.takenSteps.includes("PBX")) {
    refusals.add("STATE_CONFLICT", say("onboarding.pbxTaken"), "platform");
  }
  if (before?.state === "ONBOARDED") refusals.add("STATE_CONFLICT", say("onboarding.done"));
  refusals.settle();
  const { pbx, ...rest } = said ?? {};
  return { ...rest, ...(pbx !== undefined && !isLost && { pbx }), ...before?.taken };
}

function turnsOf({ platform, step }: Pick<OnboardingRow, "platform" | "step">) {
  return { platform, step };
}

function daysAfter(at: Date): Date {
  return new Date(at.getTime() + draftDays * 86_400_000);
}
