import {
  costBucketPoints,
  costRefillPerSecond,
  requestsPerMinuteMax,
  resellerShares,
} from "@tierline/shared/limits.ts";
import { expect, test } from "vitest";
import { MovableClock } from "../testkit/world.ts";
import { createPace } from "./pace.ts";

const program = (clientId: string, resellerId = "acme", requestsPerMinute = requestsPerMinuteMax) => ({
  clientId,
  resellerId,
  requestsPerMinute,
  keyId: "key",
  scopes: [],
  ipList: [],
});

test("VX16: all programs of a reseller together spend what ten of them may, and another's are untouched", () => {
  const clock = new MovableClock();
  const pace = createPace(clock);
  for (let index = 0; index < resellerShares; index += 1) pace.spend(program(`p${index}`), costBucketPoints);
  expect(pace.left(program("one more")).points).toBe(0);
  expect(() => pace.spend(program("one more"), 1)).toThrow("second");
  expect(pace.left(program("theirs", "beta")).points).toBe(costBucketPoints);
  clock.advance({ seconds: 1 });
  expect(pace.left(program("one more")).points).toBe(costRefillPerSecond * resellerShares);
});

test("VX16: what is refused costs nothing, of the program's or of the reseller's", () => {
  const pace = createPace(new MovableClock());
  const slow = program("slow", "acme", 1);
  pace.request(slow);
  expect(() => pace.request(slow)).toThrow("second");
  const fast = program("fast");
  expect(pace.left(fast).requests).toBe(requestsPerMinuteMax);
  expect(() => pace.spend(fast, costBucketPoints + 1)).toThrow("second");
  expect(pace.left(fast).points).toBe(costBucketPoints);
});
