-- How much of a charge was given back without taking all of it back.
create table "ledger_return" ("transaction_id" uuid not null, "returned_id" uuid not null, "path" text collate "C" not null, "amount_micros" bigint not null, primary key ("transaction_id", "returned_id"));
create index "ledger_return_of_charge" on "ledger_return" ("returned_id");
alter table "ledger_return" add constraint "ledger_return_amount_micros_check" check (amount_micros > 0);
alter table "ledger_return" enable row level security;
alter table "ledger_return" force row level security;
create policy "inside_tier" on "ledger_return" using (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true)) with check (path >= current_setting('app.lo', true) and path < current_setting('app.hi', true));
create policy "named_customers" on "ledger_return" as restrictive using (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end) with check (case when coalesce(current_setting('app.only', true), '') = '' then true else path !~ '[.]c[0-9]+[.]$' or path = any(string_to_array(current_setting('app.only', true), ' ')) end);
