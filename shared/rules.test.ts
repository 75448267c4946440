import { expect, test } from "vitest";
import { rules } from "./rules.ts";

const range = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}${from + index}`);

test("the rules of the main job stand here, whatever was added since", () => {
  const mainJob = [
    ...range("O", 1, 22),
    ...range("O", 24, 37),
    ...range("O", 39, 51),
    ...range("OX", 1, 7),
    "OX10",
    "X2",
    "U14",
    "U26",
    "U28",
  ];
  expect(mainJob.filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
});

test("each rule is one sentence", () => {
  const wrong = Object.entries(rules).filter(
    ([, sentence]) => !/^[A-Z][^.!?]*\.$/.test(sentence.replaceAll(/\d\.\d/g, "")),
  );
  expect(wrong).toEqual([]);
});
