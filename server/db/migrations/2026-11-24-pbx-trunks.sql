-- The way to a customer's PBX, its passwords sealed.
create table "pbx_trunk" ("id" uuid not null, "path" text collate "C" not null, "customer_id" uuid not null, "ip_address" text not null, "sip_port" int not null, "transport" text not null, "description" text not null, "users" int null, "pbx_user" text not null, "gateway_user" text not null, "sealed_pbx_password" text null, "sealed_gateway_password" text null, "answer" jsonb null, "asked_at" timestamptz null, "created_at" timestamptz not null, "version" int not null, primary key ("id"));
create index "pbx_trunk_path" on "pbx_trunk" ("path", "id");
alter table "pbx_trunk" add constraint "pbx_trunk_once" unique ("customer_id");
alter table "pbx_trunk" add constraint "pbx_trunk_sip_port_check" check (sip_port >= 1 and sip_port <= 65535);
alter table "pbx_trunk" add constraint "pbx_trunk_transport_check" check (transport in ('TCP', 'UDP', 'TLS'));
alter table "pbx_trunk" add constraint "pbx_trunk_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");
alter table "pbx_trunk" enable row level security;
alter table "pbx_trunk" force row level security;
create policy "inside_tier" on "pbx_trunk" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "pbx_trunk" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
