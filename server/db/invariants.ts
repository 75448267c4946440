import type { Invariant } from "./invariant.ts";
import { calls } from "./call-invariants.ts";
import { allowances, money, rates } from "./money-invariants.ts";
import { numbers } from "./number-invariants.ts";
import { screening } from "./screening-invariants.ts";
import { subscribers } from "./subscriber-invariants.ts";
import { imports } from "./bulk-invariants.ts";

/** A worker that has not been heard of for so long has been taken over from, and a run so long past its time has been ended. */
const stuckAfter = "interval '10 minutes'";
/** A run is woken after it was recorded, and at the latest by whoever watches over the runs. */
const wokenWithin = "interval '10 seconds'";
const lapsedAfter = "interval '5 minutes'";

const ended = "('SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS', 'FAILED', 'ROLLED_BACK', 'ROLL_BACK_FAILED', 'CANCELLED')";
/** A failed run keeps what it holds, for its retry. */
const letGo = "('SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS', 'ROLLED_BACK', 'CANCELLED')";

const items: readonly Invariant[] = [
  {
    title: "no item is there twice",
    sql: "select min(label) as what from inventory_item group by identifier_kind, identifier having count(*) > 1",
  },
  {
    title: "no item is reserved twice",
    sql: "select item_id::text as what from reservation where state = 'OPEN' group by item_id having count(*) > 1",
  },
  {
    title: "a run holds one item in a slot",
    sql: `select min(label) as what from inventory_item
          where held_by_run_id is not null and slot is not null group by held_by_run_id, slot having count(*) > 1`,
  },
  {
    title: "a reserved item is reserved by someone or held by a run",
    sql: `select i.label as what from inventory_item i where i.state = 'RESERVED' and i.held_by_run_id is null
            and not exists (select from reservation r where r.item_id = i.id and r.state = 'OPEN')`,
  },
  {
    title: "an open reservation is of a reserved item that no run holds, and lies in its tier",
    sql: `select i.label as what from reservation r join inventory_item i on i.id = r.item_id
          where r.state = 'OPEN' and (i.state <> 'RESERVED' or i.held_by_run_id is not null or r.path <> i.path)`,
  },
  {
    title: "a reservation that has ended says when, and one that is open does not",
    sql: "select id::text as what from reservation where (ended_at is null) <> (state = 'OPEN')",
  },
  {
    title: "no reservation is long past its time",
    sql: `select id::text as what from reservation
          where state = 'OPEN' and expires_at < (select at from now) - ${lapsedAfter}`,
  },
  {
    title: "an assigned item belongs to a customer, who sees it",
    sql: `select i.label as what from inventory_item i left join customer c on c.id = i.customer_id
          where (i.state = 'ASSIGNED' or i.customer_id is not null) and i.customer_path is distinct from c.path
             or i.state = 'ASSIGNED' and i.customer_id is null`,
  },
  {
    title: "an item in stock belongs to no service and no run",
    sql: `select label as what from inventory_item
          where state in ('NEW', 'IN_STOCK') and (service_id is not null or held_by_run_id is not null)`,
  },
  {
    title: "an item is held only by a run that exists",
    sql: `select i.label as what from inventory_item i
          where i.held_by_run_id is not null and not exists (select from provisioning_run r where r.id = i.held_by_run_id)`,
  },
  {
    title: "a run that was rolled back has left no item with anybody",
    sql: `select i.label as what from inventory_item i join provisioning_run r on r.id = i.held_by_run_id
          where r.kind = 'PROVISION' and r.state = 'ROLLED_BACK' and i.state in ('RESERVED', 'ASSIGNED')`,
  },
  {
    title: "a run that needs nothing any more has let go of what it did not assign",
    sql: `select i.label as what from inventory_item i join provisioning_run r on r.id = i.held_by_run_id
          where i.state = 'RESERVED' and r.state in ${letGo}`,
  },
  {
    title: "an item is in the state of the last step of its history",
    sql: `select i.label as what from inventory_item i
          join lateral (select to_state from custody where item_id = i.id order by step desc limit 1) last on true
          where last.to_state <> i.state`,
  },
];

const runs: readonly Invariant[] = [
  {
    title: "a run that has ended has no task under way",
    sql: `select r.number::text as what from provisioning_run r join provisioning_task t on t.run_id = r.id
          where r.finished_at is not null and t.state in ('RUNNING', 'RETRYING')`,
  },
  {
    title: "a run that has ended says when and is in nobody's hands, and one that has not does not",
    sql: `select number::text as what from provisioning_run
          where (finished_at is not null) <> (state in ${ended}) or (finished_at is not null and worker_id is not null)`,
  },
  {
    title: "a run that succeeded has done all of its tasks",
    sql: `select r.number::text as what from provisioning_run r join provisioning_task t on t.run_id = r.id
          where r.state in ('SUCCEEDED', 'SUCCEEDED_WITH_WARNINGS')
            and t.state not in ('SUCCEEDED', case r.state when 'SUCCEEDED' then 'SUCCEEDED' else 'FAILED_IGNORED' end)`,
  },
  {
    title: "no run is in the hands of a worker that has ended or has long been silent",
    sql: `select r.number::text as what from provisioning_run r left join worker w on w.id = r.worker_id
          where r.finished_at is null and r.worker_id is not null
            and coalesce(w.ended_at, w.heartbeat_at, '-infinity') < clock_timestamp() - ${stuckAfter}`,
  },
  {
    title: "a run that nobody is in charge of waits for a person or lies in the queue",
    sql: `select r.number::text as what from provisioning_run r
          where r.finished_at is null and r.worker_id is null and r.waiting_for is distinct from 'PERSON'
            and not exists (select from graphile_worker.jobs j where j.key = 'run:' || r.id)
            and r.queued_at < clock_timestamp() - ${wokenWithin}`,
  },
  {
    title: "no run is long past its deadline",
    sql: `select number::text as what from provisioning_run
          where finished_at is null and waiting_for is distinct from 'PERSON'
            and deadline_at < (select at from now) - ${stuckAfter}`,
  },
];

const services: readonly Invariant[] = [
  {
    title: "an item of a service is assigned, and the service has not ended",
    sql: `select i.label as what from inventory_item i left join service s on s.id = i.service_id
          where i.service_id is not null
            and (i.state <> 'ASSIGNED' or s.id is null or s.state = 'TERMINATED' or s.customer_id <> i.customer_id)`,
  },
  {
    title: "a service that is active has been given what its run held for it",
    sql: `select s.number::text as what from service s join provisioning_run r on r.service_id = s.id
          join inventory_item i on i.held_by_run_id = r.id
          where s.state = 'ACTIVE' and r.kind = 'PROVISION' and i.state = 'RESERVED' and r.finished_at is not null`,
  },
  {
    title: "an active service has had a run that succeeded, or came with the demo",
    sql: `select s.number::text as what from service s join provisioning_run r on r.id = s.current_run_id
          where s.state = 'ACTIVE' and r.kind = 'PROVISION' and r.state in ('FAILED', 'ROLLED_BACK', 'CANCELLED')`,
  },
  {
    title: "no line may have more calls at a time than its plan and its customer are allowed",
    sql: `select s.number::text as what from service s join offering o on o.id = s.offering_id
          left join delegation d on d.customer_id = s.customer_id
          where s.state <> 'TERMINATED' and s.simultaneous_calls > least(o.simultaneous_calls, d.simultaneous_calls)`,
  },
  {
    title: "a service is suspended for a reason, and no other has one",
    sql: `select number::text as what from service
          where (state = 'SUSPENDED') <> (cardinality(suspension_reasons) > 0) and state in ('ACTIVE', 'SUSPENDED')`,
  },
];

/** The last number of a kind that a reseller's tier has given out, and the last that is there: some were given in vain. */
const counted = ["customer", "customer_order", "provisioning_run", "service"] as const;
const counterOf = { customer: "customer", customer_order: "order", provisioning_run: "run", service: "service" };

const counters: readonly Invariant[] = [
  {
    title: "no number is there that its counter has not given out",
    sql: counted
      .map(
        (table) => `select '${table} ' || r.key as what from reseller r
          join (select reseller_id, max(number) as last from ${table} group by 1) t on t.reseller_id = r.id
          left join counter c on c.path = r.path and c.kind = '${counterOf[table]}'
          where t.last > coalesce(c.value, 0)`,
      )
      .join(" union all "),
  },
  {
    title: "each history counts its steps from one, without a gap",
    sql: "select item_id::text as what from custody group by item_id having min(step) <> 1 or max(step) <> count(*)",
  },
  {
    title: "each playbook knows its latest version",
    sql: `select p.key as what from playbook p join playbook_version v on v.playbook_id = p.id
          group by p.id having max(v.number) <> p.latest_version`,
  },
  {
    title: "an endpoint that is on is looked at as long as something waits for it",
    sql: `select e.id::text as what from webhook_endpoint e where e.off_reason is null and e.due_at is null
          and exists (select from webhook_delivery d where d.endpoint_id = e.id and d.due_at is not null)`,
  },
  {
    title: "no task has had more attempts than it may",
    sql: `select r.number || ' ' || t.key as what from provisioning_task t join provisioning_run r on r.id = t.run_id
          where t.attempt < t.attempts_before or t.attempt - t.attempts_before > t.max_attempts`,
  },
];

/** Rows that belong to another row and have to lie in its tier: the policies look at nothing but the path. */
const sameTier: readonly (readonly [child: string, key: string, parent: string])[] = [
  ["allowance", "reseller_id", "reseller"],
  ["allowance_count", "held_id", "customer_allowance"],
  ["allowance_cycle", "customer_id", "customer"],
  ["allowance_draw", "count_id", "allowance_count"],
  ["api_client", "user_id", "app_user"],
  ["api_key", "client_id", "api_client"],
  ["contact", "customer_id", "customer"],
  ["credit_hold", "account_id", "ledger_account"],
  ["customer_allowance", "customer_id", "customer"],
  ["customer_allowance", "service_id", "service"],
  ["customer_order", "customer_id", "customer"],
  ["factor", "user_id", "app_user"],
  ["recovery_code", "user_id", "app_user"],
  ["customer_domain", "customer_id", "customer"],
  ["delegation", "customer_id", "customer"],
  ["did", "customer_id", "customer"],
  ["offering_requirement", "offering_id", "offering"],
  ["account_link", "user_id", "app_user"],
  ["ledger_balance", "account_id", "ledger_account"],
  ["bulk_row", "import_id", "bulk_import"],
  ["meetings_site", "customer_id", "customer"],
  ["onboarding", "customer_id", "customer"],
  ["pbx_trunk", "customer_id", "customer"],
  ["onboarding_template", "reseller_id", "reseller"],
  ["onboarding_template_version", "template_id", "onboarding_template"],
  ["named_customer", "user_id", "app_user"],
  ["payment_gateway", "reseller_id", "reseller"],
  ["payment_method", "customer_id", "customer"],
  ["payment_notice", "gateway_id", "payment_gateway"],
  ["payment_refund", "payment_id", "payment"],
  ["playbook_version", "playbook_id", "playbook"],
  ["posting", "account_id", "ledger_account"],
  ["price_list", "reseller_id", "reseller"],
  ["price_list_buyer", "list_id", "price_list"],
  ["price_list_version", "list_id", "price_list"],
  ["problem", "customer_id", "customer"],
  ["provisioning_task", "run_id", "provisioning_run"],
  ["rate", "deck_id", "rate_deck"],
  ["rate_deck", "reseller_id", "reseller"],
  ["rate_plan", "reseller_id", "reseller"],
  ["rate_plan_buyer", "plan_id", "rate_plan"],
  ["rate_plan_version", "plan_id", "rate_plan"],
  ["role", "reseller_id", "reseller"],
  ["role_grant", "user_id", "app_user"],
  ["run_secret", "run_id", "provisioning_run"],
  ["screening", "customer_id", "customer"],
  ["screening_case", "customer_id", "customer"],
  ["contact_attempt", "case_id", "screening_case"],
  ["service", "customer_id", "customer"],
  ["service_addon", "service_id", "service"],
  ["service_secret", "service_id", "service"],
  ["session", "user_id", "app_user"],
  ["site", "customer_id", "customer"],
  ["task_log", "run_id", "provisioning_run"],
  ["webhook_attempt", "delivery_id", "webhook_delivery"],
  ["webhook_delivery", "endpoint_id", "webhook_endpoint"],
  ["webhook_secret", "endpoint_id", "webhook_endpoint"],
  ["ticket", "problem_id", "problem"],
];

const tiers: readonly Invariant[] = [
  {
    title: "a reseller lies below its parent",
    sql: `select r.key as what from reseller r left join reseller p on p.id = r.parent_id
          where r.path <> coalesce(p.path, '') || 'r' || r.number || '.'`,
  },
  {
    title: "what a reseller was let sell is named where it is limited, lies with it and comes from above it",
    sql: `select r.key as what from sellable_offering s join reseller r on r.id = s.reseller_id
          join offering o on o.id = s.offering_id
          where r.sells_all or s.path <> r.path or r.path = o.path or not starts_with(r.path, o.path)`,
  },
  {
    title: "a customer lies in its reseller's tier",
    sql: `select c.number::text as what from customer c join reseller r on r.id = c.reseller_id
          where c.path <> r.path || 'c' || c.number || '.'`,
  },
  {
    title: "a user lies in the tier of their reseller or customer",
    sql: `select u.email as what from app_user u join reseller r on r.id = u.reseller_id
          left join customer c on c.id = u.customer_id where u.path <> coalesce(c.path, r.path)`,
  },
  {
    title: "what belongs to something lies in its tier",
    sql: sameTier
      .map(
        ([child, key, parent]) =>
          `select '${child} of ' || p.id as what from ${child} c join ${parent} p on p.id = c.${key} where c.path <> p.path`,
      )
      .join(" union all "),
  },
];

const secrets: readonly Invariant[] = [
  {
    title: "a service's secret is there or was shown",
    sql: "select service_id::text as what from service_secret where (sealed is null) <> (shown_at is not null)",
  },
  {
    title: "of passwords and sessions only hashes are kept",
    sql: `select 'credential of ' || user_id as what from credential where password_hash not like '$argon2id$%'
          union all select 'session of ' || user_id from session where token_hash !~ '^[A-Za-z0-9_-]{43}$'
          union all select 'link of ' || user_id from account_link where token_hash !~ '^[A-Za-z0-9_-]{43}$'
          union all select 'recovery code of ' || user_id from recovery_code where code_hash !~ '^[A-Za-z0-9_-]{43}$'
          union all select 'challenge ' || id from challenge where token_hash !~ '^[A-Za-z0-9_-]{43}$'
          union all select 'key ' || prefix from api_key where token_hash !~ '^[A-Za-z0-9_-]{43}$'`,
  },
  {
    title: "a program comes with keys and has no password, and each key's holder is a program",
    sql: `select u.email as what from app_user u left join api_client c on c.user_id = u.id
          where (u.kind = 'PROGRAM') <> (c.id is not null)
             or u.kind = 'PROGRAM' and exists (select from credential where user_id = u.id)`,
  },
];

const searches: readonly Invariant[] = [
  {
    title: "a customer is found by its own tokens, and by nothing else",
    sql: `select coalesce(own.token, t.token) as what
          from (select left(path, -length(number::text) - 2) as path, unnest(tokens) as token, number from customer) own
          full join customer_token t on t.path = own.path and t.token = own.token and t.number = own.number
          where own.token is null or t.token is null`,
  },
];

export const invariants: readonly Invariant[] = [
  ...items,
  ...numbers,
  ...runs,
  ...services,
  ...counters,
  ...money,
  ...rates,
  ...allowances,
  ...calls,
  ...screening,
  ...subscribers,
  ...imports,
  ...tiers,
  ...searches,
  ...secrets,
];
