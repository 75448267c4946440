import pg from "pg";
import { wallProblems } from "./guards.ts";

/** What must hold in any database at any time, and how to find where it does not. */
interface Invariant {
  readonly title: string;
  /** Rows that break it, each with a `what` to print. `$1` is now. */
  readonly sql: string;
}

const stuckAfterMinutes = 10;

export const invariants: readonly Invariant[] = [
  {
    title: "no item is reserved twice",
    sql: "select item_id::text as what from reservation where state = 'OPEN' and $1::timestamptz is not null group by 1 having count(*) > 1",
  },
  {
    title: "a reserved item is reserved by someone or held by a run",
    sql: `select i.label as what from inventory_item i
          where i.state = 'RESERVED' and i.held_by_run_id is null and $1::timestamptz is not null
            and not exists (select 1 from reservation r where r.item_id = i.id and r.state = 'OPEN')`,
  },
  {
    title: "an open reservation is of a reserved item",
    sql: `select i.label as what from reservation r join inventory_item i on i.id = r.item_id
          where r.state = 'OPEN' and i.state <> 'RESERVED' and $1::timestamptz is not null`,
  },
  {
    title: "an assigned item belongs to a customer",
    sql: "select label as what from inventory_item where state = 'ASSIGNED' and customer_id is null and $1::timestamptz is not null",
  },
  {
    title: "an item in stock belongs to no service",
    sql: `select label as what from inventory_item
          where state in ('NEW', 'IN_STOCK') and (service_id is not null or held_by_run_id is not null) and $1::timestamptz is not null`,
  },
  {
    title: "an item is held only by a run that exists",
    sql: `select i.label as what from inventory_item i
          where i.held_by_run_id is not null and $1::timestamptz is not null
            and not exists (select 1 from provisioning_run r where r.id = i.held_by_run_id)`,
  },
  {
    title: "no reservation is long past its time",
    sql: "select id::text as what from reservation where state = 'OPEN' and expires_at < $1::timestamptz - interval '5 minutes'",
  },
  {
    title: "a run that has ended has no task under way",
    sql: `select r.number::text as what from provisioning_run r join provisioning_task t on t.run_id = r.id
          where r.finished_at is not null and t.state in ('RUNNING', 'RETRYING') and $1::timestamptz is not null`,
  },
  {
    title: "a run that has ended says when, and one that has not does not",
    sql: `select number::text as what from provisioning_run
          where (finished_at is not null) <> (state in ('SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS', 'FAILED', 'ROLLED_BACK', 'ROLL_BACK_FAILED', 'CANCELLED'))
            and $1::timestamptz is not null`,
  },
  {
    title: "no run is in the hands of a worker that has long been silent",
    sql: `select r.number::text as what from provisioning_run r join worker w on w.id = r.worker_id
          where r.finished_at is null and r.waiting_for is null
            and w.heartbeat_at < clock_timestamp() - interval '${stuckAfterMinutes} minutes' and $1::timestamptz is not null`,
  },
  {
    title: "an active service has had a run that succeeded, or came with the demo",
    sql: `select s.number::text as what from service s
          where s.state = 'ACTIVE' and $1::timestamptz is not null and s.current_run_id is not null
            and exists (select 1 from provisioning_run r where r.id = s.current_run_id and r.kind = 'PROVISION'
                        and r.state in ('FAILED', 'ROLLED_BACK', 'CANCELLED'))`,
  },
  {
    title: "an order and its service lie in the customer's tier",
    sql: `select o.number::text as what from customer_order o join customer c on c.id = o.customer_id
          where o.path <> c.path and $1::timestamptz is not null
          union all select s.number::text from service s join customer c on c.id = s.customer_id where s.path <> c.path`,
  },
  {
    title: "a customer lies in its reseller's tier",
    sql: `select c.number::text as what from customer c join reseller r on r.id = c.reseller_id
          where c.path <> r.path || 'c' || c.number || '.' and $1::timestamptz is not null`,
  },
  {
    title: "a customer is found by its own tokens, and by nothing else",
    sql: `select coalesce(own.token, t.token) as what
          from (select left(path, -length(number::text) - 2) as path, unnest(tokens) as token, number from customer) own
          full join customer_token t on t.path = own.path and t.token = own.token and t.number = own.number
          where (own.token is null or t.token is null) and $1::timestamptz is not null`,
  },
];

export interface Finding {
  readonly title: string;
  /** Empty where the invariant holds. At most ten examples. */
  readonly broken: readonly string[];
}

/** Looks behind the walls, so it wants the owner's or a superuser's address. */
export async function examine(url: string, now: Date): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const findings: Finding[] = [];
    // The owner is bound by forced row-level security too: as the root tier it sees every row.
    await client.query("select set_config('app.lo', 'r', false), set_config('app.hi', 's', false)");
    for (const { title, sql } of invariants) {
      const { rows } = await client.query<{ what: string }>(`select what from (${sql}) broken limit 10`, [now]);
      findings.push({ title, broken: rows.map(({ what }) => what) });
    }
    const walls = (await wallProblems(client)).filter((problem) => problem.startsWith("The table"));
    return [...findings, { title: "every table is guarded", broken: walls }];
  } finally {
    await client.end();
  }
}
