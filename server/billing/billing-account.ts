import { money, addMoney, subtractMoney, type Money } from "@tierline/shared/money.ts";
import type { RequestContext } from "../kernel/context.ts";
import { decodeId } from "@tierline/shared/id.ts";
import type { Context } from "../kernel/context.ts";
import { loader } from "../kernel/loaders.ts";
import { notFound } from "../kernel/rejection.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { readBalances } from "../ledger/read-balance.ts";
import type { AccountTerms } from "../ledger/set-terms.ts";

/** What a buyer has with whoever sells to it. */
export interface BillingAccount {
  readonly id: string;
  /** The buyer's. */
  readonly path: string;
  readonly balance: Money;
  readonly held: Money;
  readonly creditLimit: Money | null;
  readonly terms: AccountTerms;
}

/** Whose the other side is: the reseller of a customer, the parent of a reseller. */
export function sellerPathOf(path: string): string {
  return path.replace(/[^.]+\.$/, "");
}

/** Each tier sees its own buying and its own selling; what lies deeper is the business of those in between. */
function isSideOf({ path: tier }: Pick<Viewer, "path">, path: string): boolean {
  return path === tier || sellerPathOf(path) === tier;
}

interface Row {
  id: string;
  path: string;
  mode: AccountTerms["mode"];
  policy: AccountTerms["policy"];
  cycle_day: number;
  due_day: number | null;
  low_balance: string | null;
  low_balance_email: string | null;
}

/** By the buyer's path; of a tier whose buyer or seller the viewer is not there is none. */
export const billingAccountByPath = loader<string, BillingAccount>(async (context, paths) => {
  const own = paths.filter((path) => isSideOf(context.viewer, path));
  return new Map((await accountsWhere(context, "path", own)).map((account) => [account.path, account]));
});

/** By id, of those whose side the viewer is on. */
export async function billingAccountsById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, BillingAccount>> {
  const accounts = await accountsWhere(context, "id", ids);
  return new Map(accounts.filter(({ path }) => isSideOf(context.viewer, path)).map((account) => [account.id, account]));
}

/** To which the viewer sells. @throws AccessError NOT_FOUND */
export async function soldAccount(context: Context, apiId: string): Promise<BillingAccount> {
  const id = decodeId("bac", apiId);
  const account = id === null ? undefined : (await billingAccountsById(context, [id])).get(id);
  if (account === undefined || sellerPathOf(account.path) !== context.viewer.path) throw notFound();
  return account;
}

/** As it is after a verb, whatever this operation had read before. */
export async function billingAccountNow(
  request: RequestContext,
  context: Context,
  id: string,
): Promise<BillingAccount> {
  const account = (await billingAccountsById(context, [id])).get(id);
  if (account === undefined) throw notFound();
  billingAccountByPath(request).clear(account.path).prime(account.path, account);
  return account;
}

async function accountsWhere(
  context: Context,
  column: "id" | "path",
  values: readonly string[],
): Promise<BillingAccount[]> {
  if (values.length === 0) return [];
  const rows = await context.em.execute<Row[]>(
    `select id, path, payment_mode as mode, credit_policy as policy, cycle_day, due_day,
       low_balance_micros::text as low_balance, low_balance_email from ledger_account where kind = 'BILLING' and ${column} in (?)`,
    [values],
  );
  if (rows.length === 0) return [];
  const balances = await readBalances(
    context,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, path, ...row }) => {
    const { currency, micros, heldMicros, creditLimitMicros } = balances.get(id)!; // an account has a balance
    return {
      id,
      path,
      balance: money(micros, currency),
      held: money(heldMicros, currency),
      creditLimit: creditLimitMicros === null ? null : money(creditLimitMicros, currency),
      terms: {
        mode: row.mode,
        policy: row.policy,
        creditLimitMicros,
        cycleDay: row.cycle_day,
        dueDay: row.due_day,
        lowBalanceMicros: row.low_balance === null ? null : BigInt(row.low_balance),
        lowBalanceEmail: row.low_balance_email,
      },
    };
  });
}

/** What could be spent; null: there is no end to it. */
export function availableOf({ balance, held, creditLimit }: BillingAccount): Money | null {
  return creditLimit === null ? null : addMoney(subtractMoney(balance, held), creditLimit);
}
