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
