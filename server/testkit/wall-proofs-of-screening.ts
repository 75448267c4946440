import type { Breach } from "./wall-proofs-of-allowances.ts";

const another =
  '\'{"id": "019a0000-0000-7000-8000-000000000001", "number": 2, "reference": "another", "external_id": null}\'';

/** That a change is followed by a check. */
function screenedAfter(change: string): Breach {
  return {
    sql: `do $$ begin
            delete from screening;
            ${change};
            if exists (select from screening where state = 'RUNNING') then raise exception 'Somebody is screened'; end if;
          end $$`,
    refusal: /Somebody is screened/,
  };
}

/** That the names that are searched follow a change of entries. */
function namesAfter(first: string, change: string, count: number): Breach {
  return {
    sql: `do $$ begin
            delete from list_name;
            ${first};
            ${change};
            if (select count(*) from list_name) = ${count} then raise exception 'The names follow'; end if;
          end $$`,
    refusal: /The names follow/,
  };
}

const oneName = "insert into list_name select id, 1, since_id, 'x', 'NAME', 'x', 'x' from list_entry";

export const breachesOfScreening: Readonly<Record<string, Breach>> = {
  screen_new_customers: screenedAfter(
    `insert into customer select (jsonb_populate_record(c, ${another})).* from customer c`,
  ),
  screen_changed_customer: screenedAfter("update customer set name = name || ' changed'"),
  keep_new_list_names: namesAfter(
    "perform 1",
    `insert into list_entry select (jsonb_populate_record(e, '{"id": "019a0000-0000-7000-8000-000000000001",
       "reference": "another", "until_id": null, "names": [{"name": "x", "kind": "NAME", "plain": "x", "key": "x"}]}')).* from list_entry e`,
    1,
  ),
  keep_changed_list_names: namesAfter(oneName, "update list_entry set until_id = since_id", 0),
  drop_list_names: namesAfter(oneName, "delete from list_entry", 0),
  list_entry_now: {
    sql: `update list_entry set until_id = null;
          insert into list_entry select (jsonb_populate_record(e, '{"id": "019a0000-0000-7000-8000-000000000001"}')).* from list_entry e`,
    refusal: /list_entry_now/,
  },
  list_version_number: {
    sql: `update list_version set is_current = false;
          insert into list_version select (jsonb_populate_record(v, '{"id": "019a0000-0000-7000-8000-000000000001"}')).* from list_version v`,
    refusal: /list_version_number/,
  },
};
