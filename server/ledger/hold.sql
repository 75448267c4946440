-- Money is set aside through the same door, under the same lock of the account.

create or replace function hold_credit(p_hold jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked credit_hold := jsonb_populate_record(null::credit_hold, p_hold);
  kept credit_hold;
  place text;
  room bigint;
begin
  -- Behind the caller's own policies: what they do not see they can set nothing aside of.
  select path into place from ledger_account where id = asked.account_id and parts = 1;
  if place is null then
    raise exception 'No such account.' using errcode = 'insufficient_privilege';
  end if;
  perform from ledger_balance where account_id = asked.account_id and part = 0 for update;
  update credit_hold set state = 'EXPIRED', ended_at = asked.opened_at
    where account_id = asked.account_id and state = 'OPEN' and expires_at <= asked.opened_at;
  select * into kept from credit_hold where kind = asked.kind and reference = asked.reference;
  if kept.id is not null then
    return jsonb_build_object('id', kept.id, 'outcome', case
      when kept.account_id = asked.account_id and kept.amount_micros = asked.amount_micros then 'REPEATED' else 'MISMATCH' end);
  end if;
  select b.balance_micros - b.held_micros + a.credit_limit_micros into room
    from ledger_balance b join ledger_account a on a.id = b.account_id where b.account_id = asked.account_id and b.part = 0;
  if room < asked.amount_micros then
    return jsonb_build_object('id', null, 'outcome', 'SHORT');
  end if;
  insert into credit_hold (id, path, account_id, kind, reference, amount_micros, state, opened_at, expires_at)
    values (asked.id, place, asked.account_id, asked.kind, asked.reference, asked.amount_micros, 'OPEN', asked.opened_at, asked.expires_at)
    on conflict do nothing;
  return jsonb_build_object('id', asked.id, 'outcome', case when found then 'HELD' else 'MISMATCH' end);
end $$;
revoke all on function hold_credit(jsonb) from public;

-- Answers whether it was open.
create or replace function release_hold(p_id uuid, p_at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  account uuid := (select account_id from credit_hold where id = p_id);
begin
  perform from ledger_balance where account_id = account and part = 0 for update;
  update credit_hold set state = case when expires_at <= p_at then 'EXPIRED' else 'RELEASED' end, ended_at = p_at
    where id = p_id and state = 'OPEN';
  return found;
end $$;
revoke all on function release_hold(uuid, timestamptz) from public;

-- So many accounts at a time; those that somebody is posting to see to it themselves.
create or replace function expire_holds(p_at timestamptz, p_accounts int) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  due uuid[];
  expired int;
begin
  select array_agg(account_id) into due from (
    select b.account_id from ledger_balance b
    where b.part = 0 and b.account_id in (
      select account_id from credit_hold where state = 'OPEN' and expires_at <= p_at order by expires_at limit p_accounts)
    order by b.account_id for update skip locked) locked;
  update credit_hold set state = 'EXPIRED', ended_at = p_at where account_id = any(due) and state = 'OPEN' and expires_at <= p_at;
  get diagnostics expired = row_count;
  return expired;
end $$;
revoke all on function expire_holds(timestamptz, int) from public;
