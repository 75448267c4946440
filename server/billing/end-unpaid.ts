import { newId } from "@tierline/shared/id.ts";
import { transaction, type Context } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { terminateService } from "../services/terminate-service.ts";
import { noticesOf, tell } from "./tell-of-balances.ts";

const batchSize = 20;

/**
 * Ends the services of customers whose balance fell as far as their seller bears, or who were suspended for it as long (U27): each by
 * a run, one that is busy later. Answers how many customers were seen to.
 */
export async function endUnpaid(context: Context): Promise<number> {
  await noteSuspended(context);
  await noteOverdue(context);
  const due = await context.em.execute<{ id: string; path: string }[]>(
    `select id, path from account_notice where told_at is null and kind = 'TERMINATED' order by at limit ${batchSize}`,
  );
  for (const { id, path } of due) {
    const isDone = await endServices(context, id, path);
    if (isDone) await tellOnce(context, id);
  }
  return due.length;
}

/** Who was suspended by what was agreed or said, and by no posting: their days begin when they are first seen. */
async function noteSuspended({ em, clock }: Context): Promise<void> {
  const now = clock.now();
  await em.execute(
    `insert into account_notice (id, path, account_id, kind, mark_micros, balance_micros, at, told_at)
     select gen_random_uuid(), c.path, a.id, 'SUSPENDED', ends_at(c.path) + 1, b.balance_micros, ?, ?
     from dunning d join customer c on c.path > d.path and c.path < left(d.path, -1) || '/' and seller_path_of(c.path) = d.path
       join ledger_account a on a.path = c.path and a.kind = 'BILLING' join ledger_balance b on b.account_id = a.id and b.part = 0
     where d.terminate_days is not null and 'BALANCE' = any(c.suspension_reasons)
       and not exists (select from account_notice n where n.account_id = a.id and n.kind = 'SUSPENDED'
         and not exists (select from account_notice later where later.account_id = a.id and later.kind = 'RESTORED' and later.at > n.at))
     limit ${batchSize}`,
    [now, now],
  );
}

/** Suspended for so many days, and not back since; noted once for each time. */
async function noteOverdue({ em, clock }: Context): Promise<void> {
  const now = clock.now();
  await em.execute(
    `insert into account_notice (id, path, account_id, kind, mark_micros, balance_micros, at)
     select distinct on (n.account_id) gen_random_uuid(), n.path, n.account_id, 'TERMINATED', n.mark_micros, b.balance_micros, ?::timestamptz
     from account_notice n join dunning d on d.path = seller_path_of(n.path)
       join ledger_balance b on b.account_id = n.account_id and b.part = 0
     where n.kind = 'SUSPENDED' and d.terminate_days is not null and n.at <= ?::timestamptz - make_interval(days => d.terminate_days)
       and b.balance_micros < n.mark_micros
       and not exists (select from account_notice later where later.account_id = n.account_id
         and later.kind in ('SUSPENDED', 'RESTORED', 'TERMINATED') and later.at > n.at)
     limit ${batchSize}`,
    [now, now],
  );
}

/** Whether all of them are on their way out. Those that are being worked on come later. */
async function endServices(context: Context, noticeId: string, path: string): Promise<boolean> {
  const services = await context.em.execute<{ id: string; name: string; version: number }[]>(
    `select id, name, version from service s where path = ? and state in ('ACTIVE', 'SUSPENDED', 'EXPIRED')
       and not exists (select from provisioning_run r where r.service_id = s.id and r.kind = 'TERMINATE' and r.finished_at is null)`,
    [path],
  );
  let isDone = true;
  for (const { id, name, version } of services) {
    try {
      const idempotencyKey = `${noticeId}:${id}:${newId()}`;
      await terminateService(context, { idempotencyKey, serviceId: id, version, confirmName: name });
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      isDone = false;
    }
  }
  return isDone;
}

function tellOnce(context: Context, id: string): Promise<void> {
  return transaction(context, async (tx) => {
    const [notice] = await tx.em.execute<Parameters<typeof tell>[1][]>(
      `with taken as (update account_notice set told_at = ? where id = ? and told_at is null returning *) ${noticesOf("taken")}`,
      [tx.clock.now(), id],
    );
    if (notice !== undefined) await tell(tx, notice);
  });
}
