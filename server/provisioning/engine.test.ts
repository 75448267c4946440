import { expect, test } from "vitest";
import { crashWorld } from "../testkit/crash-tester.ts";

const t = await crashWorld();
await t.playbook("six", [
  { key: "one", title: "One", action: "test.count", input: { name: "${name}" } },
  { key: "two", title: "Two", action: "test.put", input: { name: "${name}" } },
  { key: "three", title: "Three", action: "test.count", input: { name: "${name}-${tasks.one.count}" } },
  { key: "four", title: "Four", action: "test.send", input: { name: "${name}" } },
]);

test("O26: a run goes through its tasks in order and ends", async () => {
  const { id } = await t.start("six", { name: "a" });
  await t.engine();
  const run = await t.until(id, (each) => each.finishedAt !== null);
  expect(run.tasks.map((task) => task.state)).toEqual(["SUCCEEDED", "SUCCEEDED", "SUCCEEDED", "SUCCEEDED"]);
  expect(run.state).toBe("SUCCEEDED");
  expect(run.workerId).toBeNull();
  expect(await t.counted("a")).toBe(1);
  expect(t.outside.effects.map((each) => each.method)).toEqual(["PUT", "SEND"]);
});
