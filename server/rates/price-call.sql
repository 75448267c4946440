-- What a call costs every tier on its way, for a switch that asks before it puts one through. The same as shared/selling-rate.ts,
-- shared/call-price.ts and call-chain.ts say, to the last place (price-call.test.ts compares them): rates are trillionths of a unit a
-- minute, amounts millionths.

create or replace function half_up(dividend numeric, divisor numeric) returns numeric language sql immutable parallel safe as $$
  select div(2 * dividend + divisor, 2 * divisor)
$$;

create or replace function marked_up(cost numeric, fixed numeric, percent numeric, exchange numeric)
returns numeric language sql immutable parallel safe as $$
  select half_up((cost * exchange + fixed * 1000000000000) * (1000000 + percent), 100000000000000000000) * 100
$$;

create or replace function cadenced_seconds(seconds int, first int, step int, grace int) returns int language sql immutable parallel safe as $$
  select case
    when seconds <= grace or seconds <= 0 then 0
    when seconds <= first then first
    else first + ((seconds - first + step - 1) / step) * step
  end
$$;

create or replace function call_price(
  seconds int, rate numeric, connect_fee numeric, included int, first int, step int, grace int, allowance int
) returns bigint language plpgsql immutable parallel safe as $$
declare
  counted int := cadenced_seconds(seconds, first, step, grace);
  chargeable int := case when counted = 0 then 0 else cadenced_seconds(greatest(0, seconds - included), first, step, grace) end;
  billed int := chargeable - least(greatest(0, allowance), chargeable);
  is_free boolean := counted = 0 or (included = 0 and billed = 0);
begin
  return half_up(rate * billed + case when is_free then 0 else connect_fee end * 60, 60000000);
end $$;

-- How long a call may last that so much money pays for; 0 when not even its first seconds. Null is no end of money.
create or replace function affordable_seconds(
  room bigint, rate numeric, connect_fee numeric, included int, first int, step int, grace int, allowance int, most int
) returns int language plpgsql immutable parallel safe as $$
declare
  paid int := 0;
  unpaid int := most + 1;
  middle int;
begin
  if room is null or call_price(most, rate, connect_fee, included, first, step, grace, allowance) <= room then
    return most;
  end if;
  while unpaid - paid > 1 loop
    middle := (paid + unpaid) / 2;
    if call_price(middle, rate, connect_fee, included, first, step, grace, allowance) <= room then
      paid := middle;
    else
      unpaid := middle;
    end if;
  end loop;
  return case when paid <= grace then 0 else paid end;
end $$;

-- By what everybody on the way buys and sells, from the carrier's price (depth 0, bought by the one who has the deck) down to what the
-- buyer pays. Where it has no price the last row says why. It leaves by the route that is asked for, else by that of who sells to the buyer.
drop function if exists call_chain(text, uuid, uuid, text, timestamptz);
create or replace function call_chain(
  p_seller text, p_customer uuid, p_service uuid, p_digits text, p_at timestamptz, p_route text default null
)
returns table (
  depth int, buyer_path text, seller_path text, currency text, rate numeric, connect_fee numeric, included int, first int, step int,
  grace int, rule text, plan_id uuid, version_id uuid, deck_id uuid, prefix text, destination text, line_type text, problem text, route text
) language plpgsql stable as $$
#variable_conflict use_column
declare
  v_country text := country_of_digits(p_digits);
  sellers reseller[];
  seller reseller;
  deck rate_deck;
  carrier rate;
  plan rate_plan_version;
  plan_versions rate_plan_version[] := '{}';
  assigned uuid;
  top int;
  paid text;
  own numeric;
  exchange numeric;
  bought numeric;
  bought_fee numeric;
  parts int[];
begin
  select array_agg(r order by r.path) into sellers from reseller r where starts_with(p_seller, r.path);
  select d.* into deck from rate_deck d
    where d.path = any(array(select s.path from unnest(sellers) s)) and d.state = 'APPLIED' and d.effective_from <= p_at
    order by length(d.path) desc, d.effective_from desc, d.number desc limit 1;
  if deck.id is null then
    problem := 'NO_DECK';
    return next;
    return;
  end if;
  paid := deck.currency;
  for i in 1 .. cardinality(sellers) loop
    if sellers[i].path = deck.path then top := i; end if;
  end loop;
  for i in top .. cardinality(sellers) loop
    seller := sellers[i];
    select b.plan_id into assigned from rate_plan_buyer b
      where b.path = seller.path and b.effective_from <= p_at and (b.customer_id is null or b.customer_id = p_customer)
        and (b.customer_id is null and b.buyer_id is null
          or b.customer_id is not null and seller.path = p_seller and (b.service_id is null or b.service_id = p_service)
          or b.buyer_id is not null and i < cardinality(sellers) and b.buyer_id = sellers[i + 1].id)
      order by (b.customer_id is null and b.buyer_id is null), (b.service_id is null), b.effective_from desc, b.id desc limit 1;
    plan := null;
    if found then
      select v.* into plan from rate_plan_version v where v.plan_id = assigned and v.effective_from <= p_at
        order by v.effective_from desc, v.id desc limit 1;
    end if;
    if plan.id is null then
      problem := 'NO_PLAN';
    elsif plan.exchange_rate is null and seller.currency <> paid then
      problem := 'NO_EXCHANGE_RATE';
    end if;
    if problem is not null then
      return next;
      return;
    end if;
    paid := seller.currency;
    plan_versions := plan_versions || plan;
  end loop;

  route := coalesce(p_route, case v_country when 'CA' then plan.canada_route else plan.international_route end);
  -- What is only there for the other route is not there.
  select r.* into carrier from rate r
    where r.deck_id = deck.id and r.prefix = any(array(select left(p_digits, n) from generate_series(1, least(length(p_digits), 15)) n))
      and (r.route = 'ANY' or r.route = call_chain.route)
    order by length(r.prefix) desc, r.route = 'ANY' limit 1;
  if carrier.id is null or carrier.is_blocked then
    problem := case when carrier.id is null then 'UNKNOWN_PREFIX' else 'BLOCKED' end;
    prefix := carrier.prefix;
    destination := carrier.destination;
    line_type := carrier.line_type;
    return next;
    return;
  end if;

  depth := 0;
  buyer_path := deck.path;
  seller_path := '';
  currency := deck.currency;
  rate := carrier.rate_per_minute;
  connect_fee := carrier.connect_fee;
  included := carrier.included_seconds;
  first := carrier.first_seconds;
  step := carrier.step_seconds;
  grace := carrier.grace_seconds;
  rule := 'MARKUP';
  deck_id := deck.id;
  prefix := carrier.prefix;
  destination := carrier.destination;
  line_type := carrier.line_type;
  return next;
  for i in top .. cardinality(sellers) loop
    seller := sellers[i];
    plan := plan_versions[i - top + 1];
    depth := depth + 1;
    seller_path := seller.path;
    buyer_path := case when i < cardinality(sellers) then sellers[i + 1].path end;
    currency := seller.currency;
    exchange := coalesce(plan.exchange_rate::numeric, 1) * 1000000000000;
    select o.scope, trunc(o."ratePerMinute"::numeric * 1000000000000) into rule, own
      from jsonb_to_recordset(plan.overrides) as o(scope text, target text, "ratePerMinute" text)
      where o.scope = 'PREFIX' and starts_with(p_digits, o.target) or o.scope = 'COUNTRY' and o.target = v_country
        or o.scope = 'US_CANADA' and v_country in ('US', 'CA')
      order by array_position(array['PREFIX', 'COUNTRY', 'US_CANADA'], o.scope), length(o.target) desc limit 1;
    if not found then
      rule := 'MARKUP';
      own := marked_up(rate, plan.markup_fixed, plan.markup_percent, exchange);
    end if;
    bought := case when plan.exchange_rate is null then rate else marked_up(rate, 0, 0, exchange) end;
    bought_fee := case when plan.exchange_rate is null then connect_fee else marked_up(connect_fee, 0, 0, exchange) end;
    rate := own;
    connect_fee := marked_up(connect_fee, 0, plan.markup_percent, exchange);
    -- As keptRateMax of shared/rate.ts.
    if greatest(bought, bought_fee, rate, connect_fee) > 9223372036854775807 then
      problem := 'PRICE_TOO_HIGH';
      return next;
      return;
    end if;
    if plan.cadence is not null then
      parts := string_to_array(plan.cadence, '/')::int[];
      first := parts[1];
      step := parts[2];
      grace := coalesce(parts[3], 0);
    end if;
    plan_id := plan.plan_id;
    version_id := plan.id;
    deck_id := null;
    return next;
  end loop;
end $$;
