-- Whoever was there before has an account too: a customer with its reseller, a reseller with its parent.
select set_config('app.lo', 'r', true), set_config('app.hi', 's', true);
insert into ledger_account (id, path, kind, currency, parts, opened_at)
  select gen_random_uuid(), b.path, 'BILLING', s.currency, 1, b.created_at
  from (select path, reseller_id as seller_id, created_at from customer union all select path, parent_id, created_at from reseller) b
    join reseller s on s.id = b.seller_id
  on conflict do nothing;
insert into ledger_balance (account_id, part, path, balance_micros, held_micros, entries)
  select id, 0, path, 0, 0, 0 from ledger_account where kind = 'BILLING' on conflict do nothing;
