-- Prices that change while a call is under way: what it costs from then on is set aside for, and a call that money does not pay for by then
-- ends sooner. As shared/call-price.ts splits a call when it is settled, and rates/call-ways.ts finds by what (price-changes.test.ts
-- compares the prices).

-- What one of those who buy a call pays for so many seconds of it.
create or replace function live_call_price(p_leg live_call_leg, p_seconds int) returns bigint language plpgsql immutable parallel safe as $$
declare
  rest int := case
    when p_seconds <= p_leg.grace_seconds or p_seconds - p_leg.included_seconds <= p_leg.grace_seconds then 0
    else greatest(0, p_seconds - p_leg.included_seconds)
  end;
  free int := greatest(0, p_leg.free_seconds);
  begun int := 0;
  billed int := 0;
  minutes numeric := 0;
  part record;
  ends int;
  counted int;
  drawn int;
begin
  if p_leg.changes is null then
    return call_price(p_seconds, p_leg.rate, p_leg.connect_fee, p_leg.included_seconds, p_leg.first_seconds, p_leg.step_seconds,
      p_leg.grace_seconds, p_leg.free_seconds);
  end if;
  for part in
    select t.rate, t.first, t.step, lead(t.second) over (order by t.n) as until
    from (
      select 0 as n, null::int as second, p_leg.rate as rate, p_leg.first_seconds as first, p_leg.step_seconds as step
      union all
      select e.n::int, (e.value ->> 'second')::int, (e.value ->> 'rate')::bigint, (e.value ->> 'first')::int, (e.value ->> 'step')::int
      from jsonb_array_elements(p_leg.changes) with ordinality e(value, n)) t
    order by t.n
  loop
    ends := least(rest, part.until - p_leg.included_seconds);
    counted := begun;
    if begun = 0 and ends > 0 then
      begun := part.first;
    end if;
    if begun < ends then
      begun := begun + (ends - begun + part.step - 1) / part.step * part.step;
    end if;
    counted := begun - counted;
    drawn := least(free, counted);
    free := free - drawn;
    billed := billed + counted - drawn;
    minutes := minutes + part.rate::numeric * (counted - drawn);
  end loop;
  return half_up(minutes + case
    when p_seconds <= p_leg.grace_seconds or p_seconds <= 0 or p_leg.included_seconds = 0 and billed = 0 then 0
    else p_leg.connect_fee::numeric * 60
  end, 60000000);
end $$;

-- How long it may last that so much money pays for, as affordable_seconds.
create or replace function live_call_seconds(p_leg live_call_leg, p_room bigint, p_most int) returns int language plpgsql immutable parallel safe as $$
declare
  paid int := 0;
  unpaid int := p_most + 1;
  middle int;
begin
  if p_leg.changes is null then
    return affordable_seconds(p_room, p_leg.rate, p_leg.connect_fee, p_leg.included_seconds, p_leg.first_seconds, p_leg.step_seconds,
      p_leg.grace_seconds, p_leg.free_seconds, p_most);
  end if;
  if p_room is null or live_call_price(p_leg, p_most) <= p_room then
    return p_most;
  end if;
  while unpaid - paid > 1 loop
    middle := (paid + unpaid) / 2;
    if live_call_price(p_leg, middle) <= p_room then
      paid := middle;
    else
      unpaid := middle;
    end if;
  end loop;
  return case when paid <= p_leg.grace_seconds then 0 else paid end;
end $$;

-- What changes the prices of a call after its beginning, as far ahead as anything is set aside for: what was saved to count from a time on,
-- and a deck that was undone, which counts for nothing from its beginning on.
create or replace function price_changes(p_call call, p_at timestamptz) returns table (id text, at timestamptz) language sql stable as $$
  with sellers as materialized (
    select left(r.path, n) as path from reseller r, generate_series(1, length(r.path)) n where r.id = p_call.reseller_id and substr(r.path, n, 1) = '.')
  select v.id::text, v.effective_from from rate_plan_version v
    where v.effective_from > p_call.started_at and v.effective_from < p_at + interval '2 hours' and v.path in (select path from sellers)
  union all
  select b.id::text, b.effective_from from rate_plan_buyer b
    where b.effective_from > p_call.started_at and b.effective_from < p_at + interval '2 hours' and b.path in (select path from sellers)
      and b.customer_id is null
  union all
  select b.id::text, b.effective_from from rate_plan_buyer b
    where b.effective_from > p_call.started_at and b.effective_from < p_at + interval '2 hours' and b.customer_id = p_call.customer_id
  union all
  select d.id::text, d.effective_from from rate_deck d
    where d.state = 'APPLIED' and d.effective_from > p_call.started_at and d.effective_from < p_at + interval '2 hours' and d.path in (select path from sellers)
  union all
  select d.id || ' undone', null from rate_deck d
    where d.state = 'UNDONE' and d.undone_at > p_call.started_at and d.path in (select path from sellers)
$$;

-- Those of a switch's calls (of all, or one) whose prices were not read yet, and by what they are to be read. Every second: the few changes
-- there are come first, and where there is none no call is looked at. Of all, so many at a time as leave the question short of a second, as
-- one call's prices take some 25 ms to read; those that were read are found no more, so that the others' turn comes at the next questions.
create or replace function unread_prices(p_source text, p_call uuid, p_at timestamptz) returns table (call_id uuid, priced_by text)
language plpgsql stable as $$
#variable_conflict use_column
declare
  oldest timestamptz;
begin
  select min(c.started_at) into oldest from live_call l join call c on c.id = l.call_id
    where c.source = p_source and (p_call is null or c.id = p_call) and c.state = 'LIVE' and c.ended_at is null and c.direction = 'OUT' and l.dialog is not null;
  if oldest is null
    or not exists (select from rate_plan_version where effective_from > oldest and effective_from < p_at + interval '2 hours')
      and not exists (select from rate_plan_buyer where effective_from > oldest and effective_from < p_at + interval '2 hours')
      and not exists (select from rate_deck where effective_from > oldest and effective_from < p_at + interval '2 hours' or undone_at > oldest)
  then
    return;
  end if;
  return query
    select c.id, m.mark
    from live_call l join call c on c.id = l.call_id
      cross join lateral (select md5(string_agg(x.id, ' ' order by x.id)) as mark from price_changes(c, p_at) x) m
    where c.source = p_source and (p_call is null or c.id = p_call) and c.state = 'LIVE' and c.ended_at is null and c.direction = 'OUT'
      and l.dialog is not null and m.mark is distinct from l.priced_by
      and exists (select from live_call_leg g where g.call_id = c.id)
    limit case when p_call is null then 20 end;
end $$;

-- Keeps what each of those who buy a call pays from which of its seconds on, where it was answered then. As when it is settled: what has no
-- price from a change on, or goes another way, does not count for it; it stays on the route that it began on.
create or replace function read_prices(p_call uuid, p_answered_at timestamptz, p_at timestamptz) returns void language plpgsql as $$
declare
  kept call;
begin
  select * into strict kept from call where id = p_call;
  if kept.direction <> 'OUT' then
    return;
  end if;
  with beginning as materialized (
    select r.path, c.* from reseller r
      cross join lateral call_chain(r.path, kept.customer_id, kept.service_id, kept.called, kept.started_at) c where r.id = kept.reseller_id),
  chains as (
    select kept.started_at as at, b.* from beginning b
    union all
    select x.at, r.path, c.* from (select distinct y.at from price_changes(kept, p_at) y where y.at > kept.started_at) x
      join reseller r on r.id = kept.reseller_id
      cross join lateral call_chain(
        r.path, kept.customer_id, kept.service_id, kept.called, x.at, (select max(b.route) from beginning b)) c),
  priced as (
    select c.at, c.buyer_path, c.depth, c.rate, c.connect_fee, c.included, c.first, c.step, c.grace,
      bool_and(c.problem is null) over way as is_priced, string_agg(c.seller_path || ' ' || c.currency, ',') over way as way
    from chains c
    window way as (partition by c.at order by c.depth rows between unbounded preceding and unbounded following)),
  same as (
    select coalesce(p.buyer_path, kept.path) as buyer_path, p.at, p.rate, p.connect_fee, p.included, p.first, p.step, p.grace,
      ceil(extract(epoch from date_trunc('milliseconds', p.at) - date_trunc('milliseconds', p_answered_at)))::int as second
    from priced p
    where p.depth > 0 and p.is_priced and p.way = (select b.way from priced b where b.at = kept.started_at and b.is_priced limit 1)),
  later as (
    select s.buyer_path, jsonb_agg(jsonb_build_object('second', s.second, 'rate', s.rate, 'first', s.first, 'step', s.step) order by s.at) as changes,
      bool_or((s.rate, s.first, s.step) is distinct from (b.rate, b.first, b.step)) as is_other
    from same s join same b on b.buyer_path = s.buyer_path and b.at = kept.started_at
    where s.at > kept.started_at group by s.buyer_path)
  update live_call_leg l
    set rate = b.rate, connect_fee = b.connect_fee, included_seconds = b.included, first_seconds = b.first, step_seconds = b.step,
      grace_seconds = b.grace, changes = case when n.is_other then n.changes end
    from same b left join later n on n.buyer_path = b.buyer_path
    where l.call_id = p_call and l.path = b.buyer_path and b.at = kept.started_at;
end $$;

-- Reads its prices, sets aside by them for as long as it was let last, and lets it last no longer than they are paid for. Answers how long
-- that is. The call is locked already.
create or replace function price_again(p_call uuid, p_priced_by text, p_at timestamptz) returns int language plpgsql as $$
declare
  settle_seconds constant int := 600;
  kept call;
  before jsonb;
  paid record;
  lasts int;
begin
  select * into strict kept from call where id = p_call;
  update live_call set priced_by = p_priced_by where call_id = p_call;
  select jsonb_agg(to_jsonb(l) order by l.path) into before from live_call_leg l where l.call_id = p_call;
  perform read_prices(p_call, kept.answered_at, p_at);
  if before = (select jsonb_agg(to_jsonb(l) order by l.path) from live_call_leg l where l.call_id = p_call) then
    return kept.maximum_seconds;
  end if;
  select * into paid from paid_seconds(p_call, kept.maximum_seconds, p_at);
  lasts := paid.seconds;
  -- What was talked is paid for, whatever may be spent from now on.
  if paid.short_reason = 'SPEND_CAP_REACHED' then
    lasts := greatest(lasts, least(kept.maximum_seconds, ceil(extract(epoch from p_at - kept.answered_at))));
  end if;
  perform hold_for_call(p_call, lasts, p_at, kept.answered_at + make_interval(secs => kept.maximum_seconds + settle_seconds));
  update call set maximum_seconds = lasts where id = p_call and maximum_seconds <> lasts;
  return lasts;
end $$;
