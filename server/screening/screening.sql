-- Whoever comes in is screened, however they come (C13, C15), and again when their name or billing address changes (C14): the database
-- notes it beside the change, in the same commit, and nobody waits for it.
create or replace function screen_new_customers() returns trigger language plpgsql as $$
begin
  insert into screening (id, path, customer_id, trigger, state, list_versions, matches)
    select gen_random_uuid(), path, id, 'CUSTOMER_CREATED', 'RUNNING', '{}', 0 from added;
  return null;
end $$;
create or replace trigger screen_new_customers after insert on customer
  referencing new table as added for each statement execute function screen_new_customers();

create or replace function screen_changed_customer() returns trigger language plpgsql as $$
begin
  insert into screening (id, path, customer_id, trigger, state, list_versions, matches) values (gen_random_uuid(), new.path, new.id,
    case when new.billing_address is distinct from old.billing_address then 'BILLING_ADDRESS_UPDATED' else 'NAME_UPDATED' end,
    'RUNNING', '{}', 0);
  return null;
end $$;
create or replace trigger screen_changed_customer after update of billing_address, name on customer
  for each row when (new.billing_address is distinct from old.billing_address or new.name <> old.name)
  execute function screen_changed_customer();

-- Names follow their entries: as the owner of the tables, because the application has no part in them.
create or replace function keep_list_names() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from list_name n using changed c where n.entry_id = c.id and c.until_id is not null;
  elsif tg_op = 'DELETE' then
    delete from list_name n using changed c where n.entry_id = c.id;
  else
    insert into list_name (entry_id, place, since_id, name, kind, plain, key)
      select c.id, n.place, c.since_id, n.said ->> 'name', n.said ->> 'kind', n.said ->> 'plain', n.said ->> 'key'
      from changed c cross join jsonb_array_elements(c.names) with ordinality n(said, place) where c.until_id is null;
  end if;
  return null;
end $$;
create or replace trigger keep_new_list_names after insert on list_entry
  referencing new table as changed for each statement execute function keep_list_names();
create or replace trigger keep_changed_list_names after update on list_entry
  referencing new table as changed for each statement execute function keep_list_names();
create or replace trigger drop_list_names after delete on list_entry
  referencing old table as changed for each statement execute function keep_list_names();

-- The listed names that a party's might be: all that are the same, and of those alike the nearest. `p_since`: of one version alone, said
-- so that no other index than that of likeness is taken for it.
create or replace function names_like(p_keys text[], p_plains text[], p_since uuid, p_alike real, p_most int)
returns table (party int, entry_id uuid, name text, kind text, plain text, key text)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  -- Comparing two names costs far more than the planner believes, who would compare all of them.
  perform set_config('pg_trgm.similarity_threshold', p_alike::text, true);
  -- Few names, as a newer version of a list brings them, are compared one by one: the index would search all that stand on any list.
  if p_since is not null and (select count(*) from (select from list_name f where f.since_id = p_since limit 1501) few) <= 1500 then
    return query
      with fresh as materialized (select * from list_name f where f.since_id = p_since)
      select q.party::int, n.entry_id, n.name, n.kind, n.plain, n.key
      from unnest(p_keys, p_plains) with ordinality q(key, plain, party)
        cross join lateral (
          select same.* from fresh same where same.key = q.key
          union
          (select alike.* from fresh alike
           where similarity(alike.plain, q.plain) >= p_alike and alike.kind <> 'WEAK_ALIAS'
           order by similarity(alike.plain, q.plain) desc limit p_most)
        ) n;
    return;
  end if;
  return query
    select q.party::int, n.entry_id, n.name, n.kind, n.plain, n.key
    from unnest(p_keys, p_plains) with ordinality q(key, plain, party)
      cross join lateral (
        select same.* from list_name same where same.key = q.key and (p_since is null or same.since_id = p_since)
        union
        (select alike.* from list_name alike
         where alike.plain % q.plain and alike.kind <> 'WEAK_ALIAS' and coalesce(p_since, alike.since_id) = alike.since_id
         order by similarity(alike.plain, q.plain) desc limit p_most)
      ) n;
end $$;

-- What an import adds is in the index at once: a list of what is pending would be read through by every search.
alter index list_name_alike set (fastupdate = off);
revoke all on function names_like(text[], text[], uuid, real, int) from public;
