import { addDays, dateInZone, startOfDayInZone } from "@tierline/shared/billing-period.ts";
import { divideHalfUp, minorDigits, money, type Money } from "@tierline/shared/money.ts";
import { rangeOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import type { ResellerRow } from "../resellers/reseller.entity.ts";
import { allBuyers } from "./call-sums.ts";
import { ownReseller } from "./financial-report.ts";

export interface SpentOnCalls {
  readonly spent: Money;
  readonly calls: number;
  /** From the answer to the end. */
  readonly seconds: number;
}

export interface BusinessFigures {
  /** Of what its own customers are charged again and again, the part of a month. */
  readonly recurringRevenue: Money;
  readonly activeCustomers: number;
  /** Null without customers. */
  readonly revenuePerCustomer: Money | null;
  /** What those who buy from it owe in all, and how many of them do. */
  readonly owed: Money;
  readonly debtors: number;
  /** What it has with its parent; null for the root of the tree. */
  readonly balance: Money | null;
  /** What calls of its customers, and of those below, cost it: in the last 30 days, and today. */
  readonly last30Days: SpentOnCalls;
  readonly today: SpentOnCalls;
}

/** Of the viewer's own reseller, now (OX11, VX10). */
export async function businessFigures(context: Context): Promise<BusinessFigures> {
  const reseller = await ownReseller(context);
  const [recurring, owed, balance, calls] = await Promise.all([
    recurringOf(context, reseller),
    owedTo(context, reseller),
    balanceOf(context, reseller),
    spentOnCalls(context, reseller),
  ]);
  const { currency } = reseller;
  const { micros, activeCustomers } = recurring;
  return {
    recurringRevenue: money(micros, currency),
    activeCustomers,
    revenuePerCustomer: activeCustomers === 0 ? null : money(inMinorUnits(micros, activeCustomers, currency), currency),
    ...owed,
    balance,
    ...calls,
  };
}

/** Half-up at the currency's smaller unit: an average is looked at and never charged. */
function inMinorUnits(micros: bigint, customers: number, currency: string): bigint {
  const unit = 10n ** BigInt(6 - minorDigits(currency));
  return divideHalfUp(micros, BigInt(customers) * unit) * unit;
}

async function recurringOf({ em }: Context, { id, currency }: ResellerRow) {
  const [{ micros, customers }] = await em.execute<[{ micros: string; customers: number }]>(
    `select (select count(*)::int from customer where reseller_id = ? and state = 'ACTIVE') as customers,
       (select coalesce(round(sum(r.amount_micros::numeric / r.interval_months)), 0)::text
        from customer c join recurring_charge r on r.path = c.path
        where c.reseller_id = ? and r.state = 'ACTIVE' and r.currency = ?) as micros`,
    [id, id, currency],
  );
  return { micros: BigInt(micros), activeCustomers: customers };
}

/** Right below alone: what those further down owe is owed to somebody else. */
async function owedTo({ em }: Context, { path, currency }: ResellerRow): Promise<{ owed: Money; debtors: number }> {
  const { lo, hi } = rangeOf(path);
  const [{ micros, debtors }] = await em.execute<[{ micros: string; debtors: number }]>(
    `select coalesce(-sum(b.balance_micros), 0)::text as micros, count(*)::int as debtors
     from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.kind = 'BILLING' and a.path > ? and a.path < ? and a.currency = ? and b.balance_micros < 0
       and a.path ~ ?`,
    [lo, hi, currency, `^${path.replaceAll(".", "[.]")}[^.]+[.]$`],
  );
  return { owed: money(BigInt(micros), currency), debtors };
}

async function balanceOf({ em }: Context, { path }: ResellerRow): Promise<Money | null> {
  const [row] = await em.execute<{ currency: string; micros: string }[]>(
    `select a.currency, sum(b.balance_micros)::text as micros from ledger_account a
     join ledger_balance b on b.account_id = a.id where a.kind = 'BILLING' and a.path = ? group by a.currency`,
    [path],
  );
  return row === undefined ? null : money(BigInt(row.micros), row.currency);
}

const days = 30;

async function spentOnCalls({ em, clock, viewer }: Context, { path, currency, timeZone }: ResellerRow) {
  const today = dateInZone(clock.now(), timeZone);
  const midnight = startOfDayInZone(today, timeZone);
  const since = startOfDayInZone(addDays(today, -(days - 1)), timeZone);
  const [row] = await em.execute<
    [Record<"spent" | "calls" | "seconds" | "spent_today" | "calls_today" | "seconds_today", string>]
  >(
    `select coalesce(sum(cost_micros), 0)::text as spent, coalesce(sum(calls), 0)::text as calls, coalesce(sum(seconds), 0)::text as seconds,
       coalesce(sum(cost_micros) filter (where quarter >= ?), 0)::text as spent_today,
       coalesce(sum(calls) filter (where quarter >= ?), 0)::text as calls_today,
       coalesce(sum(seconds) filter (where quarter >= ?), 0)::text as seconds_today
     from call_sum where path = ? and ${allBuyers(viewer)} and quarter >= ?`,
    [midnight, midnight, midnight, path, since],
  );
  const figures = (spent: string, calls: string, seconds: string): SpentOnCalls => ({
    spent: money(BigInt(spent), currency),
    calls: Number(calls),
    seconds: Number(seconds),
  });
  return {
    last30Days: figures(row.spent, row.calls, row.seconds),
    today: figures(row.spent_today, row.calls_today, row.seconds_today),
  };
}
