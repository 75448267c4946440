import fc from "fast-check";
import { expect, test } from "vitest";
import { numberRange } from "./number-range.ts";

test("BX12: ten numbers from 1140010000 on end in 0000 to 0009", () => {
  const range = numberRange("1140010000", 10)!;
  expect(range).toHaveLength(10);
  expect([range[0], range.at(-1)]).toEqual(["1140010000", "1140010009"]);
});

test.each([
  ["+44 20 7946 0958", 3, ["+44 20 7946 0958", "+44 20 7946 0959", "+44 20 7946 0960"]],
  ["0800-000", 2, ["0800-000", "0800-001"]],
  ["11 4001 9999", 2, null],
  ["", 1, null],
  ["11400x0000", 1, null],
  ["1140010000", 0, null],
  ["1140010000", 1.5, null],
])("%s, %i of them", (first, quantity, expected) => {
  expect(numberRange(first, quantity)).toEqual(expected);
});

test("a range is as long as was asked, without a gap or a repetition, and each is as long as the first", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{4,15}$/), fc.integer({ min: 1, max: 500 }), (first, quantity) => {
      const range = numberRange(first, quantity);
      const last = BigInt(first) + BigInt(quantity) - 1n;
      if (String(last).length > first.length) {
        expect(range).toBeNull();
        return;
      }
      expect(range).toHaveLength(quantity);
      range!.forEach((each, index) => {
        expect(each).toHaveLength(first.length);
        expect(BigInt(each)).toBe(BigInt(first) + BigInt(index));
      });
    }),
  );
});
