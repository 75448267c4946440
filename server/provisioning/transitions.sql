-- What the engine does to runs. Each function is one statement of the caller, hence one round trip and one commit, and sets the
-- tier for its own transaction: nothing of it is left on a pooled connection.

alter table provisioning_run set (fillfactor = 70);
alter table provisioning_task set (fillfactor = 70);

create or replace function enter_tier(p_path text) returns void language plpgsql as $$
begin
  perform set_config('app.lo', p_path, true), set_config('app.hi', left(p_path, -1) || '/', true);
end $$;

-- As JSON text: the cheapest way to hand a run with its tasks over in one answer.
create or replace function run_with_tasks(p_run uuid) returns json language plpgsql stable as $$
begin
  return (
    select json_build_object('run', row_to_json(r), 'tasks',
      (select coalesce(json_agg(row_to_json(t) order by t.position), '[]') from provisioning_task t where t.run_id = r.id))
    from provisioning_run r where r.id = p_run
  );
end $$;

create or replace function load_run(p_path text, p_run uuid) returns json language plpgsql as $$
begin
  perform enter_tier(p_path);
  return run_with_tasks(p_run);
end $$;

-- Takes charge of an unfinished run that nobody is in charge of, or that this worker lost sight of. A worker that was declared
-- dead takes nothing: it must come back under a new name first.
create or replace function claim_run(p_path text, p_run uuid, p_worker uuid) returns json language plpgsql as $$
begin
  perform enter_tier(p_path);
  update provisioning_run set worker_id = p_worker, fence = fence + 1, sequence = sequence + 1,
    state = case when state in ('QUEUED', 'WAITING') then 'RUNNING' else state end, waiting_for = null, waiting_until = null
  where id = p_run and finished_at is null and (worker_id is null or worker_id = p_worker)
    and waiting_for is distinct from 'PERSON'
    and exists (select from worker w where w.id = p_worker and w.ended_at is null);
  if not found then return null; end if;
  return run_with_tasks(p_run);
end $$;

create or replace function wake_run(p_path text, p_run uuid, p_after_ms bigint) returns void language plpgsql as $$
begin
  perform graphile_worker.add_job('run', json_build_object('id', p_run, 'path', p_path), job_key := 'run:' || p_run,
    run_at := case when p_after_ms > 0 then clock_timestamp() + p_after_ms * interval '1 ms' end);
end $$;

-- One transition: written whole if fence and sequence still hold, not at all otherwise. Without a path the caller has entered
-- the tier, and has the transaction.
create or replace function record_transition(
  p_path text, p_run uuid, p_fence bigint, p_sequence int, p_worker uuid, p_state text, p_waiting_for text,
  p_waiting_until timestamptz, p_cancel_requested_at timestamptz, p_retries_used int, p_deadline_at timestamptz,
  p_deadline_left_ms int, p_started_at timestamptz, p_finished_at timestamptz, p_error jsonb, p_tasks jsonb, p_log jsonb,
  p_wake_after_ms bigint
) returns text language plpgsql as $$
declare
  v_path text;
  v_fence bigint;
begin
  if p_path is not null then perform enter_tier(p_path); end if;
  update provisioning_run set
    sequence = sequence + 1, worker_id = p_worker, state = p_state, waiting_for = p_waiting_for,
    waiting_until = p_waiting_until, cancel_requested_at = p_cancel_requested_at, retries_used = p_retries_used,
    deadline_at = p_deadline_at, deadline_left_ms = p_deadline_left_ms, started_at = p_started_at,
    finished_at = p_finished_at, error = p_error
  where id = p_run and fence = p_fence and sequence = p_sequence
  returning path into v_path;
  if not found then
    select fence into v_fence from provisioning_run where id = p_run;
    return case when v_fence = p_fence then 'STALE' else 'LOST' end;
  end if;
  update provisioning_task t set
    state = p.state, attempt = p.attempt, attempts_before = p.attempts_before, back_offs = p.back_offs,
    undo_attempt = p.undo_attempt, next_attempt_at = p.next_attempt_at, deadline_at = p.deadline_at,
    started_at = p.started_at, finished_at = p.finished_at, is_outcome_unknown = p.is_outcome_unknown,
    is_touched = p.is_touched, detail = p.detail, message = p.message, output = p.output, error = p.error
  from jsonb_to_recordset(p_tasks) p(
    key text, state text, attempt int, attempts_before int, back_offs int, undo_attempt int, next_attempt_at timestamptz,
    deadline_at timestamptz, started_at timestamptz, finished_at timestamptz, is_outcome_unknown boolean,
    is_touched boolean, detail jsonb, message jsonb, output jsonb, error jsonb
  )
  where t.run_id = p_run and t.key = p.key;
  if p_log is not null then
    insert into task_log (id, path, run_id, task_key, attempt, at, level, message, request, response)
    select l.id, v_path, p_run, l.task_key, l.attempt, l.at, l.level, l.message, l.request, l.response
    from jsonb_to_recordset(p_log) l(
      id uuid, task_key text, attempt int, at timestamptz, level text, message text, request text, response text
    );
  end if;
  if p_wake_after_ms is not null then perform wake_run(v_path, p_run, p_wake_after_ms); end if;
  return 'HELD';
end $$;

-- A new run with its tasks, its number and its job: null when the reseller has as many unfinished ones as it may. In the
-- caller's transaction and tier.
create or replace function start_run(p_run jsonb, p_tasks jsonb, p_reseller_path text, p_unfinished_max int) returns int
language plpgsql as $$
declare
  v_id uuid := (p_run->>'id')::uuid;
  v_path text := p_run->>'path';
  v_reseller uuid := (p_run->>'reseller_id')::uuid;
  v_number int;
begin
  if (select count(*) from (
        select from provisioning_run where reseller_id = v_reseller and finished_at is null limit p_unfinished_max
      ) unfinished) >= p_unfinished_max then
    return null;
  end if;
  perform wake_run(v_path, v_id, 0);
  -- From here on every other start of this reseller waits for our commit, so it comes as late as it can.
  insert into counter (path, kind, value) values (p_reseller_path, 'run', 1)
  on conflict (path, kind) do update set value = counter.value + 1 returning value into v_number;
  insert into provisioning_run (id, path, number, kind, state, origin, title, reseller_id, customer_id, service_id, order_id,
    playbook_version_id, playbook_key, playbook_number, variables, sequence, fence, retries_used, started_by_id, started_by,
    queued_at, undoable_until)
  select v_id, v_path, v_number, r.kind, 'QUEUED', r.origin, r.title, v_reseller, r.customer_id, r.service_id, r.order_id,
    r.playbook_version_id, r.playbook_key, r.playbook_number, r.variables, 1, 0, 0, r.started_by_id, r.started_by,
    r.queued_at, r.undoable_until
  from jsonb_to_record(p_run) r(kind text, origin text, title text, customer_id uuid, service_id uuid, order_id uuid,
    playbook_version_id uuid, playbook_key text, playbook_number int, variables jsonb, started_by_id uuid, started_by text,
    queued_at timestamptz, undoable_until timestamptz);
  insert into provisioning_task (path, run_id, key, position, title, action, kind, connector, input, needs, ignores_errors,
    deadline_seconds, max_attempts, instructions, state, attempt, attempts_before, back_offs, undo_attempt,
    is_outcome_unknown, is_touched)
  select v_path, v_id, t.key, t.position, t.title, t.action, t.kind, t.connector, t.input, t.needs, t.ignores_errors,
    t.deadline_seconds, t.max_attempts, t.instructions, 'PENDING', 0, 0, 0, 0, false, false
  from jsonb_to_recordset(p_tasks) t(key text, position int, title text, action text, kind text, connector text, input jsonb,
    needs text[], ignores_errors boolean, deadline_seconds int, max_attempts int, instructions text);
  return v_number;
end $$;

-- The first to keep something under a name wins, and everybody gets the same. Null only asks.
create or replace function keep_sealed(p_path text, p_run uuid, p_name text, p_sealed text, p_now timestamptz) returns text
language plpgsql as $$
begin
  perform enter_tier(p_path);
  if p_sealed is not null then
    insert into run_secret (path, run_id, name, sealed, created_at) values (p_path, p_run, p_name, p_sealed, p_now)
    on conflict (run_id, name) do nothing;
  end if;
  return (select sealed from run_secret where run_id = p_run and name = p_name);
end $$;
