-- What third parties may hear of is noted beside the change itself, in the same commit, whichever code made it. Names, kinds and
-- permissions stand in shared/webhook-event.ts.
create or replace function note_webhook_event(p_path text, p_type text, p_subject uuid, p_customer uuid, p_state text)
returns void language sql as $$
  insert into webhook_event (id, path, type, subject_id, customer_id, state, at)
  values (gen_random_uuid(), p_path, p_type, p_subject, p_customer, p_state, clock_timestamp())
$$;

-- Many customers come in by one statement (imports), so theirs is one statement too.
create or replace function note_new_customers() returns trigger language plpgsql as $$
begin
  insert into webhook_event (id, path, type, subject_id, customer_id, state, at)
    select gen_random_uuid(), path, 'customer.created', id, id, state, clock_timestamp() from added;
  return null;
end $$;
create or replace trigger note_new_customers after insert on customer
  referencing new table as added for each statement execute function note_new_customers();

create or replace function note_customer_change() returns trigger language plpgsql as $$
begin
  perform note_webhook_event(new.path, case
    when new.state = old.state then 'customer.updated'
    when new.state = 'SUSPENDED' then 'customer.suspended'
    when new.state = 'DEACTIVATING' then 'customer.deactivated'
    when new.state = 'ACTIVE' and old.state in ('DEACTIVATING', 'DEACTIVATED') then 'customer.reactivated'
    when new.state = 'ACTIVE' and old.state = 'SUSPENDED' then 'customer.resumed'
    else 'customer.updated'
  end, new.id, new.id, new.state);
  return null;
end $$;
create or replace trigger note_customer_change after update on customer
  for each row when (new.state <> old.state or new.version <> old.version) execute function note_customer_change();

create or replace function note_order() returns trigger language plpgsql as $$
declare
  v_type text := case
    when tg_op = 'INSERT' then 'order.placed'
    when new.state = 'COMPLETED' then 'order.completed'
    when new.state = 'FAILED' then 'order.failed'
    when new.state = 'CANCELLED' then 'order.cancelled'
  end;
begin
  if v_type is not null then
    perform note_webhook_event(new.path, v_type, new.id, new.customer_id, new.state);
  end if;
  return null;
end $$;
create or replace trigger note_new_order after insert on customer_order for each row execute function note_order();
create or replace trigger note_order_change after update of state on customer_order
  for each row when (new.state <> old.state) execute function note_order();

create or replace function note_run() returns trigger language plpgsql as $$
declare
  v_type text := case new.state
    when 'WAITING' then case when new.waiting_for = 'PERSON' then 'run.waiting' end
    when 'SUCCEEDED' then 'run.succeeded'
    when 'SUCCEEDED_WITH_WARNINGS' then 'run.succeeded'
    when 'FAILED' then 'run.failed'
    when 'ROLL_BACK_FAILED' then 'run.failed'
    when 'ROLLED_BACK' then 'run.rolled_back'
    when 'CANCELLED' then 'run.cancelled'
  end;
begin
  if v_type is not null then
    perform note_webhook_event(new.path, v_type, new.id, new.customer_id, new.state);
  end if;
  return null;
end $$;
create or replace trigger note_run after update of state, waiting_for on provisioning_run
  for each row when (new.state <> old.state or new.waiting_for = 'PERSON' and old.waiting_for is distinct from 'PERSON')
  execute function note_run();

create or replace function note_service() returns trigger language plpgsql as $$
declare
  v_type text := case new.state
    when 'ACTIVE' then case old.state when 'SUSPENDED' then 'service.resumed' else 'service.activated' end
    when 'SUSPENDED' then 'service.suspended'
    when 'EXPIRED' then 'service.expired'
    when 'TERMINATED' then 'service.terminated'
  end;
begin
  if v_type is not null then
    perform note_webhook_event(new.path, v_type, new.id, new.customer_id, new.state);
  end if;
  return null;
end $$;
create or replace trigger note_service after update of state on service
  for each row when (new.state <> old.state) execute function note_service();
