import { afterEach, describe, expect, test } from "vitest";
import type { ElementKey } from "../connectors/lab/start-lab.ts";
import type { RunModel, TaskModel } from "../provisioning/run-model.ts";
import { openMatrix } from "./fault-matrix-shop.ts";
import { playCell, undone } from "./fault-matrix.ts";
import { inEnglish } from "./in-english.ts";

// The lab's switch "lose the answer", at every task that can be asked for: on for one call, on until somebody switches it off,
// and left on. What was done stays done once, and as long as the question is not answered either, nothing is repeated.

const { lab, subjectOf, retry } = await openMatrix();
const asking = "It is not known whether this was done; asking…";

/** Its first call only looks how it was, for undoing: what of that is lost has changed nothing. */
const looksFirst: ReadonlySet<string> = new Set(["sip.create-account"]);

/** One for each action that can be asked for. */
const cases = [
  ["charging.create-account", "mobile-20gb", "ocs"],
  ["charging.top-up", "data-boost", "ocs"],
  ["charging.remove-account", "terminate-mobile", "ocs"],
  ["register.attach", "mobile-register", "register"],
  ["radius.create-login", "fiber", "radius"],
  ["radius.remove-login", "terminate-internet", "radius"],
  ["http.request, which puts", "iptv", "http"],
  ["http.request, which deletes", "terminate-iptv", "http"],
  ["sip.create-account", "voip", "sip"],
  ["sip.remove-account", "terminate-voip", "sip"],
] as const satisfies readonly (readonly [string, string, ElementKey])[];

/** What an element was made to change by a run, in order, without the names that differ from run to run. */
async function effectsOn(element: ElementKey): Promise<string[]> {
  const calls = await lab.storage.calls({ first: 1_000, after: "0", element });
  return calls
    .filter(({ effect }) => effect !== null)
    .map(({ method, target, effect }) => `${method} ${target.replace(/\/[a-z]+-\d+\b/, "/ACCOUNT")}: ${effect}`);
}

const loseAnswers = (element: ElementKey, times: number | null): Promise<void> =>
  lab.faultsOf(element).set({ kind: "LOSE_ANSWER", times, delayMs: 0, garbageBytes: 1 });
const heal = (element: ElementKey): Promise<void> => lab.faultsOf(element).set(null);

describe.each(cases)("%s", (action, playbook, element) => {
  afterEach(() => heal(element));
  const subject = subjectOf(playbook);
  const { key } = subject.tasks.find(({ connector, hasVerify }) => connector === element && hasVerify)!; // by the list above
  const taskIn = (run: RunModel): Readonly<TaskModel> => run.tasks.find((task) => task.key === key)!;

  const dueIn = (run: RunModel): number => taskIn(run).nextAttemptAt!.getTime(); // of one that is asked about

  /** A run without a fault, and what it did; then everything is as before. */
  async function asItShouldBe(): Promise<{ effects: string[]; slate: unknown; clean: unknown }> {
    await lab.storage.clearCalls();
    const { run, slate } = await playCell(subject, null);
    expect(run.state).toBe("SUCCEEDED");
    const effects = await effectsOn(element);
    expect(effects).not.toEqual([]);
    const { slate: clean } = await undone(subject, run, null);
    await lab.storage.clearCalls();
    return { effects, slate, clean };
  }

  /** Until the question itself was asked so often, in vain. */
  async function askedInVain(times: number): Promise<RunModel> {
    const id = await subject.start();
    for (;;) {
      const run = await subject.engine.turn(id);
      const waiting = run.tasks.find(({ state }) => state === "WAITING");
      if (waiting !== undefined) await subject.approve(run, waiting.key);
      expect(run.finishedAt).toBeNull();
      if (taskIn(run).attempt > times) return run;
    }
  }

  test("one answer lost: it is asked for, and goes on", async () => {
    const { effects, slate, clean } = await asItShouldBe();
    await loseAnswers(element, 1);
    const played = await playCell(subject, null);
    expect(played.run.state).toBe("SUCCEEDED");
    expect(taskIn(played.run)).toMatchObject({ attempt: 2, isOutcomeUnknown: false });
    expect(await effectsOn(element)).toEqual(effects);
    expect(played.slate).toEqual(slate);
    expect((await undone(subject, played.run, null)).slate).toEqual(clean);
  });

  test("answers lost until the switch is off: nothing is repeated, and the first answer lets it go on", async () => {
    const { effects, slate, clean } = await asItShouldBe();
    await loseAnswers(element, null);
    const inDoubt = await askedInVain(4);
    expect(inEnglish(taskIn(inDoubt))).toMatchObject({ state: "RETRYING", isOutcomeUnknown: true, message: asking });
    const onceMore = await subject.engine.turn(inDoubt.id);
    expect(dueIn(onceMore) - dueIn(inDoubt)).toBe(5_000); // not longer and longer: whoever waits wants to go on
    expect(await effectsOn(element)).toEqual(effects.slice(0, looksFirst.has(action) ? 0 : 1));
    await heal(element);
    const after = await subject.engine.turn(inDoubt.id);
    expect(taskIn(after)).toMatchObject({ state: "SUCCEEDED", isOutcomeUnknown: false });
    const run = await subject.engine.drive(inDoubt.id);
    const end = run.waitingFor === "PERSON" ? await onceApproved(run) : run;
    expect(end.state).toBe("SUCCEEDED");
    expect(await effectsOn(element)).toEqual(effects);
    expect(await subject.slate(end)).toEqual(slate);
    expect((await undone(subject, end, null)).slate).toEqual(clean);
  });

  test("the switch left on: the task ends at its deadline and says why; a retry asks, and does only the rest", async () => {
    const { effects, slate, clean } = await asItShouldBe();
    await loseAnswers(element, null);
    const { run: failed } = await playCell(subject, null);
    expect(failed.state).toBe("FAILED");
    expect(taskIn(failed)).toMatchObject({ state: "FAILED", isOutcomeUnknown: true });
    expect(failed.error).toMatchObject({ code: "TASK_TIMEOUT", taskKey: key });
    expect(inEnglish(failed.error?.message)).toMatch(
      /^Not done within 300 s\. .+ broke the connection before it answered: not known/,
    );
    expect(await effectsOn(element)).toEqual(effects.slice(0, looksFirst.has(action) ? 0 : 1));
    await heal(element);
    await retry(failed);
    const run = await subject.engine.drive(failed.id);
    const end = run.waitingFor === "PERSON" ? await onceApproved(run) : run;
    expect(end.state).toBe("SUCCEEDED");
    expect(await effectsOn(element)).toEqual(effects);
    expect(await subject.slate(end)).toEqual(slate);
    expect((await undone(subject, end, null)).slate).toEqual(clean);
  });

  async function onceApproved(run: RunModel): Promise<RunModel> {
    await subject.approve(run, run.tasks.find(({ state }) => state === "WAITING")!.key);
    return subject.engine.drive(run.id);
  }
});
