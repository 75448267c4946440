import { expect, test } from "vitest";
import { customerMoves, customerStates, mayOrder } from "./customer-state.ts";
import { canMove } from "./moves.ts";

test("only an active customer is given something new", () => {
  expect(customerStates.filter(mayOrder)).toEqual(["ACTIVE"]);
});

test("deactivation can be undone, archiving cannot", () => {
  expect(canMove(customerMoves, "DEACTIVATED", "ACTIVE")).toBe(true);
  expect(customerMoves.ARCHIVED).toEqual([]);
});
