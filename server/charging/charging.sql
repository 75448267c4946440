-- What ends ends being charged for: in the transaction in which it ends, at every sale on the way, whoever ended it.

create or replace function end_charges(p_kind text, p_subject uuid, p_on date) returns int language sql as $$
  with ended as (
    update recurring_charge set version = version + 1, ends_on = least(ends_on, p_on),
      -- What is paid in advance and comes to no further day is over; what is paid at the end is charged once more, on that day.
      state = case when state = 'PAUSED' or timing = 'ADVANCE' and next_from >= p_on then 'STOPPED' else state end,
      due_at = case when timing = 'ARREARS' then least(due_at, p_on::timestamp at time zone time_zone) else due_at end
    where subject_kind = p_kind and subject_id = p_subject and state <> 'STOPPED' returning 1)
  select count(*)::int from ended
$$;

-- A service that ends takes all that is charged for it along, its add-ons too; one whose end is taken back goes on as it was. As the
-- owner and in the root tier, because who sells to the reseller lies above whoever ends it.
create or replace function follow_service_end() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  lo text := coalesce(current_setting('app.lo', true), '');
  hi text := coalesce(current_setting('app.hi', true), '');
  named text := coalesce(current_setting('app.only', true), '');
begin
  perform set_config('app.lo', 'r', true), set_config('app.hi', 's', true), set_config('app.only', '', true);
  if new.state in ('TERMINATED', 'EXPIRED') then
    update recurring_charge set ended_with = new.ends_on, own_ends_on = ends_on
      where service_id = new.id and state <> 'STOPPED' and new.ends_on is not null;
    perform end_charges(subject_kind, subject_id, case when timing = 'ARREARS' then new.ends_on + 1 else new.ends_on end)
      from recurring_charge where service_id = new.id and state <> 'STOPPED' and new.ends_on is not null;
  else
    -- What was over before, as an add-on whose own term had ended, stays over.
    update recurring_charge set version = version + 1, ends_on = own_ends_on, ended_with = null, own_ends_on = null,
        due_at = case when state = 'STOPPED' then created_at else due_at end, state = case when state = 'STOPPED' then 'ACTIVE' else state end
      where service_id = new.id and ended_with is not null;
  end if;
  perform set_config('app.lo', lo, true), set_config('app.hi', hi, true), set_config('app.only', named, true);
  return null;
end $$;
create or replace trigger follow_service_end after update of state on service
  for each row when (new.state in ('TERMINATED', 'EXPIRED') and old.state <> new.state
    or old.state in ('TERMINATED', 'EXPIRED') and new.state in ('ACTIVE', 'SUSPENDED'))
  execute function follow_service_end();
