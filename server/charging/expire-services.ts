import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { serviceTopic } from "../services/move-service.ts";

/** How long a service that was not renewed waits for it, suspended, before it is over. */
export const graceDays = 7;

const servicesPerTransaction = 200;

const dueSql = (state: string, days: number) => `
  select s.id from service s join reseller r on r.id = s.reseller_id
  where s.ends_on is not null and s.state ${state} and s.ends_on <= (?::timestamptz at time zone r.time_zone)::date - ${days}
    and not exists (select from provisioning_run p where p.id = s.current_run_id and p.finished_at is null)
  order by s.ends_on limit ${servicesPerTransaction} for update of s skip locked`;

/**
 * O23: what is not renewed is suspended for that on the day after its last, and over when nobody has renewed it by the end of the
 * grace; as a sweep. By the calendar of the reseller.
 */
export async function expireServices(context: Context): Promise<number> {
  const suspended = await transaction(context, (tx) =>
    change(
      tx,
      `update service s set state = 'SUSPENDED', suspension_reasons = s.suspension_reasons || 'NON_RENEWAL'::text, version = s.version + 1
       where id in (${dueSql("in ('ACTIVE', 'SUSPENDED') and not 'NON_RENEWAL' = any(s.suspension_reasons)", 0)})`,
    ),
  );
  const expired = await transaction(context, (tx) =>
    change(
      tx,
      `update service s set state = 'EXPIRED', version = s.version + 1
       where id in (${dueSql("= 'SUSPENDED' and 'NON_RENEWAL' = any(s.suspension_reasons)", graceDays)})`,
    ),
  );
  return suspended + expired;
}

async function change(tx: Transaction, sql: string): Promise<number> {
  const rows = await tx.em.execute<{ id: string; path: string; version: number }[]>(
    `${sql} returning s.id, s.path, s.version`,
    [tx.clock.now()],
  );
  for (const { id, path, version } of rows) tx.announce({ topic: serviceTopic(id), path, sequence: version });
  return rows.length;
}
