-- The moves of shared/customer-state.ts, kept by the database too; customer-state.test.ts compares both.
create or replace function check_customer_move() returns trigger language plpgsql as $$
begin
  if not (case old.state
    when 'WAITING' then new.state in ('ACTIVE', 'ARCHIVED')
    when 'ACTIVE' then new.state in ('SUSPENDED', 'DEACTIVATING', 'ARCHIVED')
    when 'SUSPENDED' then new.state in ('ACTIVE', 'DEACTIVATING', 'ARCHIVED')
    when 'DEACTIVATING' then new.state in ('ACTIVE', 'DEACTIVATED')
    when 'DEACTIVATED' then new.state in ('ACTIVE', 'ARCHIVED')
    else false
  end) then
    raise exception 'A customer does not go from % to %.', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace trigger customer_move before update of state on customer
  for each row when (old.state is distinct from new.state) execute function check_customer_move();
