import { decodeId, newId } from "@tierline/shared/id.ts";
import { decimalOf, money, tryParseMoney, type Money } from "@tierline/shared/money.ts";
import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { rechargeTimes } from "@tierline/shared/auto-recharge.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { billingAccountsById, sellerPathOf, type BillingAccount } from "../billing/billing-account.ts";
import { buyerOf } from "../billing/record-entry.ts";
import { paymentProviderOf } from "../connectors/payments/registry.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { notFound, Refusals } from "../kernel/rejection.ts";
import { refuseWhileActing, require } from "../kernel/requires.ts";
import { asSystemIn, gatewaysAt, resellerAt } from "./gateway.ts";
import { AutoRechargeEntity, type AutoRechargeRow } from "./payment.entity.ts";

export interface SetAutoRechargeInput {
  /** The API's id. */
  readonly accountId: string;
  /** Left out: it is not charged by itself. */
  readonly threshold?: string | null | undefined;
  readonly amount?: string | null | undefined;
}

/**
 * VX14: from which balance on the card is charged, and with how much; what is below it already is charged at once. By the customer's
 * own people or by whoever keeps its reseller's accounts. Answers the account's UUID.
 * @throws AccessError NOT_FOUND; Rejection INVALID for an amount that is not listed
 */
export async function setAutoRecharge(context: Context, input: SetAutoRechargeInput): Promise<string> {
  const account = await rechargedAccount(context, input.accountId);
  const { currency } = account.balance;
  const wanted = await checked(context, account, input);
  return transaction(context, async (tx) => {
    await tx.em.execute("select 1 from auto_recharge where account_id = ? for update", [account.id]);
    const known = await rechargeOf(tx, account.id);
    const changes = changesBetween(textsOf(known, currency), textsOf(wanted, currency));
    if (changes.length === 0) return account.id;
    if (wanted === null) await tx.em.nativeDelete(AutoRechargeEntity, { accountId: account.id });
    else {
      const { path } = account;
      const now = tx.clock.now();
      const isBelow = account.balance.micros < wanted.thresholdMicros;
      const { today } = rechargeTimes(now, (await resellerAt(asSystemIn(tx, sellerPathOf(path)))).timeZone);
      const due = isBelow ? { dueAt: now, hitOn: today } : { dueAt: null };
      if (known !== null) await tx.em.nativeUpdate(AutoRechargeEntity, { id: known.id }, { ...wanted, ...due });
      else {
        const row = { id: newId(now.getTime()), path, accountId: account.id, currency, version: 1 };
        await tx.em.insert(AutoRechargeEntity, { ...row, ...wanted, ...due });
      }
    }
    await recordAudit(tx, {
      operation: "billing.recharge",
      ...(await buyerOf(tx, account)),
      changes,
      path: account.path,
    });
    return account.id;
  });
}

export function rechargeOf({ em }: Pick<Context, "em">, accountId: string): Promise<AutoRechargeRow | null> {
  return em.findOne(AutoRechargeEntity, { accountId }, { disableIdentityMap: true });
}

/** What can be charged by itself: what the customer's reseller lists with a provider that keeps cards. */
export async function rechargeAmounts(context: Context, path: string, currency: string): Promise<Money[]> {
  const gateways = await gatewaysAt(asSystemIn(context, sellerPathOf(path)), sellerPathOf(path));
  const keeper = gateways.find(({ isOpen, provider }) => isOpen && paymentProviderOf[provider].cards !== null);
  return (keeper?.amounts ?? []).map((units) => money(BigInt(units) * 1_000_000n, currency));
}

async function rechargedAccount(context: Context, apiId: string): Promise<BillingAccount> {
  refuseWhileActing(context);
  const id = decodeId("bac", apiId);
  const account = id === null ? undefined : (await billingAccountsById(context, [id])).get(id);
  if (account === undefined || resellerPathOf(account.path) === account.path) throw notFound(); // no reseller has cards
  if (account.path !== context.viewer.path) require(context, "balance.change");
  return account;
}

type Wanted = Pick<AutoRechargeRow, "thresholdMicros" | "amountMicros">;

async function checked(
  context: Context,
  { path, balance: { currency } }: BillingAccount,
  { threshold = null, amount = null }: SetAutoRechargeInput,
): Promise<Wanted | null> {
  if (threshold === null && amount === null) return null;
  const refusals = new Refusals();
  const listed = await rechargeAmounts(context, path, currency);
  const below = tryParseMoney(threshold ?? "", currency);
  const charged = listed.find(({ micros }) => micros === tryParseMoney(amount ?? "", currency)?.micros);
  if (below === null || below.micros < 0n) refusals.add("INVALID", say("recharge.threshold"), "threshold");
  if (charged === undefined) {
    const values = { amount: (amount ?? "").slice(0, 40), amounts: listed.map(decimalOf).join(", ") };
    refusals.add("INVALID", say("payment.notListed", values), "amount");
  }
  refusals.settle();
  return { thresholdMicros: below?.micros ?? 0n, amountMicros: charged?.micros ?? 0n };
}

/** As the audit trail names them. */
function textsOf(row: Wanted | null, currency: string): Readonly<Record<string, unknown>> {
  const text = (micros: bigint | undefined) => (micros === undefined ? null : decimalOf(money(micros, currency)));
  return { lowBalance: text(row?.thresholdMicros), amount: text(row?.amountMicros) };
}
