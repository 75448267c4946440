import { expect, test } from "vitest";
import { canMove } from "./moves.ts";
import { orderMoves, type OrderState, orderStates, undoableUntil } from "./order-state.ts";

test("O33: a failed order goes on when its run is retried", () => {
  expect(canMove(orderMoves, "FAILED", "IN_PROGRESS")).toBe(true);
});

test("every order can still be cancelled, but a cancelled one stays so", () => {
  const cancellable = orderStates.filter((state) => canMove(orderMoves, state, "CANCELLED"));
  expect(cancellable).toEqual(["DRAFT", "ACKNOWLEDGED", "IN_PROGRESS", "COMPLETED", "FAILED"]);
  expect(orderMoves.CANCELLED).toEqual([]);
});

test("O13: an order can be undone for a while, and only while there is something to undo", () => {
  const placedAt = new Date("2026-11-21T12:00:00Z");
  const at = (time: string, state: OrderState) => undoableUntil({ state, placedAt }, new Date(`2026-11-21T${time}Z`));
  expect(at("12:15:00", "COMPLETED")?.toISOString()).toBe("2026-11-21T12:15:00.000Z");
  expect([at("12:15:01", "COMPLETED"), at("12:01:00", "CANCELLED")]).toEqual([null, null]);
});
