import type { Context } from "../kernel/context.ts";

export interface Balance {
  readonly currency: string;
  readonly micros: bigint;
  /** Set aside and not lapsed. */
  readonly heldMicros: bigint;
  /** How far below nothing it may go; null: without an end. */
  readonly creditLimitMicros: bigint | null;
}

interface Row {
  id: string;
  currency: string;
  balance: string;
  held: string;
  credit_limit: string | null;
}

/** By their ids, of those accounts that the caller sees. What has lapsed is free again, whether it was swept or not. */
export async function readBalances(
  { em, clock }: Pick<Context, "em" | "clock">,
  ids: readonly string[],
): Promise<Map<string, Balance>> {
  const rows = await em.execute<Row[]>(
    `select a.id, a.currency, a.credit_limit_micros::text as credit_limit,
       (select sum(b.balance_micros)::text from ledger_balance b where b.account_id = a.id) as balance,
       (select coalesce(sum(h.amount_micros), 0)::text from credit_hold h
        where h.account_id = a.id and h.state = 'OPEN' and h.expires_at > ?) as held
     from ledger_account a where a.id in (?)`,
    [clock.now(), ids],
  );
  return new Map(
    rows.map(({ id, currency, balance, held, credit_limit: limit }) => [
      id,
      {
        currency,
        micros: BigInt(balance),
        heldMicros: BigInt(held),
        creditLimitMicros: limit === null ? null : BigInt(limit),
      },
    ]),
  );
}
