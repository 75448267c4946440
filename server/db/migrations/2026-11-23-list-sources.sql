-- Where lists of restricted parties are fetched from by themselves, and what came of it the last time.
create table "list_source" ("id" uuid not null, "path" text collate "C" not null, "list" text not null, "urls" jsonb not null, "every_hours" int not null, "set_by" text not null, "next_at" timestamptz not null, "claim" uuid null, "claimed_until" timestamptz null, "is_shrink_meant" boolean not null, "tried_at" timestamptz null, "outcome" text null, "taken_at" timestamptz null, "failing_since" timestamptz null, "failure" jsonb null, "validators" jsonb not null, "version_id" uuid null, "version" int not null, primary key ("id"));
create index "list_source_due" on "list_source" ("next_at");
alter table "list_source" add constraint "list_source_list_unique" unique ("list");
alter table "list_source" add constraint "list_source_list_check" check (list in ('OFAC_SDN', 'CSL', 'DPL'));
alter table "list_source" add constraint "list_source_every_hours_check" check (every_hours >= 1 and every_hours <= 720);
alter table "list_source" add constraint "list_source_outcome_check" check (outcome in ('NEW', 'SAME', 'FAILED'));
alter table "list_source" enable row level security;
alter table "list_source" force row level security;
create policy "inside_tier" on "list_source" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "list_source" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
