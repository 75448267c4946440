import { firstIncomplete } from "@tierline/shared/onboarding.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { OnboardingEntity } from "./onboarding.entity.ts";
import { lockedOnboarding, nameOf } from "./own-onboarding.ts";

/**
 * Cancel (M12): a draft without a customer is gone; of another one what was typed since its last step is, and the customer stays as it
 * is. Answers the UUID of what is left.
 * @throws AccessError NOT_FOUND
 */
export function discardOnboarding(context: Context, input: { readonly id: string }): Promise<string | null> {
  return transaction(context, async (tx) => {
    const row = await lockedOnboarding(tx, input.id);
    const { id, path } = row;
    const step = firstIncomplete(row.platform, row.takenSteps);
    if (row.customer == null) await tx.em.nativeDelete(OnboardingEntity, { id });
    else {
      const after = { draft: row.taken, step, version: row.version + 1, savedAt: tx.clock.now() };
      await tx.em.nativeUpdate(OnboardingEntity, { id }, { ...after, savedBy: tx.viewer.name });
    }
    await recordAudit(tx, {
      operation: "onboarding.discard",
      subjectKind: "onboarding",
      subjectId: id,
      subject: nameOf(row),
      changes: changesBetween({ step: row.step }, row.customer == null ? {} : { step }),
      path,
    });
    return row.customer == null ? null : id;
  });
}

/** Drafts that nobody has saved for a while and that came to nothing. Any number of workers at once: each row goes once. */
export async function forgetOldDrafts({ em, clock }: Context): Promise<number> {
  const gone = await em.execute<unknown[]>(
    "delete from onboarding where customer_id is null and expires_at <= ? returning 1",
    [clock.now()],
  );
  return gone.length;
}
