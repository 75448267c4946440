import { expect, test } from "vitest";
import { createBreaker } from "./breaker.ts";

function breakerAt(start = 0) {
  const clock = { nowMs: start };
  return { clock, breaker: createBreaker(() => clock.nowMs) };
}

test("a connector that fails in several runs is left alone, then tried by one, and free again when that comes through", () => {
  const { clock, breaker } = breakerAt();
  for (let call = 0; call < 9; call += 1) breaker.record("ocs", `run ${call % 3}`, true);
  expect(breaker.holdMs("ocs")).toBe(0);
  breaker.record("ocs", "run 0", true);
  expect(breaker.holdMs("ocs")).toBe(15_000);
  expect(breaker.holdMs("sip")).toBe(0);
  clock.nowMs = 15_000;
  expect(breaker.holdMs("ocs")).toBe(0); // the one that tries
  expect(breaker.holdMs("ocs")).toBe(10_000);
  breaker.record("ocs", "run 1", true);
  expect(breaker.holdMs("ocs")).toBe(15_000);
  clock.nowMs = 30_000;
  expect(breaker.holdMs("ocs")).toBe(0);
  breaker.record("ocs", "run 1", false);
  expect(breaker.holdMs("ocs")).toBe(0);
  expect(breaker.holdMs("ocs")).toBe(0);
});

test("one run's trouble, few calls, old calls and a good half leave it closed", () => {
  const { clock, breaker } = breakerAt();
  for (let call = 0; call < 50; call += 1) breaker.record("ocs", "one run", true);
  expect(breaker.holdMs("ocs")).toBe(0);
  clock.nowMs = 31_000;
  for (let call = 0; call < 9; call += 1) breaker.record("ocs", `run ${call}`, true);
  expect(breaker.holdMs("ocs")).toBe(0);
  for (let call = 0; call < 20; call += 1) breaker.record("mail", `run ${call}`, call % 5 > 2);
  expect(breaker.holdMs("mail")).toBe(0);
});
