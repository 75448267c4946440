import { beforeAll, describe, expect, test } from "vitest";
import { openMatrix, playbooksOfMatrix } from "./fault-matrix-shop.ts";
import {
  crashCells,
  failureCells,
  lostAnswerCells,
  playAndUndo,
  playCell,
  undoCrashCells,
  undone,
  type Cell,
  type Played,
} from "./fault-matrix.ts";
import { sizeOf } from "./sizes.ts";

// Every task of every playbook, with every fault: what the demo world sells, against the lab. The generic matrix beside the
// engine strikes at every point; here each task is struck where it differs from its neighbours, and an action that stands in
// several playbooks in the first of them. `pnpm soak faults` plays every cell.

const { subjectOf } = await openMatrix();
const isWhole = sizeOf("SOAK_EVERY_CELL") === 1;
/** Actions, each with a fault and a point, that a playbook further up has been struck at. */
const struck = new Map<string, string>();

describe.each(playbooksOfMatrix)("%s", (playbook) => {
  const subject = subjectOf(playbook);
  const { tasks } = subject;
  const undoable = tasks.filter(({ hasUndo }) => hasUndo);
  const verifiable = new Set(tasks.filter(({ hasVerify }) => hasVerify).map(({ key }) => key));
  const kinds = new Map(tasks.map(({ key, kind }) => [key, kind]));
  const actions = new Map(tasks.map(({ key, action }) => [key, action]));
  const last = tasks.at(-1)?.key;
  let first: Played;
  let clean: unknown;

  beforeAll(async () => {
    first = await playCell(subject, null);
    clean = (await undone(subject, first.run, null)).slate;
  });

  /** A transaction that is rolled back leaves nothing, wherever it is struck; what is recorded is the next task's beginning. */
  function telling(cell: Cell): boolean {
    if (isWhole) return true;
    const { at, taskKey } = cell.fault;
    if (at === "RECORDED") return taskKey === last;
    return isFirst(cell) && at !== "MIDDLE" && (at === "AFTER" || kinds.get(taskKey) === "EXTERNAL");
  }

  function isFirst({ fault: { at, deed, how, taskKey } }: Cell): boolean {
    const place = [actions.get(taskKey), deed, at, how].join(" ");
    if (!struck.has(place)) struck.set(place, playbook);
    return isWhole || struck.get(place) === playbook;
  }

  test("runs to its end and back without a fault", () => {
    expect(first.run.state).toBe("SUCCEEDED");
    expect(first.slate).not.toEqual(clean);
  });

  test.each(crashCells(tasks).filter(telling))("O45: a crash leaves no second effect: $title", async ({ fault }) => {
    const { run, slate } = await playCell(subject, fault);
    const back = await undone(subject, run, null);
    expect(run.state).toBe("SUCCEEDED");
    expect(slate).toEqual(first.slate);
    expect(back.slate).toEqual(clean);
  });

  test.each(lostAnswerCells(tasks).filter(isFirst))(
    "a lost answer is asked for where one can ask: $title",
    async ({ fault, task }) => {
      const { run, slate, entered } = await playCell(subject, fault);
      const back = await undone(subject, run, null);
      expect(run.state).toBe("SUCCEEDED");
      expect(slate).toEqual(first.slate);
      expect(entered.get(task)).toBe(verifiable.has(task) ? 1 : 2);
      expect(back.slate).toEqual(clean);
    },
  );

  test.each(undoCrashCells(undoable).filter(telling))(
    "OX4: a crash on the way back leaves nothing behind: $title",
    async ({ fault }) => {
      const { run, slate } = await playAndUndo(subject, fault);
      expect(run.state).toBe("ROLLED_BACK");
      expect(slate).toEqual(clean);
    },
  );

  test.each(failureCells(tasks).filter(telling))(
    "OX4: a failure rolls back to a clean slate: $title",
    async ({ fault, task }) => {
      const { run, hasStruck } = await playCell(subject, fault);
      const back = await undone(subject, run, null);
      const isThere = fault.at !== "MIDDLE" || first.called.has(task); // between calls is nowhere, where nobody is called
      expect(hasStruck).toBe(isThere);
      expect(isThere ? ["FAILED", "SUCCEEDED_WITH_WARNINGS"] : ["SUCCEEDED"]).toContain(run.state);
      expect(back.run.state).toBe("ROLLED_BACK");
      // A mail that was sent cannot be taken back, and one after the failure was not sent.
      expect(back.slate).toEqual({ ...(clean as object), mails: expect.any(Number) });
    },
  );
});
