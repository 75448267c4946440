import { afterEach, describe, expect, test } from "vitest";
import type { Fault } from "../connectors/lab/fault.ts";
import type { ElementKey } from "../connectors/lab/start-lab.ts";
import type { RunModel, TaskModel } from "../provisioning/run-model.ts";
import { openMatrix } from "./fault-matrix-shop.ts";
import { playCell, undone } from "./fault-matrix.ts";
import { inEnglish } from "./in-english.ts";

// What each connector's task says when its element answers with garbage, with 50 MB, or never. Ansible has no element in the lab:
// services/ansible-playbook.test.ts shows the same of its program.

const patience = { timeoutMs: 20_000 };
const { lab, clock, subjectOf } = await openMatrix(patience);

const elements = [
  ["ocs", "mobile-20gb", "OCS", "OCS"],
  ["register", "mobile-register", "REGISTER", "subscriber register"],
  ["http", "iptv", "HTTP", "HTTP endpoint"],
  ["sip", "voip", "SIP_DATABASE", "SIP database"],
  ["radius", "fiber", "RADIUS_DATABASE", "RADIUS database"],
  ["mail", "mobile-20gb", "MAIL", "mail server"],
] as const satisfies readonly (readonly [ElementKey, string, string, string])[];

describe.each(elements)("%s", (element, playbook, prefix, name) => {
  const subject = subjectOf(playbook);
  const { key } = subject.tasks.find(({ connector }) => connector === element)!; // by the list above
  const taskIn = (run: RunModel): Readonly<TaskModel> => run.tasks.find((task) => task.key === key)!;
  const broken = (fault: Pick<Fault, "kind"> & Partial<Fault>): Promise<void> =>
    lab.faultsOf(element).set({ times: null, delayMs: 0, garbageBytes: 400, ...fault });
  afterEach(async () => {
    patience.timeoutMs = 20_000;
    await lab.faultsOf(element).set(null);
  });

  /** A mail that is not sent is a warning: the service is there all the same. */
  const ends =
    element === "mail" ? { run: "SUCCEEDED_WITH_WARNINGS", task: "FAILED_IGNORED" } : { run: "FAILED", task: "FAILED" };

  async function isClean(run: RunModel): Promise<void> {
    patience.timeoutMs = 20_000;
    await lab.faultsOf(element).set(null);
    expect((await undone(subject, run, null)).run.state).toBe("ROLLED_BACK");
  }

  test.each([
    ["garbage", 400],
    ["50 MB", 50_000_000],
  ])("%s fails its task at once, with a clear line that repeats none of it", async (_what, garbageBytes) => {
    await broken({ kind: "GARBAGE", garbageBytes });
    const { run } = await playCell(subject, null);
    expect([run.state, taskIn(run).state, taskIn(run).attempt]).toEqual([ends.run, ends.task, 1]);
    const { code, message } = inEnglish(taskIn(run).error)!; // of a task that failed
    expect([`${prefix}_GARBAGE`, "ANSWER_TOO_LARGE"]).toContain(code);
    expect(message).toMatch(new RegExp(`^${name} (answered with garbage: |sent more than \\d+ bytes: )`));
    expect(message).not.toContain("works");
    await isClean(run);
  });

  test("no answer, for ever: the task ends by its deadline or its attempts, and says which element is silent", async () => {
    await broken({ kind: "HANG" });
    patience.timeoutMs = 500;
    const id = await subject.start();
    let run = await subject.engine.turn(id);
    for (; run.finishedAt === null; run = await subject.engine.turn(id)) {
      const waiting = run.tasks.find(({ state }) => state === "WAITING");
      if (waiting !== undefined) await subject.approve(run, waiting.key);
      if (taskIn(run).attempt === 3) clock.advance({ minutes: 4 }); // it has five, and nobody watches them go by
    }
    expect([run.state, taskIn(run).state]).toEqual([ends.run, ends.task]);
    expect(taskIn(run).error).toMatchObject(element === "mail" ? { code: "MAIL_TIMEOUT" } : { code: "TASK_TIMEOUT" });
    expect(inEnglish(taskIn(run).error?.message)).toMatch(
      new RegExp(`${name} did not answer within 0[.]5 s: not known whether`),
    );
    await isClean(run);
  });
});
