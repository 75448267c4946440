-- The one door to the ledger. It runs as the owner of the tables, because the application may write none of them, and because the
-- other side of a transaction lies with the seller, above whoever may be buying. So it looks itself at what its caller may do.

-- Whether a caller with these settings sees what lies at a place.
create or replace function tier_admits(place text, lo text, hi text, named text) returns boolean language sql immutable as $$
  select coalesce(
    lo <> '' and place collate "C" >= lo and place collate "C" < hi
      and (named = '' or place !~ '[.]c[0-9]+[.]$' or place = any(string_to_array(named, ' '))), false)
$$;

-- A tier's account of a kind, opened where it is not there yet: in the caller's tier, or with one of those above who sell to it.
create or replace function open_ledger_account(p_id uuid, p_path text, p_kind text, p_currency text, p_parts int, p_at timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  v_id uuid;
begin
  if not (tier_admits(p_path, lo, hi, named) or lo <> '' and starts_with(lo, p_path)) then
    raise exception 'No account is opened at %.', p_path using errcode = 'insufficient_privilege';
  end if;
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  select id into v_id from ledger_account where path = p_path and kind = p_kind and currency = p_currency;
  if v_id is null then
    insert into ledger_account (id, path, kind, currency, parts, opened_at, payment_mode, credit_policy)
      values (p_id, p_path, p_kind, p_currency, p_parts, p_at,
        case p_kind when 'BILLING' then 'PREPAID' end, case p_kind when 'BILLING' then 'STRICT' end) on conflict do nothing;
    if found then
      insert into ledger_balance (account_id, part, path, balance_micros, held_micros, entries)
        select p_id, part, p_path, 0, 0, 0 from generate_series(0, p_parts - 1) part;
    end if;
    select id into strict v_id from ledger_account where path = p_path and kind = p_kind and currency = p_currency;
  end if;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return v_id;
end $$;

-- Whether a transaction of that place can be taken back: it is no reversal itself, and its accounts still lie there or above.
create or replace function is_reversible(p_id uuid, p_path text) returns boolean language sql stable as $$
  select exists (select from ledger_transaction where id = p_id and path = p_path and reverses is null)
    and not exists (
      select from posting p join ledger_account a on a.id = p.account_id
      where p.transaction_id = p_id and not starts_with(p_path, a.path))
$$;

-- Posts many transactions, each of them or none of it, in their order; what becomes of one is told and holds up no other:
--   POSTED; REPEATED (the same was posted before: its id is told); MISMATCH (something else was, under this reference);
--   SHORT (it has to be covered and is not); REVERSED, NOT_REVERSIBLE; HOLD_ENDED, EXCEEDS_HOLD; EXCEEDS_CHARGE; TOO_LARGE (a balance
--   would come to more than can be kept).
-- Told are those that were not posted: { t, id, outcome }. What is said of a transaction is an array each, and `t`, from 1, its place
-- in them. Lines stand in the order of their transactions, `p_counts` of each; a line names its account by the place in `p_accounts`,
-- which stand there once and in their order. A reversal's lines are those of what it takes back, as far as they were not given back.
-- `p_returned` names charges of the same buyer by id, each with how much of it the transaction `p_return_of` gives back. Both are
-- decided under the lock of the buyer's account: of no charge more comes back than it was, whoever gives it back and in how many parts.
drop function if exists post_ledger(jsonb, jsonb);
create or replace function post_ledger(
  p_at timestamptz, p_actor_id uuid, p_actor text, p_ids uuid[], p_paths text[], p_kinds text[], p_references text[], p_digests text[],
  p_descriptions text[], p_notes text[], p_reverses uuid[], p_covered boolean[], p_holds uuid[],
  p_counts int[], p_accounts uuid[], p_place_of int[], p_amount_of bigint[],
  p_return_of int[], p_returned uuid[], p_return_amounts bigint[]
) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
-- Every row is found by its key, whatever was known of its table's size when the statements were planned: under the policies a table
-- looks small to the planner, which would then rather read all of it. `lateral … offset 0` is what it cannot turn round.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  has_holds boolean := cardinality(array_remove(p_holds, null)) > 0;
  has_reversals boolean := cardinality(array_remove(p_reverses, null)) > 0;
  has_returns boolean := cardinality(p_returned) > 0;
  count_of int[] := p_counts;
  first_of int[]; -- behind how many lines its own stand
  outcomes text[];
  ids uuid[];
  is_new boolean[];
  is_short boolean[];
  line_of int[]; -- each line's transaction
  amount_of bigint[] := p_amount_of;
  account_of uuid[];
  accounts uuid[] := p_accounts;
  room bigint[];
  parts_of int[]; -- of each account, as what follows
  part_of int[];
  path_of text[];
  currency_of text[];
  entries_of bigint[];
  balance_of bigint[];
  kept_max constant numeric := 9223372036854775807; -- of what a balance is kept in
  reached numeric[];
  place_of int[] := p_place_of; -- each line's account, in `accounts`
  one record;
  chosen int;
  fits boolean;
  wanted bigint;
  counted bigint;
  answer jsonb;
begin
  if exists (select from (select distinct path from unnest(p_paths) as x(path)) x where not tier_admits(x.path, lo, hi, named)) then
    raise exception 'Nothing is posted outside the tier.' using errcode = 'insufficient_privilege';
  end if;
  if exists (select from unnest(p_kinds, p_references) as x(kind, reference) group by x.kind, x.reference having count(*) > 1) then
    raise exception 'A reference stands twice among what is posted.' using errcode = 'unique_violation';
  end if;
  if has_returns and exists (
    select from (select unnest(p_returned) union all select unnest(p_reverses)) x(id) where x.id is not null group by x.id having count(*) > 1
  ) then
    raise exception 'A charge is given back twice among what is posted.' using errcode = 'unique_violation';
  end if;
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);

  line_of := array(select c.t from unnest(p_counts) with ordinality as c(lines, t) cross join lateral generate_series(1, c.lines) order by c.t);
  account_of := array(select p_accounts[p.place] from unnest(p_place_of) with ordinality as p(place, n) order by p.n);
  if has_reversals then
    for one in
      select x.n::int as t, p.account_id, -p.amount_micros as amount
      from unnest(p_paths, p_reverses) with ordinality as x(path, reverses, n)
        join posting p on p.transaction_id = x.reverses
      where is_reversible(x.reverses, x.path) order by x.n, p.line
    loop
      line_of := line_of || one.t;
      account_of := account_of || one.account_id;
      amount_of := amount_of || one.amount;
      count_of[one.t] := count_of[one.t] + 1;
    end loop;
    accounts := array(select distinct u.account from unnest(account_of) as u(account) order by u.account);
    place_of := array(
      select u.place from (select n, dense_rank() over (order by account)::int as place from unnest(account_of) with ordinality as l(account, n)) u
      order by u.n);
  end if;
  part_of := array_fill(0, array[cardinality(accounts)]);

  -- Whose limit matters is locked, in one order for everybody; of an account in parts one that is free is taken, so that nobody waits.
  parts_of := array(
    select a.parts from unnest(accounts) with ordinality as u(id, n)
      left join lateral (select x.parts from ledger_account x where x.id = u.id offset 0) a on true
    order by u.n);
  perform from unnest(accounts, parts_of) as u(id, parts)
    cross join lateral (select from ledger_balance x where x.account_id = u.id and x.part = 0 for update) b
  where u.parts = 1;
  for one in
    select u.n::int as place, u.id, u.parts from unnest(accounts, parts_of) with ordinality as u(id, parts, n) where u.parts > 1 order by u.n
  loop
    select part into chosen from ledger_balance where account_id = one.id order by part limit 1 for update skip locked;
    if not found then
      chosen := pg_backend_pid() % one.parts;
      perform from ledger_balance where account_id = one.id and part = chosen for update;
    end if;
    part_of[one.place] := chosen;
  end loop;
  update credit_hold set state = 'EXPIRED', ended_at = p_at
    where account_id = any(accounts) and state = 'OPEN' and expires_at <= p_at;

  select array_agg(
      case
        when e.id is not null then case when e.digest = x.digest then 'REPEATED' else 'MISMATCH' end
        when r.id is not null then 'REVERSED'
        when x.reverses is not null and not is_reversible(x.reverses, x.path) then 'NOT_REVERSIBLE'
      end order by x.n), array_agg(coalesce(e.id, x.id) order by x.n)
    into outcomes, ids
    from unnest(p_ids, p_paths, p_kinds, p_references, p_digests, p_reverses) with ordinality as x(id, path, kind, reference, digest, reverses, n)
    left join lateral (select k.id, k.digest from ledger_transaction k where k.kind = x.kind and k.reference = x.reference offset 0) e on true
    left join lateral (select k.id from ledger_transaction k where k.reverses = x.reverses offset 0) r on true;
  if has_reversals then
    for one in
      select l.n::int as place, l.t, g.given
      from unnest(line_of) with ordinality as l(t, n)
        join unnest(p_reverses) with ordinality as x(reverses, n) on x.n = l.t
        cross join lateral (select sum(r.amount_micros) as given from ledger_return r where r.returned_id = x.reverses) g
      where g.given > 0
    loop
      amount_of[one.place] := amount_of[one.place] - sign(amount_of[one.place]) * one.given;
      if amount_of[one.place] = 0 then
        outcomes[one.t] := coalesce(outcomes[one.t], 'REVERSED');
      end if;
    end loop;
  end if;
  if has_returns then
    for one in
      select g.t, bool_or(coalesce(g.amount <= 0 or g.amount > c.left_micros, true)) as exceeds
      from unnest(p_return_of, p_returned, p_return_amounts) as g(t, id, amount)
        left join lateral (
          select -p.amount_micros - coalesce((select sum(r.amount_micros) from ledger_return r where r.returned_id = t.id), 0) as left_micros
          from ledger_transaction t join posting p on p.transaction_id = t.id join ledger_account a on a.id = p.account_id
          where t.id = g.id and t.path = p_paths[g.t] and t.reverses is null and t.lines = 2
            and p.account_id = any(accounts) and p.amount_micros < 0 and a.kind = 'BILLING'
            and not exists (select from ledger_transaction r where r.reverses = t.id) offset 0) c on true
      group by g.t
    loop
      if one.exceeds then
        outcomes[one.t] := coalesce(outcomes[one.t], 'EXCEEDS_CHARGE');
      end if;
    end loop;
  end if;
  if has_holds then
    for one in
      select x.n::int as t, h.amount_micros as held, coalesce((
          select -sum(l.amount) from unnest(line_of, account_of, amount_of) as l(t, account, amount)
          where l.t = x.n and l.account = h.account_id), 0) as spent
      from unnest(p_holds) with ordinality as x(hold, n)
        left join credit_hold h on h.id = x.hold and h.state = 'OPEN' and h.account_id = any(accounts)
      where x.hold is not null
    loop
      if one.held is null then
        outcomes[one.t] := coalesce(outcomes[one.t], 'HOLD_ENDED');
      elsif one.spent > one.held then
        outcomes[one.t] := coalesce(outcomes[one.t], 'EXCEEDS_HOLD');
      end if;
    end loop;
  end if;
  is_new := array(select u.outcome is null from unnest(outcomes) with ordinality as u(outcome, n) order by u.n);
  is_short := array_fill(false, array[cardinality(is_new)]);

  -- Who cannot be short however all of it comes out need not be looked at one after another.
  if exists (select from unnest(is_new, p_covered) as u(is_new, covered) where u.is_new and u.covered) and exists (
    select from (
        select l.account, sum(l.amount) as amount from unnest(line_of, account_of, amount_of) as l(t, account, amount)
        where is_new[l.t] and l.amount < 0 group by l.account) l
      cross join lateral (select x.parts, x.credit_limit_micros from ledger_account x where x.id = l.account offset 0) a
      cross join lateral (select x.balance_micros, x.held_micros from ledger_balance x where x.account_id = l.account and x.part = 0 offset 0) b
    where a.parts = 1 and b.balance_micros - b.held_micros + a.credit_limit_micros + l.amount < 0
  ) then
    room := array(
      select case when a.parts = 1 then b.balance_micros - b.held_micros + a.credit_limit_micros end
      from unnest(accounts) as u(id)
        cross join lateral (select x.parts, x.credit_limit_micros from ledger_account x where x.id = u.id offset 0) a
        cross join lateral (select x.balance_micros, x.held_micros from ledger_balance x where x.account_id = u.id and x.part = 0 offset 0) b
      order by u.id);
    for one in
      select l.t, array_agg(l.place order by l.n) as places, array_agg(l.amount order by l.n) as amounts
      from (
        select each.*, dense_rank() over (order by each.account)::int as place -- as in `accounts`
        from (
          select t, account, amount, n from unnest(line_of, account_of, amount_of) with ordinality as every(t, account, amount, n)
          union all -- what was set aside for it is free again
          select x.n::int, h.account_id, h.amount_micros, 0
            from unnest(p_holds) with ordinality as x(hold, n)
            join credit_hold h on h.id = x.hold where has_holds and is_new[x.n]
        ) each
      ) l
      where is_new[l.t] group by l.t order by l.t
    loop
      fits := true;
      for i in 1 .. cardinality(one.places) loop
        room[one.places[i]] := room[one.places[i]] + one.amounts[i];
      end loop;
      for i in 1 .. cardinality(one.places) loop
        fits := fits and not (p_covered[one.t] and one.amounts[i] < 0 and coalesce(room[one.places[i]], 0) < 0);
      end loop;
      continue when fits;
      for i in 1 .. cardinality(one.places) loop
        room[one.places[i]] := room[one.places[i]] - one.amounts[i];
      end loop;
      is_new[one.t] := false;
      is_short[one.t] := true;
    end loop;
  end if;

  -- Each account is looked up once, however many lines are on it.
  select array_agg(a.path order by u.n), array_agg(a.currency order by u.n), array_agg(b.entries order by u.n), array_agg(b.balance_micros order by u.n)
    into path_of, currency_of, entries_of, balance_of
    from unnest(accounts, part_of) with ordinality as u(id, part, n)
      left join lateral (select x.path, x.currency from ledger_account x where x.id = u.id offset 0) a on true
      left join lateral (select x.entries, x.balance_micros from ledger_balance x where x.account_id = u.id and x.part = u.part offset 0) b on true;
  -- A balance that no column holds would refuse all of it. So much is on no account that can be reached by chance.
  if (select max(abs(b::numeric)) from unnest(balance_of) b) + (select coalesce(sum(abs(a::numeric)), 0) from unnest(amount_of) a) > kept_max then
    reached := balance_of;
    for one in
      select l.t, array_agg(l.place) as places, array_agg(l.amount) as amounts from (
        select t, place, sum(amount) as amount from unnest(line_of, place_of, amount_of) as every(t, place, amount) group by t, place) l
      where is_new[l.t] group by l.t order by l.t
    loop
      fits := true;
      for i in 1 .. cardinality(one.places) loop
        fits := fits and abs(reached[one.places[i]] + one.amounts[i]) <= kept_max;
      end loop;
      for i in 1 .. cardinality(one.places) loop
        exit when not fits;
        reached[one.places[i]] := reached[one.places[i]] + one.amounts[i];
      end loop;
      continue when fits;
      is_new[one.t] := false;
      outcomes[one.t] := 'TOO_LARGE';
    end loop;
  end if;

  insert into ledger_transaction (id, path, kind, reference, digest, reverses, lines, at, description, note, actor_id, actor)
    select x.id, x.path, x.kind, x.reference, x.digest, x.reverses, x.lines, p_at, x.description, x.note, p_actor_id, p_actor
    from unnest(p_ids, p_paths, p_kinds, p_references, p_digests, p_reverses, count_of, p_descriptions, p_notes, is_new)
      as x(id, path, kind, reference, digest, reverses, lines, description, note, is_new)
    where x.is_new
    on conflict do nothing;
  get diagnostics counted = row_count;
  select count(*) into wanted from unnest(is_new) as u(is_new) where u.is_new;
  if counted <> wanted then
    raise exception 'The same is being posted by somebody else.' using errcode = 'serialization_failure';
  end if;
  -- The lines of one stand together: those of a reversal behind all others, in the order of the reversals.
  first_of := array_fill(0, array[cardinality(is_new)]);
  for one in select l.t, min(l.n) - 1 as before from unnest(line_of) with ordinality as l(t, n) group by l.t loop
    first_of[one.t] := one.before;
  end loop;
  insert into posting (transaction_id, line, path, account_id, part, entry, currency, amount_micros, balance_micros, at)
    select ids[l.t], l.n - first_of[l.t], path_of[l.place], l.account, part_of[l.place],
      entries_of[l.place] + row_number() over ordered, currency_of[l.place], l.amount, balance_of[l.place] + sum(l.amount) over ordered, p_at
    from unnest(line_of, account_of, amount_of, place_of) with ordinality as l(t, account, amount, place, n)
    where is_new[l.t]
    window ordered as (partition by l.place order by l.n rows unbounded preceding);
  if has_returns then
    insert into ledger_return (transaction_id, returned_id, path, amount_micros)
      select ids[g.t], g.id, p_paths[g.t], g.amount from unnest(p_return_of, p_returned, p_return_amounts) as g(t, id, amount) where is_new[g.t];
  end if;
  if has_holds then
    for one in
      select x.n::int as t, x.hold from unnest(p_holds) with ordinality as x(hold, n)
      where x.hold is not null and is_new[x.n]
    loop
      update credit_hold set state = 'SETTLED', ended_at = p_at, transaction_id = ids[one.t] where id = one.hold;
    end loop;
  end if;

  select coalesce(jsonb_agg(jsonb_build_object('t', u.n, 'id', u.id, 'outcome', case when u.is_short then 'SHORT' else u.outcome end)), '[]')
    into answer from unnest(ids, outcomes, is_new, is_short) with ordinality as u(id, outcome, is_new, is_short, n) where not u.is_new;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return answer;
end $$;
revoke all on function post_ledger(timestamptz, uuid, text, uuid[], text[], text[], text[], text[], text[], text[], uuid[], boolean[], uuid[],
  int[], uuid[], int[], bigint[], int[], uuid[], bigint[]) from public;
revoke all on function open_ledger_account(uuid, text, text, text, int, timestamptz) from public;
