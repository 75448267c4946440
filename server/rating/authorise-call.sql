-- What a switch asks before a call; what limits calls is in call-limits.sql, what a switch asks and tells later in follow-call.sql. It runs
-- as the owner of the tables, in the root tier, and what it decides is decided under the locks of the accounts.

-- Everybody who looks is told: at the customer, and at each tier above it.
create or replace function tell_calls(p_path text) returns void language sql as $$
  select pg_notify('tierline_changes', jsonb_build_array('database', jsonb_agg(jsonb_build_object(
      'topic', 'calls:' || left(p_path, n), 'path', left(p_path, n), 'sequence', (extract(epoch from clock_timestamp()) * 1000)::bigint)))::text)
  from generate_series(1, length(p_path)) n where substr(p_path, n, 1) = '.'
$$;

-- A call that is over gives back what was set aside for it, in the commit that settles it.
create or replace function leave_live_call() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  perform from ledger_balance where part = 0 and account_id in (select account_id from live_call_leg where call_id = new.id)
    order by account_id for update;
  update credit_hold set state = 'RELEASED', ended_at = coalesce(new.ended_at, new.started_at)
    where state = 'OPEN' and id in (select hold_id from live_call_leg where call_id = new.id);
  delete from live_call_leg where call_id = new.id;
  delete from live_call where call_id = new.id;
  perform tell_calls(new.path);
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return null;
end $$;
create or replace trigger leave_live_call after update of state on call
  for each row when (old.state = 'LIVE' and new.state <> 'LIVE') execute function leave_live_call();

-- Sets aside what so much longer a call costs each of those who have an end to their money. The accounts are locked already.
create or replace function hold_for_call(p_call uuid, p_seconds int, p_at timestamptz, p_expires timestamptz) returns void language plpgsql as $$
declare
  leg record;
  wanted bigint;
  hold uuid;
begin
  for leg in
    select l.*, l as terms, a.path as place, a.credit_limit_micros is not null as is_limited
    from live_call_leg l join ledger_account a on a.id = l.account_id where l.call_id = p_call order by l.account_id
  loop
    wanted := live_call_price(leg.terms, p_seconds);
    hold := leg.hold_id;
    if leg.is_limited and wanted > leg.held_micros then
      -- One hold for the whole call, so that none of it lapses before the rest.
      update credit_hold set state = 'RELEASED', ended_at = p_at where id = hold and state = 'OPEN';
      hold := gen_random_uuid();
      insert into credit_hold (id, path, account_id, kind, reference, amount_micros, state, opened_at, expires_at)
        values (hold, leg.place, leg.account_id, 'CALL', p_call || ':' || hold, wanted, 'OPEN', p_at, p_expires);
    end if;
    update live_call_leg l set cost_micros = wanted, hold_id = hold, held_micros = case when hold is null then 0 else greatest(wanted, leg.held_micros) end
      where l.call_id = p_call and l.path = leg.path;
  end loop;
end $$;

-- How many seconds in all the money of everybody on the way pays for, of at most so many, and whose is at an end first. What is set
-- aside for the call already counts for it.
create or replace function paid_seconds(p_call uuid, p_most int, p_at timestamptz, out seconds int, out short_path text, out short_reason text)
language plpgsql as $$
declare
  leg record;
  own_guard record;
  line_guard call_guard;
  room bigint;
  cap bigint;
  lasts int;
begin
  perform from ledger_balance b join ledger_account a on a.id = b.account_id
    where b.part = 0 and a.credit_limit_micros is not null and b.account_id in (select account_id from live_call_leg where call_id = p_call)
    order by b.account_id for update of b;
  update credit_hold set state = 'EXPIRED', ended_at = p_at
    where state = 'OPEN' and expires_at <= p_at
      and account_id in (select l.account_id from live_call_leg l join ledger_account a on a.id = l.account_id
        where l.call_id = p_call and a.credit_limit_micros is not null);
  seconds := p_most;
  for leg in
    select l.*, l as terms, a.payment_mode, a.credit_limit_micros, b.balance_micros - b.held_micros + a.credit_limit_micros + l.held_micros as room,
      coalesce(r.time_zone, s.time_zone, 'UTC') as zone, v.service_id as line_id
    from live_call_leg l join ledger_account a on a.id = l.account_id join ledger_balance b on b.account_id = a.id and b.part = 0
      left join reseller r on r.path = l.path left join customer c on c.path = l.path left join reseller s on s.id = c.reseller_id
      left join live_call v on v.call_id = l.call_id and v.path = l.path
    where l.call_id = p_call order by length(l.path) desc
  loop
    select * into own_guard from guard_of(leg.path, p_at);
    cap := spend_room(leg.path, own_guard.daily_micros, own_guard.monthly_micros, leg.zone, p_at) + leg.cost_micros;
    if leg.line_id is not null then
      line_guard := guard_of_line(leg.line_id, p_at);
      if line_guard.daily_micros is not null or line_guard.monthly_micros is not null then
        cap := least(cap, line_spend_room(leg.line_id, leg.path, line_guard.daily_micros, line_guard.monthly_micros, leg.zone, p_at) + leg.cost_micros);
      end if;
    end if;
    room := least(leg.room, cap);
    -- What costs nothing needs no money, also where something is owed.
    if room < 0 then
      room := 0;
    end if;
    lasts := live_call_seconds(leg.terms, room, seconds);
    if lasts < seconds then
      seconds := lasts;
      short_path := leg.path;
      short_reason := case
        when cap is not null and cap <= coalesce(leg.room, cap) then 'SPEND_CAP_REACHED'
        when leg.path !~ '[.]c[0-9]+[.]$' then 'UPSTREAM_SUSPENDED'
        when leg.payment_mode <> 'PREPAID' then 'CREDIT_LIMIT_REACHED'
        else 'INSUFFICIENT_BALANCE'
      end;
    end if;
  end loop;
end $$;

-- As callScopeOf of shared/allowance.ts, for a line that has no number: it is called from its customer's country, from no area of it.
create or replace function call_scope(line_type text, digits text, home text) returns text language sql immutable parallel safe as $$
  select line_type || case
    when country_of_digits(digits) is distinct from home then '_INTERNATIONAL'
    when home = any('{BR,US,CA}'::text[]) then '_LONG_DISTANCE'
    else '_LOCAL'
  end
$$;

-- How many seconds are set aside at a time. Who runs the product may say another number: alter database … set tierline.hold_seconds = 300.
-- A switch can say one for its own session too, so it stays within an hour.
create or replace function hold_seconds() returns int language sql stable as $$
  select least(3600, greatest(1, coalesce(nullif(current_setting('tierline.hold_seconds', true), '')::int, 600)))
$$;

-- Whether a line, or its customer, that is not active was suspended for money alone: what is set aside already is theirs.
create or replace function is_short_of_money(p_state text, p_reasons text[]) returns boolean language sql immutable parallel safe as $$
  select p_state = 'SUSPENDED' and p_reasons <@ array['BALANCE', 'UPSTREAM']
$$;

-- Whether a seller on the way down to a place was suspended or closed by the one above it.
create or replace function is_seller_shut(p_path text) returns boolean language sql stable as $$
  select exists (
    select from reseller r
    where r.path = any(array(select left(p_path, n) from generate_series(1, length(p_path)) n where substr(p_path, n, 1) = '.'))
      and r.state in ('SUSPENDED', 'CLOSED'))
$$;

-- How many seconds of a call are free: what others of the same customer's calls may use up is spoken for, out of their own line's minutes
-- first, as those are drawn on first.
create or replace function free_for_call(p_customer uuid, p_path text, p_line uuid, p_scope text, p_digits text, p_at timestamptz) returns int
language plpgsql stable as $$
begin
  return (
    with spoken as (
      select v.service_id as line, sum(l.free_seconds)::int as seconds, line_allowance_left(v.service_id, p_at) as own
      from live_call_leg l join live_call v on v.call_id = l.call_id where l.path = p_path and l.free_seconds > 0 group by v.service_id)
    select greatest(0, line_allowance_left(p_line, p_at) - coalesce((select seconds from spoken where line = p_line), 0))
      + greatest(0, allowance_left(p_customer, p_scope, p_digits, p_at) - coalesce((select sum(greatest(0, seconds - own)) from spoken), 0))::int);
end $$;

-- Whether a customer may talk on included minutes while it has no money: as was said, else unless its account is strict (A-V14).
create or replace function may_talk_at_zero(p_customer uuid, p_path text) returns boolean language sql stable as $$
  select coalesce(
    (select is_usable_at_zero from allowance_cycle where customer_id = p_customer),
    (select credit_policy is distinct from 'STRICT' from ledger_account where path = p_path and kind = 'BILLING'))
$$;

-- Sets aside what a call may cost everybody who buys it (`p_legs`), so that it may be put through; null, or why not. How long it may ring is
-- bounded apart: what it may last counts from the answer. `p_rung`: another line that it keeps busy.
drop function if exists open_live_call(uuid, text, int, jsonb, int, timestamptz);
create or replace function open_live_call(p_call uuid, p_rung uuid, p_kind text, p_longest int, p_legs jsonb, p_free int, p_at timestamptz) returns text
language plpgsql as $$
declare
  seconds_max constant int := 86400;
  ring_seconds constant int := 240;
  settle_seconds constant int := 600;
  v_path text;
  v_line uuid;
  paid record;
begin
  select path, service_id into v_path, v_line from call where id = p_call;
  insert into live_call (call_id, path, service_id, rung_id, destination_class, longest_seconds, route, expires_at)
    values (p_call, v_path, v_line, p_rung, p_kind, p_longest, p_legs -> 0 ->> 'route', p_at + make_interval(secs => ring_seconds));
  insert into live_call_leg (call_id, path, account_id, rate, connect_fee, included_seconds, first_seconds, step_seconds, grace_seconds, free_seconds, cost_micros, held_micros)
    select p_call, l.buyer_path, a.id, l.rate, l.connect_fee, l.included, l.first, l.step, l.grace, case l.buyer_path when v_path then p_free else 0 end, 0, 0
    from jsonb_to_recordset(p_legs) as l(buyer_path text, rate bigint, connect_fee bigint, included int, first int, step int, grace int)
      join ledger_account a on a.path = l.buyer_path and a.kind = 'BILLING';
  perform read_prices(p_call, p_at, p_at);
  select * into paid from paid_seconds(p_call, least(hold_seconds(), p_longest, seconds_max), p_at);
  -- A change counts from an earlier one of its seconds the longer it rings: by the answer it is read again.
  if paid.seconds > 0 and exists (select from live_call_leg where call_id = p_call and changes is not null) then
    perform read_prices(p_call, p_at + make_interval(secs => ring_seconds), p_at);
    select * into paid from paid_seconds(p_call, paid.seconds, p_at);
    perform hold_for_call(p_call, paid.seconds, p_at, p_at + make_interval(secs => ring_seconds + paid.seconds + settle_seconds));
    perform read_prices(p_call, p_at, p_at);
  end if;
  if paid.seconds = 0 then
    return paid.short_reason;
  end if;
  perform hold_for_call(p_call, paid.seconds, p_at, p_at + make_interval(secs => ring_seconds + paid.seconds + settle_seconds));
  update call set maximum_seconds = paid.seconds where id = p_call;
  perform tell_calls(v_path);
  return null;
end $$;

-- Which line a switch means by `user@domain`, `user` or `sip:user@domain`.
create or replace function line_of_switch(p_line text) returns service language sql stable as $$
  select s.* from service s
  where s.account = regexp_replace(p_line, '^sips?:|@.*$', '', 'g') or s.parameters ->> 'sipUsername' = regexp_replace(p_line, '^sips?:|@.*$', '', 'g')
  order by s.state <> 'ACTIVE', s.created_at desc limit 1
$$;

-- What a switch says of a number, as digits from the country code on where it is one; whatever a phone has sent, no longer than is worth keeping.
create or replace function switch_number(p_number text) returns text language sql immutable parallel safe as $$
  select left(regexp_replace(regexp_replace(p_number, '^sips?:|@.*$', '', 'g'), '^[+]|^00', ''), 64)
$$;

-- An answer that has no route yet makes room for one that has.
do $$
begin
  if exists (select from pg_proc where proname = 'authorise_call_at' and not 'route' = any(proargnames)) then
    drop function authorise_call_at(text, text, text, text, timestamptz);
    drop function if exists authorise_call(text, text, text, text);
  end if;
end $$;

-- Whether a call may be put through at a time, for how long, and why not; and by which route of the carrier it is paid for, null within one's
-- own network. The same call again is answered as it was.
create or replace function authorise_call_at(p_source text, p_key text, p_line text, p_called text, p_at timestamptz)
returns table (verdict text, seconds int, reason text, route text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  digits text := switch_number(p_called);
  kept call;
  line service;
  target service;
  buyer customer;
  seller reseller;
  tiers text[];
  leg record;
  legs jsonb := '[]';
  kind text;
  is_on_net boolean;
  is_short boolean;
  is_at_limit boolean;
  may_talk boolean;
  longest int;
  why text;
  v_prefix text;
  v_destination text;
  v_type text := 'OTHER';
  v_id uuid := gen_random_uuid();
  free int := 0;
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  select c.* into kept from call c where c.source = p_source and c.source_key = p_key;
  line := line_of_switch(p_line);
  if kept.id is null and line.id is not null then
    select c.* into strict buyer from customer c where c.id = line.customer_id;
    select r.* into strict seller from reseller r where r.id = line.reseller_id;
    tiers := array(select r.path from reseller r where starts_with(buyer.path, r.path) order by r.path) || buyer.path;
    target := line_of_switch(p_called);
    is_on_net := target.id is not null and target.reseller_id = line.reseller_id;
    kind := case when is_on_net then 'DOMESTIC' else destination_class(digits, seller.country) end;

    select s.reason into why from account_standing(buyer.path) s;
    may_talk := not is_on_net and may_talk_at_zero(buyer.id, buyer.path);
    is_at_limit := coalesce(why = 'CREDIT_LIMIT', false);
    is_short := coalesce(why = 'BALANCE', false) or line.state <> 'ACTIVE' and not 'UPSTREAM' = any(line.suspension_reasons);
    why := case
      when is_seller_shut(seller.path) then 'SELLER_NOT_ACTIVE'
      when line.state <> 'ACTIVE' and not is_short_of_money(line.state, line.suspension_reasons) then 'LINE_NOT_ACTIVE'
      when buyer.state <> 'ACTIVE' and not is_short_of_money(buyer.state, buyer.suspension_reasons) then 'CUSTOMER_NOT_ACTIVE'
      -- Included minutes may be left where no money is.
      when is_short and not may_talk then 'INSUFFICIENT_BALANCE'
      when why = 'UPSTREAM' or 'UPSTREAM' = any(line.suspension_reasons || buyer.suspension_reasons) or is_short and is_short_above(buyer.path) then 'UPSTREAM_SUSPENDED'
      when not is_on_net and digits !~ '^[1-9][0-9]{5,14}$' then 'INVALID_NUMBER'
    end;
    if why is null and not is_on_net then
      for leg in select * from call_chain(seller.path, buyer.id, line.id, digits, p_at) loop
        why := leg.problem;
        v_prefix := coalesce(v_prefix, leg.prefix);
        v_destination := coalesce(v_destination, leg.destination);
        v_type := coalesce(case leg.depth when 0 then leg.line_type end, leg.line_type, v_type);
        if leg.depth > 0 then
          legs := legs || (to_jsonb(leg) || jsonb_build_object('buyer_path', coalesce(leg.buyer_path, buyer.path)));
        end if;
      end loop;
    end if;
    if why is null and not is_on_net then
      free := free_for_call(buyer.id, buyer.path, line.id, call_scope(nullif(v_type, 'OTHER'), digits, buyer.home_country), digits, p_at);
      if is_at_limit and not may_talk then
        free := 0;
      end if;
      why := case when is_short and free = 0 then 'INSUFFICIENT_BALANCE' end;
    end if;
    if why is null then
      select l.why, l.longest into why, longest from refused_by_limits(tiers, line.id, case when is_on_net then target.id end, kind, legs, p_at) l;
      -- What a strict account keeps below its end is not talked away.
      if is_short and ends_at(buyer.path) > 0 then
        longest := least(longest, free);
      end if;
    end if;

    insert into call (id, path, reseller_id, customer_id, service_id, source, source_key, digest, direction, caller, called, call_type,
        destination, prefix, state, started_at, seconds, recorded_at)
      values (v_id, buyer.path, seller.id, buyer.id, line.id, p_source, p_key, '', 'OUT', left(regexp_replace(p_line, '^sips?:|@.*$', '', 'g'), 64), digits, v_type,
        v_destination, v_prefix, 'LIVE', p_at, 0, p_at)
      on conflict do nothing;
    if found then
      why := coalesce(why, open_live_call(v_id, case when is_on_net then target.id end, kind, longest, legs, free, p_at));
      if why is not null then
        -- Tells who looks, as every end does (leave_live_call).
        update call set state = 'REFUSED', refusal = why, ended_at = p_at where id = v_id;
      end if;
    end if;
    select c.* into kept from call c where c.source = p_source and c.source_key = p_key;
  end if;
  verdict := case when kept.state = 'LIVE' and kept.ended_at is null then 'ALLOWED' else 'REFUSED' end;
  seconds := case when verdict = 'ALLOWED' then kept.maximum_seconds else 0 end;
  route := case when verdict = 'ALLOWED' then (select l.route from live_call l where l.call_id = kept.id) end;
  reason := case when verdict = 'REFUSED' then coalesce(kept.refusal, case when kept.id is null then 'UNKNOWN_LINE' else 'CALL_IS_OVER' end) end;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return next;
end $$;
