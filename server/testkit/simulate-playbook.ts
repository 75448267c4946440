import { z } from "zod";
import { ConnectorFailure } from "../kernel/connector.ts";
import { type Action, defineAction } from "../provisioning/action.ts";
import type { RunModel, TaskModel } from "../provisioning/run-model.ts";
import type { Chance } from "./simulate-scheduler.ts";

/** The outside as the simulation plays it: a request on its way arrives even if whoever sent it dies meanwhile. */
export interface SimulatedOutside {
  request(
    kind: "PUT" | "GET" | "DELETE" | "SEND",
    target: string,
    key: string,
    signal: AbortSignal,
  ): Promise<string | null>;
}

const input = z.object({ name: z.string() });

const call = (method: string, target: string) => ({ connector: "outside", method, target, body: null });

/** One action of each kind; those outside go through the given one, as each worker has its own network. */
export function simulatedActions(outside: SimulatedOutside): ReadonlyMap<string, Action> {
  const actions = [count, refuse, approve, putThrough(outside), sendThrough(outside)];
  return new Map(actions.map((action) => [action.key, action]));
}

const count = defineAction({
  key: "count",
  title: "Count",
  description: "Counts in our own rows.",
  kind: "DB",
  input,
  outputs: ["name"],
  async do({ tx }, { name }) {
    add(tx, name, 1);
    return { name };
  },
  async undo({ tx }, { name }) {
    add(tx, name, -1);
  },
});

const refuse = defineAction({
  key: "refuse",
  title: "Refuse",
  description: "Fails at once and for good.",
  kind: "EXTERNAL",
  connector: "outside",
  input,
  outputs: [],
  async do() {
    throw new ConnectorFailure("permanent", "OUTSIDE_REFUSED", "The outside refused");
  },
});

const approve = defineAction({
  key: "approve",
  title: "Approve",
  description: "Waits for a person.",
  kind: "MANUAL",
  input,
  outputs: [],
});

function putThrough(outside: SimulatedOutside): Action {
  return defineAction({
    key: "put",
    title: "Put",
    description: "Puts something outside; can be asked and undone.",
    kind: "EXTERNAL",
    connector: "outside",
    input,
    outputs: ["name"],
    async do({ io, remember }, { name }) {
      await io.call(call("PUT", name), (signal) => outside.request("PUT", name, io.idempotencyKey, signal), null);
      remember(async (tx) => add(tx, `${name} remembered`, 1));
      return { name };
    },
    async verify({ io, remember }, { name }) {
      const key = io.idempotencyKey;
      const found = await io.call(call("GET", name), (signal) => outside.request("GET", name, key, signal), null);
      if (found !== key) return null;
      remember(async (tx) => add(tx, `${name} remembered`, 1));
      return { name };
    },
    async undo({ io, remember }, { name }, output) {
      await io.call(call("DELETE", name), (signal) => outside.request("DELETE", name, io.idempotencyKey, signal), null);
      if (output !== null) remember(async (tx) => add(tx, `${name} remembered`, -1));
    },
  });
}

function sendThrough(outside: SimulatedOutside): Action {
  return defineAction({
    key: "send",
    title: "Send",
    description: "Sends; cannot be asked or undone.",
    kind: "EXTERNAL",
    connector: "outside",
    input,
    outputs: [],
    async do({ io }, { name }) {
      await io.call(call("SEND", name), (signal) => outside.request("SEND", name, io.idempotencyKey, signal), null);
      return {};
    },
  });
}

/** The one place that knows what a transaction is in the simulator's memory. */
function add(tx: object, name: string, by: 1 | -1): void {
  const { rows } = tx as { rows: Map<string, number> };
  rows.set(name, (rows.get(name) ?? 0) + by);
}

const taskCounts = [1, 2, 3, 4, 5, 6] as const;

const freshRun = {
  kind: "PROVISION",
  path: "r1.c1.",
  resellerId: "r",
  customerId: null,
  serviceId: null,
  orderId: null,
  startedById: "u",
  startedBy: "Simulator",
  origin: "SYSTEM",
  variables: {},
  undoableUntil: null,
  state: "QUEUED",
  waitingFor: null,
  waitingUntil: null,
  cancelRequestedAt: null,
  retriesUsed: 0,
  error: null,
  deadlineAt: null,
  deadlineLeftMs: null,
  startedAt: null,
  finishedAt: null,
  sequence: 1,
  fence: 0,
  workerId: null,
} as const;

const freshTask = {
  connector: null,
  instructions: null,
  state: "PENDING",
  attempt: 0,
  attemptsBefore: 0,
  backOffs: 0,
  undoAttempt: 0,
  nextAttemptAt: null,
  deadlineAt: null,
  startedAt: null,
  finishedAt: null,
  isOutcomeUnknown: false,
  isTouched: false,
  detail: null,
  message: null,
  output: null,
  error: null,
} as const;

/** A run of a playbook by chance: any kinds of tasks in any order of needs. */
export function randomRun(chance: Chance, index: number): RunModel {
  const id = `run-${index}`;
  const tasks = Array.from({ length: chance.pick(taskCounts) }, (_, position) => randomTask(chance, id, position));
  return { ...freshRun, id, title: id, number: index, tasks };
}

const kinds = { count: "DB", put: "EXTERNAL", send: "EXTERNAL", refuse: "EXTERNAL", approve: "MANUAL" } as const;

function randomTask(chance: Chance, runId: string, position: number): TaskModel {
  const key = `t${position}`;
  const action = randomAction(chance);
  const before = Array.from({ length: position }, (_, each) => `t${each}`);
  return {
    ...freshTask,
    key,
    position,
    title: key,
    action,
    kind: kinds[action],
    input: { name: `${runId}/${key}` },
    needs: chance.is(0.6) ? before.slice(-1) : before.filter(() => chance.is(0.4)),
    ignoresErrors: chance.is(0.1),
    deadlineSeconds: chance.is(0.2) ? 20 : 300,
    maxAttempts: chance.is(0.2) ? 2 : 5,
  };
}

function randomAction(chance: Chance): keyof typeof kinds {
  if (chance.is(0.04)) return "refuse";
  return chance.is(0.08) ? "approve" : chance.pick(["count", "count", "put", "put", "put", "send"]);
}
