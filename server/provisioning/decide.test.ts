import { taskAttempts, taskDeadlineSeconds } from "@tierline/shared/limits.ts";
import { expect, test } from "vitest";
import { inEnglish } from "../testkit/in-english.ts";
import { decide } from "./decide.ts";
import type { Circumstances, Decision, RunEvent } from "./run-event.ts";
import { cancelled, manualTaskDone, retried, rollBackBegun } from "./operate.ts";
import type { RunModel, TaskModel } from "./run-model.ts";

const t0 = new Date("2026-11-21T12:00:00Z");

function later(seconds: number): Date {
  return new Date(t0.getTime() + seconds * 1_000);
}

function at(now: Date, more: Partial<Circumstances> = {}): Circumstances {
  const always = {
    random: () => 0.5,
    isStopping: false,
    inFlight: new Set<string>(),
    hasUndo: () => true,
    canAsk: () => true,
    heldUntil: () => null,
  };
  return { ...always, now, ...more };
}

const untouched = {
  title: "",
  action: "a",
  connector: null,
  instructions: null,
  input: {},
  ignoresErrors: false,
  deadlineSeconds: taskDeadlineSeconds,
  maxAttempts: taskAttempts,
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

type TaskSketch = Partial<TaskModel> & Pick<TaskModel, "key">;

function runOf(sketches: readonly TaskSketch[], more: Partial<RunModel> = {}): RunModel {
  const tasks = sketches.map((sketch, position) => ({
    ...untouched,
    kind: "EXTERNAL" as const,
    position,
    needs: position === 0 ? [] : [sketches[position - 1]!.key],
    ...sketch,
  }));
  const ids = {
    id: "r",
    number: 1,
    kind: "PROVISION",
    path: "r1.c1.",
    resellerId: "x",
    customerId: null,
    serviceId: null,
    orderId: null,
  } as const;
  const rest = {
    startedById: "u",
    startedBy: "U",
    title: "",
    origin: "CONSOLE",
    variables: {},
    undoableUntil: null,
  } as const;
  const progress = {
    state: "RUNNING",
    waitingFor: null,
    waitingUntil: null,
    cancelRequestedAt: null,
    retriesUsed: 0,
    error: null,
  } as const;
  const times = {
    deadlineAt: null,
    deadlineLeftMs: null,
    startedAt: null,
    finishedAt: null,
    sequence: 1,
    fence: 1,
    workerId: "w",
  } as const;
  return { ...ids, ...rest, ...progress, ...times, tasks, ...more };
}

function after(decision: Decision): RunModel {
  return decision.transition!.run; // asked for where something changes
}

function states(run: RunModel): string {
  return [run.state, ...run.tasks.map((task) => task.state)].join(" ");
}

function done(key: string, attempt = 1): RunEvent {
  return { kind: "DONE", key, attempt, output: {}, detail: null, log: [] };
}

function failed(key: string, attempt: number, outcome: "retryable" | "permanent" | "unknown", more = {}): RunEvent {
  const failure = { outcome, code: "OCS_UNREACHABLE", message: "Cannot connect to OCS" };
  return {
    kind: "FAILED",
    key,
    attempt,
    failure,
    wasAsking: false,
    isTouched: false,
    isFinal: false,
    detail: null,
    log: [],
    ...more,
  };
}

/** Wakes, and then lets every attempt end as told, until nothing more is started. */
function play(run: RunModel, events: readonly RunEvent[], now = t0): RunModel {
  let current = after(decide(run, { kind: "WOKEN" }, at(now)));
  for (const event of events) {
    const running = current.tasks.filter(({ state }) => state === "RUNNING").map(({ key }) => key);
    const inFlight = new Set(running.filter((key) => !("key" in event) || key !== event.key));
    current = after(decide(current, event, at(now, { inFlight })));
  }
  return current;
}

test("O27: tasks begin one after the other, each with the end of the one before", () => {
  const begun = decide(runOf([{ key: "a" }, { key: "b" }], { state: "RUNNING" }), { kind: "WOKEN" }, at(t0));
  expect(begun.start).toEqual(["a"]);
  expect(states(after(begun))).toBe("RUNNING RUNNING PENDING");
  const next = decide(after(begun), done("a"), at(t0));
  expect(next.start).toEqual(["b"]);
  expect(next.transition?.changed).toEqual(["a", "b"]);
  expect(states(after(next))).toBe("RUNNING SUCCEEDED RUNNING");
});

test("branches run side by side and meet where both are needed", () => {
  const run = runOf([{ key: "a" }, { key: "b", needs: [] }, { key: "c", needs: ["a", "b"] }]);
  const begun = decide(run, { kind: "WOKEN" }, at(t0));
  expect(begun.start).toEqual(["a", "b"]);
  const half = decide(after(begun), done("a"), at(t0, { inFlight: new Set(["b"]) }));
  expect(half.start).toEqual([]);
  expect(decide(after(half), done("b"), at(t0)).start).toEqual(["c"]);
});

test("O32: a permanent failure stops the run at once and leaves later tasks untouched", () => {
  const run = play(runOf([{ key: "a" }, { key: "b" }, { key: "c" }]), [done("a"), failed("b", 1, "permanent")]);
  expect(states(run)).toBe("FAILED SUCCEEDED FAILED PENDING");
  expect(run.error).toEqual({ code: "OCS_UNREACHABLE", message: "Cannot connect to OCS", taskKey: "b" });
  expect(run.finishedAt).toEqual(t0);
});

test("U28: five attempts with growing back-off, each shown, and then the run fails", () => {
  let run = runOf([{ key: "a" }]);
  const waits: number[] = [];
  let now = t0;
  for (let attempt = 1; attempt <= taskAttempts; attempt += 1) {
    run = after(decide(run, { kind: "WOKEN" }, at(now)));
    expect(run.tasks[0]).toMatchObject({ state: "RUNNING", attempt });
    const decision = decide(run, failed("a", attempt, "retryable"), at(now));
    run = after(decision);
    if (attempt === taskAttempts) break;
    expect(run).toMatchObject({
      state: "WAITING",
      waitingFor: "BACK_OFF",
      waitingUntil: run.tasks[0]!.nextAttemptAt,
      workerId: null,
    });
    expect(decision.transition?.wakeAfterMs).toBe(run.waitingUntil!.getTime() - now.getTime());
    waits.push(decision.transition!.wakeAfterMs!);
    now = run.waitingUntil!;
    run = { ...run, state: "RUNNING", waitingFor: null, waitingUntil: null, workerId: "w" };
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(states(run)).toBe("FAILED FAILED");
});

test("the jitter is a fifth either way, and no back-off is longer than a minute", () => {
  const waitOf = (backOffs: number, random: number) => {
    const run = runOf([{ key: "a", state: "RUNNING", attempt: 1, backOffs, maxAttempts: 99, deadlineSeconds: 3_600 }]);
    return decide(run, failed("a", 1, "retryable"), at(t0, { random: () => random })).transition?.wakeAfterMs;
  };
  expect([waitOf(0, 0), waitOf(0, 1), waitOf(3, 0), waitOf(20, 0.5), waitOf(20, 1)]).toEqual([
    800, 1_200, 6_400, 60_000, 72_000,
  ]);
});

test("O45: a task that is woken at its deadline fails with TASK_TIMEOUT, and never runs for ever", () => {
  const begun = after(decide(runOf([{ key: "a" }]), { kind: "WOKEN" }, at(t0)));
  expect(begun.tasks[0]!.deadlineAt).toEqual(later(300));
  const asking = { ...begun.tasks[0]!, isOutcomeUnknown: true, backOffs: 9 };
  const almost = decide({ ...begun, tasks: [asking] }, failed("a", 1, "unknown", { wasAsking: true }), at(later(298)));
  expect(after(almost)).toMatchObject({ state: "WAITING", waitingUntil: later(300) });
  const woken = { ...after(almost), state: "RUNNING" as const, workerId: "w" };
  const late = after(decide(woken, { kind: "WOKEN" }, at(later(300))));
  expect(states(late)).toBe("FAILED FAILED");
  expect(late.error?.code).toBe("TASK_TIMEOUT");
  expect(inEnglish(late.error?.message)).toBe("Not done within 300 s. Cannot connect to OCS");
  expect(late.tasks[0]).toMatchObject({ isOutcomeUnknown: true });
});

test("O45: a run has thirty minutes, and they do not pass while it waits for a person", () => {
  const run = runOf([{ key: "a", kind: "MANUAL" }, { key: "b" }]);
  const waiting = after(decide(run, { kind: "WOKEN" }, at(t0)));
  expect(waiting).toMatchObject({
    state: "WAITING",
    waitingFor: "PERSON",
    deadlineAt: null,
    deadlineLeftMs: 1_800_000,
  });
  const approved = manualTaskDone(waiting, "a", later(86_400), null, "Amy").run;
  const goesOn = decide({ ...approved, workerId: "w" }, { kind: "WOKEN" }, at(later(86_400)));
  expect(goesOn.start).toEqual(["b"]);
  expect(after(goesOn).deadlineAt).toEqual(later(86_400 + 1_800));
  const stuck = {
    ...after(goesOn),
    tasks: after(goesOn).tasks.map((task) => ({
      ...task,
      deadlineAt: null,
      state: "RETRYING" as const,
      nextAttemptAt: later(90_000),
    })),
  };
  const late = after(
    decide({ ...stuck, tasks: [approved.tasks[0]!, stuck.tasks[1]!] }, { kind: "WOKEN" }, at(later(90_000))),
  );
  expect(late.error).toMatchObject({ code: "RUN_TIMEOUT", taskKey: "b" });
  expect(states(late)).toBe("FAILED SUCCEEDED FAILED");
});

test("OX2: a failure that is ignored lets the run succeed with warnings", () => {
  const run = play(runOf([{ key: "a", ignoresErrors: true }, { key: "b" }]), [failed("a", 1, "permanent"), done("b")]);
  expect(states(run)).toBe("SUCCEEDED_WITH_WARNINGS FAILED_IGNORED SUCCEEDED");
});

test("O33: a retry goes on from the failed task with a fresh set of attempts", () => {
  const stopped = play(runOf([{ key: "a" }, { key: "b" }, { key: "c" }]), [done("a"), failed("b", 1, "permanent")]);
  const again = retried(stopped, false);
  expect(again).toMatchObject({
    isReleased: true,
    wakeAfterMs: 0,
    run: { state: "RUNNING", retriesUsed: 1, finishedAt: null, error: null },
  });
  const goesOn = decide({ ...again.run, workerId: "w" }, { kind: "WOKEN" }, at(later(60)));
  expect(goesOn.start).toEqual(["b"]);
  expect(after(goesOn).tasks[1]).toMatchObject({ attempt: 2, attemptsBefore: 1, deadlineAt: later(360) });
  expect(states(after(goesOn))).toBe("RUNNING SUCCEEDED RUNNING PENDING");
  expect(retried(stopped, true).run.retriesUsed).toBe(1);
});

test("a lost answer is asked for: it costs no attempt, and the last attempt is asked for too", () => {
  const run = runOf([{ key: "a", state: "RUNNING", attempt: taskAttempts }]);
  const unknown = after(decide(run, failed("a", taskAttempts, "unknown", { isTouched: true }), at(t0)));
  expect(unknown.tasks[0]).toMatchObject({ state: "RETRYING", isOutcomeUnknown: true, isTouched: true });
  expect(inEnglish(unknown.tasks[0]?.message)).toBe("It is not known whether this was done; asking…");
  const cannotAsk = after(decide(run, failed("a", taskAttempts, "unknown"), at(t0, { canAsk: () => false })));
  expect(cannotAsk.tasks[0]).toMatchObject({ state: "FAILED", isOutcomeUnknown: true });
});

test("O45: a task that nobody holds any more was lost with its worker: outside it is asked for, inside it is done again", () => {
  const lost = (kind: "DB" | "EXTERNAL") =>
    decide(runOf([{ key: "a", kind, state: "RUNNING", attempt: 1 }]), { kind: "WOKEN" }, at(t0));
  // What it sent may still be on its way: it is asked for a moment later.
  expect(after(lost("EXTERNAL"))).toMatchObject({
    state: "WAITING",
    waitingFor: "BACK_OFF",
    waitingUntil: later(0.25),
  });
  expect(after(lost("EXTERNAL")).tasks[0]).toMatchObject({
    state: "RETRYING",
    attempt: 1,
    isOutcomeUnknown: true,
    isTouched: true,
  });
  const inside = { state: "RUNNING", attempt: 2, isOutcomeUnknown: false, isTouched: false };
  expect(after(lost("DB")).tasks[0]).toMatchObject(inside);
  // What kills its workers again and again is left alone for longer and longer, until its deadline.
  const deadly = runOf([
    { key: "a", state: "RUNNING", attempt: 9, attemptsBefore: 8, backOffs: 4, deadlineAt: later(300) },
  ]);
  expect(after(decide(deadly, { kind: "WOKEN" }, at(t0)))).toMatchObject({
    state: "WAITING",
    waitingFor: "BACK_OFF",
    waitingUntil: later(8),
  });
  expect(after(decide(deadly, { kind: "WOKEN" }, at(later(299)))).waitingUntil).toEqual(later(300));
});

test("an answer to an older attempt changes nothing", () => {
  const run = runOf([{ key: "a", state: "RUNNING", attempt: 2 }]);
  const decision = decide(run, done("a", 1), at(t0, { inFlight: new Set(["a"]) }));
  expect(decision).toMatchObject({ isNews: false, start: [] });
  expect(decision.transition === null || states(after(decision)) === "RUNNING RUNNING").toBe(true);
});

test("OX4: rolling back undoes what was done, last first, and what may have been done", () => {
  const stopped = play(runOf([{ key: "a", kind: "DB" }, { key: "b" }, { key: "c" }, { key: "d" }]), [
    done("a"),
    done("b"),
    failed("c", 1, "permanent", { isTouched: true }),
  ]);
  let run = { ...rollBackBegun(stopped).run, workerId: "w" };
  const order: string[] = [];
  for (let decision = decide(run, { kind: "WOKEN" }, at(t0)); decision.undo !== null;) {
    order.push(decision.undo);
    run = { ...after(decision), workerId: "w" };
    const { undoAttempt } = run.tasks.find(({ key }) => key === decision.undo)!;
    decision = decide(run, { kind: "UNDONE", key: decision.undo, attempt: undoAttempt, detail: null, log: [] }, at(t0));
    run = { ...after(decision), workerId: "w" };
  }
  expect(order).toEqual(["c", "b", "a"]);
  expect(states(run)).toBe("ROLLED_BACK UNDONE UNDONE UNDONE SKIPPED");
});

test("O33: what never reached the outside needs no undo there, so that a dead OCS does not keep the items", () => {
  const stopped = play(runOf([{ key: "a", kind: "DB" }, { key: "b" }]), [done("a"), failed("b", 1, "permanent")]);
  expect(decide({ ...rollBackBegun(stopped).run, workerId: "w" }, { kind: "WOKEN" }, at(t0)).undo).toBe("a");
});

test("OX4: an undo that fails is tried again, and then the roll-back has failed and may be taken up again", () => {
  const stopped = play(runOf([{ key: "a" }]), [failed("a", 1, "permanent", { isTouched: true })]);
  let run: RunModel = { ...rollBackBegun(stopped).run, workerId: "w" };
  let now = t0;
  for (let attempt = 1; attempt <= taskAttempts; attempt += 1) {
    run = after(decide(run, { kind: "WOKEN" }, at(now)));
    const failure = { outcome: "retryable", code: "OCS_UNREACHABLE", message: "Cannot connect to OCS" } as const;
    run = after(decide(run, { kind: "UNDO_FAILED", key: "a", attempt, failure, detail: null, log: [] }, at(now)));
    if (run.waitingUntil !== null) now = run.waitingUntil;
    run = { ...run, workerId: "w" };
  }
  expect(run).toMatchObject({ state: "ROLL_BACK_FAILED", error: { code: "UNDO_FAILED", taskKey: "a" } });
  expect(rollBackBegun(run).run.tasks[0]).toMatchObject({ undoAttempt: 0, backOffs: 0 });
});

test("cancelling stops before the next task, waits for one in flight, and a finished last task has succeeded", () => {
  const waiting = runOf([{ key: "a", state: "RETRYING", attempt: 1, nextAttemptAt: later(5) }, { key: "b" }], {
    state: "WAITING",
    workerId: null,
  });
  expect(states(cancelled(waiting, at(t0)).run)).toBe("CANCELLED FAILED SKIPPED");
  const running = runOf([{ key: "a", state: "RUNNING", attempt: 1 }, { key: "b" }]);
  const asked = cancelled(running, at(t0));
  expect(asked).toMatchObject({
    isReleased: false,
    wakeAfterMs: null,
    run: { state: "RUNNING", cancelRequestedAt: t0 },
  });
  expect(states(after(decide(asked.run, done("a"), at(t0))))).toBe("CANCELLED SUCCEEDED SKIPPED");
  const last = cancelled(runOf([{ key: "a", state: "RUNNING", attempt: 1 }]), at(t0));
  expect(states(after(decide(last.run, done("a"), at(t0))))).toBe("SUCCEEDED SUCCEEDED");
  const queued = cancelled(runOf([{ key: "a" }], { state: "QUEUED", workerId: null }), at(t0));
  expect(states(queued.run)).toBe("CANCELLED SKIPPED");
  expect(queued.run.startedAt).toBeNull();
});

test("a task whose connector answers nobody waits for that, and begins nothing", () => {
  const held = { heldUntil: ({ kind }: Readonly<TaskModel>) => (kind === "EXTERNAL" ? later(15) : null) };
  const run = runOf([{ key: "a" }, { key: "b", kind: "DB", needs: [] }]);
  const begun = decide(run, { kind: "WOKEN" }, at(t0, held));
  expect(begun.start).toEqual(["b"]);
  const waiting = decide(after(begun), done("b"), at(t0, held));
  expect(waiting.transition).toMatchObject({
    wakeAfterMs: 15_000,
    run: { state: "WAITING", waitingFor: "UPSTREAM", waitingUntil: later(15) },
  });
  expect(waiting.transition?.run.tasks[0]).toMatchObject({ state: "PENDING", attempt: 0, deadlineAt: null });
});

test("a worker that goes down begins nothing and gives the run back when its task is done", () => {
  const run = runOf([{ key: "a", state: "RUNNING", attempt: 1 }, { key: "b" }]);
  const stopping = decide(run, done("a"), at(t0, { isStopping: true }));
  expect(stopping.start).toEqual([]);
  expect(stopping.transition).toMatchObject({
    isReleased: true,
    wakeAfterMs: 0,
    run: { state: "WAITING", waitingFor: "TAKE_OVER", workerId: null },
  });
});

test("a failure beside a running branch is final only when the branch has come to rest", () => {
  const run = runOf([{ key: "a" }, { key: "b", needs: [] }, { key: "c", needs: ["b"] }]);
  const begun = after(decide(run, { kind: "WOKEN" }, at(t0)));
  const half = decide(begun, failed("a", 1, "permanent"), at(t0, { inFlight: new Set(["b"]) }));
  expect(states(after(half))).toBe("RUNNING FAILED RUNNING PENDING");
  expect(states(after(decide(after(half), done("b"), at(t0))))).toBe("FAILED FAILED SUCCEEDED PENDING");
});
