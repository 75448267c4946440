import { money, type Money } from "@tierline/shared/money.ts";
import type { StandingReason } from "@tierline/shared/account-terms.ts";
import type { Context } from "../kernel/context.ts";

/** Whether a tier may spend now. */
export interface Standing {
  readonly maySpend: boolean;
  /** Why not; of those above no more than that it is they. */
  readonly reason: StandingReason | null;
  /** What it has left of its own; null: there is no end to it. */
  readonly available: Money | null;
}

interface Row {
  may_spend: boolean;
  reason: StandingReason | null;
  available: string | null;
  currency: string;
}

/** Of a customer or a reseller that the caller sees; null for a place at which nobody buys: the root, or none. */
export async function readStanding({ em }: Pick<Context, "em">, path: string): Promise<Standing | null> {
  const [row] = await em.execute<Row[]>(
    "select may_spend, reason, available_micros::text as available, currency from account_standing(?)",
    [path],
  );
  if (row === undefined) return null;
  const { may_spend: maySpend, reason, available, currency } = row;
  return { maySpend, reason, available: available === null ? null : money(BigInt(available), currency) };
}
