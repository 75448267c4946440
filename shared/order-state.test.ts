import { expect, test } from "vitest";
import { canMove } from "./moves.ts";
import { orderMoves, orderStates } from "./order-state.ts";

test("O33: a failed order goes on when its run is retried", () => {
  expect(canMove(orderMoves, "FAILED", "IN_PROGRESS")).toBe(true);
});

test("every order can still be cancelled, but a cancelled one stays so", () => {
  const cancellable = orderStates.filter((state) => canMove(orderMoves, state, "CANCELLED"));
  expect(cancellable).toEqual(["DRAFT", "ACKNOWLEDGED", "IN_PROGRESS", "COMPLETED", "FAILED"]);
  expect(orderMoves.CANCELLED).toEqual([]);
});
