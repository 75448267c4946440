-- Whoever runs a reseller is never removed, disabled or demoted as the last one who could; decided here under however many at once.
create or replace function keep_an_owner() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.disabled_at is null and new.role = old.role and new.reseller_id = old.reseller_id then
    return new;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('owners of ' || old.reseller_id, 0));
  if exists (select from credential c where c.user_id = old.id) and not exists (
    select from app_user u
    where u.reseller_id = old.reseller_id and u.id <> old.id and u.role in ('OPERATOR', old.role) and u.disabled_at is null
      and exists (select from credential c where c.user_id = u.id)
  ) then
    raise exception 'The last owner of a reseller stays.' using errcode = 'check_violation', constraint = 'last_owner';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;

create or replace trigger keep_an_owner before update of role, disabled_at, reseller_id or delete on app_user
  for each row when (old.role in ('OPERATOR', 'RESELLER_OWNER') and old.disabled_at is null) execute function keep_an_owner();
