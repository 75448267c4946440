-- Where rows say in which place of the tree they lie: found in the catalog, so that a new table or column is carried along too.
create or replace function tier_columns() returns table (relation regclass, column_name name) language sql stable as $$
  select c.oid::regclass, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid = 'text'::regtype
    and (a.attname = 'path' or a.attname like '%\_path')
    and c.relname <> 'audit_seal' -- named by its chain, which goes on under the name that the log has of it
  order by c.relname, a.attname
$$;

-- How many rows lie at a place or below it, counted up to `most`.
create or replace function count_tier_rows(lo text, hi text, most int) returns int language plpgsql stable as $$
declare
  place record;
  found_here int;
  found_all int := 0;
begin
  for place in select * from tier_columns() where column_name = 'path' loop
    execute format('select count(*) from (select from %s where path >= $1 and path < $2 limit $3) counted', place.relation)
      into found_here using lo, hi, most;
    found_all := found_all + found_here;
    exit when found_all >= most;
  end loop;
  return least(found_all, most);
end $$;

-- What within a place hangs on rows that lie at one of the others, or those on it: by the foreign keys that there are. Who did
-- something is told by name, whom a reseller stands below is what a move changes, and what those above let it sell goes with them.
create or replace function count_tier_ties(lo text, hi text, others text[]) returns int language plpgsql stable as $$
declare
  tie record;
  found_here int;
  found_all int := 0;
begin
  for tie in
    select k.conrelid::regclass as child, k.confrelid::regclass as parent, a.attname as child_key
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and array_length(k.conkey, 1) = 1
      and k.confrelid not in ('app_user'::regclass, 'reseller'::regclass)
      and k.conrelid <> 'sellable_offering'::regclass
      and exists (select from tier_columns() where relation = k.conrelid and column_name = 'path')
      and exists (select from tier_columns() where relation = k.confrelid and column_name = 'path')
  loop
    execute format(
      'select count(*) from %s c join %s p on p.id = c.%I
       where c.path >= $1 and c.path < $2 and p.path = any($3) or p.path >= $1 and p.path < $2 and c.path = any($3)',
      tie.child, tie.parent, tie.child_key
    ) into found_here using lo, hi, others;
    found_all := found_all + found_here;
  end loop;
  return found_all;
end $$;

-- Carries all rows of a reseller and of those below it to their new place, history too. The application may only add to history,
-- so this runs as the owner of the tables: behind the same forced policies, which the rows have to meet before and after, and
-- for nothing but what `reseller` itself says: who called it has to see both places, and the reseller has to have its parent there.
-- Whoever writes meanwhile waits until it is done.
create or replace function move_tier(old_path text, new_path text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set lock_timeout = '5s' as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '') collate "C";
  hi text := coalesce(current_setting('app.hi', true), '') collate "C";
  place record;
  moved_here int;
  moved_all int := 0;
begin
  if lo = '' or coalesce(current_setting('app.only', true), '') <> ''
    or not (old_path collate "C" > lo and old_path collate "C" < hi and new_path collate "C" > lo and new_path collate "C" < hi)
    or starts_with(new_path, old_path)
    or not exists (
      select from reseller r join reseller p on p.id = r.parent_id
      where r.path in (old_path, new_path) and new_path = p.path || 'r' || r.number || '.' and old_path ~ ('(^|[.])r' || r.number || '[.]$')
    )
  then
    raise exception 'Nothing is carried from % to %.', old_path, new_path using errcode = 'insufficient_privilege';
  end if;
  for place in select distinct relation from tier_columns() order by relation loop
    execute format('lock table %s in share row exclusive mode', place.relation);
  end loop;
  -- What is sealed keeps the place it was sealed in.
  for place in
    select c.*, column_name = 'path' and exists (
      select from pg_attribute a where a.attrelid = c.relation and a.attname = 'written_in' and not a.attisdropped
    ) as remembers from tier_columns() c
  loop
    execute format(
      'update %1$s set %3$s %2$I = $2 || substr(%2$I, $3) where %2$I >= $1 and %2$I < $4', place.relation, place.column_name,
      case when place.remembers then 'written_in = coalesce(written_in, path),' else '' end
    ) using old_path, new_path, length(old_path) + 1, left(old_path, -1) || '/';
    get diagnostics moved_here = row_count;
    moved_all := moved_all + moved_here;
  end loop;
  return moved_all;
end $$;
revoke all on function move_tier(text, text) from public;
