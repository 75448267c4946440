-- What a buyer's account is agreed to be: said by those above it alone, whoever they let do it.
create or replace function set_account_terms(
  p_id uuid, p_mode text, p_policy text, p_limit bigint, p_cycle_day int, p_due_day int, p_low bigint, p_email text)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  -- Behind the caller's own policies: what they do not see they say nothing of, and nobody gives credit to themselves.
  perform from ledger_account where id = p_id and kind = 'BILLING' and path <> lo;
  if not found then
    raise exception 'The terms of an account are for whoever sells to it.' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  perform from ledger_balance where account_id = p_id and part = 0 for update;
  update ledger_account set payment_mode = p_mode, credit_policy = p_policy, credit_limit_micros = p_limit,
    cycle_day = p_cycle_day, due_day = p_due_day, low_balance_micros = p_low, low_balance_email = p_email where id = p_id;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
end $$;
revoke all on function set_account_terms(uuid, text, text, bigint, int, int, bigint, text) from public;
