import { failureText } from "@tierline/shared/failure-code.ts";
import { canMove } from "@tierline/shared/moves.ts";
import { orderMoves, type OrderState } from "@tierline/shared/order-state.ts";
import type { RunState } from "@tierline/shared/run-state.ts";
import type { ServiceState } from "@tierline/shared/service-state.ts";
import { defaultLanguage, languageOf } from "@tierline/shared/language.ts";
import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Sentence, type Words } from "@tierline/shared/sentence.ts";
import { releaseClaims } from "../inventory/assign-item.ts";
import type { Transaction } from "../kernel/context.ts";
import type { NotificationKind } from "../notifications/notification.entity.ts";
import { notify } from "../notifications/notify.ts";
import { queueMail } from "../notifications/queue-mail.ts";
import { applyPlanChange, takePlanChangeBack } from "./apply-plan-change.ts";
import { chargeOrder, takeOrderChargesBack } from "./charge-order.ts";
import type { RunHook } from "../provisioning/parts.ts";
import type { RunModel } from "../provisioning/run-model.ts";
import { changeService, moveService, setSuspension } from "../services/move-service.ts";

const orderStateAt: Partial<Record<RunState, OrderState>> = {
  RUNNING: "IN_PROGRESS",
  SUCCEEDED: "COMPLETED",
  SUCCEEDED_WITH_WARNINGS: "COMPLETED",
  FAILED: "FAILED",
  CANCELLED: "CANCELLED",
  ROLLED_BACK: "CANCELLED",
};

/** Of a new service. One that was activated keeps its state until a roll-back ends it. */
const serviceStateAt: Partial<Record<RunState, ServiceState>> = {
  RUNNING: "PENDING",
  FAILED: "PENDING_FAILED",
  CANCELLED: "TERMINATED",
  ROLLED_BACK: "TERMINATED",
};

type RunNotice = Extract<NotificationKind, `RUN_${string}`>;

const noticeAt: Partial<Record<RunState, RunNotice>> = {
  SUCCEEDED: "RUN_SUCCEEDED",
  SUCCEEDED_WITH_WARNINGS: "RUN_WARNED",
  FAILED: "RUN_FAILED",
  ROLL_BACK_FAILED: "RUN_FAILED",
  ROLLED_BACK: "RUN_ROLLED_BACK",
  CANCELLED: "RUN_CANCELLED",
};

/** A run lets go of what it holds and did not assign as soon as it needs nothing any more; a failed one keeps it (O33). */
const letsGo: ReadonlySet<RunState> = new Set(["SUCCEEDED", "SUCCEEDED_WITH_WARNINGS", "CANCELLED", "ROLLED_BACK"]);

/**
 * What a run means for its order, its service and people. Runs in the transaction that changes the run, so that all of it is
 * true at the same moment and happens once.
 */
export const onRunChange: RunHook = async (tx, { run, to }) => {
  await changeOrder(tx, run, to);
  await changeServiceOf(tx, run, to);
  if (letsGo.has(to)) await releaseClaims(tx, run.id);
  await chargeOrderOf(tx, run, to);
  if (isToldByImport(run, to)) return;
  await tellStarter(tx, run, to);
  if (to === "FAILED" || to === "ROLL_BACK_FAILED") await mailFailure(tx, run, to);
};

/** What only a person begins. */
const takenUp: ReadonlySet<RunState> = new Set(["ROLLED_BACK", "ROLL_BACK_FAILED", "CANCELLED"]);

/** A file of a hundred thousand rows tells at its end what has come of them; what somebody has taken up since is told like any other. */
function isToldByImport({ importId, retriesUsed, tasks }: RunModel, to: RunState): boolean {
  if (importId == null || retriesUsed > 0 || takenUp.has(to)) return false;
  return !tasks.some(({ kind, state }) => kind === "MANUAL" && state === "SUCCEEDED");
}

async function changeOrder(tx: Transaction, run: RunModel, to: RunState): Promise<void> {
  const state = orderStateAt[to];
  if (run.orderId === null || state === undefined) return;
  const [order] = await tx.em.execute<{ state: OrderState }[]>(
    "select state from customer_order where id = ? for update",
    [run.orderId],
  );
  if (order === undefined || !canMove(orderMoves, order.state, state)) return;
  await tx.em.execute("update customer_order set state = ?, version = version + 1 where id = ?", [state, run.orderId]);
}

async function changeServiceOf(tx: Transaction, run: RunModel, to: RunState): Promise<void> {
  if (run.serviceId === null) return;
  const state = run.kind === "PROVISION" ? serviceStateAt[to] : undefined;
  const [service] = await tx.em.execute<{ state: ServiceState }[]>("select state from service where id = ?", [
    run.serviceId,
  ]);
  // What an end took off the network comes back as it was sold: what is suspended for its balance is taken off once more.
  if (run.kind === "TERMINATE" && to === "ROLLED_BACK") await setSuspension(tx, run.serviceId, "BALANCE", false);
  const isPending = service?.state === "PENDING" || service?.state === "PENDING_FAILED";
  const mayMove = isPending || to === "ROLLED_BACK";
  if (state === undefined || !mayMove) return changeService(tx, run.serviceId, {}); // whoever looks at it sees its run end
  await moveService(tx, run.serviceId, state);
}

/** What a run ended well with is paid for from then on; what it undid is not (A-O13). */
async function chargeOrderOf(tx: Transaction, { id, kind, orderId }: RunModel, to: RunState): Promise<void> {
  if (orderId === null) return;
  if (kind === "CHANGE") {
    if (orderStateAt[to] === "COMPLETED") await applyPlanChange(tx, orderId);
    if (to === "ROLLED_BACK") await takePlanChangeBack(tx, orderId);
  }
  if (kind !== "PROVISION" && kind !== "ADD_ON") return;
  if (orderStateAt[to] === "COMPLETED") await chargeOrder(tx, orderId, id);
  if (to === "ROLLED_BACK") await takeOrderChargesBack(tx, orderId, id);
}

async function tellStarter(tx: Transaction, run: RunModel, to: RunState): Promise<void> {
  const kind = run.waitingFor === "PERSON" ? "RUN_WAITING" : noticeAt[to];
  if (kind === undefined) return;
  await notify(tx, {
    userId: run.startedById,
    path: run.path,
    kind,
    title: titleOf(run, kind),
    detail: detailOf(run, kind),
    runId: run.id,
    cause: `run:${run.id}:${run.sequence}`,
  });
}

function titleOf({ number, title: run }: RunModel, kind: RunNotice): Sentence {
  return kind === "RUN_FAILED" ? say("notice.RUN_FAILED", { number, run }) : say(`notice.${kind}`, { run });
}

function detailOf(run: RunModel, kind: RunNotice): Words {
  if (kind === "RUN_FAILED") return run.error?.message ?? "";
  if (kind === "RUN_WAITING") return run.tasks.find((task) => task.state === "WAITING")?.title ?? "";
  if (kind === "RUN_WARNED") return run.tasks.find((task) => task.state === "FAILED_IGNORED")?.error?.message ?? "";
  return "";
}

/** OX2: those in charge hear of it by mail, in the reseller's language, once a failure, with what to look at. */
async function mailFailure(tx: Transaction, run: RunModel, to: RunState): Promise<void> {
  const [reseller] = await tx.em.execute<{ name: string; path: string; locale: string; failure_emails: string[] }[]>(
    "select name, path, locale, failure_emails from reseller where id = ?",
    [run.resellerId],
  );
  if (reseller === undefined || reseller.failure_emails.length === 0) return;
  const { title, whatToCheck } = failureText(to === "FAILED" ? (run.error?.code ?? "INTERNAL") : "UNDO_FAILED");
  const failed = run.tasks.find(({ key }) => key === run.error?.taskKey);
  const { number, title: about } = run;
  const inWords = (words: Words): string => rendered(words, languageOf(reseller.locale) ?? defaultLanguage);
  const what = { number, reseller: reseller.name, run: about };
  const lines = [
    inWords(to === "FAILED" ? say("failureMail.failed", what) : say("failureMail.notRolledBack", what)),
    inWords(say("failureMail.startedBy", { name: run.startedBy })),
    inWords(failed === undefined ? say("failureMail.noTask") : say("failureMail.task", { task: failed.title })),
    inWords(say("failureMail.cause", { cause: title, message: run.error?.message ?? "" })).trim(),
    [inWords(say("failureMail.check")), ...whatToCheck.map((line) => `- ${inWords(line)}`)].join("\n"),
  ];
  await queueMail(tx, {
    path: reseller.path,
    cause: `run:${run.id}:${run.sequence}`,
    recipients: reseller.failure_emails,
    subject: inWords(say("failureMail.subject", { number, cause: title })),
    body: `${lines.join("\n\n")}\n`,
  });
}
