-- A call whose price no column can hold has none.
alter table "call" drop constraint "call_problem_check";
alter table "call" add constraint "call_problem_check" check (problem in ('INVALID_NUMBER', 'UNKNOWN_PREFIX', 'BLOCKED', 'NO_DECK', 'NO_PLAN', 'NO_EXCHANGE_RATE', 'PRICE_TOO_HIGH'));
