-- Numbers that customers have for fees of their own.
create table "did" ("id" uuid not null, "path" text collate "C" not null, "item_id" uuid not null, "customer_id" uuid not null, "number" text not null, "currency" text not null, "setup_micros" bigint not null, "monthly_micros" bigint not null, "connected_at" timestamptz not null, "connected_by" text not null, "disconnected_at" timestamptz null, "version" int not null default 1, primary key ("id"));
create unique index "did_once" on "did" ("item_id") where disconnected_at is null;
create index "did_customer" on "did" ("customer_id", "connected_at");
alter table "did" add constraint "did_item_id_foreign" foreign key ("item_id") references "inventory_item" ("id");
alter table "did" add constraint "did_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");
alter table "did" add constraint "did_setup_micros_check" check (setup_micros >= 0);
alter table "did" add constraint "did_monthly_micros_check" check (monthly_micros >= 0);
alter table "did" enable row level security;
alter table "did" force row level security;
create policy "inside_tier" on "did" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "did" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
