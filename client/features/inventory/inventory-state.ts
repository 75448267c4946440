import { inventoryItemStates } from "@tierline/shared/inventory-item-state.ts";
import * as z from "zod/mini";
import { choice, text } from "../../navigation/url-parts.ts";
import type { InventoryItemFilter } from "../../api/generated/schema.ts";

export const inventoryState = z.object({
  /** Key or id of the template; empty shows all. */
  template: text,
  state: choice([...inventoryItemStates, ""], ""),
  /** Whether what was handed further down is shown too. Without it the list is the stock that the sorts count. */
  below: choice(["yes", ""], ""),
  search: text,
});
export type InventoryState = z.output<typeof inventoryState>;

interface Named {
  readonly id: string;
  readonly key: string;
}

/** Someone above sees the templates of several tiers, of which two may have the same key: an id says which. */
export function templateOf<T extends Named>(templates: readonly T[], text: string): T | null {
  return templates.find(({ id, key }) => id === text || key === text) ?? null;
}

/** The key where it says enough. */
export function nameInAddress(templates: readonly Named[], { id, key }: Named): string {
  return templates.filter((each) => each.key === key).length > 1 ? id : key;
}

export function itemFilter(template: Named | null, { state, below }: InventoryState): InventoryItemFilter {
  return {
    ...(template !== null && { templateId: template.id }),
    ...(below === "" && { isHandedDown: false }),
    ...(state !== "" && { state: [state] }),
  };
}

export function handedDownFilter(template: Named | null): InventoryItemFilter {
  return { ...(template !== null && { templateId: template.id }), isHandedDown: true };
}
