-- A price list can be for a reseller's customers instead of resellers below.
alter table "price_list_buyer" add column "for_customers" boolean not null default false;
