import { expect, test } from "vitest";
import { mayCreateOrChange, mayDelete, resellerMoves, resellerStates } from "./reseller-state.ts";

test("a suspended reseller may still delete, but not create or change", () => {
  expect(resellerStates.filter(mayCreateOrChange)).toEqual(["ACTIVE"]);
  expect(resellerStates.filter(mayDelete)).toEqual(["ACTIVE", "SUSPENDED"]);
});

test("a closed reseller stays closed", () => {
  expect(resellerMoves.CLOSED).toEqual([]);
});
