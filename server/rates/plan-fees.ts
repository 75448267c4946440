import { money, type Money } from "@tierline/shared/money.ts";
import type { Transaction } from "../kernel/context.ts";

/** What comes with a plan for a line that gets it. */
export interface LineTerms {
  readonly fees: PlanFees | null;
  /** A month. */
  readonly freeMinutes: number | null;
}

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
  readonly free_minutes: number | null;
}

/** What a line has and is charged that gets a plan at that time; of a plan that begins later, what it says first. */
export async function lineTermsOf({ em }: Transaction, plan: string, at: Date): Promise<LineTerms> {
  const [row] = await em.execute<Row[]>(
    `select id, currency, setup_fee_micros::text as setup, monthly_fee_micros::text as monthly, free_minutes from rate_plan_version
     where plan_id = ? order by effective_from <= ? desc, case when effective_from <= ? then effective_from end desc, effective_from, id desc
     limit 1`,
    [plan, at, at],
  );
  const freeMinutes = row?.free_minutes ?? null;
  if (row === undefined || row.currency === null || (row.setup ?? row.monthly) === null) {
    return { fees: null, freeMinutes };
  }
  const { currency } = row;
  const fee = (micros: string | null) => (micros === null ? null : money(BigInt(micros), currency));
  return { fees: { versionId: row.id, setup: fee(row.setup), monthly: fee(row.monthly) }, freeMinutes };
}
