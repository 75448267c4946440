import fc from "fast-check";
import { expect, test } from "vitest";
import { ancestorsOf, childPath, commonPathOf, depthOf, isWithin, rangeOf, resellerPathOf } from "./tier-path.ts";

const anyLabel = fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/);
const anyPath = fc.array(anyLabel, { minLength: 1, maxLength: 5 }).map((labels) => labels.reduce(childPath, ""));

test("a path grows by a label", () => {
  expect(childPath(childPath("", "r1"), "r7")).toBe("r1.r7.");
  for (const label of ["", "r1.r2", "r/", "R1", "1r", "r 1"]) expect(() => childPath("r1.", label)).toThrow(RangeError);
});

test("a path knows all places above it", () => {
  expect(ancestorsOf("r1.r2.c123.")).toEqual(["r1.", "r1.r2.", "r1.r2.c123."]);
  expect([depthOf("r1."), depthOf("r1.r2.c123.")]).toEqual([1, 3]);
});

test("a customer's path names the reseller above it, a reseller's itself", () => {
  expect(resellerPathOf("r1.r2.c123.")).toBe("r1.r2.");
  expect(resellerPathOf("r1.r2.")).toBe("r1.r2.");
  expect(resellerPathOf("r1.abc1.")).toBe("r1.abc1.");
});

test("several paths have the lowest place above all of them in common", () => {
  expect(commonPathOf(["r1.r2.c3."])).toBe("r1.r2.c3.");
  expect(commonPathOf(["r1.r2.c3.", "r1.r2.c34.", "r1.r2.c3."])).toBe("r1.r2.");
  expect(commonPathOf(["r1.r2.c3.", "r1.r22.c3."])).toBe("r1.");
  expect(commonPathOf(["r1.c1.", "r2.c1."])).toBe("");
  expect(commonPathOf([])).toBe("");
});

test("X2: what lies below a path lies in its range, and nothing else does", () => {
  expect(rangeOf("r1.r2.")).toEqual({ lo: "r1.r2.", hi: "r1.r2/" });
  expect(isWithin("r1.r22.", "r1.r2.")).toBe(false);
  expect(isWithin("r1.", "")).toBe(false);
  fc.assert(
    fc.property(anyPath, anyPath, (path, other) => {
      const { lo, hi } = rangeOf(other);
      expect(lo <= path && path < hi).toBe(isWithin(path, other));
      expect(isWithin(path, other)).toBe(ancestorsOf(path).includes(other));
    }),
  );
  fc.assert(
    fc.property(anyPath, anyLabel, (path, label) => {
      const { lo, hi } = rangeOf(path);
      const child = childPath(path, label);
      expect(lo <= child && child < hi).toBe(true);
    }),
  );
});
