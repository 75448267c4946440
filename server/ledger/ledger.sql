-- What keeps the ledger whatever is written to it, and by whom: balanced, sealed, never changed, and its balances drawn up with it.

create or replace function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger is only added to (% of %).', lower(tg_op), tg_table_name using errcode = 'restrict_violation';
end $$;

-- A move of a reseller says anew where rows lie (`path`), and nothing of what they say.
create or replace trigger keep_account before update of id, kind, currency, parts or delete or truncate on ledger_account
  for each statement execute function refuse_ledger_change();
create or replace trigger keep_balance before delete or truncate on ledger_balance
  for each statement execute function refuse_ledger_change();
create or replace trigger keep_transaction
  before update of id, kind, reference, digest, reverses, lines, at, description, note, actor_id, actor or delete or truncate on ledger_transaction
  for each statement execute function refuse_ledger_change();
create or replace trigger keep_posting
  before update of transaction_id, line, account_id, part, entry, currency, amount_micros, balance_micros, at or delete or truncate on posting
  for each statement execute function refuse_ledger_change();
create or replace trigger keep_return before update of transaction_id, returned_id, amount_micros or delete or truncate on ledger_return
  for each statement execute function refuse_ledger_change();
create or replace trigger keep_hold
  before update of id, account_id, kind, reference, amount_micros, opened_at, expires_at or delete or truncate on credit_hold
  for each statement execute function refuse_ledger_change();

create or replace function refuse_second_end() returns trigger language plpgsql as $$
begin
  raise exception 'A hold ends once.' using errcode = 'check_violation';
end $$;
create or replace trigger end_hold_once before update of state on credit_hold
  for each row when (old.state <> 'OPEN' and new.state <> old.state) execute function refuse_second_end();

-- Every transaction, as it is committed: all of its postings are there, on accounts of its tier or of those above, and come to nothing
-- in each currency. As the owner and in the root tier, because whoever posts need not see the other side.
create or replace function check_balanced() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  -- Calls are settled in the root tier, thousands at a time: its path is one label. Who sees less counts fewer lines, and is refused.
  is_narrow boolean := named <> '' or lo = '' or strpos(lo, '.') <> length(lo);
  line_count bigint;
  is_balanced boolean;
  lies_there boolean;
  is_mixed boolean;
begin
  if is_narrow then
    perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  end if;
  select count(*), sum(amount_micros) = 0, bool_and(starts_with(new.path, path)), min(currency) <> max(currency)
    into line_count, is_balanced, lies_there, is_mixed from posting where transaction_id = new.id;
  if is_mixed then -- each currency on its own, and nearly all are in one
    select bool_and(amount = 0) into is_balanced
      from (select sum(amount_micros) as amount from posting where transaction_id = new.id group by currency) by_currency;
  end if;
  if is_narrow then
    perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  end if;
  if line_count is distinct from new.lines or not is_balanced then
    raise exception 'The transaction % is not balanced.', new.id using errcode = 'check_violation';
  end if;
  if not lies_there then
    raise exception 'The transaction % is on an account beside or below its tier.', new.id using errcode = 'check_violation';
  end if;
  return null;
end $$;
do $$ begin
  if not exists (select from pg_trigger where tgname = 'transaction_balanced') then
    create constraint trigger transaction_balanced after insert on ledger_transaction
      deferrable initially deferred for each row execute function check_balanced();
  end if;
end $$;

-- Nothing is added to a transaction that has all of its postings, and each posting is on an account in its currency. The balances
-- follow in the same statement, each row once however many postings there are.
create or replace function count_postings() returns trigger language plpgsql
-- As in post_ledger; the rows of the balances are found one by one, in the order in which they are locked.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  counted bigint;
begin
  if exists (
    select from (select transaction_id, max(line) as line from added group by transaction_id) p
      left join lateral (select x.lines from ledger_transaction x where x.id = p.transaction_id offset 0) t on true
    where t.lines is null or p.line > t.lines
  ) or exists (
    select from (select distinct account_id, path, currency from added) p
      left join lateral (select x.path, x.currency from ledger_account x where x.id = p.account_id offset 0) a on true
    where a.currency is distinct from p.currency or a.path is distinct from p.path
  ) then
    raise exception 'Nothing can be posted there: the transaction is sealed, or the account is another.' using errcode = 'check_violation';
  end if;
  update ledger_balance b set balance_micros = b.balance_micros + n.amount, entries = b.entries + n.entries
    from (
      select p.amount, p.entries, x.ctid as place
      from (
          select account_id, part, sum(amount_micros) as amount, count(*) as entries from added group by account_id, part order by account_id, part) p
        cross join lateral (select ctid from ledger_balance where account_id = p.account_id and part = p.part for update) x
    ) n
    where b.ctid = n.place;
  get diagnostics counted = row_count;
  if counted <> (select count(*) from (select from added group by account_id, part) p) then
    raise exception 'An account has no such part.' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create or replace trigger count_postings after insert on posting
  referencing new table as added for each statement execute function count_postings();

create or replace function count_holds() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    update ledger_balance b set held_micros = b.held_micros + n.amount
      from (select account_id, sum(amount_micros) as amount from after where state = 'OPEN' group by account_id) n
      where b.account_id = n.account_id and b.part = 0;
  else
    update ledger_balance b set held_micros = b.held_micros - n.amount
      from (select o.account_id, sum(o.amount_micros) as amount from before o join after n on n.id = o.id
            where o.state = 'OPEN' and n.state <> 'OPEN' group by o.account_id) n
      where b.account_id = n.account_id and b.part = 0;
  end if;
  return null;
end $$;
create or replace trigger count_new_holds after insert on credit_hold
  referencing new table as after for each statement execute function count_holds();
create or replace trigger count_ended_holds after update on credit_hold
  referencing old table as before new table as after for each statement execute function count_holds();
