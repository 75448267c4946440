import { stepsOf, type OnboardingDraft, type OnboardingStep } from "@tierline/shared/onboarding.ts";
import { say } from "@tierline/shared/sentence.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { OnboardingEntity, type OnboardingRow } from "./onboarding.entity.ts";
import { lockedOnboarding, lockOnboarding, nameOf } from "./own-onboarding.ts";
import type { TrunkPasswords } from "./check-trunk.ts";
import { takeConnect } from "./take-connect.ts";
import { takeCustomer } from "./take-customer.ts";
import { takeGateway } from "./take-gateway.ts";
import { takePbx } from "./take-pbx.ts";
import { takeSync } from "./take-sync.ts";

export interface TakeStepInput extends TrunkPasswords {
  /** The API's id. */
  readonly id: string;
  readonly step: OnboardingStep;
  /** Of what was read. */
  readonly version: number;
  /** Goes on although CONNECT has found no PBX, or SYNC has brought nobody over. */
  readonly skipsCheck?: boolean | null | undefined;
}

/**
 * What was typed for a step has its effect, once, and the next step comes (M11). Answers the UUID of the onboarding.
 * @throws AccessError NOT_FOUND; Rejection STALE, STATE_CONFLICT and every wrong field of the draft
 */
export function takeStep(context: Context, input: TakeStepInput): Promise<string> {
  return transaction(context, async (tx) => {
    const { takenSteps, id } = await lockedOnboarding(tx, input.id);
    // Its answer was lost.
    if (takenSteps.includes(input.step)) return id;
    await take(tx, await lockOnboarding(tx, input), input);
    return id;
  });
}

async function take(tx: Transaction, row: OnboardingRow, input: TakeStepInput): Promise<void> {
  const { step } = input;
  const steps = stepsOf(row.platform);
  const first = steps.find((each) => !row.takenSteps.includes(each));
  if (step !== first) {
    throw new Rejection({ code: "STATE_CONFLICT", message: say("onboarding.notYet"), path: ["step"] });
  }
  const part = await effectOf(tx, row, input);
  const next = steps[steps.indexOf(step) + 1] ?? step;
  const taken = { ...row.taken, ...part.taken };
  const after = {
    ...part.row,
    step: next,
    taken,
    draft: { ...row.draft, ...part.taken },
    takenSteps: [...row.takenSteps, step],
    state: next === step ? ("ONBOARDED" as const) : ("INCOMPLETE" as const),
    expiresAt: null,
    savedBy: tx.viewer.name,
    savedAt: tx.clock.now(),
    version: row.version + 1,
  };
  await tx.em.nativeUpdate(OnboardingEntity, { id: row.id }, after);
  await recordAudit(tx, {
    operation: "onboarding.take_step",
    subjectKind: "onboarding",
    subjectId: row.id,
    subject: nameOf({ ...row, ...after }),
    changes: changesBetween({ step: row.step, state: row.state }, { step: next, state: after.state, ...part.skipped }),
    path: part.row.path ?? row.path,
  });
}

interface Effect {
  /** What of the draft it was. */
  readonly taken: OnboardingDraft;
  readonly row: Partial<Pick<OnboardingRow, "customer" | "path" | "businessType">>;
  /** What was not looked at, or not minded, because whoever took the step said so. */
  readonly skipped?: { readonly skipsCheck: true };
}

async function effectOf(tx: Transaction, row: OnboardingRow, input: TakeStepInput): Promise<Effect> {
  const { step, skipsCheck } = input;
  switch (step) {
    case "CUSTOMER": {
      const { id: customer, path, businessType } = await takeCustomer(tx, row);
      return { taken: { customer: row.draft.customer }, row: { customer, path, businessType } };
    }
    case "GATEWAY":
      await takeGateway(tx, row);
      return { taken: { gateway: row.draft.gateway }, row: {} };
    case "PBX":
      await takePbx(tx, row, input);
      return { taken: { pbx: row.draft.pbx }, row: {} };
    case "CONNECT":
      if (skipsCheck !== true) await takeConnect(tx, row);
      break;
    case "SYNC":
      if (skipsCheck !== true) await takeSync(tx, row);
      break;
  }
  return { taken: {}, row: {}, ...(skipsCheck === true && { skipped: { skipsCheck } }) };
}
