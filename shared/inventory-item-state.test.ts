import { expect, test } from "vitest";
import {
  availableStates,
  inventoryItemMoves,
  inventoryItemMovesByHand,
  inventoryItemStates,
  isAvailable,
  needsReasonByHand,
} from "./inventory-item-state.ts";
import { canMove } from "./moves.ts";

test("O16: only new items and items in stock are available", () => {
  expect(inventoryItemStates.filter(isAvailable)).toEqual([...availableStates]);
  expect(availableStates).toEqual(["NEW", "IN_STOCK"]);
});

test("O18: only an available item is reserved, and it returns to either state it may have come from", () => {
  const reservable = inventoryItemStates.filter((state) => canMove(inventoryItemMoves, state, "RESERVED"));
  expect(reservable).toEqual(["NEW", "IN_STOCK", "ASSIGNED"]);
  expect(inventoryItemMoves.RESERVED).toEqual(["NEW", "IN_STOCK", "ASSIGNED"]);
});

test("OX5: a released item is retired, quarantined or back in stock", () => {
  for (const to of ["RETIRED", "QUARANTINED", "IN_STOCK"] as const) {
    expect(canMove(inventoryItemMoves, "ASSIGNED", to)).toBe(true);
  }
});

test("nobody takes an item by hand out of a reservation or from a customer", () => {
  expect(inventoryItemMovesByHand.RESERVED).toEqual([]);
  expect(inventoryItemMovesByHand.ASSIGNED).toEqual([]);
});

test("what may be done by hand is a part of what may be done at all", () => {
  for (const from of inventoryItemStates) {
    expect(inventoryItemMoves[from]).toEqual(expect.arrayContaining([...inventoryItemMovesByHand[from]]));
  }
});

test("only ending a quarantine early needs a reason", () => {
  const withReason = inventoryItemStates.flatMap((from) =>
    inventoryItemMovesByHand[from].filter((to) => needsReasonByHand(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(withReason).toEqual(["QUARANTINED → IN_STOCK"]);
});
