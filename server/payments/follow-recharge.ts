import { dateInZone } from "@tierline/shared/billing-period.ts";
import { rechargeTimes, waiting, type RechargeStep } from "@tierline/shared/auto-recharge.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { payersOf } from "../billing/tell-of-balances.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { readBalances } from "../ledger/read-balance.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import type { SaidNo } from "./card-answers.ts";
import { AutoRechargeEntity, type AutoRechargeRow, type PaymentRow } from "./payment.entity.ts";

const fresh = { disableIdentityMap: true } as const;

/**
 * In the transaction that settles such a payment: what was declined is told once a day, and tried again when its card is. Where a
 * provider took nothing from us it is tried when somebody has set it up anew, and where it was silent, tomorrow.
 */
export async function followRecharge(
  tx: Transaction,
  payment: PaymentRow,
  to: "COMPLETED" | "DECLINED" | "EXPIRED",
  card: SaidNo | null,
): Promise<void> {
  const row = await lockRecharge(tx, payment.accountId);
  if (row === null) return;
  const now = tx.clock.now();
  const { timeZone } = await sellerOf(tx, row);
  const { tomorrow } = rechargeTimes(now, timeZone);
  if (card !== null) {
    const { day, isTold } = waiting({ ...dayOf(row), dueAt: null }, now, timeZone);
    return take(tx, row, { day: { ...day, dueAt: card.retryAt }, isTold }, "recharge.declined");
  }
  if (to === "DECLINED") await put(tx, row, { dueAt: null });
  else if (to === "EXPIRED") await put(tx, row, { dueAt: tomorrow });
  else if (row.dueAt == null && (await isBelow(tx, row))) await put(tx, row, { dueAt: tomorrow });
}

export async function lockRecharge({ em }: Transaction, accountId: string): Promise<AutoRechargeRow | null> {
  await em.execute("select 1 from auto_recharge where account_id = ? for update", [accountId]);
  return em.findOne(AutoRechargeEntity, { accountId }, fresh);
}

export async function isBelow(tx: Transaction, { accountId, thresholdMicros }: AutoRechargeRow): Promise<boolean> {
  const balance = (await readBalances(tx, [accountId])).get(accountId);
  return balance !== undefined && balance.micros < thresholdMicros;
}

export async function sellerOf({ em }: Transaction, { path }: AutoRechargeRow): Promise<ResellerRow> {
  const reseller = await em.findOne(ResellerEntity, { path: resellerPathOf(path) }, fresh);
  invariant(reseller !== null, "a customer has a reseller");
  return reseller;
}

export function dayOf({ hitOn = null, askedOn = null, toldOn = null, dueAt = null }: AutoRechargeRow) {
  return { hitOn, askedOn, toldOn, dueAt };
}

type Changes = Partial<Pick<AutoRechargeRow, "hitOn" | "askedOn" | "toldOn" | "dueAt">>;

export async function put({ em }: Transaction, { id, version }: AutoRechargeRow, changes: Changes): Promise<null> {
  await em.nativeUpdate(AutoRechargeEntity, { id }, { ...changes, version: version + 1 });
  return null;
}

export type Why = "recharge.again" | "recharge.declined" | "recharge.noCard";

export async function take(
  tx: Transaction,
  row: AutoRechargeRow,
  { day, isTold }: RechargeStep,
  why: Why,
): Promise<void> {
  await put(tx, row, day);
  if (isTold) await tell(tx, row, say(why), day.dueAt);
}

/** The same day's is one mail, whatever it is about. */
async function tell(tx: Transaction, row: AutoRechargeRow, why: Sentence, dueAt: Date | null): Promise<void> {
  const customer = await tx.em.findOne(CustomerEntity, { path: row.path }, fresh);
  if (customer === null) return;
  const seller = await sellerOf(tx, row);
  const language = languageOf(customer.language) ?? defaultLanguage;
  const { today } = rechargeTimes(tx.clock.now(), seller.timeZone);
  const written = (micros: bigint) => ({ amount: decimalOf(money(micros, row.currency)), currency: row.currency });
  const day = dueAt === null ? null : { day: dateInZone(dueAt, seller.timeZone) };
  const next = day === null ? say("card.notAgain") : say("recharge.next", { day, amount: written(row.amountMicros) });
  const values = { threshold: written(row.thresholdMicros), reseller: seller.name, name: customer.name, why, next };
  await queueMail(tx, {
    path: row.path,
    cause: `recharge:${row.accountId}:${today}`,
    recipients: await payersOf(tx, { id: customer.id, email: customer.email ?? null }),
    subject: rendered(say("recharge.subject", { reseller: seller.name }), language),
    body: rendered(say("recharge.body", values), language),
  });
}
