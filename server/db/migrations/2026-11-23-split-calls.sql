-- By what a call was priced from second to second, where prices changed while it was talked.
create table "call_leg_part" ("call_id" uuid not null, "path" text collate "C" not null, "from_second" int not null, "rate" bigint not null, "cadence" text not null, "free_seconds" int not null, "billed_seconds" int not null, "plan_id" uuid null, "version_id" uuid null, "deck_id" uuid null, "rule" text not null, primary key ("call_id", "path", "from_second"));
alter table "call_leg_part" add constraint "call_leg_part_from_second_check" check (from_second >= 0);
alter table "call_leg_part" add constraint "call_leg_part_free_seconds_check" check (free_seconds >= 0);
alter table "call_leg_part" add constraint "call_leg_part_billed_seconds_check" check (billed_seconds >= 0);
alter table "call_leg_part" add constraint "call_leg_part_rule_check" check (rule in ('MARKUP', 'PREFIX', 'COUNTRY', 'US_CANADA', 'DID', 'ON_NET'));
alter table "call_leg_part" enable row level security;
alter table "call_leg_part" force row level security;
create policy "inside_tier" on "call_leg_part" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "call_leg_part" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
