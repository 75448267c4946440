import type { Run, Task } from "./run-facts.ts";

// Runs as the API answers them, for tests: P1 for John Smith, as in the mission's demo world.

const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 21, 12, 5, seconds)).toISOString();

export function logLine(id: string, attempt: number, level: Task["log"]["nodes"][number]["level"], message: string) {
  return { __typename: "TaskLogEntry" as const, id: `log_${id}`, at: at(Number(id) + 2), attempt, level, message };
}

export function taskOf(key: string, state: Task["state"], change: Partial<Task> = {}): Task {
  const isPassed = state === "SUCCEEDED";
  return {
    key,
    title: key,
    detail: null,
    kind: "DB",
    connector: null,
    state,
    needs: [],
    ignoresErrors: false,
    attempt: state === "PENDING" ? 0 : 1,
    maxAttempts: 5,
    nextAttemptAt: null,
    deadlineAt: null,
    startedAt: state === "PENDING" ? null : at(2),
    finishedAt: isPassed ? at(3) : null,
    message: null,
    isOutcomeUnknown: false,
    canBeAsked: true,
    instructions: null,
    error: null,
    log: { nodes: [] },
    ...change,
    ...({ __typename: "ProvisioningTask" } as object), // the cache wants it; the generated types leave it out
  };
}

function tasksOf(state: Task["state"], change: Partial<Task> = {}): Task[] {
  return [
    taskOf("validate", "SUCCEEDED", { title: "Validate customer" }),
    taskOf("sim", "SUCCEEDED", { title: "Assign SIM", detail: "SIM-00123, 8944 2000 1234 5678 0001" }),
    taskOf("number", "SUCCEEDED", { title: "Assign number", detail: "+44 7700 900123" }),
    taskOf("ocs", state, { title: "Configure OCS account", kind: "EXTERNAL", connector: "ocs", ...change }),
    taskOf("activate", state === "SUCCEEDED" ? state : "PENDING", { title: "Activate service record" }),
    taskOf("mail", state === "SUCCEEDED" ? state : "PENDING", {
      title: "Send welcome mail",
      kind: "EXTERNAL",
      connector: "mail",
      ignoresErrors: true,
    }),
  ];
}

const item = (id: string, label: string, identifier: string, kind: "ICCID" | "PHONE_NUMBER", template: string) => ({
  id,
  label,
  identifier,
  state: "ASSIGNED" as const,
  template: { id: `tpl_${kind}`, label: template, identifierKind: kind },
  heldByRun: null,
});

const refused = (action: Run["actions"][number]["action"], reason: string) => ({ action, isAllowed: false, reason });

/** Three tasks of six done, the fourth at work. */
export function runOf(change: Partial<Run>): Run {
  return {
    id: "run_1",
    number: 456,
    kind: "PROVISION",
    state: "RUNNING",
    origin: "CONSOLE",
    waitingFor: null,
    waitingUntil: null,
    sequence: 7,
    completedTasks: 3,
    totalTasks: 6,
    title: "Mobile - 20 GB",
    playbookKey: "mobile-20gb",
    playbookVersion: 3,
    retriesUsed: 0,
    retriesAllowed: 3,
    startedBy: "Olivia Grant",
    queuedAt: at(1),
    startedAt: at(2),
    finishedAt: null,
    error: null,
    actions: [
      refused("RETRY", "Only a failed run can be retried."),
      refused("ROLL_BACK", "Only a run that has stopped can be rolled back, and only once."),
      { action: "CANCEL", isAllowed: true, reason: null },
    ],
    variables: [
      { key: "customer.number", value: "123", isSecret: false },
      { key: "ocs.password", value: "", isSecret: true },
    ],
    tasks: tasksOf("RUNNING"),
    customer: { id: "cus_123", number: 123, name: "John Smith", label: "John Smith (ID: 123)" },
    service: {
      id: "svc_789",
      number: 789,
      name: "Mobile - +44 7700 900123",
      state: "PENDING",
      items: [
        item("itm_1", "SIM-00123", "8944200012345678001", "ICCID", "SIM card"),
        item("itm_2", "+44 7700 900123", "+447700900123", "PHONE_NUMBER", "Number"),
      ],
    },
    order: {
      id: "ord_1",
      number: 3107,
      state: "IN_PROGRESS",
      autoRenew: true,
      placedAt: at(1),
      undoableUntil: "2026-11-21T12:20:01.000Z",
      dueToday: { amount: "15.00", currency: "GBP" },
      recurring: { amount: "15.00", currency: "GBP" },
      offering: { id: "ofr_1", slug: "mobile-20gb", name: "Mobile - 20 GB", kind: "PLAN" },
    },
    ...change,
    ...({ __typename: "ProvisioningRun" } as object), // as above
  };
}

/** O32: the OCS cannot be reached. */
export function failedRun(change: Partial<Run> = {}): Run {
  const error = {
    code: "OCS_UNREACHABLE",
    message: "Cannot connect to OCS",
    title: "Cannot connect to OCS",
    whatToCheck: ["Is the OCS up and its address right?", "Look at its health on the Connectors page."],
  };
  const running = runOf({});
  return runOf({
    state: "FAILED",
    sequence: 19,
    finishedAt: at(78),
    error: { ...error, taskKey: "ocs" },
    tasks: tasksOf("FAILED", { error, attempt: 5, message: "ocs-1 refused the connection.", finishedAt: at(78) }),
    actions: [
      { action: "RETRY", isAllowed: true, reason: null },
      { action: "ROLL_BACK", isAllowed: true, reason: null },
      refused("CANCEL", "Only a run that is queued, running or waiting can be cancelled."),
    ],
    service: running.service && { ...running.service, state: "PENDING_FAILED" },
    order: running.order && { ...running.order, state: "FAILED" },
    ...change,
  });
}

/** O31: all six done. */
export function succeededRun(change: Partial<Run> = {}): Run {
  const running = runOf({});
  return runOf({
    state: "SUCCEEDED",
    sequence: 21,
    completedTasks: 6,
    finishedAt: at(10),
    tasks: tasksOf("SUCCEEDED"),
    actions: [
      refused("RETRY", "Only a failed run can be retried."),
      { action: "ROLL_BACK", isAllowed: true, reason: null },
      refused("CANCEL", "Only a run that is queued, running or waiting can be cancelled."),
    ],
    service: running.service && { ...running.service, state: "ACTIVE" },
    order: running.order && { ...running.order, state: "COMPLETED" },
    ...change,
  });
}
