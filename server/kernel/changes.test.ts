import { pino } from "pino";
import { inject, expect, test } from "vitest";
import { connectChanges, LocalChanges, type Change } from "./changes.ts";

const log = pino({ level: "silent" });
const change = (sequence: number, topic = "run:1"): Change => ({ topic, path: "r1.", sequence });

async function next(iterator: AsyncIterator<Change>): Promise<Change> {
  const { value, done } = await iterator.next();
  if (done === true) throw new Error("The subscription has ended.");
  return value;
}

test("a slow reader holds one change and never loses the last, though 5,000 come", async () => {
  const changes = new LocalChanges();
  const iterator = changes.subscribe("run:1", new AbortController().signal);
  for (let sequence = 1; sequence <= 5_000; sequence += 1) changes.announce([change(sequence)]);
  expect((await next(iterator)).sequence).toBe(5_000);
  changes.announce([change(5_001)]);
  expect((await next(iterator)).sequence).toBe(5_001);
});

test("topics do not mix, and an aborted subscription leaves nothing behind", async () => {
  const changes = new LocalChanges();
  const ending = new AbortController();
  const iterator = changes.subscribe("run:1", ending.signal);
  changes.announce([change(1, "run:2")]);
  const pending = iterator.next();
  ending.abort();
  expect((await pending).done).toBe(true);
  expect(changes.subscriberCount).toBe(0);
});

test("one process hears what another announced, in order of the last of each topic", async () => {
  const [here, there] = await Promise.all([
    connectChanges(inject("adminUrl"), log),
    connectChanges(inject("adminUrl"), log),
  ]);
  const heard = there.subscribe("run:1", new AbortController().signal);
  const heardHere: Change[] = [];
  here.tap((each) => heardHere.push(each));
  here.announce([change(1), change(2), change(3)]);
  expect((await next(heard)).sequence).toBe(3);
  expect(heardHere.map((each) => each.sequence)).toEqual([1, 2, 3]);
  await Promise.all([here.close(), there.close()]);
});

test("more than a notification can carry arrives in several", async () => {
  const [here, there] = await Promise.all([
    connectChanges(inject("adminUrl"), log),
    connectChanges(inject("adminUrl"), log),
  ]);
  const heard = new Set<string>();
  const all = new Promise<void>((resolve) => {
    there.tap((each) => {
      heard.add(each.topic);
      if (heard.size === 500) resolve();
    });
  });
  here.announce(Array.from({ length: 500 }, (_, index) => change(1, `run:${index}`)));
  await all;
  expect(heard.size).toBe(500);
  await Promise.all([here.close(), there.close()]);
});
