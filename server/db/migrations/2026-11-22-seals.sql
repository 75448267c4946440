-- The audit trail's hash chains, and what waits to be sealed: at first everything that is there.
create table "audit_seal" ("path" text collate "C" not null, "sequence" bigint not null, "entry_id" uuid not null, "hash" text not null, primary key ("path", "sequence"));
alter table "audit_seal" add constraint "audit_seal_entry" unique ("entry_id");
create table "audit_unsealed" ("id" uuid not null, "path" text collate "C" not null, primary key ("id"));
alter table "audit_seal" enable row level security;
alter table "audit_seal" force row level security;
create policy "inside_tier" on "audit_seal" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "audit_seal" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
alter table "audit_unsealed" enable row level security;
alter table "audit_unsealed" force row level security;
create policy "inside_tier" on "audit_unsealed" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "audit_unsealed" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
select set_config('app.lo', 'r', true), set_config('app.hi', 's', true);
insert into "audit_unsealed" ("id", "path") select "id", "path" from "audit_entry";
