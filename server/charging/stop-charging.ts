import type { ChargeSubject } from "@tierline/shared/charge.ts";
import { asSystem, type Transaction } from "../kernel/context.ts";
import { post } from "../ledger/post.ts";

/** Of one use: what is had anew, by another or later, is charged anew. */
export interface ChargedSubject {
  readonly subjectKind: ChargeSubject;
  readonly subjectId: string;
}

/**
 * From that day on nothing is charged any more, to any buyer on the way. What was paid in advance stays paid; what is paid at the end
 * of a period is charged for the days until then.
 */
export async function stopCharging(
  tx: Transaction,
  { subjectKind, subjectId }: ChargedSubject,
  on: string,
): Promise<void> {
  await asSystem(tx, () => tx.em.execute("select end_charges(?, ?, ?)", [subjectKind, subjectId, on]));
}

/** As if it had never been had: every amount is taken back, once, and nothing more comes. */
export async function takeChargesBack(tx: Transaction, subject: ChargedSubject, reason: string): Promise<void> {
  const { subjectKind, subjectId } = subject;
  await asSystem(tx, async () => {
    await tx.em.execute(
      `update recurring_charge set state = 'STOPPED', version = version + 1
       where subject_kind = ? and subject_id = ? and state <> 'STOPPED'`,
      [subjectKind, subjectId],
    );
    await reverseCharges(tx, subject, reason);
  });
}

/**
 * Takes back, once, what was charged for it: all, or what a condition on `charge c` says, as far as it was not given back before.
 * Called as the system.
 */
export async function reverseCharges(
  tx: Transaction,
  { subjectKind, subjectId }: ChargedSubject,
  reason: string,
  { where, values }: { readonly where: string; readonly values: readonly unknown[] } = { where: "true", values: [] },
): Promise<void> {
  const rows = await tx.em.execute<{ id: string; path: string }[]>(
    `select c.transaction_id as id, c.path from charge c
     where c.subject_kind = ? and c.subject_id = ? and c.transaction_id is not null and c.amount_micros > 0 and ${where}
       and not exists (select from ledger_transaction r where r.reverses = c.transaction_id)`,
    [subjectKind, subjectId, ...values],
  );
  if (rows.length === 0) return;
  await post(
    tx,
    rows.map(({ id, path }) => ({
      kind: "REVERSAL" as const,
      reference: `charge taken back:${id}`,
      path,
      description: reason,
      lines: [],
      reverses: id,
    })),
  );
}
