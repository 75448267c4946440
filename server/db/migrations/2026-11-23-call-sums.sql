-- What calls came to, by quarters of an hour, for all that there are.
create table "call_sum" ("id" uuid not null, "path" text collate "C" not null, "buyer_path" text collate "C" not null, "quarter" timestamptz not null, "direction" text not null, "call_type" text not null, "currency" text not null, "calls" bigint not null, "seconds" bigint not null, "cadenced_seconds" bigint not null, "free_seconds" bigint not null, "billed_seconds" bigint not null, "charge_micros" bigint not null, "cost_micros" bigint not null, "is_folded" boolean not null, primary key ("id"));
alter table "call_sum" add constraint "call_sum_direction_check" check (direction in ('OUT', 'IN'));
alter table "call_sum" add constraint "call_sum_call_type_check" check (call_type in ('MOBILE', 'FIXED', 'OTHER'));
alter table "call_sum" enable row level security;
alter table "call_sum" force row level security;
create policy "inside_tier" on "call_sum" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "call_sum" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else buyer_path is null or buyer_path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else buyer_path is null or buyer_path = any(string_to_array(current_setting('app.only', true), ' ')) end);

select set_config('app.lo', 'r', true), set_config('app.hi', 's', true);
insert into call_sum (id, path, buyer_path, quarter, direction, call_type, currency, calls, seconds, cadenced_seconds, free_seconds,
  billed_seconds, charge_micros, cost_micros, is_folded)
select gen_random_uuid(), s.path, coalesce(s.buyer_path, ''), s.quarter, s.direction, s.call_type, s.currency, sum(s.calls),
  sum(s.seconds), sum(s.cadenced), sum(s.free), sum(s.billed), sum(s.charge), sum(s.cost), true
from (
  select l.seller_path as path, l.path as buyer_path, date_bin('15 minutes', l.started_at, 'epoch') as quarter, c.direction,
    c.call_type, l.currency, case when c.corrects_id is null then 1 else 0 end as calls, c.seconds, l.cadenced_seconds as cadenced,
    l.free_seconds as free, l.billed_seconds as billed, l.amount_micros as charge, 0 as cost
  from call_leg l join call c on c.id = l.call_id where l.seller_path <> ''
  union all
  select l.path, case when starts_with(c.path, l.path)
      then l.path || split_part(substr(c.path, length(l.path) + 1), '.', 1) || '.' else l.path end,
    date_bin('15 minutes', l.started_at, 'epoch'), c.direction, c.call_type, l.own_currency, 0, 0, 0, 0, 0, 0, l.own_micros
  from call_leg l join call c on c.id = l.call_id where l.path <> c.path
) s
group by grouping sets (
  (s.path, s.quarter, s.direction, s.call_type, s.currency, s.buyer_path), (s.path, s.quarter, s.direction, s.call_type, s.currency));
create index "call_sum_of_buyer" on "call_sum" ("path", "buyer_path", "quarter");
create index "call_sum_loose" on "call_sum" ("id") where not is_folded;
