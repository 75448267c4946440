-- The number that a carrier's call is for: the one in E.164, else the one that a carrier writes exactly so, where one alone does.
create or replace function incoming_number(p_called text) returns text language sql stable as $$
  select coalesce(
    (select number from did where number = '+' || p_called limit 1),
    (select min(number) from number_source where carrier_number = p_called having count(distinct number) = 1))
$$;

-- What a call that comes in on a number costs everybody who has it, from the top down to the customer; nothing where nobody has it.
-- A call is charged by what held when it began.
-- A tier on the way that ordered the number from above pays what it agreed then; one that was simply given it pays nothing.
create or replace function incoming_sales(p_digits text, p_at timestamptz)
returns table (customer_id uuid, path text, seller_path text, depth int, currency text, own_currency text, billing text, rate bigint, cadence text)
language sql stable as $$
  with d as (
    select * from did where number = incoming_number(p_digits) and connected_at <= p_at and (disconnected_at is null or disconnected_at > p_at)
    order by connected_at desc limit 1
  ), leases as (
    select distinct on (l.path) l.* from number_lease l join d on l.number = d.number and starts_with(d.path, l.path)
    where l.ordered_at <= p_at and (l.ended_at is null or l.ended_at > p_at) order by l.path, l.ordered_at desc
  ), way as (
    select d.customer_id, left(d.path, n) as path, n = length(d.path) as is_customer, d.number, d.currency as own_currency
    from d cross join generate_series(1, length(d.path)) n
    where substr(d.path, n, 1) = '.' and n >= coalesce((select min(length(l.path)) from leases l), length(d.path))
  ), terms as (
    select path, billing, rate_per_minute, cadence, past_terms from leases
    union all select path, billing, rate_per_minute, cadence, past_terms from d
  )
  select w.customer_id, w.path, s.path, row_number() over (order by length(w.path))::int,
    case when w.is_customer then w.own_currency else s.currency end, coalesce(b.currency, w.own_currency),
    coalesce(p.billing, t.billing, 'FLAT'), coalesce(p.rate, t.rate_per_minute, 0), coalesce(p.cadence, t.cadence, '60/60')
  from way w
    join reseller s on s.path = regexp_replace(w.path, '[^.]+[.]$', '')
    left join reseller b on b.path = w.path
    left join terms t on t.path = w.path
    left join lateral (
      select x.billing, x.rate, x.cadence from jsonb_to_recordset(t.past_terms) as x(until timestamptz, billing text, rate bigint, cadence text)
      where x.until > p_at order by x.until limit 1
    ) p on true
$$;

-- The customer's part of it, which a switch asks for before it puts such a call through.
create or replace function incoming_terms(p_digits text, p_at timestamptz)
returns table (customer_id uuid, path text, service_id uuid, billing text, rate bigint, cadence text)
language sql stable as $$
  select s.customer_id, s.path, null::uuid, s.billing, s.rate, s.cadence
  from incoming_sales(p_digits, p_at) s order by s.depth desc limit 1
$$;

revoke all on function incoming_number(text), incoming_sales(text, timestamptz), incoming_terms(text, timestamptz) from public;
