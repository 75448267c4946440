-- The mark of the demo world frees its people from the second factor: a database that was not made as one refuses it for ever.
create or replace function refuse_demo_mark() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.parent_id is null and not exists (select from app_user) then
    return new;
  end if;
  raise exception 'Only a new database becomes a demo world.' using errcode = 'check_violation', constraint = 'demo_mark';
end $$;

create or replace trigger refuse_demo_mark_of_new before insert on reseller
  for each row when (new.is_demo) execute function refuse_demo_mark();
create or replace trigger refuse_demo_mark before update of is_demo on reseller
  for each row when (new.is_demo and not old.is_demo) execute function refuse_demo_mark();
