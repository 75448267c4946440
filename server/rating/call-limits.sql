-- What limits calls: what each tier on the way lets, and what is let the lines that a call keeps busy.

-- What holds for a place at a time: the stricter of what its seller lets it and of what it lets itself. Above the root nobody sells.
create or replace function guard_of(p_path text, p_at timestamptz)
returns table (open_classes text[], parallel_calls int, calls_per_minute int, longest_seconds int, dearest_rate bigint, daily_micros bigint, monthly_micros bigint)
language plpgsql stable as $$
#variable_conflict use_column
declare
  ordinary constant text[] := array['DOMESTIC', 'EU', 'WORLD'];
  own call_guard;
  given call_guard;
begin
  select g.* into own from call_guard g where g.path = p_path and g.setter = 'OWN' and g.service_id is null and g.effective_from <= p_at
    order by g.effective_from desc, g.created_at desc, g.id desc limit 1;
  select g.* into given from call_guard g where g.path = p_path and g.setter = 'SELLER' and g.service_id is null and g.effective_from <= p_at
    order by g.effective_from desc, g.created_at desc, g.id desc limit 1;
  return query select
    case
      when p_path ~ '^r[0-9]+[.]$' then coalesce(own.open_classes, ordinary)
      else array(select c from unnest(coalesce(given.open_classes, ordinary)) c where own.id is null or c = any(own.open_classes))
    end,
    least(own.parallel_calls, given.parallel_calls), least(own.calls_per_minute, given.calls_per_minute),
    least(own.longest_seconds, given.longest_seconds), least(own.dearest_rate, given.dearest_rate),
    least(own.daily_micros, given.daily_micros), least(own.monthly_micros, given.monthly_micros);
end $$;

-- What a place may still spend on calls, this day and this month of its own time zone; null: as much as it likes.
create or replace function spend_room(p_path text, p_daily bigint, p_monthly bigint, p_zone text, p_at timestamptz)
returns bigint language plpgsql stable as $$
declare
  under_way bigint;
  today bigint;
  this_month bigint;
begin
  if p_daily is null and p_monthly is null then
    return null;
  end if;
  select coalesce(sum(cost_micros), 0) into under_way from live_call_leg where path = p_path;
  if p_daily is not null then
    select coalesce(sum(amount_micros), 0) into today from call_leg
      where path = p_path and depth > 0 and started_at >= date_trunc('day', p_at, p_zone) and started_at <= p_at;
  end if;
  if p_monthly is not null then
    select coalesce(sum(amount_micros), 0) into this_month from call_leg
      where path = p_path and depth > 0 and started_at >= date_trunc('month', p_at, p_zone) and started_at <= p_at;
  end if;
  return least(p_daily - today, p_monthly - this_month) - under_way;
end $$;

-- What holds for one line besides what holds for its customer; null where nothing was said.
create or replace function guard_of_line(p_service uuid, p_at timestamptz) returns call_guard language sql stable as $$
  select g.* from call_guard g where g.service_id = p_service and g.effective_from <= p_at
    order by g.effective_from desc, g.created_at desc, g.id desc limit 1
$$;

-- What one line of a customer's (whose path it is) may still spend, as spend_room.
create or replace function line_spend_room(p_service uuid, p_path text, p_daily bigint, p_monthly bigint, p_zone text, p_at timestamptz)
returns bigint language sql stable as $$
  select (least(
      p_daily - coalesce(sum(l.amount_micros) filter (where l.started_at >= date_trunc('day', p_at, p_zone)), 0),
      p_monthly - coalesce(sum(l.amount_micros), 0))
    - (select coalesce(sum(u.cost_micros), 0) from live_call v join live_call_leg u on u.call_id = v.call_id and u.path = p_path
       where v.service_id = p_service))::bigint
  from call c join call_leg l on l.call_id = c.id and l.path = p_path and l.depth > 0
  where c.service_id = p_service and c.started_at >= date_trunc('month', p_at, p_zone) and c.started_at <= p_at
$$;

-- How many calls keep a line busy, whoever called whom.
create or replace function calls_of_line(p_service uuid) returns bigint language sql stable as $$
  select count(*)
  from (select call_id from live_call where service_id = p_service union all select call_id from live_call where rung_id = p_service) l
    join call c on c.id = l.call_id
  where c.state = 'LIVE' and c.ended_at is null
$$;

-- Until the commit nobody else counts or spends by these limits: of two calls at once the second sees the first. Whoever takes several
-- takes those of tiers before those of lines, and each kind in its order.
create or replace function lock_call_limits(p_tiers text[], p_lines uuid[]) returns void language plpgsql as $$
declare
  name text;
begin
  for name in
    select 'calls of ' || t.path from unnest(p_tiers) t(path) group by t.path order by t.path collate "C"
  loop
    perform pg_advisory_xact_lock(hashtextextended(name, 0));
  end loop;
  for name in
    select 'calls of line ' || t.id from unnest(p_lines) t(id) group by t.id order by t.id
  loop
    perform pg_advisory_xact_lock(hashtextextended(name, 0));
  end loop;
end $$;

-- Whether these tiers and lines let one more call through; null, or why not, and how long it may last at most. Where it goes, what a minute
-- costs and how many there are in a minute is asked of calls that go out (`p_kind`): what comes in is nobody's fraud, and whoever rings from
-- outside uses up nothing of it.
create or replace function refused_by_limits(
  p_tiers text[], p_line uuid, p_rung uuid, p_kind text, p_legs jsonb, p_at timestamptz, out why text, out longest int
) language plpgsql as $$
declare
  guard record;
  busy record;
begin
  for i in 1 .. cardinality(p_tiers) loop
    select * into guard from guard_of(p_tiers[i], p_at);
    if guard.parallel_calls is not null or guard.calls_per_minute is not null or guard.daily_micros is not null or guard.monthly_micros is not null then
      perform lock_call_limits(array[p_tiers[i]], '{}');
    end if;
    why := case
      when p_kind <> all(guard.open_classes) then 'DESTINATION_CLOSED'
      when p_kind is not null and guard.dearest_rate < (select max((l ->> 'rate')::numeric) from jsonb_array_elements(p_legs) l where l ->> 'buyer_path' = p_tiers[i]) then 'RATE_TOO_HIGH'
      when guard.parallel_calls <= (
        select count(*) from call c where c.state = 'LIVE' and c.ended_at is null and c.path >= p_tiers[i] and c.path < rtrim(p_tiers[i], '.') || '/') then 'TOO_MANY_CALLS'
      when p_kind is not null and guard.calls_per_minute <= (
        select count(*) from call c where c.started_at > p_at - interval '1 minute' and c.started_at <= p_at and c.state <> 'REFUSED' and c.direction = 'OUT'
          and c.path >= p_tiers[i] and c.path < rtrim(p_tiers[i], '.') || '/') then 'TOO_FAST'
    end;
    longest := least(longest, guard.longest_seconds);
    if why is not null then
      return;
    end if;
  end loop;
  for busy in
    select s.id, s.simultaneous_calls, g.open_classes, g.calls_per_minute, g.longest_seconds, g.dearest_rate, g.daily_micros, g.monthly_micros,
      s.id = p_line and p_kind is not null as is_calling
    from service s left join lateral guard_of_line(s.id, p_at) g on true where s.id in (p_line, p_rung) order by s.id
  loop
    if busy.simultaneous_calls is not null or busy.calls_per_minute is not null or busy.daily_micros is not null or busy.monthly_micros is not null then
      perform lock_call_limits('{}', array[busy.id]);
    end if;
    why := case
      when busy.is_calling and p_kind <> all(busy.open_classes) then 'DESTINATION_CLOSED'
      when busy.is_calling and busy.dearest_rate < (
        select max((l ->> 'rate')::numeric) from jsonb_array_elements(p_legs) l where l ->> 'buyer_path' = p_tiers[cardinality(p_tiers)]) then 'RATE_TOO_HIGH'
      when busy.simultaneous_calls <= calls_of_line(busy.id) then 'TOO_MANY_CALLS'
      when busy.is_calling and busy.calls_per_minute <= (
        select count(*) from call c
        where c.service_id = busy.id and c.started_at > p_at - interval '1 minute' and c.started_at <= p_at and c.state <> 'REFUSED' and c.direction = 'OUT') then 'TOO_FAST'
    end;
    longest := least(longest, busy.longest_seconds);
    if why is not null then
      return;
    end if;
  end loop;
end $$;
