import { say } from "@tierline/shared/sentence.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { inTier, transaction, type Context, type Transaction } from "../kernel/context.ts";
import { Rejection } from "../kernel/rejection.ts";
import { rollBackRunWithin } from "../provisioning/operate-run.ts";
import { followReasons, isRunByHandSql, networkReasons } from "./follow-reasons.ts";
import { lockedService, startServiceRun } from "./start-service-run.ts";

const servicesPerSweep = 200;

const ofNetwork = (reasons: string): string => networkReasons.map((each) => `'${each}' = any(${reasons})`).join(" or ");

/**
 * A service and its customer are not of one mind: the customer's money is at its end, or screening has deactivated it, and the service
 * goes on; or neither holds any more and the service is still off. What no playbook takes off the network (lines, whose calls are
 * refused one by one) is left as it is.
 */
const unlikeSql = `
  select s.id, s.path, case when c.is_off then 'suspend' else 'resume' end as deed
  from (
    select c.id, true as is_off from customer c where ${ofNetwork("c.suspension_reasons")}
    union all
    select c.id, false from customer c where not (${ofNetwork("c.suspension_reasons")})
      and c.id in (select s.customer_id from service s where ${ofNetwork("s.suspension_reasons")})
  ) c join service s on s.customer_id = c.id
  where case when c.is_off then s.state = 'ACTIVE' else s.state = 'SUSPENDED' and (${ofNetwork("s.suspension_reasons")})
    and not 'MANUAL' = any(s.suspension_reasons) end`;

/** One that a run is at work on waits for it; so does one whose run has failed, which is settled first. */
const isIdleSql = `
    and not exists (select from provisioning_run p where p.service_id = s.id
      and (p.finished_at is null or p.kind = 'CHANGE' and p.state in ('FAILED', 'ROLL_BACK_FAILED')))`;

const hasPlaybookSql = (isOff: string): string => `
    and exists (select from offering o join playbook own on own.id = o.playbook_id join playbook p
        on p.key in (own.key || case when ${isOff} then '-suspend' else '-resume' end,
          case when ${isOff} then 'suspend-' else 'resume-' end || lower(s.service_type))
      where o.id = s.offering_id)`;

/** A suspension that failed half-way and that nobody wants any more; likewise a return. What a person began is theirs to settle. */
const overtakenSql = `
  select r.id, r.path, r.sequence
  from provisioning_run r join service s on s.current_run_id = r.id join customer c on c.id = s.customer_id
  where r.kind = 'CHANGE' and r.state = 'FAILED' and not ${isRunByHandSql("r")}
    and case when ${ofNetwork("c.suspension_reasons")} then r.playbook_key ~ '(^resume-|-resume$)'
      else r.playbook_key ~ '(^suspend-|-suspend$)' end`;

const isUnlikeSql = networkReasons
  .map((each) => `('${each}' = any(s.suspension_reasons)) <> ('${each}' = any(c.suspension_reasons))`)
  .join(" or ");

const isUntouchedSql =
  "not exists (select from provisioning_run p where p.service_id = s.id and p.finished_at is null)";

/** Off the network already, and for another reason now: nothing is done there. What a person has taken off stays off whatever is paid. */
const otherReasonSql = `
  select s.id, s.path from service s join customer c on c.id = s.customer_id
  where s.state = 'SUSPENDED' and (${ofNetwork("s.suspension_reasons")}) and (${ofNetwork("c.suspension_reasons")})
    and (${isUnlikeSql}) and ${isUntouchedSql}
  union all
  select s.id, s.path from service s join customer c on c.id = s.customer_id
  where s.state = 'SUSPENDED' and 'MANUAL' = any(s.suspension_reasons) and (${isUnlikeSql}) and ${isUntouchedSql}
    ${hasPlaybookSql("true")}`;

interface Unlike {
  readonly id: string;
  readonly path: string;
  readonly deed: "suspend" | "resume";
}

/**
 * V9, C21: takes what a customer has off the network when nothing is left on its account or screening has deactivated it, and puts it back
 * when neither holds (X4), by runs: as a sweep. Each once however many sweep, because it is decided anew under the service's lock, and a run that is under way is waited for.
 */
export async function followBalances(context: Context): Promise<number> {
  const overtaken = await context.em.execute<{ id: string; path: string; sequence: number }[]>(
    `${overtakenSql} limit ${servicesPerSweep}`,
  );
  for (const { id, path, sequence } of overtaken)
    await attempt(context, path, (tx) => rollBackRunWithin(tx, { id, sequence }));
  const unlike = await context.em.execute<Unlike[]>(
    `${unlikeSql} ${isIdleSql} ${hasPlaybookSql("c.is_off")} order by s.id limit ${servicesPerSweep}`,
  );
  const others = await context.em.execute<{ id: string; path: string }[]>(
    `select distinct id, path from (${otherReasonSql}) o limit ${servicesPerSweep}`,
  );
  for (const { id, path } of others) await attempt(context, path, (tx) => renameReasons(tx, id));
  let begun = 0;
  for (const { id, path } of unlike) begun += (await attempt(context, path, (tx) => begin(tx, id))) ?? 0;
  return begun;
}

/** Whether a customer's services that can be taken off the network still have to be, or something is at work on one of them. */
export async function isStillOn({ em }: Pick<Context, "em">, customerId: string): Promise<boolean> {
  const [row] = await em.execute<{ id: string }[]>(
    `${unlikeSql} ${hasPlaybookSql("c.is_off")} and c.is_off and s.customer_id = ?
     union all select service_id, path, 'run' from provisioning_run
       where finished_at is null and service_id in (select id from service where customer_id = ?) limit 1`,
    [customerId, customerId],
  );
  return row !== undefined;
}

/** Decided under the service's lock; each added before one is taken away, so that it does not become active meanwhile. */
async function renameReasons(tx: Transaction, id: string): Promise<void> {
  await lockedService(tx, id);
  const [still] = await tx.em.execute<unknown[]>(`select 1 from (${otherReasonSql}) o where id = ?`, [id]);
  if (still !== undefined) await followReasons(tx, id);
}

type Work<T> = (tx: Transaction) => Promise<T>;

/** What is refused (a full queue, somebody who was faster) comes again by itself. */
async function attempt<T>(context: Context, path: string, work: Work<T>): Promise<T | null> {
  try {
    return await transaction(inTier(context, resellerPathOf(path)), work);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    context.log.warn({ path, err: error }, "a service could not follow its customer and is looked at again");
    return null;
  }
}

async function begin(tx: Transaction, id: string): Promise<number> {
  const service = await lockedService(tx, id);
  const [still] = await tx.em.execute<Unlike[]>(`${unlikeSql} ${isIdleSql} and s.id = ?`, [id]);
  if (still === undefined) return 0;
  const { deed } = still;
  const title =
    deed === "suspend" ? say("run.suspend", { service: service.name }) : say("run.resume", { service: service.name });
  await startServiceRun(tx, { kind: "CHANGE", deed, title, service });
  return 1;
}
