import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant, Rejection } from "../kernel/rejection.ts";
import type { OnboardingRow } from "./onboarding.entity.ts";
import { PbxTrunkEntity } from "./trunk.entity.ts";

/** The PBX was asked since its trunk was changed last, and answered. @throws Rejection STATE_CONFLICT */
export async function takeConnect(tx: Transaction, { customer }: OnboardingRow): Promise<void> {
  const trunk = await tx.em.findOne(PbxTrunkEntity, { customer: customer ?? "" }, { disableIdentityMap: true });
  invariant(trunk !== null, "whoever connects has taken the step of the PBX");
  if (trunk.answer?.state === "REACHED") return;
  const message = say(trunk.answer == null ? "onboarding.notAsked" : "onboarding.notReached");
  throw new Rejection({ code: "STATE_CONFLICT", message, path: ["step"] });
}
