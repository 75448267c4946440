import { money, type Money } from "@tierline/shared/money.ts";
import type { Transaction } from "../kernel/context.ts";

export interface PlanFees {
  readonly versionId: string;
  readonly setup: Money | null;
  readonly monthly: Money | null;
}

interface Row {
  readonly id: string;
  readonly currency: string | null;
  readonly setup: string | null;
  readonly monthly: string | null;
}

/** What a line is charged that gets a plan at that time; what a plan that begins later asks for first. */
export async function planFees({ em }: Transaction, plan: string, at: Date): Promise<PlanFees | null> {
  const [row] = await em.execute<Row[]>(
    `select id, currency, setup_fee_micros::text as setup, monthly_fee_micros::text as monthly from rate_plan_version
     where plan_id = ? order by effective_from <= ? desc, case when effective_from <= ? then effective_from end desc, effective_from, id desc
     limit 1`,
    [plan, at, at],
  );
  if (row === undefined || row.currency === null || (row.setup ?? row.monthly) === null) return null;
  const { currency } = row;
  const fee = (micros: string | null) => (micros === null ? null : money(BigInt(micros), currency));
  return { versionId: row.id, setup: fee(row.setup), monthly: fee(row.monthly) };
}
