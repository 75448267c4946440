import type { CreditHoldKind } from "@tierline/shared/ledger.ts";
import { newId } from "@tierline/shared/id.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";

export interface NewHold {
  readonly accountId: string;
  readonly kind: CreditHoldKind;
  /** With the kind it names the hold for ever. */
  readonly reference: string;
  readonly micros: bigint;
  /** By the business clock; from then on it holds nothing, whether it was swept or not. */
  readonly expiresAt: Date;
}

export interface Held {
  /** Null when there is not so much. */
  readonly id: string | null;
  readonly outcome: "HELD" | "REPEATED" | "MISMATCH" | "SHORT";
}

/** Sets money of an account aside, as far as its balance and its limit go, until it is settled (`post` with `holdId`) or let go. */
export async function holdCredit(tx: Transaction, hold: NewHold): Promise<Held> {
  const openedAt = tx.clock.now();
  const row = {
    id: newId(openedAt.getTime()),
    account_id: hold.accountId,
    kind: hold.kind,
    reference: hold.reference,
    amount_micros: String(hold.micros),
    opened_at: openedAt,
    expires_at: hold.expiresAt,
  };
  const [{ held }] = await tx.em.execute<[{ held: Held }]>("select hold_credit(?::jsonb) as held", [
    JSON.stringify(row),
  ]);
  return held;
}

/** Answers whether it was open until now. */
export async function releaseHold(tx: Transaction, id: string): Promise<boolean> {
  const [{ released }] = await tx.em.execute<[{ released: boolean }]>("select release_hold(?, ?) as released", [
    id,
    tx.clock.now(),
  ]);
  return released;
}

const accountsPerSweep = 500;

/** Ends what nobody has settled in time, as a sweep. */
export function expireHolds(context: Context): Promise<number> {
  return transaction(context, async (tx) => {
    const [{ expired }] = await tx.em.execute<[{ expired: number }]>("select expire_holds(?, ?) as expired", [
      tx.clock.now(),
      accountsPerSweep,
    ]);
    return expired;
  });
}
