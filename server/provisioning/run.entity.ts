import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { channels } from "@tierline/shared/kinds.ts";
import { runStates } from "@tierline/shared/run-state.ts";
import { taskStates } from "@tierline/shared/task-state.ts";
import type { TemplateValue } from "@tierline/shared/template.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { PlaybookVersionEntity } from "./playbook.entity.ts";

export interface RunErrorValue {
  code: string;
  message: Words;
  taskKey: string | null;
}

export const runKinds = ["PROVISION", "ADD_ON", "CHANGE", "TERMINATE"] as const;
export type RunKind = (typeof runKinds)[number];
export const taskKinds = ["DB", "EXTERNAL", "MANUAL"] as const;
export type TaskKind = (typeof taskKinds)[number];
export const waitReasons = ["BACK_OFF", "PERSON", "UPSTREAM", "TAKE_OVER"] as const;
export type WaitReason = (typeof waitReasons)[number];

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
    title: p.json<Words>(),
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
    /** When an unfinished run fails with RUN_TIMEOUT. Null while it waits for a person: then what is left stands beside. */
    deadlineAt: p.datetime().nullable(),
    deadlineLeftMs: p.integer().nullable(),
    startedById: p.uuid(),
    startedBy: p.text(),
    queuedAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    /** Until then a finished run may still be rolled back (O13). */
    undoableUntil: p.datetime().nullable(),
    /** Of the import of which it is a row; null for what somebody began by itself. */
    importId: p.uuid().nullable(),
    error: p.json<RunErrorValue>().nullable(),
  },
  uniques: [{ name: "run_number", properties: ["resellerId", "number"] }],
  indexes: [
    { name: "run_list", properties: ["path", "queuedAt", "id"] },
    { name: "run_unfinished", properties: ["workerId", "waitingUntil"], where: "finished_at is null" },
    { name: "run_unfinished_of_reseller", properties: ["resellerId"], where: "finished_at is null" },
    { name: "run_of_service", properties: ["serviceId"] },
    { name: "run_failed", properties: ["finishedAt"], where: "state in ('FAILED', 'ROLL_BACK_FAILED')" },
    { name: "run_finished", properties: ["finishedAt"], where: "finished_at is not null" },
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
    title: p.json<Words>(),
    action: p.text(),
    kind: oneOf("kind", taskKinds),
    connector: p.text().nullable(),
    /** The playbook's templates, rendered from the frozen variables and earlier outputs at each attempt. */
    input: p.json<Record<string, TemplateValue>>(),
    needs: p.array().columnType("text[]"),
    ignoresErrors: p.boolean(),
    deadlineSeconds: p.integer(),
    /** Attempts in one go; a retry by a person gives as many again. */
    maxAttempts: p.integer(),
    instructions: p.json<Words>().nullable(),
    state: oneOf("state", taskStates),
    attempt: p.integer(),
    /** Attempts that do not count against `maxAttempts`: those before a person's retry, and those that only asked. */
    attemptsBefore: p.integer(),
    backOffs: p.integer(),
    undoAttempt: p.integer(),
    nextAttemptAt: p.datetime().nullable(),
    deadlineAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    /** It may have happened: it is asked for before it is repeated. */
    isOutcomeUnknown: p.boolean(),
    /** Something outside may have been changed: rolling back undoes it though the task failed. */
    isTouched: p.boolean(),
    detail: p.json<Words>().nullable(),
    message: p.json<Words>().nullable(),
    /** What later tasks read as `tasks.<key>.<name>`, and what `undo` needs. Holds no secrets. */
    output: p.json<Record<string, string | number | boolean>>().nullable(),
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

/** Made by a task, e.g. a SIP password: sealed, the same at every attempt, shown once. */
export const RunSecretEntity = defineEntity({
  name: "RunSecret",
  tableName: "run_secret",
  ...insideTier,
  properties: {
    path: p.text().collation("C"),
    run: () => p.manyToOne(RunEntity).mapToPk().primary().deleteRule("cascade"),
    name: p.text().primary(),
    sealed: p.text(),
    createdAt: p.datetime(),
    shownAt: p.datetime().nullable(),
  },
});
export type RunSecretRow = InferEntity<typeof RunSecretEntity>;

/** A worker process; liveness only, no tenant's data. */
export const WorkerEntity = defineEntity({
  name: "Worker",
  tableName: "worker",
  properties: {
    /** Also the name of the advisory lock that the process holds while it lives. */
    id: p.uuid().primary(),
    /** Its name within the queue, whose jobs are unlocked when it dies. */
    poolId: p.text(),
    pid: p.integer(),
    host: p.text(),
    startedAt: p.datetime(),
    heartbeatAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});
export type WorkerRow = InferEntity<typeof WorkerEntity>;
