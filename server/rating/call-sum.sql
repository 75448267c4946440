-- The sums of calls by quarters of an hour are what their legs come to, because whatever writes legs writes them, in one statement.

create or replace function sum_call_legs() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into call_sum (id, path, buyer_path, quarter, direction, call_type, currency, calls, seconds, cadenced_seconds, free_seconds,
    billed_seconds, charge_micros, cost_micros, is_folded)
  select gen_random_uuid(), s.path, coalesce(s.buyer_path, ''), s.quarter, s.direction, s.call_type, s.currency, sum(s.calls),
    sum(s.seconds), sum(s.cadenced), sum(s.free), sum(s.billed), sum(s.charge), sum(s.cost), false
  from (
    select l.seller_path as path, l.path as buyer_path, date_bin('15 minutes', l.started_at, 'epoch') as quarter, c.direction,
      c.call_type, l.currency, case when c.corrects_id is null then 1 else 0 end as calls, c.seconds, l.cadenced_seconds as cadenced,
      l.free_seconds as free, l.billed_seconds as billed, l.amount_micros as charge, 0 as cost
    from new_legs l join call c on c.id = l.call_id where l.seller_path <> ''
    union all
    -- What a reseller bought is the cost of what it sold to the next one on the way to the customer, whether that changed too or not.
    select l.path, case when starts_with(c.path, l.path)
        then l.path || split_part(substr(c.path, length(l.path) + 1), '.', 1) || '.' else l.path end,
      date_bin('15 minutes', l.started_at, 'epoch'), c.direction, c.call_type, l.own_currency, 0, 0, 0, 0, 0, 0, l.own_micros
    from new_legs l join call c on c.id = l.call_id where l.path <> c.path
  ) s
  group by grouping sets (
    (s.path, s.quarter, s.direction, s.call_type, s.currency, s.buyer_path), (s.path, s.quarter, s.direction, s.call_type, s.currency));
  return null;
end $$;

create or replace trigger sum_legs after insert on call_leg
  referencing new table as new_legs for each statement execute function sum_call_legs();

-- Makes one row of all that say the same sum, some thousands at a time. One after the other: whoever finds another at it leaves it to them.
create or replace function fold_call_sums(p_most int) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  folded int;
begin
  if not pg_try_advisory_xact_lock(7401231) then
    return 0;
  end if;
  with loose as materialized (select * from call_sum where not is_folded order by id limit p_most),
  said as (select distinct path, buyer_path, quarter, direction, call_type, currency from loose),
  gone as (
    delete from call_sum s using said x
    where s.path = x.path and s.buyer_path = x.buyer_path and s.quarter = x.quarter and s.direction = x.direction
      and s.call_type = x.call_type and s.currency = x.currency returning s.*)
  insert into call_sum (id, path, buyer_path, quarter, direction, call_type, currency, calls, seconds, cadenced_seconds, free_seconds,
    billed_seconds, charge_micros, cost_micros, is_folded)
  select gen_random_uuid(), path, buyer_path, quarter, direction, call_type, currency, sum(calls), sum(seconds), sum(cadenced_seconds),
    sum(free_seconds), sum(billed_seconds), sum(charge_micros), sum(cost_micros), true
  from gone group by path, buyer_path, quarter, direction, call_type, currency;
  get diagnostics folded = row_count;
  return folded;
end $$;

-- A sweep of the application alone folds them.
revoke all on function fold_call_sums(int) from public;
