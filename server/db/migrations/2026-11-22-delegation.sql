-- What a reseller lets the people of its customers do, and as whom the holder of a session acts.
create table "delegation" ("id" uuid not null, "path" text collate "C" not null, "customer_id" uuid not null, "permissions" text[] not null, primary key ("id"));
alter table "delegation" add constraint "delegation_customer_id_unique" unique ("customer_id");
alter table "delegation" add constraint "delegation_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");
alter table "delegation" enable row level security;
alter table "delegation" force row level security;
create policy "inside_tier" on "delegation" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "delegation" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
alter table "session" add "acting_as_id" uuid null, add "acting_mode" text null, add "acting_reason" text null, add "acting_until" timestamptz null;
alter table "session" add constraint "session_acting_mode_check" check (acting_mode in ('READ', 'ACT'));
alter table "session" add constraint "session_acting_as_id_foreign" foreign key ("acting_as_id") references "app_user" ("id") on delete set null;
