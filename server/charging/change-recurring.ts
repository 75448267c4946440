import { asSystem, type Transaction } from "../kernel/context.ts";
import type { ChargedSubject } from "./stop-charging.ts";

/** What one buyer is charged from its next period on; the one that is paid for stays as it was. */
export async function changeRecurring(
  tx: Transaction,
  { subjectKind, subjectId }: ChargedSubject,
  path: string,
  micros: bigint,
): Promise<void> {
  await asSystem(tx, () =>
    tx.em.execute(
      `update recurring_charge set amount_micros = ?, version = version + 1
       where subject_kind = ? and subject_id = ? and path = ? and state <> 'STOPPED'`,
      [String(micros), subjectKind, subjectId, path],
    ),
  );
}
