import type { RunState } from "@tierline/shared/run-state.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { addDays, dateInZone } from "@tierline/shared/billing-period.ts";
import type { SubscriberState } from "@tierline/shared/package.ts";
import { settlePackages } from "./packages-run.ts";
import { stopCharging } from "../charging/stop-charging.ts";
import type { Transaction } from "../kernel/context.ts";
import type { RunHook } from "../provisioning/parts.ts";
import type { RunModel } from "../provisioning/run-model.ts";

const succeeded: ReadonlySet<RunState> = new Set(["SUCCEEDED", "SUCCEEDED_WITH_WARNINGS"]);
const undone: ReadonlySet<RunState> = new Set(["CANCELLED", "ROLLED_BACK"]);

/**
 * What a run means for the person it is about, and for the packages of a customer: seats come back when what held them is gone. In the
 * transaction that changes the run, so once.
 */
export const followRun: RunHook = async (tx, { run, to }) => {
  if (run.serviceId !== null) await followSubscriber(tx, run, to);
  else if (run.customerId !== null) await followPackages(tx, run, to);
};

async function followSubscriber(tx: Transaction, run: RunModel, to: RunState): Promise<void> {
  const [row] = await tx.em.execute<{ id: string }[]>("select id from subscriber where service_id = ? for update", [
    run.serviceId,
  ]);
  if (row === undefined) return;
  if (to === "FAILED" || to === "ROLL_BACK_FAILED") return become(tx, row.id, "ERROR");
  if (to === "RUNNING") return become(tx, row.id, stateUnder(run));
  if (!succeeded.has(to) && !undone.has(to)) return;
  const isDone = succeeded.has(to);
  if (run.kind === (isDone ? "TERMINATE" : "PROVISION")) {
    await tx.em.execute("delete from subscriber where id = ?", [row.id]);
    return;
  }
  // What the order has made of the service by now is what they have.
  if (run.kind === "CHANGE" && run.orderId !== null) {
    await tx.em.execute(
      `update subscriber p set wanted_id = null, offering_id = s.offering_id from service s where p.id = ? and s.id = p.service_id`,
      [row.id],
    );
  }
  if (run.kind === "ADD_ON" && !isDone) await dropAddons(tx, "run_id", run.id);
  if (run.kind === "CHANGE" && run.orderId === null) await endRemoval(tx, run, isDone);
  await become(tx, row.id, "PROVISIONED");
}

function stateUnder({ kind }: RunModel): SubscriberState {
  if (kind === "PROVISION") return "PROVISIONING";
  return kind === "TERMINATE" ? "DELETING" : "UPDATING";
}

async function become({ em, clock }: Transaction, id: string, state: SubscriberState): Promise<void> {
  await em.execute("update subscriber set state = ?, state_at = ?, version = version + 1 where id = ? and state <> ?", [
    state,
    clock.now(),
    id,
    state,
  ]);
}

async function dropAddons({ em }: Transaction, column: "run_id" | "removal_id", runId: string): Promise<void> {
  await em.execute(`delete from subscriber_addon where ${column} = ?`, [runId]);
}

/** From that day on the add-on is charged no more, at any sale on the way. */
async function endRemoval(tx: Transaction, run: RunModel, isDone: boolean): Promise<void> {
  if (!isDone) {
    await tx.em.execute("update subscriber_addon set removal_id = null where removal_id = ?", [run.id]);
    return;
  }
  const [addon] = await tx.em.execute<{ id: string; time_zone: string }[]>(
    `select a.id, r.time_zone from service_addon a join subscriber_addon p on a.run_id = p.run_id, reseller r
     where p.removal_id = ? and r.id = ?`,
    [run.id, run.resellerId],
  );
  if (addon !== undefined) {
    const today = dateInZone(tx.clock.now(), addon.time_zone);
    await stopCharging(tx, { subjectKind: "ADDON", subjectId: addon.id }, addDays(today, 1)); // this day counts
  }
  await dropAddons(tx, "removal_id", run.id);
}

/** A run that came to nothing leaves its packages in error, with what it failed at; a retry begins them anew. */
async function followPackages(tx: Transaction, run: RunModel, to: RunState): Promise<void> {
  if (to === "RUNNING") {
    await tx.em.execute(
      "update customer_package set state = 'PROVISIONING', problem_code = null, problem = null where run_id = ? and state = 'ERROR'",
      [run.id],
    );
    return;
  }
  if (succeeded.has(to)) return settlePackages(tx, "run_id", run.id); // of each that failed it was recorded already
  if (to !== "FAILED" && !undone.has(to)) return;
  const { code = "CANCELLED", message = null } = run.error ?? {};
  await tx.em.execute(
    "update customer_package set state = 'ERROR', problem_code = ?, problem = ? where run_id = ? and state = 'PROVISIONING'",
    [code, message === null ? null : rendered(message, "en"), run.id],
  );
}
