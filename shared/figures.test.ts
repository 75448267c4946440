import { expect, test } from "vitest";
import { median, toTenths } from "./figures.ts";

test("the median is the one in the middle, or between two, whatever their order", () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7]), median([])]).toEqual([2, 2.5, 7, 0]);
});

test("a figure has one decimal place at most", () => {
  expect([toTenths(66.666), toTenths(100), toTenths(0.04)]).toEqual(["66.7", "100", "0"]);
});
