import { rendered } from "@tierline/shared/render-sentence.ts";
import { say, type Words } from "@tierline/shared/sentence.ts";
import { addMonths, dateInZone } from "@tierline/shared/billing-period.ts";
import type * as Demo from "@tierline/shared/demo/model.ts";
import { pastRun } from "@tierline/shared/demo/past-run.ts";
import { demoPlaybook } from "@tierline/shared/demo/playbooks.ts";
import { newId } from "@tierline/shared/id.ts";
import { formatIdentifier } from "@tierline/shared/identifier.ts";
import { isPassed } from "@tierline/shared/task-state.ts";
import type { NotificationKind } from "../api/generated/schema.ts";
import { moveItem, needed, type Note, resellerOf, rowOf, type Run, tell, type World } from "./world.ts";

/** Long enough to be watched, short enough not to be waited for. */
const taskMs = { DB: 350, EXTERNAL: 900, MANUAL: 0 } as const;
/** A card whose number ends so is refused by the charging system, the first time. */
const refusedEnding = "0666";
const typeWords = {
  MOBILE: "Mobile",
  INTERNET: "Internet",
  IPTV: "IPTV",
  VOIP: "VoIP",
  COLLABORATION: "Collaboration",
} as const;

/** The run as it would end well: what every task is given and says when it is done. */
export function scriptOf({ id, playbookKey, queuedAt, variables }: Run): ReturnType<typeof pastRun> {
  const { document } = demoPlaybook(playbookKey);
  return pastRun({ runId: id, document, outcome: { kind: "SUCCEEDED" }, queuedAt, variables });
}

/** Queues a run: its tasks wait, and the first begins in a moment. */
export function queueRun(world: World, run: Run): void {
  const tasks = scriptOf(run).tasks.map(waiting);
  world.runs.set(run.id, { ...run, tasks });
  setTimeout(() => advance(world, run.id), taskMs.DB);
}

/** Goes on from the task that failed. */
export function retryRun(world: World, id: string): void {
  const run = needed(world.runs.get(id));
  const tasks = run.tasks.map((task) => (task.state === "FAILED" ? { ...waiting(task), attempt: task.attempt } : task));
  change(world, id, { state: "RUNNING", tasks, error: null, finishedAt: null, retriesUsed: run.retriesUsed + 1 });
  changeService(world, run, { state: "PENDING" });
  changeOrder(world, run, { state: "IN_PROGRESS" });
  setTimeout(() => advance(world, id), taskMs.DB);
}

/** A person has done what a task waited for. */
export function completeTask(world: World, id: string, key: string): void {
  change(world, id, { state: "RUNNING", waitingFor: null });
  finish(world, id, key);
}

function waiting(task: Demo.DemoTask): Demo.DemoTask {
  return {
    ...task,
    state: "PENDING",
    attempt: 0,
    startedAt: null,
    finishedAt: null,
    message: null,
    error: null,
    log: task.state === "FAILED" ? task.log : [],
  };
}

function change(world: World, id: string, changes: Partial<Run>): void {
  const run = needed(world.runs.get(id));
  world.runs.set(id, { ...run, ...changes, sequence: run.sequence + 1 });
  tell(world, `run:${id}`);
}

function changeTask(world: World, id: string, key: string, changes: Partial<Demo.DemoTask>): void {
  const tasks = needed(world.runs.get(id)).tasks.map((task) => (task.key === key ? { ...task, ...changes } : task));
  change(world, id, { tasks });
}

function changeService(world: World, run: Run, changes: Partial<Demo.DemoService>): void {
  if (run.kind !== "PROVISION") return;
  world.services.set(run.serviceId, { ...needed(world.services.get(run.serviceId)), ...changes });
  tell(world, `service:${run.serviceId}`);
}

function changeOrder(world: World, run: Run, changes: Partial<Demo.DemoOrder>): void {
  const order = world.orders.get(run.orderId ?? "");
  if (order !== undefined) world.orders.set(order.id, { ...order, ...changes });
}

/** Begins every task that waits for nothing any more, or ends the run. */
function advance(world: World, id: string): void {
  const run = needed(world.runs.get(id));
  const hasFailed = run.tasks.some(({ state }) => state === "FAILED");
  const passed = new Set(run.tasks.filter(({ state }) => isPassed(state)).map(({ key }) => key));
  const ready = run.tasks.filter(({ state, needs }) => state === "PENDING" && needs.every((need) => passed.has(need)));
  if (run.state === "QUEUED") change(world, id, { state: "RUNNING", startedAt: new Date() });
  if (!hasFailed) for (const task of ready) begin(world, id, task);
  const now = needed(world.runs.get(id));
  if (now.tasks.some(({ state }) => state === "RUNNING")) return;
  if (hasFailed) return fail(world, now);
  if (now.tasks.some(({ state }) => state === "WAITING")) {
    change(world, id, { state: "WAITING", waitingFor: "PERSON" });
    note(world, now, "RUN_WAITING", "");
  } else if (ready.length === 0) succeed(world, now);
}

function begin(world: World, id: string, { key, kind, attempt }: Demo.DemoTask): void {
  const state = kind === "MANUAL" ? "WAITING" : "RUNNING";
  changeTask(world, id, key, { state, attempt: attempt + 1, startedAt: new Date() });
  if (kind !== "MANUAL") setTimeout(() => finish(world, id, key), taskMs[kind]);
}

function finish(world: World, id: string, key: string): void {
  const run = needed(world.runs.get(id));
  const task = needed(run.tasks.find((each) => each.key === key));
  const error = refusalOf(run, task);
  const message = error?.message ?? needed(scriptOf(run).tasks.find((each) => each.key === key)).message ?? "";
  const finishedAt = new Date();
  const { attempt } = task;
  const level = error === null ? "INFO" : "ERROR";
  const entry = { id: newId(), at: finishedAt, attempt, level, message: rendered(message, "en") } as const;
  const state = error === null ? "SUCCEEDED" : "FAILED";
  if (error === null) take(world, run, task);
  changeTask(world, id, key, { state, finishedAt, message: error?.message ?? null, error, log: [...task.log, entry] });
  advance(world, id);
}

function refusalOf({ retriesUsed }: Run, { key, action, input }: Demo.DemoTask): Demo.DemoRunError | null {
  const iccid = typeof input === "object" && input !== null && "iccid" in input ? String(input.iccid) : "";
  const isRefused = action === "charging.create-account" && iccid.endsWith(refusedEnding) && retriesUsed === 0;
  return isRefused
    ? { code: "OCS_UNREACHABLE", message: say("outside.unreachable", { element: say("element.ocs") }), taskKey: key }
    : null;
}

/** What a task inside Tierline does to the world; those outside leave nothing behind here. */
function take(world: World, run: Run, { action, input }: Demo.DemoTask): void {
  if (action === "inventory.assign" && typeof input === "object" && input !== null && "slot" in input) {
    const item = [...world.items.values()].find(
      ({ heldByRunId, slot }) => heldByRunId === run.id && slot === input.slot,
    );
    if (item !== undefined) {
      const reason = say("custody.assigned");
      moveItem(world, item.id, "ASSIGNED", { actor: run.startedBy, reason, run }, { location: null });
    }
  }
  if (action === "service.activate") changeService(world, run, activated(world, run));
  if (action === "service.record-addon") recordAddon(world, run);
}

function activated(world: World, run: Run): Partial<Demo.DemoService> {
  const service = needed(world.services.get(run.serviceId));
  const offering = needed(rowOf(world.offerings, service.offeringId));
  const startsOn = dateInZone(new Date(), resellerOf(world, run).timeZone);
  const endsOn = service.autoRenew ? null : addMonths(startsOn, offering.contractTermMonths);
  return { state: "ACTIVE", startsOn, endsOn, name: nameOf(world, service) };
}

/** O31: the type and the number, or the place where there is no number. */
export function nameOf(world: World, { id, serviceType, siteId, customerId }: Demo.DemoService): string {
  const number = [...world.items.values()].find((item) => item.serviceId === id && item.slot === "number");
  const site = needed(rowOf(world.customers, customerId)).sites.find((each) => each.id === siteId);
  const rest =
    number === undefined ? (site?.address.line1 ?? "") : formatIdentifier(number.identifierKind, number.identifier);
  return `${typeWords[serviceType]} - ${rest}`;
}

function recordAddon(world: World, { orderId, serviceId, id }: Run): void {
  const service = needed(world.services.get(serviceId));
  const order = world.orders.get(orderId ?? "");
  if (order === undefined) return;
  const addon = { id: newId(), offeringId: order.offeringId, orderId: order.id, runId: id, addedAt: new Date() };
  world.services.set(serviceId, { ...service, addons: [...service.addons, addon] });
  tell(world, `service:${serviceId}`);
}

function succeed(world: World, run: Run): void {
  for (const item of world.items.values()) {
    if (item.heldByRunId === run.id) world.items.set(item.id, { ...item, heldByRunId: null });
  }
  changeService(world, run, {}); // whoever looks at it sees its run end
  changeOrder(world, run, { state: "COMPLETED" });
  change(world, run.id, { state: "SUCCEEDED", finishedAt: new Date() });
  note(world, run, "RUN_SUCCEEDED", "");
}

function fail(world: World, run: Run): void {
  const error = run.tasks.find(({ state }) => state === "FAILED")?.error ?? null;
  changeService(world, run, { state: "PENDING_FAILED" });
  changeOrder(world, run, { state: "FAILED" });
  change(world, run.id, { state: "FAILED", finishedAt: new Date(), error });
  note(world, run, "RUN_FAILED", error?.message ?? "");
}

type RunNotice = Extract<NotificationKind, `RUN_${string}`>;

function note(world: World, { id, number, title: run, path }: Run, kind: RunNotice, detail: Words): void {
  const title = kind === "RUN_FAILED" ? say("notice.RUN_FAILED", { number, run }) : say(`notice.${kind}`, { run });
  tell(world, "notes", { id: newId(), at: new Date(), kind, title, detail, runId: id, path } satisfies Note);
}
