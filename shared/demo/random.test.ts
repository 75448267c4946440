import { expect, test } from "vitest";
import { demoId, seededRandom, seedOf } from "./random.ts";

test("the same seed gives the same series, another seed another one", () => {
  const series = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
  expect(series(1)).toEqual(series(1));
  expect(series(1)).not.toEqual(series(2));
});

test("the numbers are fractions, spread evenly", () => {
  const random = seededRandom(seedOf("spread"));
  const tenths = Array.from({ length: 10_000 }, () => Math.floor(random() * 10));
  const counts = Array.from({ length: 10 }, (_, tenth) => tenths.filter((each) => each === tenth).length);
  expect(counts.every((count) => count > 900 && count < 1_100)).toBe(true);
});

test("a name keeps its id, and ids of one name sort by their sequence", () => {
  expect(demoId("customer", 123)).toBe(demoId("customer", 123));
  expect(demoId("customer", 123)).not.toBe(demoId("order", 123));
  expect(demoId("run", 455) < demoId("run", 456)).toBe(true);
});
