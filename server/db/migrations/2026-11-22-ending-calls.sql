-- Calls that a person ends, and when a switch asked last.
alter table "live_call" add column "ending_at" timestamptz null;
create table "call_switch" ("source" text collate "C" not null, "path" text collate "C" not null, "asked_at" timestamptz not null, primary key ("source"));
alter table "call_switch" enable row level security;
alter table "call_switch" force row level security;
create policy "inside_tier" on "call_switch" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "call_switch" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
