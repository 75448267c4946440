-- Where a number comes from and how its carrier writes it: known to who registered it, and to those above.
create table "number_source" ("id" uuid not null, "path" text collate "C" not null, "item_id" uuid not null, "number" text not null, "carrier_number" text not null, "supplier" text not null, "kind" text not null, "registered_at" timestamptz not null, primary key ("id"));
create index "number_source_item" on "number_source" ("item_id");
create index "number_source_carrier" on "number_source" ("carrier_number");
alter table "number_source" add constraint "number_source_item_id_foreign" foreign key ("item_id") references "inventory_item" ("id");
alter table "number_source" add constraint "number_source_kind_check" check (kind in ('SIMPLE', 'TOLL_FREE'));
alter table "number_source" enable row level security;
alter table "number_source" force row level security;
create policy "inside_tier" on "number_source" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "number_source" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
