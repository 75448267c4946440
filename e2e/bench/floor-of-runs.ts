import pg from "pg";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { Ground } from "./ground.ts";
import type { Contestant } from "./measure.ts";
import { each } from "./p1-runs.ts";
import { taskKeys } from "./six-tasks.ts";

const path = `${resellersOfTests.acme.path}c1.`;

// The least that each transition of a run has to do to the product's own tables, under their row security.
const functions = `
create or replace function bench_claim(p_path text, p_run uuid) returns bigint language plpgsql as $$
declare v_fence bigint;
begin
  perform enter_tier(p_path);
  update provisioning_run set fence = fence + 1, sequence = sequence + 1, state = 'RUNNING'
  where id = p_run and finished_at is null and worker_id is null returning fence into v_fence;
  return v_fence;
end $$;
create or replace function bench_step(p_path text, p_run uuid, p_fence bigint, p_done text, p_begun text) returns boolean
language plpgsql as $$
begin
  perform enter_tier(p_path);
  update provisioning_run set sequence = sequence + 1,
    started_at = coalesce(started_at, now()), finished_at = case when p_begun is null then now() end,
    state = case when p_begun is null then 'SUCCEEDED' else 'RUNNING' end
  where id = p_run and fence = p_fence;
  if not found then return false; end if;
  update provisioning_task set state = 'SUCCEEDED', finished_at = now(), output = '{}' where run_id = p_run and key = p_done;
  update provisioning_task set state = 'RUNNING', started_at = now(), attempt = 1 where run_id = p_run and key = p_begun;
  return true;
end $$;`;

/**
 * The same transitions (claim, begin, six ends) through the same driver, each one call, and one commit, of a function that checks
 * the fence. It does less than the engine must: a claim answers the fence and not the run, fewer columns are written, nothing is
 * decided from what was read, there are no sequence, no deadlines and no queue. The engine's transitions share their commits.
 */
export async function floorOfRuns(
  ground: Ground,
  enqueue: () => Promise<void>,
  runs: number,
  connectionsWanted: number,
): Promise<{ contestant: Contestant; close(): Promise<void> }> {
  await ground.rows(functions);
  const pool = new pg.Pool({ connectionString: ground.url, max: Math.min(connectionsWanted, 16) });
  let ids: string[] = [];
  async function run(): Promise<void> {
    const id = ids.pop();
    const claimed = await pool.query<{ fence: string }>("select bench_claim($1, $2) as fence", [path, id]);
    const fence = claimed.rows[0]?.fence;
    for (let at = 0; at <= taskKeys.length; at += 1) {
      const step = [path, id, fence, taskKeys[at - 1] ?? null, taskKeys[at] ?? null];
      const { rows } = await pool.query<{ held: boolean }>("select bench_step($1, $2, $3, $4, $5) as held", step);
      if (rows[0]?.held !== true) throw new Error("The floor lost its fence.");
    }
  }
  const contestant: Contestant = {
    name: "floor: one call per transition",
    async prepare() {
      await enqueue();
      await ground.rows("delete from graphile_worker._private_jobs");
      const rows = await ground.rows<{ id: string }>("select id from provisioning_run where finished_at is null");
      ids = rows.map(({ id }) => id);
    },
    round: () => each(runs, run),
  };
  return { contestant, close: () => pool.end() };
}
