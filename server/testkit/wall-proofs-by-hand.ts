import { belowPath, samplePath, siblingPath } from "./sample-rows.ts";

interface Breach {
  readonly sql: string;
  readonly refusal: RegExp;
}

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

const another = '\'{"id": "019a0000-0000-7000-8000-000000000001", "number": 2}\'';

/** Walls that cannot be tried by what the catalog says of them: triggers, and checks of an unusual shape. By their names. */
export const breachesByHand: Readonly<Record<string, Breach>> = {
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
  note_order_change: unheard("update customer_order set state = 'CANCELLED'"),
  note_run: unheard("update provisioning_run set state = 'CANCELLED'"),
  note_service: unheard("update service set state = 'TERMINATED'"),
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
  open_customer_accounts: openedWith(
    `insert into customer select (jsonb_populate_record(c, '{"id": "019a0000-0000-7000-8000-000000000001", "number": 2, "path": "r1.r2.r3.c2."}')).* from customer c`,
    "r1.r2.r3.c2.",
  ),
  open_reseller_accounts: openedWith(
    `insert into reseller select (jsonb_populate_record(r, '{"id": "019a0000-0000-7000-8000-000000000001", "number": 2, "key": "another", "path": "r1.r2.r9."}')).* from reseller r`,
    "r1.r2.r9.",
  ),
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
