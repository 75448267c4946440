import { dateInZone } from "@tierline/shared/billing-period.ts";
import { renewCharges } from "../../server/charging/renew-charges.ts";
import { inTier, transaction } from "../../server/kernel/context.ts";
import { rootPath } from "../../server/kernel/viewer.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, tell, tellRatio, type Contestant } from "./measure.ts";
import { plantCustomers } from "./plant-customers.ts";
import { plantSellersBelow } from "./plant-sellers.ts";
import { plantServices } from "./plant-services.ts";

const servicesEach = 2;
const linesOfFew = 20;
const zone = "Europe/London";
const { tierline, nord, acme, acmeNorth } = resellersOfTests;
const kept = ["charge", "ledger_transaction", "posting", "ledger_balance", "recurring_charge"];

/**
 * P10: every service's month falls due at once and the sweep goes on until nothing is. Customers have no cards. The floor writes the
 * same finished rows, balances and next due dates in set statements, into tables with the same indexes and nothing else.
 */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const services = size ?? 2_000;
  const few = Math.ceil(services / linesOfFew);
  console.log(
    `P10: ${services} services, each due once; ${few} resellers of about ${linesOfFew} lines against one with all`,
  );
  const ground = await openGround();
  await plantCustomers(ground, Math.ceil(services / servicesEach), seed, [acmeNorth]);
  await plantServices(ground, servicesEach);
  const sellers = await plantSellersBelow(ground, tierline, 1_000, few);
  const context = inTier(ground.at(rootPath), rootPath);
  const tiers = [acmeNorth.path, acme.path, nord.path];
  await openAccounts(ground, [...tiers, ...sellers.map(({ path }) => path)]);
  const today = dateInZone(context.clock.now(), zone);
  const plant = (edges: string, paths: readonly string[]) => plantDue(ground, { edges, paths, today, services });
  await ground.rows("create table finished (reference text primary key)");
  await ground.rows("create table finished_recurring (like recurring_charge)");
  for (const table of kept) await ground.rows(`create table floor_${table} (like ${table} including indexes)`);

  const renewed = (name: string, edges: string, paths: readonly string[], perService = 1): Contestant => ({
    name,
    prepare: () => plant(edges, paths),
    async round() {
      const charged = await renewCharges({ ...context, em: context.em.fork() });
      if (charged !== services * perService) throw new Error(`${charged} were renewed, not ${services * perService}.`);
      return services;
    },
  });
  const four = renewed("four tiers", "array[s.path] || $1::text[]", tiers, tiers.length + 1);
  const remembered: Contestant = {
    ...four,
    async prepare() {
      await four.prepare?.();
      await ground.rows("truncate finished, finished_recurring");
      await ground.rows("insert into finished_recurring select * from recurring_charge");
      await ground.rows("insert into finished select 'charge:' || id || ':' || next_from from recurring_charge");
    },
  };
  const contestants = [
    renewed("one tier", "array[s.path]", []),
    remembered,
    floorOf(ground),
    renewed("one reseller with all lines", "$1::text[]", [nord.path]),
    renewed(
      "resellers with few lines",
      "($1::text[])[1 + s.number % cardinality($1::text[]):1 + s.number % cardinality($1::text[])]",
      sellers.map(({ path }) => path),
    ),
  ];
  await betweenFloors(ground, async () => {
    const samples = await alternate(ground, contestants, rounds);
    tell(samples, "service");
    tellRatio(samples, "four tiers / one", ["one tier", four.name]);
    tellRatio(samples, "renewed / floor", ["floor: the rows of four tiers", four.name]);
    tellRatio(samples, "one reseller's line / a line of few", [
      "resellers with few lines",
      "one reseller with all lines",
    ]);
  });
  const [sum] = await ground.rows<{ total: string; charges: number; posted: number; due: number }>(
    `select (select sum(balance_micros)::text from ledger_balance) as total, (select count(*)::int from charge) as charges,
       (select count(*)::int from ledger_transaction where kind = 'CHARGE') as posted,
       (select count(*)::int from recurring_charge where due_at <= now()) as due`,
  );
  console.log(
    `  charges: ${sum?.charges}; posted: ${sum?.posted}; due: ${sum?.due}; all balances together: ${sum?.total}`,
  );
  await ground.close();
}

function floorOf(ground: Ground): Contestant {
  const charged = "t.kind = 'CHARGE' and t.reference in (select reference from finished)";
  return {
    name: "floor: the rows of four tiers",
    async prepare() {
      await ground.rows(`truncate ${kept.map((table) => `floor_${table}`).join(", ")}`);
      await ground.rows("insert into floor_ledger_balance select * from ledger_balance");
      await ground.rows("insert into floor_recurring_charge select * from finished_recurring");
      for (const table of kept) await ground.rows(`vacuum analyze floor_${table}`);
      for (const table of ["finished", "charge", "ledger_transaction", "posting"])
        await ground.rows(`analyze ${table}`);
    },
    async round() {
      await ground.rows(
        "insert into floor_charge select * from charge where reference in (select reference from finished)",
      );
      await ground.rows(`insert into floor_ledger_transaction select t.* from ledger_transaction t where ${charged}`);
      await ground.rows(
        `insert into floor_posting select p.* from posting p join ledger_transaction t on t.id = p.transaction_id where ${charged}`,
      );
      await ground.rows(
        `update floor_ledger_balance b set balance_micros = b.balance_micros + p.micros, entries = b.entries + p.entries
         from (select account_id, part, sum(amount_micros) as micros, count(*) as entries from floor_posting group by 1, 2) p
         where b.account_id = p.account_id and b.part = p.part`,
      );
      const [done] = await ground.rows<{ count: number }>(
        `with changed as (
           update floor_recurring_charge set next_from = next_from + interval '1 month', due_at = due_at + interval '1 month', version = version + 1
           where state = 'ACTIVE' and due_at <= now() returning subject_id)
         select count(distinct subject_id)::int as count from changed`,
      );
      return done!.count; // an aggregate answers one row
    },
  };
}

interface DuePlan {
  /** Which buyers pay for a service `s`; $1 are the paths. */
  readonly edges: string;
  readonly paths: readonly string[];
  readonly today: string;
  readonly services: number;
}

/** What was renewed before is gone, so that each round begins the same month again; its charges stay. */
async function plantDue(ground: Ground, { edges, paths, today, services }: DuePlan): Promise<void> {
  await ground.rows("truncate recurring_charge");
  await ground.rows(
    `insert into recurring_charge (id, path, subject_kind, subject_id, customer_id, service_id, description, currency, amount_micros,
       rule, interval_months, anchor, time_zone, timing, while_suspended, state, next_from, due_at, created_at, version)
     select uuidv7(), e.path, 'SERVICE', s.id, s.customer_id, s.id, s.name, 'GBP', 12500000, 'RETAIL', 1, $2::date, $3, 'ADVANCE',
       'STOP_BILLING', 'ACTIVE', $2::date, $2::date::timestamp at time zone $3, now(), 1
     from (select * from service order by id limit $4) s cross join lateral unnest(${edges}) as e(path)
     where cardinality($1::text[]) >= 0`,
    [paths, today, zone, services],
  );
  await ground.rows("vacuum analyze recurring_charge");
}

async function openAccounts(ground: Ground, paths: readonly string[]): Promise<void> {
  await transaction(ground.at(rootPath), (tx) =>
    tx.em.execute(
      `select open_ledger_account(uuidv7(), path, 'BILLING', 'GBP', 1, now())
       from (select path from customer union select unnest(string_to_array(?, ' '))) as buyer(path)`,
      [paths.join(" ")],
    ),
  );
  for (const table of ["service", "ledger_account", "ledger_balance"]) await ground.rows(`vacuum analyze ${table}`);
}
