-- What a switch asks before it puts a call through that comes in on a number. Whoever has the number pays for it, by the number's terms; where
-- the number belongs to a line, that line rings, and of another one the switch knows itself where it leads.

-- Whether a call that comes in may be put through at a time, for how long, to which line, and why not. The same call again is answered as it was.
create or replace function authorise_incoming_at(p_source text, p_key text, p_number text, p_caller text, p_at timestamptz)
returns table (verdict text, seconds int, reason text, line text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  digits text := switch_number(p_number);
  tiers text[];
  kept call;
  target service;
  buyer customer;
  longest int;
  legs jsonb := '[]';
  why text;
  v_id uuid := gen_random_uuid();
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  select c.* into kept from call c where c.source = p_source and c.source_key = p_key;
  -- By E.164, else as the carrier writes it.
  select s.* into target from inventory_item i join service s on s.id = i.service_id
    where i.identifier_kind = 'PHONE_NUMBER' and i.identifier in ('+' || digits, incoming_number(digits)) and s.state <> 'TERMINATED'
    order by i.identifier = '+' || digits desc limit 1;
  if kept.id is null then
    select c.* into buyer from customer c where c.id = coalesce((select t.customer_id from incoming_terms(digits, p_at) t), target.customer_id);
  end if;
  if buyer.id is not null then
    select s.reason into why from account_standing(buyer.path) s;
    why := case
      when is_seller_shut(buyer.path) then 'SELLER_NOT_ACTIVE'
      when target.state <> 'ACTIVE' and not is_short_of_money(target.state, target.suspension_reasons) then 'LINE_NOT_ACTIVE'
      when buyer.state <> 'ACTIVE' and not is_short_of_money(buyer.state, buyer.suspension_reasons) then 'CUSTOMER_NOT_ACTIVE'
      when why = 'BALANCE' then 'INSUFFICIENT_BALANCE'
      when why = 'UPSTREAM' then 'UPSTREAM_SUSPENDED'
      -- A call that costs nothing needs no money.
      when why <> 'CREDIT_LIMIT' then 'CUSTOMER_NOT_ACTIVE'
    end;
    select coalesce(jsonb_agg(jsonb_build_object('buyer_path', s.path, 'rate', s.rate, 'connect_fee', 0, 'included', 0,
        'first', split_part(s.cadence, '/', 1)::int, 'step', split_part(s.cadence, '/', 2)::int,
        'grace', coalesce(nullif(split_part(s.cadence, '/', 3), '')::int, 0))), '[]') into legs
      from incoming_sales(digits, p_at) s where s.billing = 'PER_MINUTE';
    if why is null then
      tiers := array(select r.path from reseller r where starts_with(buyer.path, r.path) order by r.path) || buyer.path;
      select l.why, l.longest into why, longest from refused_by_limits(tiers, target.id, null, null, legs, p_at) l;
    end if;
    insert into call (id, path, reseller_id, customer_id, service_id, source, source_key, digest, direction, caller, called, call_type, state,
        started_at, seconds, recorded_at)
      values (v_id, buyer.path, buyer.reseller_id, buyer.id, target.id, p_source, p_key, '', 'IN',
        switch_number(p_caller), digits, 'OTHER', 'LIVE', p_at, 0, p_at)
      on conflict do nothing;
    if found then
      why := coalesce(why, open_live_call(v_id, null, 'DOMESTIC', longest, legs, 0, p_at));
      if why is not null then
        update call set state = 'REFUSED', refusal = why, ended_at = p_at where id = v_id;
      end if;
    end if;
    select c.* into kept from call c where c.source = p_source and c.source_key = p_key;
  end if;
  verdict := case when kept.state = 'LIVE' and kept.ended_at is null then 'ALLOWED' else 'REFUSED' end;
  seconds := case when verdict = 'ALLOWED' then kept.maximum_seconds else 0 end;
  reason := case when verdict = 'REFUSED' then coalesce(kept.refusal, case when kept.id is null then 'UNKNOWN_LINE' else 'CALL_IS_OVER' end) end;
  line := case when verdict = 'ALLOWED' then coalesce(target.parameters ->> 'sipUsername', target.account) end;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return next;
end $$;
