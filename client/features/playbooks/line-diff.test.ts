import { expect, test } from "vitest";
import { diffLines, folded } from "./line-diff.ts";

const drawn = (before: string, after: string): string[] =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: " ", added: "+", removed: "-" }[kind]}${text}`);

test("a line put in between leaves the others as they are", () => {
  expect(drawn("a\nb\nc", "a\nx\nb\nc")).toEqual([" a", "+x", " b", " c"]);
});

test("a changed line was removed and added", () => {
  expect(drawn("a\nb\nc", "a\nB\nc")).toEqual([" a", "-b", "+B", " c"]);
});

test("moved and repeated lines: both texts can be read from the difference", () => {
  const [before, after] = ["a\nb\na\nc\nd\na", "b\na\nd\nc\na\na\ne"];
  const lines = diffLines(before, after);
  expect(lines.filter(({ kind }) => kind !== "added").map(({ text }) => text)).toEqual(before.split("\n"));
  expect(lines.filter(({ kind }) => kind !== "removed").map(({ text }) => text)).toEqual(after.split("\n"));
  expect(lines.filter(({ kind }) => kind === "removed").map((line) => line.before)).not.toContain(null);
});

test("what is far from every change is left out and counted", () => {
  const text = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const changed = text.with(10, "other");
  const shown = folded(diffLines(text.join("\n"), changed.join("\n")));
  expect([shown[0], shown.at(-1)]).toEqual([7, 6]);
  expect(shown).toHaveLength(10);
});
