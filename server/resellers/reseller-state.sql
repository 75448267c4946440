-- The moves of shared/reseller-state.ts, kept by the database too; reseller-state.test.ts compares both.
create or replace function check_reseller_move() returns trigger language plpgsql as $$
begin
  if not (case old.state
    when 'PENDING' then new.state in ('ACTIVE', 'CLOSED')
    when 'ACTIVE' then new.state in ('SUSPENDED', 'CLOSED')
    when 'SUSPENDED' then new.state in ('ACTIVE', 'CLOSED')
    else false
  end) then
    raise exception 'A reseller does not go from % to %.', old.state, new.state using errcode = 'check_violation';
  end if;
  return new;
end $$;

create or replace trigger reseller_move before update of state on reseller
  for each row when (old.state is distinct from new.state) execute function check_reseller_move();
