import type { Transaction } from "../kernel/context.ts";

/**
 * Somebody has changed with what a customer is charged: what is still owed for renewals is tried at once. Before the cards
 * themselves are locked; a payment that is being settled at this moment is followed by its own transaction.
 */
export async function wakeRenewals({ em, clock }: Transaction, path: string): Promise<void> {
  await em.execute(
    `update payment set due_at = ? where id in
       (select id from payment where path = ? and is_owed order by id for update skip locked)`,
    [clock.now(), path],
  );
}

/** And a balance that is still below its mark is looked at again. After the cards. */
export async function wakeRecharge({ em, clock }: Transaction, path: string): Promise<void> {
  await em.execute("update auto_recharge set due_at = ?, version = version + 1 where path = ?", [clock.now(), path]);
}

/** The same for all whose cards a gateway charges, when it has been set up anew. */
export async function wakeGateway({ em, clock }: Transaction, gatewayId: string): Promise<void> {
  await em.execute(
    `update payment set due_at = ? where id in
       (select id from payment where gateway_id = ? and is_owed order by id for update skip locked)`,
    [clock.now(), gatewayId],
  );
  await em.execute(
    `update auto_recharge set due_at = ?, version = version + 1 where id in
       (select r.id from auto_recharge r join payment_method m on m.path = r.path and m.is_default
        where m.gateway_id = ? and r.due_at is null order by r.id for update of r skip locked)`,
    [clock.now(), gatewayId],
  );
}
