import type { Moves } from "./moves.ts";

export const inventoryItemStates = [
  "NEW",
  "IN_STOCK",
  "RESERVED",
  "ASSIGNED",
  "QUARANTINED",
  "DAMAGED",
  "RETIRED",
] as const;
export type InventoryItemState = (typeof inventoryItemStates)[number];

/** Only items in these states are offered, reserved or sold. */
export const availableStates = ["NEW", "IN_STOCK"] as const satisfies readonly InventoryItemState[];

/**
 * All moves. An assigned item returns to NEW, IN_STOCK or RESERVED only when its run is rolled back, and a quarantined or retired one
 * becomes ASSIGNED again only when the run that released it is rolled back.
 */
export const inventoryItemMoves: Moves<InventoryItemState> = {
  NEW: ["IN_STOCK", "RESERVED", "ASSIGNED", "DAMAGED", "RETIRED"],
  IN_STOCK: ["RESERVED", "ASSIGNED", "DAMAGED", "RETIRED"],
  RESERVED: ["NEW", "IN_STOCK", "ASSIGNED"],
  ASSIGNED: ["NEW", "IN_STOCK", "RESERVED", "QUARANTINED", "DAMAGED", "RETIRED"],
  QUARANTINED: ["IN_STOCK", "ASSIGNED", "DAMAGED", "RETIRED"],
  DAMAGED: ["IN_STOCK", "RETIRED"],
  RETIRED: ["ASSIGNED"],
};

/** The moves that a person may make on the item's page; all others belong to reservations, sales and runs. */
export const inventoryItemMovesByHand: Moves<InventoryItemState> = {
  NEW: ["IN_STOCK", "DAMAGED", "RETIRED"],
  IN_STOCK: ["DAMAGED", "RETIRED"],
  RESERVED: [],
  ASSIGNED: [],
  QUARANTINED: ["IN_STOCK", "DAMAGED", "RETIRED"],
  DAMAGED: ["IN_STOCK", "RETIRED"],
  RETIRED: [],
};

export function isAvailable(state: InventoryItemState): boolean {
  return (availableStates as readonly InventoryItemState[]).includes(state);
}

/** Ending a quarantine early hands a number to a new customer while calls for the old one may still come in: say why. */
export function needsReasonByHand(from: InventoryItemState, to: InventoryItemState): boolean {
  return from === "QUARANTINED" && to === "IN_STOCK";
}
