import { anotherId, breachesOfAllowances, type Breach } from "./wall-proofs-of-allowances.ts";
import { breachesOfBrands } from "./wall-proofs-of-brands.ts";
import { breachesOfScreening } from "./wall-proofs-of-screening.ts";
import { belowPath, samplePath, siblingPath } from "./sample-rows.ts";

/** That a change of a thing which third parties may hear of is noted beside it. */
function unheard(change: string): Breach {
  return {
    sql: `do $$ begin
            delete from webhook_event;
            ${change};
            if exists (select from webhook_event) then raise exception 'Somebody may hear of it'; end if;
          end $$`,
    refusal: /Somebody may hear of it/,
  };
}

/** That none of these changes is let through: the ledger is only added to. */
function refusedEach(...changes: readonly string[]): Breach {
  return {
    sql: `do $$ declare change text; begin
            foreach change in array array[${changes.map((change) => `'${change}'`).join(", ")}] loop
              begin
                execute change;
              exception when restrict_violation then
                continue;
              end;
              raise exception 'It was done: %', change;
            end loop;
            raise exception 'Nothing of it was done';
          end $$`,
    refusal: /Nothing of it was done/,
  };
}

function keptWhole(table: string, columns: readonly string[]): Breach {
  const updates = columns.map((column) => `update ${table} set ${column} = ${column}`);
  return refusedEach(...updates, `delete from ${table}`, `truncate ${table} cascade`);
}

function afterwards(first: string, { sql, refusal }: Breach): Breach {
  return { sql: `${first}; ${sql}`, refusal };
}

const anotherHold =
  '\'{"id": "019a0000-0000-7000-8000-000000000001", "account_id": "019a0000-0000-7000-8000-000000000000", "reference": "another"}\'';

/** That what is held of an account follows: the sample's account is made one of a single part. */
function heldAfter(change: string, micros: number): Breach {
  return {
    sql: `do $$ begin
            update ledger_balance set part = 0;
            ${change};
            if exists (select from ledger_balance where held_micros = ${micros}) then raise exception 'The account follows'; end if;
          end $$`,
    refusal: /The account follows/,
  };
}

/** That whoever buys has an account as soon as they are there. */
function openedWith(insert: string, path: string): Breach {
  return {
    sql: `do $$ begin
            ${insert};
            if exists (select from ledger_account a join ledger_balance b on b.account_id = a.id where a.path = '${path}') then
              raise exception 'An account was opened';
            end if;
          end $$`,
    refusal: /An account was opened/,
  };
}

const another = '\'{"id": "019a0000-0000-7000-8000-000000000001", "number": 2, "external_id": null}\'';

const columnsOfCall = [
  "id",
  "customer_id",
  "service_id",
  "source",
  "source_key",
  "digest",
  "direction",
  "caller",
  "called",
  "call_type",
  "destination",
  "prefix",
  "state",
  "started_at",
  "answered_at",
  "ended_at",
  "seconds",
  "refusal",
  "problem",
  "maximum_seconds",
  "hold_id",
  "corrects_id",
  "recorded_at",
];

/** Walls that cannot be tried by what the catalog says of them: triggers, and checks of an unusual shape. By their names. */
export const breachesByHand: Readonly<Record<string, Breach>> = {
  ...breachesOfAllowances,
  ...breachesOfBrands,
  ...breachesOfScreening,
  reseller_move: { sql: "update reseller set state = 'SUSPENDED'", refusal: /A reseller does not go from/ },
  customer_move: { sql: "update customer set state = 'DEACTIVATED'", refusal: /A customer does not go from/ },
  await_seal: {
    sql: `do $$ begin
            delete from audit_unsealed;
            insert into audit_entry (id, path, at, actor_id, actor, channel, operation, subject_kind, subject, changes)
              select gen_random_uuid(), path, at, actor_id, actor, channel, operation, subject_kind, subject, changes from audit_entry;
            if exists (select from audit_unsealed) then raise exception 'An entry waits to be sealed'; end if;
          end $$`,
    refusal: /An entry waits to be sealed/,
  },
  note_new_customers: unheard(`insert into customer select (jsonb_populate_record(c, ${another})).* from customer c`),
  note_customer_change: unheard("update customer set version = version + 1"),
  note_new_order: unheard(
    `insert into customer_order select (jsonb_populate_record(o, ${another})).* from customer_order o`,
  ),
  order_waiting_once: {
    sql: `update customer_order set state = 'ACKNOWLEDGED', service_id = coalesce(service_id, id);
          insert into customer_order select (jsonb_populate_record(o, ${another})).* from customer_order o`,
    refusal: /order_waiting_once/,
  },
  note_order_change: unheard("update customer_order set state = 'CANCELLED'"),
  note_run: unheard("update provisioning_run set state = 'CANCELLED'"),
  note_service: unheard("update service set state = 'TERMINATED'"),
  sum_legs: {
    sql: `do $$ begin
            perform set_config('app.lo', 'r', true), set_config('app.hi', 't', true);
            delete from call_sum;
            insert into call_leg select (jsonb_populate_record(l, '{"path": "${belowPath}"}')).* from call_leg l;
            if exists (select from call_sum) then raise exception 'The sums follow'; end if;
          end $$`,
    refusal: /The sums follow/,
  },
  csv_file_ended: { sql: "update csv_file set ended_at = null", refusal: /csv_file_ended/ },
  app_user_kind_check: {
    sql: "update app_user set kind = 'NOBODY', role = 'MEMBER', named_customers_only = false",
    refusal: /app_user_kind_check/,
  },
  app_user_email_check: { sql: "update app_user set kind = 'PROGRAM'", refusal: /app_user_email_check/ },
  refuse_demo_mark: {
    sql: "update reseller set is_demo = true",
    refusal: /Only a new database/,
  },
  refuse_demo_mark_of_new: {
    sql: `insert into reseller select (jsonb_populate_record(r, '{"id": "019a0000-0000-7000-8000-000000000009", "is_demo": true}')).* from reseller r`,
    refusal: /Only a new database/,
  },
  subscriber_seat: {
    sql: "update customer_package set seats_used = 0; update subscriber set wanted_id = null",
    refusal: /customer_package_seats_used_check/,
  },
  subscriber_addon_seat: {
    sql: "update customer_package set seats_used = 0; delete from subscriber_addon",
    refusal: /customer_package_seats_used_check/,
  },
  open_customer_accounts: openedWith(
    `insert into customer select (jsonb_populate_record(c, '{"id": "019a0000-0000-7000-8000-000000000001", "number": 2, "path": "r1.r2.r3.c2.", "external_id": null}')).* from customer c`,
    "r1.r2.r3.c2.",
  ),
  open_reseller_accounts: openedWith(
    `insert into reseller select (jsonb_populate_record(r, '{"id": "019a0000-0000-7000-8000-000000000001", "number": 2, "key": "another", "path": "r1.r2.r9."}')).* from reseller r`,
    "r1.r2.r9.",
  ),
  ledger_account_terms: { sql: "update ledger_account set credit_policy = null", refusal: /ledger_account_terms/ },
  follow_mark: {
    sql: `do $$ begin
            update ledger_balance set part = 0, marks = '{0}';
            update ledger_balance set balance_micros = -1;
            if exists (select from customer where 'BALANCE' = any(suspension_reasons)) then raise exception 'The customer follows'; end if;
          end $$`,
    refusal: /The customer follows/,
  },
  follow_terms: {
    sql: `do $$ begin
            update ledger_balance set part = 0;
            update ledger_account set low_balance_micros = 7;
            if exists (select from ledger_balance where 7 = any(marks)) then raise exception 'The marks follow'; end if;
          end $$`,
    refusal: /The marks follow/,
  },
  begin_invoice_cycle: {
    sql: `do $$ begin
            insert into ledger_account select (jsonb_populate_record(a,
              '{"id": "019a0000-0000-7000-8000-000000000001", "path": "r1.r2.r9.c9.", "kind": "BILLING", "payment_mode": "POSTPAID", "credit_policy": null}')).*
              from ledger_account a limit 1;
            if exists (select from invoice_cycle where account_id = '019a0000-0000-7000-8000-000000000001') then raise exception 'It is invoiced'; end if;
          end $$`,
    refusal: /It is invoiced/,
  },
  follow_service_end: {
    sql: `do $$ begin
            update recurring_charge set service_id = (select id from service), state = 'ACTIVE', ends_on = null;
            update service set state = 'TERMINATED', ends_on = '2000-01-01';
            if exists (select from recurring_charge where ends_on is not null) then raise exception 'What is charged for it ends'; end if;
          end $$`,
    refusal: /What is charged for it ends/,
  },
  follow_recharge: {
    sql: `do $$ begin
            update ledger_balance set part = 0;
            update auto_recharge set threshold_micros = 8;
            if exists (select from ledger_balance where 8 = any(marks)) then raise exception 'The marks follow'; end if;
          end $$`,
    refusal: /The marks follow/,
  },
  follow_dunning: {
    sql: `do $$ begin
            update dunning set path = 'r1.r2.';
            update ledger_balance set part = 0;
            update dunning set warn_micros = 9;
            if exists (select from ledger_balance where 9 = any(marks)) then raise exception 'The marks follow'; end if;
          end $$`,
    refusal: /The marks follow/,
  },
  follow_new_account: {
    sql: `do $$ begin
            update dunning set path = 'r1.r2.';
            insert into ledger_balance select (jsonb_populate_record(b, '{"part": 0, "marks": []}')).* from ledger_balance b;
            if exists (select from ledger_balance where part = 0 and cardinality(marks) > 0) then raise exception 'The marks follow'; end if;
          end $$`,
    refusal: /The marks follow/,
  },
  keep_account: keptWhole("ledger_account", ["id", "kind", "currency", "parts"]),
  keep_balance: keptWhole("ledger_balance", []),
  keep_transaction: keptWhole("ledger_transaction", [
    "id",
    "kind",
    "reference",
    "digest",
    "reverses",
    "lines",
    "at",
    "description",
    "note",
    "actor_id",
    "actor",
  ]),
  keep_posting: keptWhole("posting", [
    "transaction_id",
    "line",
    "account_id",
    "part",
    "entry",
    "currency",
    "amount_micros",
    "balance_micros",
    "at",
  ]),
  keep_return: keptWhole("ledger_return", ["transaction_id", "returned_id", "amount_micros"]),
  keep_hold: keptWhole("credit_hold", [
    "id",
    "account_id",
    "kind",
    "reference",
    "amount_micros",
    "opened_at",
    "expires_at",
  ]),
  end_hold_once: {
    sql: "update credit_hold set state = 'SETTLED'; update credit_hold set state = 'OPEN'",
    refusal: /A hold ends once/,
  },
  count_new_holds: heldAfter(
    `insert into credit_hold select (jsonb_populate_record(h, ${anotherHold})).* from credit_hold h`,
    2,
  ),
  count_ended_holds: heldAfter("update credit_hold set state = 'RELEASED'", 0),
  call_guard_line_check: { sql: "update call_guard set setter = 'OWN'", refusal: /call_guard_line_check/ },
  call_guard_setter_check: {
    sql: "update call_guard set service_id = null, setter = 'ELSE'",
    refusal: /call_guard_setter_check/,
  },
  call_guard_service_id_foreign: {
    sql: "update call_guard set service_id = gen_random_uuid()",
    refusal: /call_guard_service_id_foreign/,
  },
  credit_hold_account_id_foreign: {
    sql: `insert into credit_hold select (jsonb_populate_record(h,
            '{"id": "019a0000-0000-7000-8000-000000000001", "account_id": "019a0000-0000-7000-8000-000000000009", "reference": "another"}')).*
          from credit_hold h; set constraints all immediate`,
    refusal: /credit_hold_account_id_foreign/,
  },
  count_postings: {
    sql: `insert into posting select (jsonb_populate_record(p, '{"line": 3, "entry": 3}')).* from posting p`,
    refusal: /the transaction is sealed/,
  },
  transaction_balanced: {
    sql: `insert into ledger_transaction select (jsonb_populate_record(t,
            '{"id": "019a0000-0000-7000-8000-000000000001", "reference": "another", "reverses": null}')).* from ledger_transaction t;
          set constraints all immediate`,
    refusal: /is not balanced/,
  },
  keep_call: afterwards(
    "update call set state = 'ANSWERED'",
    refusedEach(...columnsOfCall.map((name) => `update call set ${name} = ${name}`)),
  ),
  leave_live_call: {
    sql: `do $$ begin
            update call set state = 'ANSWERED';
            if not exists (select from live_call) then raise exception 'It is no longer under way'; end if;
          end $$`,
    refusal: /It is no longer under way/,
  },
  keep_calls: refusedEach("delete from call", "truncate call cascade"),
  call_seconds_check: { sql: "update call set corrects_id = null, seconds = -1", refusal: /call_seconds_check/ },
  did_once: {
    sql: `update did set disconnected_at = null;
          insert into did select (jsonb_populate_record(d, ${anotherId})).* from did d`,
    refusal: /did_once/,
  },
  number_offer_once: {
    sql: `update number_offer set ended_at = null;
          insert into number_offer select (jsonb_populate_record(n, ${anotherId})).* from number_offer n`,
    refusal: /number_offer_once/,
  },
  number_lease_once: {
    sql: `update number_lease set ended_at = null;
          insert into number_lease select (jsonb_populate_record(n, ${anotherId})).* from number_lease n`,
    refusal: /number_lease_once/,
  },
  tell_raised_limits: {
    sql: `do $$ begin
            delete from notification;
            update app_user set path = 'r1.r2.', kind = 'PERSON', role = 'RESELLER_OWNER', disabled_at = null;
            insert into call_guard select (jsonb_populate_record(g, '{"id": "019a0000-0000-7000-8000-000000000001", "setter": "OWN", "service_id": null,
              "created_at": "2026-01-01", "effective_from": "2026-01-02"}')).* from call_guard g;
            if exists (select from notification where kind = 'LIMITS_RAISED') then raise exception 'The tier above was told'; end if;
          end $$`,
    refusal: /The tier above was told/,
  },
  keep_an_owner: {
    sql: `update app_user set role = 'RESELLER_OWNER', disabled_at = null;
          update app_user set disabled_at = now()`,
    refusal: /The last owner of a reseller stays/,
  },
};

interface ReadingPolicy {
  /** What makes the sample row one that the policy is about. */
  readonly setUp?: string;
  readonly seenBy: { readonly tier: string; readonly ancestors?: string };
  readonly notSeenBy: { readonly tier: string; readonly ancestors?: string };
}

/** Policies that show more than one's own tier, by their names. */
export const readingPolicies: Readonly<Record<string, ReadingPolicy>> = {
  offered_to_me: {
    seenBy: { tier: belowPath, ancestors: `r1. r1.r2. ${samplePath} ${belowPath}` },
    notSeenBy: { tier: siblingPath, ancestors: `r1. r1.r2. ${siblingPath}` },
  },
  in_use_by_me: {
    setUp: `update inventory_item set customer_path = '${belowPath}c1.'`,
    seenBy: { tier: belowPath },
    notSeenBy: { tier: siblingPath },
  },
};
