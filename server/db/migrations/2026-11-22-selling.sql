-- U24: which offerings of the tiers above a reseller, and all below it, may sell.
alter table "reseller" add "sells_all" boolean not null default true;
create index "reseller_limited_in_sales" on "reseller" ("path") where not sells_all;
create table "sellable_offering" ("id" uuid not null, "path" text collate "C" not null, "reseller_id" uuid not null, "offering_id" uuid not null, primary key ("id"));
alter table "sellable_offering" add constraint "sellable_offering_once" unique ("offering_id", "path");
create index "sellable_offering_of_reseller" on "sellable_offering" ("reseller_id");
alter table "sellable_offering" add constraint "sellable_offering_reseller_id_foreign" foreign key ("reseller_id") references "reseller" ("id");
alter table "sellable_offering" add constraint "sellable_offering_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on delete cascade;
alter table "sellable_offering" enable row level security;
alter table "sellable_offering" force row level security;
create policy "inside_tier" on "sellable_offering" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "sellable_offering" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
create policy "named_customers" on "sellable_offering" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
drop policy "offered_to_me" on "offering";
create policy "offered_to_me" on "offering" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')) and case when cardinality(array(select limited.path from reseller limited where limited.path = any(string_to_array(current_setting('app.anc', true), ' ')) and not limited.sells_all)) = 0 then true else
    (select count(*) from unnest(array(select limited.path from reseller limited where limited.path = any(string_to_array(current_setting('app.anc', true), ' ')) and not limited.sells_all)) below(path) where below.path > offering.path) =
    (select count(*) from sellable_offering let where let.offering_id = offering.id and let.path > offering.path and let.path = any(array(select limited.path from reseller limited where limited.path = any(string_to_array(current_setting('app.anc', true), ' ')) and not limited.sells_all)))
    end);
