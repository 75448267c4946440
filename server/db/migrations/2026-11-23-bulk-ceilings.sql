-- How many rows of imports may be under way at one connector at once; null: as many as by default. A row's lane is the connectors that
-- its run asks, and an import knows the lanes of its rows, so that a free one is found without looking at those that are held up.
alter table "connector" add column "bulk_rows_at_once" int null;
alter table "connector" add constraint "connector_bulk_rows_at_once_check" check (bulk_rows_at_once >= 1 and bulk_rows_at_once <= 20);
alter table "bulk_import" add column "lanes" text[] not null default '{}';
update "bulk_import" set lanes = '{""}';
alter table "bulk_import" alter column "lanes" drop default;
alter table "bulk_row" add column "lane" text not null default '';
alter table "bulk_row" alter column "lane" drop default;
create index "bulk_row_ready" on "bulk_row" ("import_id", "lane", "number") where state = 'READY';
