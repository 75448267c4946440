-- What the engine does to runs. Each function is one statement of the caller, hence one round trip and one commit, and sets the
-- tier for its own transaction: nothing of it is left on a pooled connection.

alter table provisioning_run set (fillfactor = 70);
alter table provisioning_task set (fillfactor = 70);

create or replace function enter_tier(p_path text) returns void language plpgsql as $$
begin
  perform set_config('app.lo', p_path, true), set_config('app.hi', left(p_path, -1) || '/', true);
end $$;

-- As JSON text: the cheapest way to hand a run with its tasks over in one answer.
create or replace function tasks_of_run(p_run uuid) returns json language plpgsql stable as $$
begin
  return (
    select coalesce(json_agg(row_to_json(t) order by t.position), '[]') from provisioning_task t where t.run_id = p_run
  );
end $$;

create or replace function run_with_tasks(p_run uuid) returns json language plpgsql stable as $$
begin
  return (
    select json_build_object('run', row_to_json(r), 'tasks', tasks_of_run(r.id)) from provisioning_run r where r.id = p_run
  );
end $$;

create or replace function load_run(p_path text, p_run uuid) returns json language plpgsql as $$
begin
  perform enter_tier(p_path);
  return run_with_tasks(p_run);
end $$;

drop function if exists claim_run(text, uuid, uuid);
drop function if exists record_transition(text, uuid, bigint, int, uuid, text, text, timestamptz, timestamptz, int, timestamptz,
  int, timestamptz, timestamptz, jsonb, jsonb, jsonb, bigint);

-- What happens to several runs is one statement and one commit, in the tier that is common to them; each is judged by itself. A
-- run whose row is locked holds up nobody but itself: it is BUSY, unless the caller would rather wait. Whatever the statistics
-- say when a session makes its plans, runs are few out of many here and found by their keys.

-- Takes charge of unfinished runs that nobody is in charge of, or that this worker lost sight of: a row for each of them, and
-- one for each that is BUSY. A worker that was declared dead takes nothing: it must come back under a new name first.
create or replace function claim_runs(p_path text, p_claims jsonb, p_waits boolean) returns table (run_id uuid, answer json)
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
  v_free uuid[];
begin
  perform enter_tier(p_path);
  if not p_waits then
    v_free := array(
      select r.id from jsonb_to_recordset(p_claims) w(id uuid) join provisioning_run r on r.id = w.id for update of r skip locked
    );
  end if;
  return query
    update provisioning_run r set worker_id = w.worker, fence = r.fence + 1, sequence = r.sequence + 1,
      state = case when r.state in ('QUEUED', 'WAITING') then 'RUNNING' else r.state end, waiting_for = null, waiting_until = null
    from jsonb_to_recordset(p_claims) w(id uuid, path text, worker uuid)
    where r.id = w.id and r.path = w.path and r.finished_at is null and (r.worker_id is null or r.worker_id = w.worker)
      and r.waiting_for is distinct from 'PERSON' and (v_free is null or r.id = any(v_free))
      and exists (select from worker where worker.id = w.worker and worker.ended_at is null)
    returning r.id, json_build_object('run', row_to_json(r), 'tasks', tasks_of_run(r.id));
  if cardinality(v_free) < jsonb_array_length(p_claims) then
    return query
      select r.id, '"BUSY"'::json from jsonb_to_recordset(p_claims) w(id uuid) join provisioning_run r on r.id = w.id
      where r.id <> all(v_free);
  end if;
end $$;

-- The queue's own statements would be planned anew at each call, which takes longer than they do.
create or replace function wake_run(p_path text, p_run uuid, p_after_ms bigint) returns void language plpgsql
set plan_cache_mode = force_generic_plan as $$
begin
  perform graphile_worker.add_job('run', json_build_object('id', p_run, 'path', p_path), job_key := 'run:' || p_run,
    run_at := case when p_after_ms > 0 then clock_timestamp() + p_after_ms * interval '1 ms' end);
end $$;

-- Several runs at once, for one NOTIFY.
create or replace function wake_runs(p_runs jsonb) returns void language plpgsql set plan_cache_mode = force_generic_plan
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
  perform graphile_worker.add_jobs(array(
    select json_populate_record(null::graphile_worker.job_spec,
      json_build_object('identifier', 'run', 'payload', w.run, 'job_key', 'run:' || (w.run->>'id')))
    from jsonb_array_elements(p_runs) w(run)
  ));
end $$;

-- Transitions: each is written whole if the run's fence and sequence still hold, and not at all otherwise. A row for each that
-- was not HELD. Without a path the caller has entered the tier, and has the transaction.
create or replace function record_transitions(p_path text, p_transitions jsonb, p_waits boolean)
returns table (run_id uuid, answer text) language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off
set enable_mergejoin = off as $$
declare
  v_free uuid[];
  v_held uuid[];
begin
  if p_path is not null then perform enter_tier(p_path); end if;
  if not p_waits then
    v_free := array(
      select r.id from jsonb_to_recordset(p_transitions) w(id uuid) join provisioning_run r on r.id = w.id
      for update of r skip locked
    );
  end if;
  with held as (
    update provisioning_run r set
      sequence = r.sequence + 1, worker_id = w.worker_id, state = w.state, waiting_for = w.waiting_for,
      waiting_until = w.waiting_until, cancel_requested_at = w.cancel_requested_at, retries_used = w.retries_used,
      deadline_at = w.deadline_at, deadline_left_ms = w.deadline_left_ms, started_at = w.started_at,
      finished_at = w.finished_at, error = w.error
    from jsonb_to_recordset(p_transitions) w(
      id uuid, path text, fence bigint, sequence int, worker_id uuid, state text, waiting_for text, waiting_until timestamptz,
      cancel_requested_at timestamptz, retries_used int, deadline_at timestamptz, deadline_left_ms int, started_at timestamptz,
      finished_at timestamptz, error jsonb, tasks jsonb, log jsonb
    )
    where r.id = w.id and r.path = w.path and r.fence = w.fence and r.sequence = w.sequence
      and (v_free is null or r.id = any(v_free))
    returning r.id, r.path, w.tasks, w.log
  ), tasks as (
    update provisioning_task t set
      state = p.state, attempt = p.attempt, attempts_before = p.attempts_before, back_offs = p.back_offs,
      undo_attempt = p.undo_attempt, next_attempt_at = p.next_attempt_at, deadline_at = p.deadline_at,
      started_at = p.started_at, finished_at = p.finished_at, is_outcome_unknown = p.is_outcome_unknown,
      is_touched = p.is_touched, detail = p.detail, message = p.message, output = p.output, error = p.error
    from held, jsonb_to_recordset(held.tasks) p(
      key text, state text, attempt int, attempts_before int, back_offs int, undo_attempt int, next_attempt_at timestamptz,
      deadline_at timestamptz, started_at timestamptz, finished_at timestamptz, is_outcome_unknown boolean,
      is_touched boolean, detail jsonb, message jsonb, output jsonb, error jsonb
    )
    where t.run_id = held.id and t.key = p.key
  ), lines as (
    insert into task_log (id, path, run_id, task_key, attempt, at, level, message, request, response)
    select l.id, held.path, held.id, l.task_key, l.attempt, l.at, l.level, l.message, l.request, l.response
    from held, jsonb_to_recordset(held.log) l(
      id uuid, task_key text, attempt int, at timestamptz, level text, message text, request text, response text
    )
  )
  select coalesce(array_agg(held.id), '{}') into v_held from held;
  if p_transitions @? '$[*].wake_after_ms' then
    perform wake_run(w.path, w.id, w.wake_after_ms)
    from jsonb_to_recordset(p_transitions) w(id uuid, path text, wake_after_ms bigint)
    where w.wake_after_ms is not null and w.id = any(v_held);
  end if;
  if cardinality(v_held) < jsonb_array_length(p_transitions) then
    return query
      select w.id, case when r.fence = w.fence then case when w.id = any(v_free) is false then 'BUSY' else 'STALE' end else 'LOST' end
      from jsonb_to_recordset(p_transitions) w(id uuid, path text, fence bigint)
      left join provisioning_run r on r.id = w.id and r.path = w.path
      where w.id <> all(v_held);
  end if;
end $$;

-- The newest version of the playbook of that key, of the tier nearest above the path. In the caller's tier.
create or replace function latest_playbook(p_key text, p_path text)
returns table (id uuid, key text, title jsonb, number int, format text, document text) language plpgsql stable as $$
begin
  return query
    select v.id, p.key, p.title, v.number, v.format, v.document
    from playbook p join playbook_version v on v.playbook_id = p.id and v.number = p.latest_version
    where p.key = p_key and starts_with(p_path, p.path) order by length(p.path) desc limit 1;
end $$;

drop function if exists start_run(jsonb, jsonb, text, int);

-- A new run with its tasks; false when the reseller has as many unfinished ones as it may. In the caller's transaction and tier.
create or replace function start_run(p_run jsonb, p_tasks jsonb, p_unfinished_max int) returns boolean language plpgsql as $$
declare
  v_id uuid := (p_run->>'id')::uuid;
  v_path text := p_run->>'path';
  v_reseller uuid := (p_run->>'reseller_id')::uuid;
begin
  if (select count(*) from (
        select from provisioning_run where reseller_id = v_reseller and finished_at is null limit p_unfinished_max
      ) unfinished) >= p_unfinished_max then
    return false;
  end if;
  insert into provisioning_run (id, path, number, kind, state, origin, title, reseller_id, customer_id, service_id, order_id,
    playbook_version_id, playbook_key, playbook_number, variables, sequence, fence, retries_used, started_by_id, started_by,
    queued_at, undoable_until, import_id)
  select v_id, v_path, r.number, r.kind, 'QUEUED', r.origin, r.title, v_reseller, r.customer_id, r.service_id, r.order_id,
    r.playbook_version_id, r.playbook_key, r.playbook_number, r.variables, 1, 0, 0, r.started_by_id, r.started_by,
    r.queued_at, r.undoable_until, r.import_id
  from jsonb_to_record(p_run) r(number int, kind text, origin text, title jsonb, customer_id uuid, service_id uuid, order_id uuid,
    playbook_version_id uuid, playbook_key text, playbook_number int, variables jsonb, started_by_id uuid, started_by text,
    queued_at timestamptz, undoable_until timestamptz, import_id uuid);
  insert into provisioning_task (path, run_id, key, position, title, action, kind, connector, input, needs, ignores_errors,
    deadline_seconds, max_attempts, instructions, state, attempt, attempts_before, back_offs, undo_attempt,
    is_outcome_unknown, is_touched)
  select v_path, v_id, t.key, t.position, t.title, t.action, t.kind, t.connector, t.input, t.needs, t.ignores_errors,
    t.deadline_seconds, t.max_attempts, t.instructions, 'PENDING', 0, 0, 0, 0, false, false
  from jsonb_to_recordset(p_tasks) t(key text, position int, title jsonb, action text, kind text, connector text, input jsonb,
    needs text[], ignores_errors boolean, deadline_seconds int, max_attempts int, instructions jsonb);
  return true;
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
