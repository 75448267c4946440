import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import { recordAudit } from "../audit/record.ts";
import { stopCharging } from "../charging/stop-charging.ts";
import { findItem } from "../inventory/item.ts";
import { releaseSold } from "../inventory/release-item.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { DidEntity } from "./did.entity.ts";
import { lockOwnDid } from "./own-did.ts";

/**
 * Takes a number back: it rests or goes back to stock as its template says, and nothing is charged for it from tomorrow on. What
 * was paid in advance stays paid. Answers its UUID.
 * @throws AccessError NOT_FOUND; Rejection STATE_CONFLICT
 */
export function disconnectDid(context: Context, input: { readonly id: string }): Promise<string> {
  return transaction(context, async (tx) => {
    const { did, reseller } = await lockOwnDid(tx, input.id);
    const item = await findItem(tx, did.item);
    invariant(item !== null, "a number that somebody has is an item of their reseller's");
    const now = tx.clock.now();
    await tx.em.nativeUpdate(DidEntity, { id: did.id }, { disconnectedAt: now, version: did.version + 1 });
    await stopCharging(tx, { subjectKind: "DID", subjectId: did.id }, addDays(dateInZone(now, reseller.timeZone), 1));
    await releaseSold(tx, item);
    await recordAudit(tx, {
      operation: "did.disconnect",
      subjectKind: "inventoryItem",
      subjectId: item.id,
      subject: item.label,
      changes: [],
      path: did.path,
    });
    return did.id;
  });
}
