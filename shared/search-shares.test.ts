import { expect, test } from "vitest";
import { numberIn, sharesOf } from "./search-shares.ts";

test("every kind keeps its fair share of a search that found too much", () => {
  expect(sharesOf([10, 10, 10], 20)).toEqual([7, 7, 6]);
  expect(sharesOf([10, 1, 0, 3], 8)).toEqual([4, 1, 0, 3]);
  expect(sharesOf([2, 3], 20)).toEqual([2, 3]);
  expect(sharesOf([], 20)).toEqual([]);
  expect(sharesOf([0, 0], 5)).toEqual([0, 0]);
});

test("a short number is one with or without its sign, and no phone number", () => {
  expect(["#456", "456", "07700900123", "4a", ""].map(numberIn)).toEqual([456, 456, null, null, null]);
});
