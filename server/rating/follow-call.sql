-- What a switch tells of a call that it was let put through, and what it asks while calls last. Its login may execute authorise_call,
-- authorise_incoming, answer_call, extend_calls and end_call and read nothing.

-- The one who was called has picked up: from now on it costs. False where what was set aside is given back already, or the call is over:
-- the switch ends it.
create or replace function answer_call_at(p_source text, p_key text, p_dialog text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  kept call;
  settle_seconds constant int := 600;
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  update call set answered_at = p_at where source = p_source and source_key = p_key and state = 'LIVE' and answered_at is null and ended_at is null returning * into kept;
  if kept.id is not null then
    update live_call set dialog = p_dialog, expires_at = p_at + make_interval(secs => kept.maximum_seconds + settle_seconds) where call_id = kept.id;
    perform tell_calls(kept.path);
  end if;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return kept.id is not null;
end $$;

-- How the calls of a switch, which asks every second, go on: in so many seconds from now each of these ends, those with none at once. More
-- is set aside for a call whose time is nearly over, as long as there is some; one that gets no more is not told, and ends at its time. One
-- whose prices have changed, or are to change, is let last as long as they are paid for.
create or replace function extend_calls_at(p_source text, p_at timestamptz) returns table (dialog text, seconds int)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  seconds_max constant int := 86400;
  settle_seconds constant int := 600;
  soon_seconds int := least(60, greatest(2, hold_seconds() / 10));
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  unread jsonb;
  due record;
  paid record;
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  insert into call_switch (source, path, asked_at) values (p_source, 'r1.', p_at)
    on conflict (source) do update set asked_at = excluded.asked_at;
  return query
    select l.dialog, 0 from live_call l join call c on c.id = l.call_id join customer b on b.id = c.customer_id left join service s on s.id = c.service_id
    where c.source = p_source and c.state = 'LIVE' and c.ended_at is null and l.dialog is not null
      and (l.ending_at is not null
        or b.state <> 'ACTIVE' and not is_short_of_money(b.state, b.suspension_reasons)
        or s.state <> 'ACTIVE' and not is_short_of_money(s.state, s.suspension_reasons)
        or is_seller_shut(l.path));
  select coalesce(jsonb_object_agg(u.call_id, u.priced_by), '{}') into unread from unread_prices(p_source, null, p_at) u;
  perform lock_call_limits(array_agg(distinct t.path), array_agg(distinct l.service_id) filter (where l.service_id is not null))
    from live_call l join call c on c.id = l.call_id
      cross join lateral (select left(l.path, n) as path from generate_series(1, length(l.path)) n where substr(l.path, n, 1) = '.') t
    where c.source = p_source and c.state = 'LIVE' and c.ended_at is null and l.dialog is not null and l.ending_at is null
      and (unread ? c.id::text
        or c.answered_at + make_interval(secs => c.maximum_seconds - soon_seconds) <= p_at
          and c.answered_at + make_interval(secs => c.maximum_seconds) > p_at)
      and exists (
        select from call_guard g
        where (g.path = t.path and g.service_id is null or g.service_id = l.service_id) and (g.daily_micros is not null or g.monthly_micros is not null));
  for due in
    select c.id, c.path, c.answered_at, c.maximum_seconds, l.dialog, least(c.maximum_seconds + hold_seconds(), l.longest_seconds, seconds_max) as most,
      c.answered_at + make_interval(secs => c.maximum_seconds - soon_seconds) <= p_at and c.answered_at + make_interval(secs => c.maximum_seconds) > p_at as is_nearly_over
    from live_call l join call c on c.id = l.call_id
    where c.source = p_source and c.state = 'LIVE' and c.ended_at is null and l.dialog is not null and l.ending_at is null
      and (unread ? c.id::text
        or c.answered_at + make_interval(secs => c.maximum_seconds - soon_seconds) <= p_at
          and c.answered_at + make_interval(secs => c.maximum_seconds) > p_at)
      and not is_seller_shut(l.path)
    order by c.id for update of c skip locked
  loop
    if unread ? due.id::text then
      seconds := price_again(due.id, unread ->> due.id::text, p_at);
      if seconds < due.maximum_seconds then
        dialog := due.dialog;
        seconds := greatest(0, ceil(extract(epoch from due.answered_at + make_interval(secs => seconds) - p_at)));
        if seconds = 0 then
          update live_call set ending_at = p_at where call_id = due.id;
        end if;
        return next;
        continue;
      end if;
    end if;
    continue when not due.is_nearly_over or due.most <= due.maximum_seconds;
    select * into paid from paid_seconds(due.id, due.most, p_at);
    continue when paid.seconds <= due.maximum_seconds;
    perform hold_for_call(due.id, paid.seconds, p_at, due.answered_at + make_interval(secs => paid.seconds + settle_seconds));
    update live_call set expires_at = due.answered_at + make_interval(secs => paid.seconds + settle_seconds) where call_id = due.id;
    update call set maximum_seconds = paid.seconds where id = due.id;
    dialog := due.dialog;
    seconds := ceil(extract(epoch from due.answered_at + make_interval(secs => paid.seconds) - p_at));
    return next;
  end loop;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
end $$;

-- It is over. What was answered keeps what is set aside for it until its record has been settled; what was not costs nothing.
create or replace function end_call_at(p_source text, p_key text, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  kept call;
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  select * into kept from call where source = p_source and source_key = p_key and state = 'LIVE' and ended_at is null for update;
  -- What has changed since the last question: it lasts no longer than is paid for.
  if kept.answered_at is not null then
    perform price_again(u.call_id, u.priced_by, p_at) from unread_prices(p_source, kept.id, p_at) u;
  end if;
  update call set ended_at = p_at, state = case when answered_at is null then 'NO_ANSWER' else 'LIVE' end,
      seconds = case when answered_at is null then 0 else greatest(0, least(maximum_seconds, round(extract(epoch from p_at - answered_at))))::int end
    where source = p_source and source_key = p_key and state = 'LIVE' and ended_at is null returning * into kept;
  if kept.answered_at is not null then
    perform tell_calls(kept.path);
  end if;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return kept.id is not null;
end $$;

-- Has the switch end a call at its next question; a switch that has not asked for ten seconds cannot be told to.
create or replace function ask_to_end(p_call uuid, p_at timestamptz) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  kept record;
  answer text := 'OVER';
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  select c.path, l.ending_at, s.asked_at into kept
    from live_call l join call c on c.id = l.call_id and c.state = 'LIVE' and c.ended_at is null left join call_switch s on s.source = c.source
    where l.call_id = p_call for update of l;
  if found and tier_admits(kept.path, lo, hi, named) then
    answer := case
      when kept.ending_at is not null then 'REPEATED'
      when kept.asked_at is null or kept.asked_at < p_at - interval '10 seconds' then 'UNREACHABLE'
      else 'ASKED'
    end;
    if answer = 'ASKED' then
      update live_call set ending_at = p_at where call_id = p_call;
      perform tell_calls(kept.path);
    end if;
  end if;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return answer;
end $$;

-- How far a switch's own records were read. Of one that has asked nothing yet it is kept too.
create or replace function keep_records_read(p_source text, p_to bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
begin
  if not tier_admits('r1.', lo, hi, coalesce(current_setting('app.only', true), '')) then
    raise exception 'records of a switch are read for the whole installation';
  end if;
  insert into call_switch (source, path, asked_at, records_read) values (p_source, 'r1.', 'epoch', p_to)
    on conflict (source) do update set records_read = excluded.records_read;
end $$;

-- A switch speaks of its own calls: what programs hand in is named after a reseller, with a slash, and no switch can take the place of it.
create or replace function switch_named(p_source text) returns text language plpgsql immutable as $$
begin
  if p_source !~ '^[A-Za-z0-9_.-]{1,40}$' then
    raise exception 'a switch is named by up to 40 letters, digits, dots, dashes and underscores';
  end if;
  return p_source;
end $$;

-- By the clock of the database, which a switch's is compared with: what its login may execute.
create or replace function authorise_call(p_source text, p_key text, p_line text, p_called text)
returns table (verdict text, seconds int, reason text, route text)
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from authorise_call_at(switch_named(p_source), p_key, p_line, p_called, clock_timestamp())
$$;
create or replace function authorise_incoming(p_source text, p_key text, p_number text, p_caller text)
returns table (verdict text, seconds int, reason text, line text)
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from authorise_incoming_at(switch_named(p_source), p_key, p_number, p_caller, clock_timestamp())
$$;
create or replace function answer_call(p_source text, p_key text, p_dialog text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$ select answer_call_at(switch_named(p_source), p_key, p_dialog, clock_timestamp()) $$;
create or replace function extend_calls(p_source text) returns table (dialog text, seconds int)
language sql security definer set search_path = pg_catalog, public, pg_temp as $$ select * from extend_calls_at(switch_named(p_source), clock_timestamp()) $$;
create or replace function end_call(p_source text, p_key text) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$ select end_call_at(switch_named(p_source), p_key, clock_timestamp()) $$;

do $$
declare
  door regprocedure;
begin
  foreach door in array array[
    'authorise_call_at(text, text, text, text, timestamptz)', 'authorise_incoming_at(text, text, text, text, timestamptz)', 'answer_call_at(text, text, text, timestamptz)',
    'extend_calls_at(text, timestamptz)', 'end_call_at(text, text, timestamptz)',
    'authorise_call(text, text, text, text)', 'authorise_incoming(text, text, text, text)', 'answer_call(text, text, text)', 'extend_calls(text)', 'end_call(text, text)',
    'keep_records_read(text, bigint)', 'ask_to_end(uuid, timestamptz)',
    'open_live_call(uuid, uuid, text, int, jsonb, int, timestamptz)', 'hold_for_call(uuid, int, timestamptz, timestamptz)', 'paid_seconds(uuid, int, timestamptz)',
    'read_prices(uuid, timestamptz, timestamptz)', 'price_again(uuid, text, timestamptz)',
    'refused_by_limits(text[], uuid, uuid, text, jsonb, timestamptz)', 'lock_call_limits(text[], uuid[])']::regprocedure[]
  loop
    execute format('revoke all on function %s from public', door);
  end loop;
  if exists (select from pg_roles where rolname = 'tierline_switch') then
    execute format('grant connect on database %I to tierline_switch', current_database());
    grant execute on function authorise_call(text, text, text, text), authorise_incoming(text, text, text, text), answer_call(text, text, text), extend_calls(text), end_call(text, text) to tierline_switch;
  end if;
end $$;
