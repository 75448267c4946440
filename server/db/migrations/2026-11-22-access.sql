-- Passwords that were made for somebody, and the e-mail domains of a customer.
alter table "credential" add "must_change" boolean not null default false;
create table "customer_domain" ("id" uuid not null, "path" text collate "C" not null, "customer_id" uuid not null, "reseller_id" uuid not null, "domain" text not null, primary key ("id"));
alter table "customer_domain" add constraint "domain_in_reseller" unique ("reseller_id", "domain");
create index "customer_domain_of_customer" on "customer_domain" ("customer_id");
alter table "customer_domain" add constraint "customer_domain_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");
alter table "customer_domain" add constraint "customer_domain_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");
alter table "customer_domain" enable row level security;
alter table "customer_domain" force row level security;
create policy "inside_tier" on "customer_domain" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "customer_domain" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
