import { noticeDays } from "@tierline/shared/screening.ts";
import { transaction, type Context, type Transaction } from "../kernel/context.ts";
import { isStillOn } from "../services/follow-balances.ts";
import { startDeactivation, switchOff, finishDeactivation } from "./deactivate-party.ts";
import { handledCase } from "./handled-case.ts";
import { announceDeactivation, tellOfCase } from "./tell-of-cases.ts";

const casesPerSweep = 100;

interface Found {
  readonly id: string;
  readonly customer_id: string;
}

/**
 * The clocks of cases: their reseller's people are told of new ones and of deactivations that come near, whoever's 30 days are over is
 * deactivated, and a deactivation whose runs have ended is finished. Each case by itself and under its lock, so that one that cannot be
 * seen to holds up no other. Answers how many were seen to.
 */
export async function followCases(context: Context): Promise<number> {
  const now = context.clock.now();
  const nearest = new Date(now.getTime() + noticeDays[0] * 86_400_000);
  const untold = await find(context, "told_at is null", []);
  const near = await find(
    context,
    `state in ('OPEN', 'CONFIRMING', 'NON_COMPLIANT') and deactivate_at <= ?
     and (deactivate_at <= ? or announced is null or announced > (case
       ${noticeDays
         .toReversed()
         .map((days) => `when deactivate_at <= ?::timestamptz + interval '${days * 24} hours' then ${days}`)
         .join(" ")} end))`,
    [nearest, now, ...noticeDays.map(() => now)],
  );
  const off = await context.em.execute<Found[]>(
    `select k.id, k.customer_id from screening_case k join customer c on c.id = k.customer_id
     where k.state = 'DEACTIVATED' and (c.state in ('ACTIVE', 'SUSPENDED', 'DEACTIVATING')
       or c.state = 'DEACTIVATED' and not 'COMPLIANCE' = any(c.suspension_reasons)) order by k.id limit ${casesPerSweep}`,
  );
  let seen = 0;
  for (const { id } of untold) seen += await attempt(context, id, (tx) => tellOfCase(tx, id));
  for (const { id } of near) seen += await attempt(context, id, (tx) => runOut(tx, id));
  for (const { id, customer_id: customer } of off) {
    seen += await attempt(context, id, async (tx) => {
      const { found } = await handledCase(tx, id, null);
      if (found.state !== "DEACTIVATED" || (await switchOff(tx, customer))) return;
      if (!(await isStillOn(tx, customer))) await finishDeactivation(tx, customer);
    });
  }
  return seen;
}

function find({ em }: Context, where: string, values: readonly unknown[]): Promise<Found[]> {
  return em.execute<Found[]>(
    `select id, customer_id from screening_case where ${where} order by id limit ${casesPerSweep}`,
    values as unknown[],
  );
}

async function attempt(context: Context, id: string, work: (tx: Transaction) => Promise<unknown>): Promise<number> {
  try {
    await transaction(context, work);
    return 1;
  } catch (error) {
    context.log.error({ caseId: id, err: error }, "a screening case could not be seen to and is looked at again");
    return 0;
  }
}

async function runOut(tx: Transaction, id: string): Promise<void> {
  const handled = await handledCase(tx, id, null);
  const { state, deactivateAt } = handled.found;
  if (state !== "OPEN" && state !== "CONFIRMING" && state !== "NON_COMPLIANT") return;
  if (handled.customer.state === "ARCHIVED") return;
  if (tx.clock.now() >= deactivateAt) await startDeactivation(tx, handled, "TIME");
  else await announceDeactivation(tx, handled);
}
