-- What a balance brings about, in the commit that moves it: whoever posts, and whatever for.

create or replace function seller_path_of(p_path text) returns text language sql immutable as $$
  select regexp_replace(p_path, '[^.]+[.]$', '')
$$;

-- At or below it a strict account is at its end, as its seller says.
create or replace function ends_at(p_path text) returns bigint language sql stable as $$
  select coalesce((select d.suspend_micros from dunning d where d.path = seller_path_of(p_path)), 0)
$$;

-- Below which balances something follows for an account, and what: the first below a mark is past it. Who sells to others is warned
-- three times, because all below them would be held up (U30).
create or replace function marks_of(p_account uuid) returns table (kind text, mark bigint) language sql stable as $$
  select m.kind, m.mark
  from ledger_account a left join dunning d on d.path = seller_path_of(a.path) left join auto_recharge r on r.account_id = a.id
    cross join lateral (values
      ('SUSPENDED', case when a.credit_policy = 'STRICT' then ends_at(a.path) + 1 end),
      ('LOW', a.low_balance_micros),
      ('RECHARGE', r.threshold_micros),
      ('WARNED', case when a.payment_mode = 'PREPAID' then d.warn_micros end),
      ('WARNED', case when a.payment_mode = 'PREPAID' and a.path !~ '[.]c[0-9]+[.]$' then d.warn_micros / 2 end),
      ('WARNED', case when a.payment_mode = 'PREPAID' and a.path !~ '[.]c[0-9]+[.]$' then d.warn_micros / 10 end),
      ('TERMINATED', case when a.payment_mode = 'PREPAID' then d.terminate_micros + 1 end),
      ('NEAR_LIMIT', case when a.credit_policy is null and a.credit_limit_micros > 0 then 1 - a.credit_limit_micros / 5 * 4 end),
      ('LIMIT_REACHED', case when a.credit_policy is null and a.credit_limit_micros > 0 then 1 - a.credit_limit_micros end)
    ) m(kind, mark)
  where a.id = p_account and a.kind = 'BILLING' and m.mark is not null
$$;

-- A customer whose account is strict is suspended for its balance as long as nothing is left, and for nothing else than that (V9, X4).
create or replace function follow_balance(p_account uuid) returns void language plpgsql as $$
begin
  update customer c set
      suspension_reasons = n.reasons,
      state = case when c.state in ('ACTIVE', 'SUSPENDED') then case cardinality(n.reasons) when 0 then 'ACTIVE' else 'SUSPENDED' end else c.state end,
      version = c.version + 1
    from (
      select e.id, case when e.has_ended then e.reasons || 'BALANCE'::text else array_remove(e.reasons, 'BALANCE') end as reasons
      from (
        select k.id, k.suspension_reasons as reasons,
          coalesce(a.credit_policy, '') = 'STRICT' and b.balance_micros <= ends_at(a.path) as has_ended
        from ledger_account a join ledger_balance b on b.account_id = a.id and b.part = 0
          join customer k on k.path = a.path and k.state <> 'ARCHIVED'
        where a.id = p_account and a.kind = 'BILLING'
      ) e
      where e.has_ended <> ('BALANCE' = any(e.reasons))
    ) n
    where c.id = n.id;
end $$;

-- Who is to hear of it is told later, of each mark once until the balance has come back to it (VX4).
create or replace function follow_mark() returns trigger language plpgsql as $$
begin
  perform follow_balance(new.account_id);
  insert into account_notice (id, path, account_id, kind, mark_micros, balance_micros, at)
    select gen_random_uuid(), new.path, new.account_id, case when new.balance_micros < m.mark then m.kind else 'RESTORED' end, m.mark,
      new.balance_micros,
      coalesce((select p.at from posting p where p.account_id = new.account_id and p.part = new.part order by p.entry desc limit 1), clock_timestamp())
    from marks_of(new.account_id) m
    where (new.balance_micros < m.mark and old.balance_micros >= m.mark)
      or (m.kind = 'SUSPENDED' and new.balance_micros >= m.mark and old.balance_micros < m.mark);
  return null;
end $$;
create or replace trigger follow_mark after update on ledger_balance
  for each row when (old.balance_micros <> new.balance_micros
    and width_bucket(old.balance_micros, new.marks) <> width_bucket(new.balance_micros, new.marks))
  execute function follow_mark();

-- What was agreed or said anew counts at once.
create or replace function review_account(p_account uuid) returns void language plpgsql as $$
declare
  v_marks bigint[] := array(select distinct m.mark from marks_of(p_account) m order by m.mark);
begin
  update ledger_balance set marks = v_marks where account_id = p_account and part = 0 and marks <> v_marks;
  perform follow_balance(p_account);
end $$;

create or replace function follow_terms() returns trigger language plpgsql as $$
begin
  perform review_account(new.id);
  return null;
end $$;
create or replace trigger follow_terms after update of payment_mode, credit_policy, credit_limit_micros, low_balance_micros on ledger_account
  for each row when (row(old.payment_mode, old.credit_policy, old.credit_limit_micros, old.low_balance_micros)
    is distinct from row(new.payment_mode, new.credit_policy, new.credit_limit_micros, new.low_balance_micros))
  execute function follow_terms();

-- Of all that its seller sells to: as the owner, because nobody else writes balances. A new account is looked at when it has terms.
create or replace function follow_dunning() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  perform review_account(a.id) from ledger_account a
    where a.kind = 'BILLING' and a.path > new.path and a.path < left(new.path, -1) || '/' and seller_path_of(a.path) = new.path;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return null;
end $$;
create or replace trigger follow_dunning after insert or update of warn_micros, suspend_micros, terminate_micros on dunning
  for each row execute function follow_dunning();

-- An automatic top-up begins and ends with its row.
create or replace function follow_recharge() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  perform review_account(coalesce(new.account_id, old.account_id));
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return null;
end $$;
create or replace trigger follow_recharge after insert or update of threshold_micros or delete on auto_recharge
  for each row execute function follow_recharge();

create or replace function follow_new_account() returns trigger language plpgsql as $$
begin
  update ledger_balance b set marks = array(select distinct m.mark from marks_of(b.account_id) m order by m.mark)
    from added n
    where n.account_id = b.account_id and b.part = n.part and n.part = 0
      and exists (select from dunning d where d.path = seller_path_of(n.path));
  return null;
end $$;
create or replace trigger follow_new_account after insert on ledger_balance
  referencing new table as added for each statement execute function follow_new_account();

-- Whether anybody above a place has nothing left to buy with, which holds up all below (X5).
create or replace function is_short_above(p_path text) returns boolean language sql stable as $$
  select exists (
    select from ledger_account u join ledger_balance t on t.account_id = u.id and t.part = 0
    where u.path = any(array(select left(p_path, n) from generate_series(1, length(p_path) - 1) n where substr(p_path, n, 1) = '.')) and u.kind = 'BILLING'
      and (t.balance_micros + u.credit_limit_micros <= 0 or u.credit_policy = 'STRICT' and t.balance_micros <= ends_at(u.path)))
$$;

-- Whether whoever is at a place may spend now, and how much of their own; no available amount: there is no end to it. What holds
-- them up is told, of those above no more than that it is they (X5).
create or replace function account_standing(p_path text)
returns table (may_spend boolean, reason text, available_micros bigint, currency text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  if not tier_admits(p_path, lo, hi, named) then
    return;
  end if;
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  return query
    select f.reason is null, f.reason, f.available, f.currency
    from (
      select a.currency, b.balance_micros - b.held_micros + a.credit_limit_micros as available, case
        when c.state = 'SUSPENDED' then c.suspension_reasons[1]
        when c.state in ('DEACTIVATING', 'DEACTIVATED') then 'ACCOUNT_DEACTIVATED'
        when c.state <> 'ACTIVE' then 'NOT_ACTIVE'
        when a.credit_policy = 'STRICT' and b.balance_micros <= ends_at(a.path) then 'BALANCE'
        when is_short_above(p_path) then 'UPSTREAM'
        when b.balance_micros - b.held_micros + a.credit_limit_micros <= 0 then case a.credit_policy when 'STRICT' then 'BALANCE' else 'CREDIT_LIMIT' end
      end as reason
      from ledger_account a join ledger_balance b on b.account_id = a.id and b.part = 0
        left join customer c on c.path = a.path
      where a.path = p_path and a.kind = 'BILLING'
    ) f;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
end $$;
revoke all on function account_standing(text) from public;
