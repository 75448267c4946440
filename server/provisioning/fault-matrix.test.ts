import { expect, test } from "vitest";
import { crashWorld } from "../testkit/crash-tester.ts";
import {
  crashCells,
  failureCells,
  lostAnswerCells,
  playAndUndo,
  playCell,
  undoCrashCells,
  type MatrixSubject,
} from "../testkit/fault-matrix.ts";
import { completeManualTask, rollBackRun } from "./operate-run.ts";

const t = await crashWorld();
const engine = await t.manual();
const tasks = [
  { key: "count", kind: "DB" },
  { key: "put", kind: "EXTERNAL" },
  { key: "approve", kind: "MANUAL" },
  { key: "beside", kind: "EXTERNAL" },
  { key: "again", kind: "DB" },
] as const;
await t.playbook("matrix", [
  { key: "count", title: "Count", action: "test.count", input: { name: "${name}" } },
  { key: "put", title: "Put", action: "test.put", input: { name: "${name}" } },
  { key: "approve", title: "Approve", action: "test.approve" },
  { key: "beside", title: "Beside", action: "test.put", input: { name: "${name}-beside" }, needs: ["count"] },
  {
    key: "again",
    title: "Again",
    action: "test.count",
    input: { name: "${name}-again" },
    needs: ["approve", "beside"],
  },
]);
let names = 0;

const subject: MatrixSubject = {
  engine,
  async start() {
    names += 1;
    const undoableUntil = new Date("2030-01-01T00:00:00Z");
    return (await t.start("matrix", { name: `n${names}` }, { undoableUntil })).id;
  },
  async approve({ id, sequence }, taskKey) {
    await completeManualTask(t.as("agent@acme.test"), { id, sequence, taskKey, note: null });
  },
  async rollBack({ id, sequence }) {
    await rollBackRun(t.as("agent@acme.test"), { id, sequence });
  },
  async slate({ variables }) {
    const name = String(variables["name"]);
    const { things, effects } = t.outside;
    const targets = [name, `${name}-beside`];
    return {
      counted: [await t.counted(name), await t.counted(`${name}-again`)],
      things: targets.map((target) => things.has(target)),
      puts: targets.map(
        (target) => effects.filter((effect) => effect.method === "PUT" && effect.target === target).length,
      ),
    };
  },
};
const full = { counted: [1, 1], things: [true, true], puts: [1, 1] };
const clean = { counted: [0, 0], things: [false, false] };

test("a run without a fault has each effect once", async () => {
  const { run, slate } = await playCell(subject, null);
  expect(run.state).toBe("SUCCEEDED");
  expect(slate).toEqual(full);
});

test.each(crashCells(tasks))("O45: a crash is recovered from without a second effect: $title", async ({ fault }) => {
  const { run, slate } = await playCell(subject, fault);
  expect(run.state).toBe("SUCCEEDED");
  expect(slate).toEqual(full);
});

test.each(lostAnswerCells(tasks))("an unknown outcome is asked for, not repeated: $title", async ({ fault, task }) => {
  const { run, slate, entered } = await playCell(subject, fault);
  expect(run.state).toBe("SUCCEEDED");
  expect(slate).toEqual(full);
  expect(entered.get(task)).toBe(1);
});

test.each(failureCells(tasks))("OX4: a failure at a task rolls back to a clean slate: $title", async ({ fault }) => {
  const { run, slate } = await playAndUndo(subject, fault);
  expect(run.state).toBe("ROLLED_BACK");
  expect(run.error?.code).toBe("INJECTED_PERMANENT");
  expect(slate).toMatchObject(clean);
});

test.each(undoCrashCells(tasks))("OX4: a crash while rolling back leaves nothing behind: $title", async ({ fault }) => {
  const { run, slate } = await playAndUndo(subject, fault);
  expect(run.state).toBe("ROLLED_BACK");
  expect(slate).toMatchObject(clean);
});
