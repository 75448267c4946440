import { afterAsking, afterHit, rechargeTimes, waiting } from "@tierline/shared/auto-recharge.ts";
import { money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { advancePayment } from "./advance-payment.ts";
import { defaultMethod } from "./chargeable-method.ts";
import { dayOf, isBelow, lockRecharge, put, sellerOf, take } from "./follow-recharge.ts";
import type { AutoRechargeRow, PaymentRow } from "./payment.entity.ts";
import { insertPayment } from "./start-payment.ts";

const perSweep = 50;

type Begun = Pick<PaymentRow, "id" | "path" | "purpose">;

/**
 * VX14, as a sweep: balances that fell below what was agreed are noted by the posting itself; here they are taken up, each once, and
 * the card is charged, once a day of the reseller's. Answers how many cards were charged.
 */
export async function rechargeDue(context: Context): Promise<number> {
  await transaction(context, takeHits);
  const begun = await transaction(context, beginDue);
  await Promise.all(begun.map((payment) => advancePayment(context, payment)));
  return begun.length;
}

async function takeHits(tx: Transaction): Promise<void> {
  const now = tx.clock.now();
  const hits = await tx.em.execute<{ account_id: string }[]>(
    `update account_notice set told_at = ? where id in
       (select id from account_notice where told_at is null and kind = 'RECHARGE' order by at limit ${perSweep} for update skip locked)
     returning account_id`,
    [now],
  );
  for (const { account_id: accountId } of hits) {
    const row = await lockRecharge(tx, accountId);
    if (row === null) continue; // it was turned off meanwhile
    const { timeZone } = await sellerOf(tx, row);
    await take(tx, row, afterHit(dayOf(row), now, timeZone), "recharge.again");
  }
}

async function beginDue(tx: Transaction): Promise<Begun[]> {
  const now = tx.clock.now();
  const due = await tx.em.execute<{ account_id: string }[]>(
    `select account_id from auto_recharge where due_at <= ? order by due_at limit ${perSweep} for update skip locked`,
    [now],
  );
  const begun: Begun[] = [];
  for (const { account_id: accountId } of due) {
    const row = await lockRecharge(tx, accountId);
    const payment = row === null ? null : await beginOne(tx, row, now);
    if (payment !== null) begun.push(payment);
  }
  return begun;
}

async function beginOne(tx: Transaction, row: AutoRechargeRow, now: Date): Promise<Begun | null> {
  const seller = await sellerOf(tx, row);
  const { today, tomorrow } = rechargeTimes(now, seller.timeZone);
  const { path, accountId } = row;
  if (row.askedOn === today) return put(tx, row, { dueAt: tomorrow });
  if (!(await isBelow(tx, row))) return put(tx, row, { dueAt: null });
  const found = await defaultMethod(tx, path);
  if (found === null) {
    const { day, isTold } = waiting({ ...dayOf(row), dueAt: null }, now, seller.timeZone);
    await take(tx, row, { day: { ...day, dueAt: null }, isTold }, "recharge.noCard"); // until there is one
    return null;
  }
  const { retryAt = null } = found.method;
  if (retryAt !== null && retryAt > now) return put(tx, row, { dueAt: retryAt });
  const id = await insertPayment(tx, {
    path,
    gateway: found.gateway,
    purpose: "AUTO_RECHARGE",
    accountId,
    amount: money(row.amountMicros, row.currency),
    description: say("payment.autoRecharge", { reseller: seller.name }),
    methodId: found.method.id,
    keepsMethod: false,
    returnPath: "/",
    key: `autoRecharge:${accountId}:${today}`,
  });
  await put(tx, row, afterAsking(dayOf(row), now, seller.timeZone));
  return { id, path, purpose: "AUTO_RECHARGE" };
}
