-- The tokens of all resellers below one, in one order: a tier with hundreds of them no longer asks each.
alter table "customer_token" add column "above" text collate "C" null generated always as (regexp_replace(path, '[^.]+[.]$', '')) stored;
create index "customer_token_below" on "customer_token" ("above", "token", "path", "number");
-- A number within a tier is then one range too.
drop index "customer_by_number";
create index "customer_by_number" on "customer" ("number", "path");
