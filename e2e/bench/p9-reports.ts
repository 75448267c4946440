import { addMonths } from "@tierline/shared/billing-period.ts";
import type { Context } from "../../server/kernel/context.ts";
import { businessFigures } from "../../server/reports/business-figures.ts";
import { callMargins } from "../../server/reports/call-margins.ts";
import { callsByTime } from "../../server/reports/calls-by-time.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, quantile, tell, tellRatio, us, type Contestant } from "./measure.ts";
import { plantCustomers } from "./plant-customers.ts";

const customers = 200;
const days = 90;
const perStatement = 50_000;
const asks = 40;
const { acme } = resellersOfTests;

/**
 * P9: what a reseller looks at (tiles, calls by the hour, calls by buyer) over so many of its calls in three months, read off the sums by
 * quarters of an hour. The floor is PostgreSQL's own aggregate of the legs by the hour, past every policy.
 */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const calls = size ?? 200_000;
  console.log(`P9: ${calls} calls of ${customers} customers in ${days} days`);
  const ground = await openGround();
  await plantCustomers(ground, customers, seed);
  await plantCalls(ground, calls);
  const context = ground.at(acme.path, acme.id);
  const to = new Date().toISOString().slice(0, 7);
  const from = addMonths(`${to}-01`, -3).slice(0, 7);
  const asked = (name: string, ask: (own: Context) => Promise<unknown>): Contestant => ({
    name,
    async round() {
      for (let count = 0; count < asks; count += 1) await ask({ ...context, em: context.em.fork() });
      return asks;
    },
  });
  const byHour = (own: Context) => callsByTime(own, from, to, "HOUR");
  const views = [
    asked("tiles", businessFigures),
    asked("calls by the hour", byHour),
    asked("calls by buyer", (own) => callMargins(own, from, to)),
  ];
  const floor: Contestant = {
    name: "floor: the legs by the hour",
    async round() {
      await ground.rows(
        `select extract(hour from started_at at time zone 'Europe/London') as at, count(*), sum(cadenced_seconds), sum(amount_micros)
         from call_leg where seller_path = $1 and started_at >= $2::date group by 1`,
        [acme.path, `${from}-01`],
      );
      return 1;
    },
  };
  await betweenFloors(ground, async () => {
    const samples = await alternate(ground, [...views, floor], rounds);
    tell(samples, "answer");
    tellRatio(samples, "the aggregate / ours", ["calls by the hour", floor.name]);
    await tellSlowest("tiles", () => businessFigures({ ...context, em: context.em.fork() }));
    await tellSlowest("calls by the hour", () => byHour({ ...context, em: context.em.fork() }));
  });
  const counted = (await byHour({ ...context, em: context.em.fork() })).reduce((sum, each) => sum + each.calls, 0);
  const [sums] = await ground.rows<{ count: number; size: string }>(
    "select count(*)::int as count, pg_size_pretty(pg_total_relation_size('call_sum')) as size from call_sum",
  );
  console.log(`  calls counted by the hour: ${counted}; sums: ${sums?.count} (${sums?.size})`);
  if (counted !== calls) throw new Error(`The sums count ${counted} calls of ${calls}.`);
  await ground.close();
}

const looks = 200;
/** The triggers run as the owner, whom the policies hold for. */
const everywhere =
  "(select set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true)) everywhere";

async function tellSlowest(name: string, look: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let count = 0; count < looks; count += 1) {
    const startMs = performance.now();
    await look();
    times.push((performance.now() - startMs) * 1_000);
  }
  console.log(
    `  ${name}, one after the other: p50 ${us(quantile(times, 0.5))}, p95 ${us(quantile(times, 0.95))} by wall`,
  );
}

/** As the product's own statements write them, so that the trigger sums them up; then folded, as the sweep does. */
async function plantCalls(ground: Ground, calls: number): Promise<void> {
  for (let first = 0; first < calls; first += perStatement) {
    await ground.rows(
      `with buyer as (select array_agg(id order by number) as ids, array_agg(path order by number) as paths from customer),
       made as (
         select n, uuidv7() as id, b.ids[1 + n % $4] as customer, b.paths[1 + n % $4] as path,
           date_trunc('day', now()) - make_interval(secs => ((n::bigint * 7919) % ($3 * 86400))::int) as at, 30 + n % 600 as seconds
         from generate_series($1::int, $2::int - 1) n, buyer b),
       kept as (
         insert into call (id, path, reseller_id, customer_id, source, source_key, digest, direction, caller, called, call_type, state,
           started_at, answered_at, ended_at, seconds, recorded_at)
         select id, path, $5, customer, 'bench', n::text, 'planted', 'OUT', '447700900100', '33123456789',
           case when n % 3 = 0 then 'MOBILE' else 'FIXED' end, 'ANSWERED', at, at, at + make_interval(secs => seconds), seconds, now()
         from made returning id)
       select count(*) from kept`,
      [first, Math.min(calls, first + perStatement), days, customers, acme.id],
    );
    await ground.rows(
      `insert into call_leg (call_id, path, seller_path, depth, currency, rate, connect_fee, included_seconds, cadence, cadenced_seconds,
         free_seconds, billed_seconds, amount_micros, own_currency, own_micros, rule, started_at)
       select c.id, c.path, $1, 1, 'GBP', 12000000000, 0, 0, '60/60', (c.seconds + 59) / 60 * 60, 0, (c.seconds + 59) / 60 * 60,
         (c.seconds + 59) / 60 * 12000, 'GBP', (c.seconds + 59) / 60 * 12000, 'MARKUP', c.started_at
       from ${everywhere}, call c where c.source = 'bench' and c.source_key::int >= $2 and c.source_key::int < $3`,
      [acme.path, first, first + perStatement],
    );
  }
  for (;;) {
    const [{ folded = 0 } = {}] = await ground.rows<{ folded: number }>(
      `select fold_call_sums(20000) as folded from ${everywhere}`,
    );
    if (folded === 0) break;
  }
  for (const table of ["call", "call_leg", "call_sum"]) await ground.rows(`vacuum analyze ${table}`);
}
