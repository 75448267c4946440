import { money } from "@tierline/shared/money.ts";
import { toMinor } from "@tierline/shared/invoice.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { readBalances } from "../ledger/read-balance.ts";
import { advancePayment } from "./advance-payment.ts";
import { change, lockPayment } from "./apply-report.ts";
import { defaultMethod } from "./chargeable-method.ts";
import type { PaymentRow } from "./payment.entity.ts";
import { insertPayment } from "./start-payment.ts";

const perSweep = 50;
const leaseMs = 60_000;

type Named = Pick<PaymentRow, "id" | "path">;

/**
 * Renewals that were declined, when their card is tried again or somebody has changed it, as a sweep: each try is a payment of its
 * own, begun once. Answers how many were begun.
 */
export async function retryRenewals(context: Context): Promise<number> {
  const now = context.clock.now();
  const due = await context.em.execute<Named[]>(
    `update payment set due_at = ? where id in
       (select id from payment where is_owed and due_at <= ? order by due_at limit ${perSweep} for update skip locked)
     returning id, path`,
    [new Date(now.getTime() + leaseMs), now],
  );
  const begun: Named[] = [];
  for (const one of due) {
    const id = await transaction(context, (tx) => retry(tx, one));
    if (id !== null) begun.push({ id, path: one.path });
  }
  await Promise.all(begun.map((payment) => advancePayment(context, { ...payment, purpose: "RENEWAL" })));
  return begun.length;
}

/** What was paid otherwise meanwhile is not asked for: never more than the customer owes. One after another of each customer. */
async function retry(tx: Transaction, { id, path }: Named): Promise<string | null> {
  await tx.em.execute("select pg_advisory_xact_lock(hashtextextended('renewals of ' || ?, 0))", [path]);
  const row = await lockPayment(tx, id);
  if (!row.isOwed) return null;
  const found = await defaultMethod(tx, path);
  const retryAt = found?.method.retryAt ?? null;
  if (found === null || (retryAt !== null && retryAt > tx.clock.now())) {
    await change(tx, row, { dueAt: retryAt });
    return null;
  }
  await change(tx, row, { isOwed: false, dueAt: null });
  const owed = await owedMicros(tx, row);
  if (owed <= 0n) return null;
  return insertPayment(tx, {
    path,
    gateway: found.gateway,
    purpose: "RENEWAL",
    accountId: row.accountId,
    amount: money(owed < row.amountMicros ? owed : row.amountMicros, row.currency),
    description: row.description,
    methodId: found.method.id,
    keepsMethod: false,
    returnPath: "/",
    key: `renewal:${id}`,
  });
}

/** Without what is being asked for already. */
async function owedMicros(tx: Transaction, { accountId, currency }: PaymentRow): Promise<bigint> {
  const balance = (await readBalances(tx, [accountId])).get(accountId);
  const [asked] = await tx.em.execute<{ micros: string }[]>(
    `select coalesce(sum(amount_micros), 0)::text as micros from payment
     where account_id = ? and purpose in ('RENEWAL', 'AUTO_RECHARGE') and state in ('STARTED', 'PENDING')`,
    [accountId],
  );
  return toMinor(-(balance?.micros ?? 0n) - BigInt(asked?.micros ?? 0), currency);
}
