import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { runStates } from "@tierline/shared/run-state.ts";
import { taskStates } from "@tierline/shared/task-state.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { channels } from "@tierline/shared/kinds.ts";
import { PlaybookVersionEntity } from "./playbook.entity.ts";

export interface RunErrorValue {
  code: string;
  message: string;
  taskKey: string | null;
}

export const runKinds = ["PROVISION", "ADD_ON", "TERMINATE"] as const;
export type RunKind = (typeof runKinds)[number];
export const taskKinds = ["DB", "EXTERNAL", "MANUAL"] as const;
export type TaskKind = (typeof taskKinds)[number];
export const waitReasons = ["BACK_OFF", "PERSON", "UPSTREAM", "TAKE_OVER"] as const;

/** One execution of one playbook version with frozen variables. The path is the customer's. */
export const RunEntity = defineEntity({
  name: "ProvisioningRun",
  tableName: "provisioning_run",
  ...insideTier,
  properties: {
    ...tierRow,
    number: p.integer(),
    kind: oneOf("kind", runKinds),
    state: oneOf("state", runStates),
    origin: oneOf("origin", channels),
    title: p.text(),
    /** Soft references: the engine knows no product and no customer. */
    resellerId: p.uuid(),
    customerId: p.uuid().nullable(),
    serviceId: p.uuid().nullable(),
    orderId: p.uuid().nullable(),
    playbookVersion: () => p.manyToOne(PlaybookVersionEntity).mapToPk(),
    playbookKey: p.text(),
    playbookNumber: p.integer(),
    /** What the templates of the playbook read, frozen at the start. Holds no secrets. */
    variables: p.json<Record<string, unknown>>(),
    /** Grows with every change; viewers compare it. */
    sequence: p.integer(),
    /** Every write of a worker carries the fence it was given; an older one writes nothing. */
    fence: p.bigint(),
    workerId: p.uuid().nullable(),
    waitingFor: oneOf("waiting_for", waitReasons).nullable(),
    waitingUntil: p.datetime().nullable(),
    cancelRequestedAt: p.datetime().nullable(),
    retriesUsed: p.integer(),
    deadlineAt: p.datetime().nullable(),
    startedById: p.uuid(),
    startedBy: p.text(),
    queuedAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    /** Until then a finished run may still be rolled back (O13). */
    undoableUntil: p.datetime().nullable(),
    error: p.json<RunErrorValue>().nullable(),
  },
  uniques: [{ name: "run_number", properties: ["resellerId", "number"] }],
  indexes: [
    { name: "run_list", properties: ["path", "queuedAt", "id"] },
    { name: "run_unfinished", properties: ["workerId"], where: "finished_at is null" },
    { name: "run_of_service", properties: ["serviceId"] },
    { name: "run_of_customer", properties: ["customerId"] },
  ],
});
export type RunRow = InferEntity<typeof RunEntity>;

export const TaskEntity = defineEntity({
  name: "ProvisioningTask",
  tableName: "provisioning_task",
  ...insideTier,
  properties: {
    path: p.text().collation("C"),
    run: () => p.manyToOne(RunEntity).mapToPk().primary().deleteRule("cascade"),
    key: p.text().primary(),
    position: p.integer(),
    title: p.text(),
    action: p.text(),
    kind: oneOf("kind", taskKinds),
    connector: p.text().nullable(),
    /** The playbook's templates, rendered when the task starts. */
    input: p.json<unknown>(),
    needs: p.array().columnType("text[]"),
    ignoresErrors: p.boolean(),
    deadlineSeconds: p.integer(),
    maxAttempts: p.integer(),
    instructions: p.text().nullable(),
    state: oneOf("state", taskStates),
    attempt: p.integer(),
    nextAttemptAt: p.datetime().nullable(),
    deadlineAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    isOutcomeUnknown: p.boolean(),
    detail: p.text().nullable(),
    message: p.text().nullable(),
    /** What later tasks read as `tasks.<key>.<name>`, and what `undo` needs. Holds no secrets. */
    output: p.json<Record<string, unknown>>().nullable(),
    error: p.json<RunErrorValue>().nullable(),
  },
});
export type TaskRow = InferEntity<typeof TaskEntity>;

/** What happened in each attempt, secrets redacted at the source. Rows are only added. */
export const TaskLogEntity = defineEntity({
  name: "TaskLog",
  tableName: "task_log",
  ...insideTier,
  properties: {
    ...tierRow,
    run: () => p.manyToOne(RunEntity).mapToPk().deleteRule("cascade"),
    taskKey: p.text(),
    attempt: p.integer(),
    at: p.datetime(),
    level: oneOf("level", ["INFO", "WARNING", "ERROR"]),
    message: p.text(),
    request: p.text().nullable(),
    response: p.text().nullable(),
  },
  indexes: [{ name: "task_log_of_task", properties: ["run", "taskKey", "id"] }],
});
export type TaskLogRow = InferEntity<typeof TaskLogEntity>;

/** A worker process; liveness only, no tenant's data. */
export const WorkerEntity = defineEntity({
  name: "Worker",
  tableName: "worker",
  properties: {
    id: p.uuid().primary(),
    pid: p.integer(),
    host: p.text(),
    startedAt: p.datetime(),
    heartbeatAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});
export type WorkerRow = InferEntity<typeof WorkerEntity>;
