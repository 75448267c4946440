import { startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { asSystem, type Transaction } from "../kernel/context.ts";
import { mapped } from "../kernel/mapped.ts";
import { RecurringChargeEntity } from "./charge.entity.ts";

/**
 * The renewal of that day waits until then, so that a plan that is changed on that day is charged by its own price and no other; null:
 * it waits no more. What is charged, and for which days, is not touched.
 */
export async function waitWithRenewal(
  tx: Transaction,
  serviceId: string,
  day: string,
  until: Date | null,
): Promise<void> {
  await asSystem(tx, async () => {
    const rows = await tx.em.execute<object[]>(
      `select * from recurring_charge where subject_kind = 'SERVICE' and subject_id = ? and state in ('ACTIVE', 'PAUSED')
         and next_from = ? and timing = 'ADVANCE' order by id for update`,
      [serviceId, day],
    );
    for (const { id, timeZone } of mapped(tx.em, RecurringChargeEntity, rows)) {
      await tx.em.execute("update recurring_charge set due_at = ?, version = version + 1 where id = ?", [
        until ?? startOfDayInZone(day, timeZone),
        id,
      ]);
    }
  });
}
