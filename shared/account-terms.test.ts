import { expect, test } from "vitest";
import { isNearLimit } from "./account-terms.ts";

const micros = (units: number): bigint => BigInt(Math.round(units * 100)) * 10_000n;

test("BX10: of a limit of 50.00 it is time to warn from 40.00 on, what is set aside being used already", () => {
  expect(isNearLimit(micros(-39.99), 0n, micros(50))).toBe(false);
  expect(isNearLimit(micros(-40), 0n, micros(50))).toBe(true);
  expect(isNearLimit(micros(-30), micros(10), micros(50))).toBe(true);
  expect(isNearLimit(micros(-1_000), 0n, null)).toBe(false);
  expect(isNearLimit(micros(-1), 0n, 0n)).toBe(false);
});
