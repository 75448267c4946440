import type { Change, Changes } from "../kernel/changes.ts";
import type { Transaction } from "../kernel/context.ts";
import { isWithin } from "@tierline/shared/tier-path.ts";
import type { Item } from "./item.ts";

export function stockTopic(templateId: string): string {
  return `stock:${templateId}`;
}

export interface StockEvent {
  readonly itemId: string;
  readonly isAvailable: boolean;
  /** Whose reservation ran out, if that is why it came back. */
  readonly lostBy: string | null;
}

/** Tells open pickers that an item left their stock or came back, once the transaction has committed. */
export function announceStock(
  tx: Pick<Transaction, "announce">,
  item: Pick<Item, "id" | "templateId" | "path" | "version">,
  { isAvailable, lostBy = null }: { isAvailable: boolean; lostBy?: string | null },
): void {
  tx.announce({
    topic: stockTopic(item.templateId),
    path: item.path,
    sequence: item.version,
    detail: { itemId: item.id, isAvailable, ...(lostBy === null ? {} : { lostBy }) },
  });
}

/** Items of one template whose changes a stalled picker has not read; beyond this the oldest are dropped. */
const unreadItemsMax = 500;

/**
 * The changes of one template's stock within a tier: of each item the latest, because unlike a run's states they do not stand
 * for each other.
 */
export async function* stockEvents(
  changes: Changes,
  templateId: string,
  tierPath: string,
  signal: AbortSignal,
): AsyncGenerator<StockEvent> {
  const topic = stockTopic(templateId);
  const unread = new Map<string, StockEvent>();
  let wake: () => void = () => undefined;
  const untap = changes.tap((change) => {
    if (change.topic !== topic || !isWithin(change.path, tierPath)) return;
    const event = eventOf(change);
    unread.delete(event.itemId);
    unread.set(event.itemId, event);
    const [oldest] = unread.keys();
    if (unread.size > unreadItemsMax && oldest !== undefined) unread.delete(oldest);
    wake();
  });
  signal.addEventListener("abort", () => wake(), { once: true });
  try {
    while (!signal.aborted) {
      const [next] = unread.values();
      if (next === undefined) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      unread.delete(next.itemId);
      yield next;
    }
  } finally {
    untap();
  }
}

function eventOf({ detail = {} }: Change): StockEvent {
  const { itemId, isAvailable, lostBy } = detail;
  return {
    itemId: String(itemId),
    isAvailable: isAvailable === true,
    lostBy: typeof lostBy === "string" ? lostBy : null,
  };
}
