import { normalizeIdentifier } from "@tierline/shared/identifier.ts";
import { expect, test } from "vitest";
import { readLines, withoutLines } from "./read-lines.ts";

const rules = { normalize: (text: string) => normalizeIdentifier("SERIAL", text) };

test("lines are counted as they are seen, and empty ones are left out", () => {
  expect(readLines("AB-1\n\n AB-2 \n", rules).map(({ number, identifier }) => [number, identifier])).toEqual([
    [1, "AB-1"],
    [3, "AB-2"],
  ]);
});

test("what stands twice is a duplicate however it is written, and a bad one says why", () => {
  expect(readLines("ab-1\nAB-1\n?", rules).map(({ problem }) => problem)).toEqual([
    null,
    { kind: "twice", first: 1 },
    { kind: "bad", key: "identifier.serial" },
  ]);
});

test("a second column is the label", () => {
  const lines = readLines("AB-1\tSpare router\nAB-2; Shelf 4", rules);
  expect(lines.map(({ identifier, label }) => [identifier, label])).toEqual([
    ["AB-1", "Spare router"],
    ["AB-2", "Shelf 4"],
  ]);
});

test("what the server refused stays marked until the line is changed", () => {
  const refused = new Map([["AB-1", "AB-1 cannot be added."]]);
  const problems = (text: string) => readLines(text, { ...rules, refused }).map(({ problem }) => problem?.kind ?? null);
  expect(problems("AB-1\nAB-2")).toEqual(["refused", null]);
  expect(problems("AB-11\nAB-2")).toEqual([null, null]);
});

test("lines are taken out by their numbers, the rest stays as it was typed", () => {
  expect(withoutLines("AB-1\n\nAB-2 \nAB-3", new Set([1, 4]))).toBe("\nAB-2 ");
});
