import { expect, test } from "vitest";
import { readLines } from "./read-lines.ts";

const digitsOnly = (line: string) => {
  const value = line.replaceAll(" ", "");
  return /^\d+$/.test(value) ? ({ ok: true, value } as const) : ({ ok: false, message: "Only digits." } as const);
};

test("lines are counted as they are seen, and empty ones are left out", () => {
  expect(readLines("1\n\n 2 \n", digitsOnly)).toEqual([
    { number: 1, line: "1", problem: null },
    { number: 3, line: "2", problem: null },
  ]);
});

test("what stands twice is a duplicate however it is written, and a bad one says why", () => {
  expect(readLines("12 34\n1234\nx", digitsOnly).map(({ problem }) => problem)).toEqual([
    null,
    "duplicate",
    "Only digits.",
  ]);
});
