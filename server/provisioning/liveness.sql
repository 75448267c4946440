-- Liveness of workers: the only place where the database's own clock decides.

-- Declares workers dead whose lock is free (their connection ended) or whose heart has not beaten for so long (paused, cut off),
-- and puts their runs back under a new fence. The sleeper that comes back can write nothing.
create or replace function take_over_runs(p_root text, p_silence interval)
returns table (run_id uuid, run_path text, run_sequence int) language plpgsql as $$
declare
  v_pools text[];
begin
  perform enter_tier(p_root);
  with dead as (
    update worker w set ended_at = clock_timestamp()
    where w.ended_at is null
      and (w.heartbeat_at < clock_timestamp() - p_silence or pg_try_advisory_xact_lock(hashtextextended(w.id::text, 42)))
    returning w.pool_id
  )
  select array_agg(pool_id) into v_pools from dead;
  if v_pools is not null then perform graphile_worker.force_unlock_workers(v_pools); end if;
  return query
    with taken as (
      update provisioning_run r set
        worker_id = null, fence = r.fence + 1, sequence = r.sequence + 1, waiting_for = 'TAKE_OVER', waiting_until = null,
        state = case r.state when 'RUNNING' then 'WAITING' else r.state end
      from worker w
      where w.id = r.worker_id and w.ended_at is not null and r.finished_at is null
      returning r.id, r.path, r.sequence
    )
    select t.id, t.path, t.sequence from taken t, lateral (select wake_run(t.path, t.id, 0)) woken;
end $$;

-- Runs of this worker that it does not know of: the answer to its claim was lost on the way.
create or replace function let_go_of_strays(p_root text, p_worker uuid, p_in_hand uuid[])
returns table (run_id uuid, run_path text, run_sequence int) language plpgsql as $$
begin
  perform enter_tier(p_root);
  return query
    with let_go as (
      update provisioning_run r set
        worker_id = null, fence = r.fence + 1, sequence = r.sequence + 1, waiting_for = 'TAKE_OVER', waiting_until = null,
        state = case r.state when 'RUNNING' then 'WAITING' else r.state end
      where r.worker_id = p_worker and r.finished_at is null and r.id <> all (p_in_hand)
      returning r.id, r.path, r.sequence
    )
    select t.id, t.path, t.sequence from let_go t, lateral (select wake_run(t.path, t.id, 0)) woken;
end $$;

-- Wakes what is due by the business clock, and whatever the queue has forgotten. The queue knows its times by itself; this is
-- for a clock that was moved and for a job that was lost.
create or replace function wake_due_runs(p_root text, p_now timestamptz, p_limit int) returns int language plpgsql as $$
declare
  v_count int;
begin
  perform enter_tier(p_root);
  with due as (
    select r.id, r.path from provisioning_run r
    left join graphile_worker.jobs j on j.key = 'run:' || r.id and j.attempts < j.max_attempts
      and (j.locked_by is null or exists (select from worker w where w.pool_id = j.locked_by and w.ended_at is null))
    where r.finished_at is null and r.worker_id is null and coalesce(r.waiting_for, '') <> 'PERSON'
      and ((j.id is null and coalesce(r.waiting_until, p_now) <= p_now) or (j.run_at > clock_timestamp() and r.waiting_until <= p_now))
    limit p_limit
  )
  select count(*) into v_count from due, lateral (select wake_run(due.path, due.id, 0)) woken;
  return v_count;
end $$;
