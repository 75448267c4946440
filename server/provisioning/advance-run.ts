import { rendered } from "@tierline/shared/render-sentence.ts";
import type { Decision } from "./run-event.ts";
import { lateWords } from "./go-on.ts";
import type { EngineParts, Hand } from "./engine-parts.ts";
import { openInbox, type Inbox } from "./inbox.ts";
import { type Ended, performOutside, type Performed, type Work } from "./perform-task.ts";
import { FenceLost, taskOf, type RunAddress } from "./run-model.ts";
import { settle, settleInside, type HeldRun } from "./write-transition.ts";

/** Reason of every abort: a DOMException, the default, would cost more than the rest of the attempt's bookkeeping. */
const over = "over";

/** What the loop of a run is told. */
type Message =
  /** Look at the run: claimed just now, or (stale) changed by somebody else. */
  | { readonly kind: "LOOK"; readonly isStale: boolean }
  /** Do or undo a task within our own tables. Between two such no other transition of the run can come. */
  | { readonly kind: "INSIDE"; readonly key: string; readonly deed: Work["deed"] }
  /** An attempt outside has ended. */
  | { readonly kind: "ENDED"; readonly key: string; readonly performed: Performed }
  | { readonly kind: "TAKEN_OVER" };

/**
 * Takes charge of a run and advances it as far as it goes: task after task, branch beside branch, until it ends or waits for
 * something. A run that another worker has, or that is finished, is left alone.
 */
export async function advanceRun(engine: EngineParts, address: RunAddress): Promise<void> {
  const mine = engine.inHand.get(address.id);
  if (mine !== undefined) return mine.poke();
  const inbox = openInbox<Message>();
  const hand: Hand = { run: null, inFlight: new Map(), poke: () => inbox.put({ kind: "LOOK", isStale: true }) };
  engine.inHand.set(address.id, hand); // before the claim: what bears our name and is not in hand counts as astray
  try {
    hand.run = await engine.store.claim(address, engine.workerId());
    if (hand.run !== null) await drive(engine, hand as HeldRun, inbox);
  } catch (error) {
    if (!(error instanceof FenceLost)) throw error;
    engine.log.warn({ run: address.id }, "the run is in other hands");
  } finally {
    for (const attempt of hand.inFlight.values()) attempt.abort(over);
    engine.inHand.delete(address.id);
  }
}

async function drive(engine: EngineParts, held: HeldRun, inbox: Inbox<Message>): Promise<void> {
  for (let message: Message = { kind: "LOOK", isStale: false }; ; message = await inbox.next()) {
    const decision = await handle(engine, held, message);
    if (decision.transition?.isReleased === true) return;
    for (const key of decision.start) begin(engine, held, inbox, key, "DO");
    if (decision.undo !== null) begin(engine, held, inbox, decision.undo, "UNDO");
  }
}

function handle(engine: EngineParts, held: HeldRun, message: Message): Promise<Decision> {
  switch (message.kind) {
    case "LOOK":
      return settle(engine, held, { event: { kind: "WOKEN" }, effects: [] }, message.isStale);
    case "INSIDE":
      held.inFlight.delete(message.key);
      return settleInside(engine, held, message.key, message.deed);
    case "ENDED":
      held.inFlight.delete(message.key);
      return settle(engine, held, message.performed);
    case "TAKEN_OVER":
      throw new FenceLost(held.run.id);
  }
}

function begin(engine: EngineParts, held: HeldRun, inbox: Inbox<Message>, key: string, deed: Work["deed"]): void {
  const task = taskOf(held.run, key);
  const attempt = new AbortController();
  held.inFlight.set(key, attempt);
  if (task.kind === "DB") return inbox.put({ kind: "INSIDE", key, deed });
  performInTime(engine, { run: held.run, task, deed }, attempt).then(
    (performed) => inbox.put({ kind: "ENDED", key, performed }),
    () => inbox.put({ kind: "TAKEN_OVER" }), // the only thing that it throws
  );
}

/** At the deadline the attempt counts as ended, whether or not it heeds its signal: what became of it is not known. */
async function performInTime(engine: EngineParts, work: Work, attempt: AbortController): Promise<Performed> {
  const { task, run } = work;
  const deadline = earlier(task.deadlineAt, run.deadlineAt);
  const late = deadline === null ? [] : [engine.time.until(deadline, attempt.signal).then(() => null)];
  try {
    const performed = await Promise.race([performOutside(engine, work, attempt.signal), ...late]);
    if (performed === null && attempt.signal.aborted) throw new FenceLost(run.id); // given up, not late
    return performed ?? { event: outOfTime(engine, work), effects: [] };
  } finally {
    attempt.abort(over);
  }
}

function outOfTime({ time }: EngineParts, { run, task, deed }: Work): Ended {
  const isTask = task.deadlineAt !== null && earlier(task.deadlineAt, run.deadlineAt) === task.deadlineAt;
  const code = isTask ? "TASK_TIMEOUT" : "RUN_TIMEOUT";
  const message = lateWords(deed === "DO" ? task : { ...task, error: null }, isTask);
  const { key } = task;
  const attempt = deed === "DO" ? task.attempt : task.undoAttempt;
  const log = [
    {
      taskKey: key,
      attempt,
      at: time.now(),
      level: "ERROR",
      message: rendered(message, "en"),
      request: null,
      response: null,
    } as const,
  ];
  const ended = { key, attempt, detail: null, log, failure: { outcome: "unknown", code, message } } as const;
  if (deed === "UNDO") return { kind: "UNDO_FAILED", ...ended };
  return { kind: "FAILED", ...ended, wasAsking: false, isTouched: true, isFinal: true };
}

function earlier(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return b < a ? b : a;
}
