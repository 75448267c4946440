import { decodeId } from "@tierline/shared/id.ts";
import { say } from "@tierline/shared/sentence.ts";
import type { Transaction } from "../kernel/context.ts";
import { notFound, Rejection } from "../kernel/rejection.ts";
import { OnboardingEntity, type OnboardingRow } from "./onboarding.entity.ts";

const fresh = { disableIdentityMap: true } as const;

/**
 * One that is there for the viewer, locked, as it was read by them.
 * @throws AccessError NOT_FOUND; Rejection STALE
 */
export async function lockOnboarding(
  tx: Transaction,
  { id: apiId, version }: { readonly id: string; readonly version: number | null | undefined },
): Promise<OnboardingRow> {
  const row = await lockedOnboarding(tx, apiId);
  if (row.version === version) return row;
  const message = say("onboarding.stale", { by: row.savedBy });
  throw new Rejection({ code: "STALE", message, path: ["version"] });
}

/** The same, whatever was read. @throws AccessError NOT_FOUND */
export async function lockedOnboarding({ em }: Pick<Transaction, "em">, apiId: string): Promise<OnboardingRow> {
  const id = decodeId("onb", apiId);
  if (id === null) throw notFound();
  await em.execute("select 1 from onboarding where id = ? for update", [id]);
  const row = await em.findOne(OnboardingEntity, { id }, fresh);
  if (row === null) throw notFound();
  return row;
}

/** What it is called until there is a customer, and what its first step says afterwards. */
export function nameOf({ draft, taken }: Pick<OnboardingRow, "draft" | "taken">): string {
  return taken.customer?.name ?? draft.customer?.name ?? "";
}
