import { isAvailable } from "../inventory-item-state.ts";
import type { DemoItem } from "./model.ts";

export interface Wish {
  readonly templateId: string;
  /** Path of the tier that sells. */
  readonly path: string;
  /** A certain item instead of the next one. */
  readonly identifier?: string | null;
  /** Whether to take from the back, where a free item does not stand before those of fixture F. */
  readonly isFromBack: boolean;
}

/** Hands out free items of the stock, each once. `kept` are identifiers that are given only to those who ask for them. */
export function shelfOf(stock: readonly DemoItem[], kept: ReadonlySet<string>): (wish: Wish) => DemoItem {
  const taken = new Set<string>();
  return ({ templateId, path, identifier = null, isFromBack }) => {
    const fits = (item: DemoItem) =>
      item.templateId === templateId &&
      item.path === path &&
      isAvailable(item.state) &&
      item.note === null &&
      !taken.has(item.id) &&
      (identifier === null ? !kept.has(item.identifier) : item.identifier === identifier);
    const item = isFromBack ? stock.findLast(fits) : stock.find(fits);
    if (item === undefined) throw new RangeError(`The demo world has too few items for ${identifier ?? path}.`);
    taken.add(item.id);
    return item;
  };
}
