-- Whoever buys has an account with whoever sells to them, from the beginning: a customer with its reseller, a reseller with its parent,
-- in the seller's currency. As the owner of the tables, because nobody else writes accounts, and for what was just added alone.
create or replace function open_customer_accounts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  with opened as (
    insert into ledger_account (id, path, kind, currency, parts, opened_at, payment_mode, credit_policy, credit_limit_micros)
      select gen_random_uuid(), a.path, 'BILLING', s.currency, 1, a.created_at, 'PREPAID', 'PERMISSIVE', null from added a join reseller s on s.id = a.reseller_id
      on conflict do nothing returning id, path)
  insert into ledger_balance (account_id, part, path, balance_micros, held_micros, entries) select id, 0, path, 0, 0, 0 from opened;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return null;
end $$;
create or replace trigger open_customer_accounts after insert on customer
  referencing new table as added for each statement execute function open_customer_accounts();

create or replace function open_reseller_accounts() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  with opened as (
    insert into ledger_account (id, path, kind, currency, parts, opened_at, payment_mode, credit_policy, credit_limit_micros)
      select gen_random_uuid(), a.path, 'BILLING', s.currency, 1, a.created_at, 'PREPAID', 'PERMISSIVE', null from added a join reseller s on s.id = a.parent_id
      on conflict do nothing returning id, path)
  insert into ledger_balance (account_id, part, path, balance_micros, held_micros, entries) select id, 0, path, 0, 0, 0 from opened;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return null;
end $$;
create or replace trigger open_reseller_accounts after insert on reseller
  referencing new table as added for each statement execute function open_reseller_accounts();
