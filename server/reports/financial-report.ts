import { money, type Money } from "@tierline/shared/money.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import type { Context } from "../kernel/context.ts";
import { invariant } from "../kernel/rejection.ts";
import { ResellerEntity, type ResellerRow } from "../resellers/reseller.entity.ts";
import { allBuyers } from "./call-sums.ts";
import { monthsBetween, type ReportMonth } from "./report-months.ts";

export interface FinancialFigures {
  /** What was charged to those who buy from the reseller, calls included: never what they paid in (A-V10). */
  readonly revenue: Money;
  /** What they paid in. */
  readonly deposits: Money;
  /** What the reseller was charged itself, and what calls cost it. */
  readonly cost: Money;
  /** What it was charged in another currency than its own, which `cost` is without; null where there is none. */
  readonly otherCost: Money | null;
}

export interface FinancialReport {
  readonly reseller: ResellerRow;
  readonly months: readonly (FinancialFigures & { readonly month: string })[];
  readonly total: FinancialFigures;
}

/** Of the viewer's own reseller, by months of its time zone (V23). @throws AccessError BAD_USER_INPUT */
export async function financialReport(context: Context, from: string, to: string): Promise<FinancialReport> {
  const reseller = await ownReseller(context);
  const months = monthsBetween(from, to, reseller.timeZone);
  const rows = await figuresOf(context, reseller, months);
  const figures = rows.map((row) => figuresIn(reseller.currency, row));
  return {
    reseller,
    months: figures.map((each, index) => ({ ...each, month: months[index]!.month })), // a row a month
    total: figuresIn(reseller.currency, totalOf(rows)),
  };
}

export async function ownReseller({ em, viewer }: Context): Promise<ResellerRow> {
  const path = resellerPathOf(viewer.path);
  const reseller = await em.findOne(ResellerEntity, { path }, { disableIdentityMap: true });
  invariant(reseller !== null, "a viewer sees their own reseller");
  return reseller;
}

interface Row {
  readonly charged: string;
  readonly sold: string;
  readonly deposits: string;
  readonly paid: string;
  readonly calls: string;
  readonly paid_other: string;
  readonly other_currency: string | null;
}

/**
 * Charges and payments by when they were posted, calls by when they began. Every sum walks an index over its account, or over the
 * sums of calls, for the time of its month.
 */
function figuresOf(
  { em, viewer }: Context,
  { path, currency }: ResellerRow,
  months: readonly ReportMonth[],
): Promise<Row[]> {
  return em.execute<Row[]>(
    `with months as (
       select * from jsonb_to_recordset(?::jsonb) as m(month text, "from" timestamptz, until timestamptz)),
     own as (select id, kind, currency from ledger_account where path = ?)
     select
       (select coalesce(sum(p.amount_micros), 0) from own a join posting p on p.account_id = a.id
          join ledger_transaction t on t.id = p.transaction_id
        where a.kind = 'INCOME' and a.currency = ? and p.at >= m."from" and p.at < m.until and t.kind <> 'CALL')::text as charged,
       coalesce(s.charged, 0)::text as sold,
       (select coalesce(-sum(p.amount_micros), 0) from own a join posting p on p.account_id = a.id
        where a.kind = 'PAYMENTS' and a.currency = ? and p.at >= m."from" and p.at < m.until)::text as deposits,
       (select coalesce(-sum(x.micros) filter (where a.currency = ?), 0)::text from own a ${chargesPaid}) as paid,
       (select coalesce(-sum(x.micros) filter (where a.currency <> ?), 0)::text from own a ${chargesPaid}) as paid_other,
       (select a.currency from own a where a.kind = 'BILLING') as other_currency,
       coalesce(s.cost, 0)::text as calls
     from months m cross join lateral (
       select sum(charge_micros) as charged, sum(cost_micros) as cost from call_sum
       where path = ? and ${allBuyers(viewer)} and quarter >= m."from" and quarter < m.until) s
     order by m.month`,
    [JSON.stringify(months), path, currency, currency, currency, currency, path],
  );
}

/** What a credit note gives back beside what was charged is tax. */
const chargesPaid = `join posting p on p.account_id = a.id join ledger_transaction t on t.id = p.transaction_id
  left join ledger_transaction r on r.id = t.reverses
  cross join lateral (select case t.kind when 'CREDIT_NOTE' then
    (select sum(g.amount_micros) from ledger_return g where g.transaction_id = t.id) else p.amount_micros end as micros) x
  where a.kind = 'BILLING' and p.at >= m."from" and p.at < m.until and coalesce(r.kind, t.kind) in ('CHARGE', 'CREDIT_NOTE')`;

function figuresIn(currency: string, row: Row): FinancialFigures {
  const other = BigInt(row.paid_other);
  return {
    revenue: money(BigInt(row.charged) + BigInt(row.sold), currency),
    deposits: money(BigInt(row.deposits), currency),
    cost: money(BigInt(row.paid) + BigInt(row.calls), currency),
    otherCost: other === 0n || row.other_currency === null ? null : money(other, row.other_currency),
  };
}

function totalOf(rows: readonly Row[]): Row {
  const sum = (field: Exclude<keyof Row, "other_currency">) =>
    String(rows.reduce((total, row) => total + BigInt(row[field]), 0n));
  return {
    charged: sum("charged"),
    sold: sum("sold"),
    deposits: sum("deposits"),
    paid: sum("paid"),
    calls: sum("calls"),
    paid_other: sum("paid_other"),
    other_currency: rows[0]?.other_currency ?? null,
  };
}
