-- How many seconds a call of a customer would have free at a time out of the customer's own, with nothing taken: what a switch is let know before a call. As
-- shared/allowance.ts works it out; of what nobody has renewed yet there is a whole cycle.
create or replace function allowance_left(of_customer uuid, call_scope text, called text, asked_at timestamptz) returns int
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with held as (
    select * from customer_allowance
    where customer_id = of_customer and service_id is null and started_at <= asked_at and (ended_at is null or asked_at < ended_at)),
  scopes as (
    select case
      when exists (select from held where slot = call_scope and draws_from_local)
        then replace(call_scope, '_LONG_DISTANCE', '_LOCAL')
      else call_scope end as slot)
  select coalesce(sum(coalesce(
    (select c.granted_seconds + c.rolled_seconds - c.drawn_seconds - c.carried_seconds from allowance_count c
     where c.held_id = h.id and c.starts_at <= asked_at and asked_at < c.ends_at),
    h.minutes * 60)), 0)::int
  from held h
  where not h.draws_from_local and case
    when h.slot = 'NUMBERS' then h.prefixes = '[]'::jsonb
      or exists (select from jsonb_array_elements_text(h.prefixes) p where starts_with(called, p))
    else h.slot = (select slot from scopes) end
$$;

-- The same out of what the line's rate plan gives it.
create or replace function line_allowance_left(of_line uuid, asked_at timestamptz) returns int
language sql stable set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(sum(coalesce(
    (select c.granted_seconds + c.rolled_seconds - c.drawn_seconds - c.carried_seconds from allowance_count c
     where c.held_id = h.id and c.starts_at <= asked_at and asked_at < c.ends_at),
    h.minutes * 60)), 0)::int
  from customer_allowance h
  where h.service_id = of_line and h.started_at <= asked_at and (h.ended_at is null or asked_at < h.ended_at)
$$;
