import { z } from "zod";

const states = ["NEW", "IN_STOCK", "RESERVED", "ASSIGNED", "QUARANTINED", "DAMAGED", "RETIRED"] as const;

export const inventoryState = z.object({
  /** Key of the template; empty shows all. */
  template: z.string().catch(""),
  state: z.enum([...states, ""]).catch(""),
  search: z.string().catch(""),
});
export type InventoryState = z.output<typeof inventoryState>;
