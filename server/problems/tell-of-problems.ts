import { labelOf } from "@tierline/shared/customer-label.ts";
import { say, type Sentence } from "@tierline/shared/sentence.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { accountColumns, rightsOf, type Account } from "../identity/account.ts";
import type { NotificationKind } from "../notifications/notification.entity.ts";
import { notify } from "../notifications/notify.ts";

interface Untold {
  readonly id: string;
  readonly problem_id: string;
  readonly path: string;
  readonly reseller_id: string;
  readonly customer_name: string;
  readonly customer_number: number;
}

const batchSize = 20;
/** People of one reseller who are told at most. */
const toldMax = 200;

/**
 * Tells a reseller's people of problems that no support contact hears of, and those of the tier above of what they are asked. Whoever
 * reports or asks does not see these people, so it is done here, once each. Answers how many were told of.
 */
export async function tellOfProblems(context: Context): Promise<number> {
  const unattended = await take(context, "problem", "id", "reseller_id", {
    kind: "PROBLEM_REPORTED",
    title: say("problem.notice.reported"),
  });
  const asked = await take(context, "ticket", "problem_id", "to_reseller_id", {
    kind: "PROBLEM_ESCALATED",
    title: say("problem.notice.escalated"),
  });
  return unattended + asked;
}

interface Notice {
  readonly kind: NotificationKind;
  readonly title: Sentence;
}

/** Marked and told in one transaction, so that each is told of once, whoever else sweeps. */
function take(
  context: Context,
  table: "problem" | "ticket",
  problem: string,
  reseller: string,
  notice: Notice,
): Promise<number> {
  return transaction(context, async (tx) => {
    const rows = await tx.em.execute<Untold[]>(
      `with taken as (
         update ${table} set told_at = ? where id in
           (select id from ${table} where told_at is null order by id limit ${batchSize} for update skip locked)
         returning *
       )
       select t.id, t.${problem} as problem_id, t.path, t.${reseller} as reseller_id,
         c.name as customer_name, c.number as customer_number
       from taken t join problem p on p.id = t.${problem} join customer c on c.id = p.customer_id order by t.id`,
      [tx.clock.now()],
    );
    for (const row of rows) await tell(tx, row, notice);
    return rows.length;
  });
}

async function tell(tx: Transaction, row: Untold, notice: Notice): Promise<void> {
  const customer = labelOf({ name: row.customer_name, number: row.customer_number });
  for (const userId of await handlersOf(tx, row)) {
    await notify(tx, {
      ...notice,
      userId,
      path: row.path,
      detail: say("problem.subject", { customer }),
      problemId: row.problem_id,
      cause: `${notice.kind}:${row.id}:${userId}`,
    });
  }
}

/** The reseller's own people who may do something about it, as far as they see this customer. */
async function handlersOf({ em }: Transaction, { reseller_id, path }: Untold): Promise<string[]> {
  const accounts = await em.execute<Account[]>(
    `select ${accountColumns} from app_user u left join customer k on k.id = u.customer_id
     where u.reseller_id = ? and u.customer_id is null and u.kind = 'PERSON' and u.disabled_at is null
     order by u.id limit ${toldMax}`,
    [reseller_id],
  );
  return accounts
    .filter((account) => rightsOf(account).permissions.has("problem.handle"))
    .filter(({ only_customers }) => only_customers === null || only_customers.includes(path))
    .map(({ user_id }) => user_id);
}
