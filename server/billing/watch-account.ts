import { setTimeout as wait } from "node:timers/promises";
import { decodeId } from "@tierline/shared/id.ts";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { billingAccountsById, type BillingAccount } from "./billing-account.ts";

/** Looked at rather than told: postings are many and made together, and whoever looks on is seldom there. */
const lookEveryMs = 700;

/** An account at once and after everything that moved it: whole states, so that a broken connection loses nothing. */
export async function* watchAccount(
  context: Context,
  apiId: string,
  signal: AbortSignal,
): AsyncGenerator<BillingAccount> {
  const id = decodeId("bac", apiId);
  let shown: string | null = null;
  while (!signal.aborted) {
    require(context, "balance.view"); // at each look again
    const mark = id === null ? null : await markOf(context, id);
    const account = id === null || mark === null ? undefined : (await billingAccountsById(context, [id])).get(id);
    if (account === undefined) throw notFound();
    if (mark !== shown) {
      shown = mark;
      yield account;
    }
    await wait(lookEveryMs, undefined, { signal }).catch(() => undefined); // whoever went away waits no longer
  }
}

/** Changes with whatever of an account is shown: one row of each of two keys. */
async function markOf({ em }: Context, id: string): Promise<string | null> {
  const [row] = await em.execute<{ mark: string }[]>(
    `select jsonb_build_array(b.balance_micros::text, b.held_micros::text, b.entries::text, a.payment_mode, a.credit_policy,
       a.credit_limit_micros::text)::text as mark
     from ledger_account a join ledger_balance b on b.account_id = a.id and b.part = 0 where a.id = ?`,
    [id],
  );
  return row?.mark ?? null;
}
