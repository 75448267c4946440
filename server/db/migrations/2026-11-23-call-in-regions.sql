-- Where one dials in to meetings: five regions with their numbers, the countries of each, and customers' Meetings sites.
create table "call_in_country" ("id" uuid not null, "path" text collate "C" not null, "country" text not null, "region" text not null, primary key ("id"));
alter table "call_in_country" add constraint "country_in_one_region" unique ("country");
create table "call_in_region" ("id" uuid not null, "path" text collate "C" not null, "key" text not null, "numbers" jsonb not null, "version" int not null default 1, primary key ("id"));
alter table "call_in_region" add constraint "call_in_region_once" unique ("key");
create table "meetings_site" ("id" uuid not null, "path" text collate "C" not null, "customer_id" uuid not null, "url" text not null, "time_zone" text not null, "has_pstn_call_in" boolean not null, "version" int not null default 1, primary key ("id"));
alter table "meetings_site" add constraint "meetings_site_of_customer" unique ("customer_id");
alter table "meetings_site" add constraint "meetings_site_customer_id_foreign" foreign key ("customer_id") references "customer" ("id");
alter table "call_in_country" add constraint "call_in_country_region_check" check (region in ('AMER', 'APAC', 'ANZ', 'EMEA', 'EURO'));
alter table "call_in_region" add constraint "call_in_region_key_check" check (key in ('AMER', 'APAC', 'ANZ', 'EMEA', 'EURO'));
insert into call_in_region (id, path, key, numbers)
  select gen_random_uuid(), 'r1.', key, '[]' from unnest(array['AMER', 'APAC', 'ANZ', 'EMEA', 'EURO']) as key;
insert into call_in_country (id, path, country, region)
  select gen_random_uuid(), 'r1.', country, key from (values
    ('AMER', 'AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI'),
    ('APAC', 'AF BD BN BT CN HK ID IN IO JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK RU SG TH TJ TL TM TW UZ VN'),
    ('ANZ', 'AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS'),
    ('EMEA', 'AD AE AL AM AO AZ BA BF BH BI BJ BV BW BY CD CF CG CI CM CV DJ DZ EG EH ER ET FO GA GB GE GG GH GI GM GN GQ GW IL IM IQ IR JE JO KE KM KW LB LR LS LY MA MC MD ME MG MK ML MR MU MW MZ NA NE NG OM PS QA RE RS RW SA SC SD SH SJ SL SM SN SO SS ST SY SZ TD TF TG TN TR TZ UA UG VA YE YT ZA ZM ZW'),
    ('EURO', 'AT AX BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK')
  ) as region (key, countries) cross join unnest(string_to_array(countries, ' ')) as country;
alter table "call_in_country" enable row level security;
alter table "call_in_country" force row level security;
create policy "inside_tier" on "call_in_country" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "call_in_country" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
create policy "named_customers" on "call_in_country" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
alter table "call_in_region" enable row level security;
alter table "call_in_region" force row level security;
create policy "inside_tier" on "call_in_region" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "offered_to_me" on "call_in_region" for select using (path = any(string_to_array(current_setting('app.anc', true), ' ')));
create policy "named_customers" on "call_in_region" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
alter table "meetings_site" enable row level security;
alter table "meetings_site" force row level security;
create policy "inside_tier" on "meetings_site" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "meetings_site" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
