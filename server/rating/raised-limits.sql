-- What lets more than before is told to whoever is responsible a tier above whom it was decided by, in the same commit.
create or replace function tell_raised_limits() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
  decider text := case new.setter when 'OWN' then new.path else regexp_replace(new.path, '[^.]+[.]$', '') end;
  above text := regexp_replace(decider, '[^.]+[.]$', '');
  subject text;
  told record;
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  subject := coalesce((select name from service where id = new.service_id), (select name from reseller where path = new.path), (select name from customer where path = new.path), '');
  for told in
    insert into notification (id, path, user_id, at, kind, title, detail, cause)
      select gen_random_uuid(), new.path, u.id, new.created_at, 'LIMITS_RAISED',
        jsonb_build_object('key', 'guard.raised', 'values', jsonb_build_object('name', subject)),
        jsonb_build_object('key', 'guard.raisedDetail', 'values',
          jsonb_build_object('minutes', round(extract(epoch from new.effective_from - new.created_at) / 60))),
        'guard:' || new.id || ':' || u.id
      from app_user u
      where u.path = above and u.kind = 'PERSON' and u.role in ('OPERATOR', 'RESELLER_OWNER') and u.disabled_at is null
      on conflict do nothing returning user_id
  loop
    perform pg_notify('tierline_changes', jsonb_build_array('database', jsonb_build_array(jsonb_build_object(
      'topic', 'user:' || told.user_id, 'path', new.path, 'sequence', (extract(epoch from new.created_at) * 1000)::bigint)))::text);
  end loop;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return null;
end $$;
create or replace trigger tell_raised_limits after insert on call_guard
  for each row when (new.effective_from > new.created_at) execute function tell_raised_limits();
