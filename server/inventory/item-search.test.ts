import { identifierKinds } from "@tierline/shared/kinds.ts";
import { expect, test } from "vitest";
import { readSearch, reversed } from "./item-search.ts";

const numbers = { kinds: ["PHONE_NUMBER"], callingCode: "44" } as const;
const sims = { kinds: ["ICCID"], callingCode: "44" } as const;

test("a number is looked for in every spelling of its beginning, and by its end", () => {
  const beginnings = (text: string) =>
    readSearch(text, numbers)[0]?.[0]
      ?.filter(({ column }) => column === "identifier")
      .map(({ prefix }) => prefix);
  expect(beginnings("0770")).toEqual(["+44770"]);
  expect(beginnings("+44 7700 900123")).toEqual(["+447700900123"]);
  expect(beginnings("0044 7700")).toEqual(["+447700"]);
  expect(beginnings("7700")).toEqual(["+7700", "+447700"]);
  expect(readSearch("0123", numbers)[0]?.[0]).toContainEqual({ column: "identifier_reversed", prefix: "3210" });
});

test("words are read as one text and as terms of which each must match, the longest first", () => {
  expect(readSearch("SIM 00123", sims)).toEqual([
    [
      [
        { column: "label_key", prefix: "sim 00123" },
        { column: "label_reversed", prefix: "32100 mis" },
      ],
    ],
    [
      [
        { column: "identifier", prefix: "00123" },
        { column: "identifier_reversed", prefix: "32100" },
        { column: "label_key", prefix: "00123" },
        { column: "label_reversed", prefix: "32100" },
      ],
      [
        { column: "label_key", prefix: "sim" },
        { column: "label_reversed", prefix: "mis" },
      ],
    ],
  ]);
});

test("a hardware address is grouped from where it is read", () => {
  const looks = readSearch("1a2b3", { kinds: ["MAC"], callingCode: null })[0]?.[0];
  expect(looks).toContainEqual({ column: "identifier", prefix: "1A:2B:3" });
  expect(looks).toContainEqual({ column: "identifier_reversed", prefix: "3B:2A:1" });
});

test("a text of blanks finds nothing in particular, and any text can be read", () => {
  expect(readSearch("   ", sims)).toEqual([]);
  for (const text of ["👩‍👧", "(((", "+", "' or 1=1 --", "%_", "a".repeat(200), "1 2 3 4 5 6 7 8 9"]) {
    expect(() => readSearch(text, { kinds: identifierKinds, callingCode: "44" })).not.toThrow();
  }
  expect(reversed("a👍b")).toBe("b👍a");
});
