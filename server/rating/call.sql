-- A call that is over is never changed: what was wrong is corrected by a row of its own. A move of a reseller says anew where rows lie,
-- and nothing of what they say.

create or replace function refuse_call_change() returns trigger language plpgsql as $$
begin
  raise exception 'What is recorded of a call is kept (% of %).', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace trigger keep_call
  before update of id, customer_id, service_id, source, source_key, digest, direction, caller, called, call_type, destination, prefix,
    state, started_at, answered_at, ended_at, seconds, refusal, problem, maximum_seconds, hold_id, corrects_id, recorded_at on call
  for each row when (old.state <> 'LIVE') execute function refuse_call_change();
create or replace trigger keep_calls before delete or truncate on call
  for each statement execute function refuse_call_change();
