import { expect, test } from "vitest";
import { Gate } from "./gate.ts";

test("so many work at once, the rest wait their turn, and all are served", async () => {
  const gate = new Gate(3, 10);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  const work = (index: number) =>
    gate.pass(async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
      order.push(index);
      return index;
    });
  expect(await Promise.all(Array.from({ length: 9 }, (_, index) => work(index)))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(most).toBe(3);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test("a failing one leaves its place to the next", async () => {
  const gate = new Gate(1, 10);
  const failing = gate.pass(() => Promise.reject(new Error("no")));
  const next = gate.pass(() => Promise.resolve("yes"));
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
});

test("it says when too many wait", async () => {
  const gate = new Gate(1, 2);
  const releases: (() => void)[] = [];
  const wait = () => gate.pass(() => new Promise<void>((resolve) => void releases.push(resolve)));
  const all = [wait(), wait()];
  expect(gate.isFull).toBe(false);
  all.push(wait());
  expect(gate.isFull).toBe(true);
  for (let served = 0; served < 3; served += 1) {
    releases[served]?.();
    await all[served];
  }
  expect(gate.isFull).toBe(false);
});
