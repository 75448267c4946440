import { expect, test } from "vitest";
import { changesBetween } from "./changes-between.ts";

test("only what differs is told, as text", () => {
  const before = {
    name: "Jon",
    tags: ["a", "b"],
    version: 1,
    address: { city: "Leeds" },
    phone: null,
    micros: 15_000_000n,
  };
  const after = { name: "John", tags: ["a"], version: 1, address: { city: "York" }, phone: "1", micros: 16_000_000n };
  expect(changesBetween(before, after)).toEqual([
    { field: "name", before: "Jon", after: "John" },
    { field: "tags", before: "a, b", after: "a" },
    { field: "address", before: '{"city":"Leeds"}', after: '{"city":"York"}' },
    { field: "phone", before: null, after: "1" },
    { field: "micros", before: "15000000", after: "16000000" },
  ]);
});

test("creating and removing are changes from and to nothing", () => {
  expect(changesBetween({}, { name: "John", email: null })).toEqual([{ field: "name", before: null, after: "John" }]);
  expect(changesBetween({ name: "John" }, {})).toEqual([{ field: "name", before: "John", after: null }]);
});

test("instants are told in UTC and long values are cut", () => {
  const [at, text] = changesBetween({}, { at: new Date("2026-11-21T12:00:00Z"), text: "x".repeat(2_000) });
  expect(at?.after).toBe("2026-11-21T12:00:00.000Z");
  expect(text?.after).toHaveLength(1_001);
});

test("amounts inside objects are told, too", () => {
  expect(changesBetween({}, { price: { micros: 5n } })).toEqual([
    { field: "price", before: null, after: '{"micros":"5"}' },
  ]);
});
