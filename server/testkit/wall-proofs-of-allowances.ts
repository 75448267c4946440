export interface Breach {
  readonly sql: string;
  readonly refusal: RegExp;
}

export const anotherId = '\'{"id": "019a0000-0000-7000-8000-000000000001"}\'';

/** What the walls of included minutes refuse, where no sample row shows it by itself. */
export const breachesOfAllowances: Readonly<Record<string, Breach>> = {
  allowance_count_ends_at_check: {
    sql: "update allowance_count set ends_at = starts_at",
    refusal: /allowance_count_ends_at_check/,
  },
  allowance_count_granted_seconds_check: {
    sql: "update allowance_count set granted_seconds = -1, rolled_seconds = 9",
    refusal: /allowance_count_granted_seconds_check/,
  },
  allowance_count_rolled_seconds_check: {
    sql: "update allowance_count set rolled_seconds = -1, granted_seconds = 9",
    refusal: /allowance_count_rolled_seconds_check/,
  },
  allowance_draw_count_id_foreign: {
    sql: "update allowance_draw set count_id = gen_random_uuid()",
    refusal: /allowance_draw_count_id_foreign/,
  },
  customer_allowance_allowance_id_foreign: {
    sql: "update customer_allowance set allowance_id = gen_random_uuid()",
    refusal: /customer_allowance_allowance_id_foreign/,
  },
  customer_allowance_draws_from_local_check: {
    sql: "update customer_allowance set draws_from_local = true",
    refusal: /customer_allowance_draws_from_local_check/,
  },
  customer_allowance_renews_at_check: {
    sql: "update customer_allowance set renews_at = null",
    refusal: /customer_allowance_renews_at_check/,
  },
  customer_allowance_plan_id_foreign: {
    sql: "update customer_allowance set plan_id = gen_random_uuid()",
    refusal: /customer_allowance_plan_id_foreign/,
  },
  customer_allowance_service_id_foreign: {
    sql: "update customer_allowance set service_id = gen_random_uuid()",
    refusal: /customer_allowance_service_id_foreign/,
  },
  customer_allowance_service_id_check: {
    sql: "update customer_allowance set plan_id = null",
    refusal: /customer_allowance_service_id_check/,
  },
  customer_allowance_of_line: {
    sql: `update customer_allowance set ended_at = null, slot = 'NUMBERS';
          insert into customer_allowance select (jsonb_populate_record(a, jsonb_set(${anotherId}::jsonb, '{allowance_id}', 'null'))).* from customer_allowance a`,
    refusal: /customer_allowance_of_line/,
  },
  customer_allowance_of_slot: {
    sql: `update customer_allowance set ended_at = null;
          insert into customer_allowance select (jsonb_populate_record(a, ${anotherId})).* from customer_allowance a`,
    refusal: /customer_allowance_of_slot/,
  },
  customer_allowance_of_numbers: {
    sql: `update customer_allowance set ended_at = null, slot = 'NUMBERS';
          insert into customer_allowance select (jsonb_populate_record(a, ${anotherId})).* from customer_allowance a`,
    refusal: /customer_allowance_of_numbers/,
  },
};
