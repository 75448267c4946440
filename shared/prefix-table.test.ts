import fc from "fast-check";
import { expect, test } from "vitest";
import { longestPrefix, prefixesOf, prefixTable } from "./prefix-table.ts";

test("U2: the longest prefix is found, whatever the others cost", () => {
  const prefixes = ["1", "1234", "33", "44", "447"];
  const table = prefixTable(prefixes);
  const found = (number: string) => prefixes[longestPrefix(table, number)] ?? null;
  expect(["12345678901", "12125550100", "447700900123", "442012345678", "4", "999", ""].map(found)).toEqual([
    "1234",
    "1",
    "447",
    "44",
    null,
    null,
    null,
  ]);
});

test("the table answers as a search through all prefixes does", () => {
  const digits = (max: number) => fc.stringMatching(new RegExp(`^[0-3]{1,${max}}$`));
  fc.assert(
    fc.property(fc.uniqueArray(digits(6), { maxLength: 60 }), digits(10), (prefixes, number) => {
      const byHand = prefixes
        .filter((prefix) => number.startsWith(prefix))
        .reduce((longest, prefix) => (prefix.length > longest.length ? prefix : longest), "");
      expect(prefixes[longestPrefix(prefixTable(prefixes), number)] ?? "").toBe(byHand);
      expect(prefixesOf(number, 6).find((prefix) => prefixes.includes(prefix)) ?? "").toBe(byHand);
    }),
  );
});

test("a prefix that stands there twice, or is none, is refused", () => {
  expect(() => prefixTable(["44", "44"])).toThrow("stands there twice");
  expect(() => prefixTable(["+44"])).toThrow("Not a prefix of digits");
  expect(longestPrefix(prefixTable(["44"]), "44x")).toBe(0);
});
