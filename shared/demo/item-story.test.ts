import { expect, test } from "vitest";
import { canMove } from "../moves.ts";
import { inventoryItemMoves } from "../inventory-item-state.ts";
import { demoWorld } from "./world.ts";

const { items, runs } = demoWorld(new Date("2026-11-21T12:00:00Z"));

test("O21: a provisioned item went from its first state over reserved to assigned, each step with its actor", () => {
  const simInUse = items.find(({ label }) => label === "SIM-00083");
  expect(simInUse?.custody.map(({ from, to, actor }) => `${from} → ${to}: ${actor}`)).toEqual([
    "null → NEW: Olivia Grant",
    "NEW → RESERVED: Amy Walker",
    "RESERVED → ASSIGNED: Amy Walker",
  ]);
});

test("the history of every item is one of allowed moves, in order of time, up to its state", () => {
  for (const { state, custody } of items) {
    expect(custody.at(-1)?.to).toBe(state);
    for (const [index, { from, to, at }] of custody.entries()) {
      const before = custody[index - 1];
      if (before === undefined || from === null) continue;
      expect([before.to, canMove(inventoryItemMoves, from, to), before.at <= at]).toEqual([from, true, true]);
    }
  }
});

test("only runs that have not got through hold items", () => {
  const stateOf = new Map(runs.map(({ id, state }) => [id, state]));
  const holders = items.flatMap(({ heldByRunId }) =>
    heldByRunId === null ? [] : (stateOf.get(heldByRunId) ?? "none"),
  );
  expect(new Set(holders)).toEqual(new Set(["FAILED", "WAITING"]));
});
