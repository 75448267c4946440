import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { userErrorCodeByRuleName, userErrorCodes } from "./user-error-code.ts";

test("there are at most forty codes, each with its meaning", () => {
  const meanings = Object.values(userErrorCodes);
  expect(meanings.length).toBeLessThanOrEqual(40);
  expect(meanings.filter((meaning) => !/^[A-Z].+\.$/.test(meaning))).toEqual([]);
  expect(new Set(meanings).size).toBe(meanings.length);
});

test("the schema's enum has exactly these members", () => {
  const schema = readFileSync(new URL("../schema/schema.graphql", import.meta.url), "utf8");
  const body = /enum UserErrorCode \{([^}]*)\}/.exec(schema)?.[1] ?? "";
  const withoutDescriptions = body.replaceAll(/"""[\s\S]*?"""|"[^"\n]*"|#.*/g, "");
  expect(withoutDescriptions.match(/[A-Z_]+/g)?.toSorted()).toEqual(Object.keys(userErrorCodes).toSorted());
});

test("O18: an item that someone else has is NOT_AVAILABLE, a reservation that lapsed is EXPIRED", () => {
  expect(userErrorCodeByRuleName["ITEM_NOT_AVAILABLE"]).toBe("NOT_AVAILABLE");
  expect(userErrorCodeByRuleName["RESERVATION_EXPIRED"]).toBe("EXPIRED");
});

test("the names of the rules lead to codes that exist", () => {
  expect(Object.values(userErrorCodeByRuleName).filter((code) => !Object.hasOwn(userErrorCodes, code))).toEqual([]);
});
