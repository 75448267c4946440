import { encodeId } from "@tierline/shared/id.ts";
import type { Context } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { require } from "../kernel/requires.ts";
import { availableOf, stockKey, type Stock } from "./availability.ts";
import { InventoryChangeType } from "./inventory-payloads.type.ts";
import { stockEvents, type StockEvent } from "./stock-changes.ts";
import { findTemplate, stockPathOf } from "./template.ts";

/** The stock that a viewer picks from, before anything is watched: an unknown template refuses the subscription. */
export async function watchedStock(context: Context, templateId: string | null): Promise<Stock> {
  const template = templateId === null ? null : await findTemplate(context, templateId);
  if (template === null) throw notFound();
  return { templateId: template.id, path: stockPathOf(template, context.viewer.path) };
}

/** What an open picker is told: each item that leaves or returns within the viewer's tier, with what is left (O18). */
export async function* watchStock(
  context: Context,
  stock: Stock,
  signal: AbortSignal,
): AsyncGenerator<InventoryChangeType> {
  for await (const event of stockEvents(context.changes, stock.templateId, context.viewer.path, signal)) {
    require(context, "inventory.view"); // at each push again
    const available = (await availableOf(context, [stock])).get(stockKey(stock)) ?? 0;
    yield toChange(event, stock.templateId, context.viewer.userId, available);
  }
}

function toChange(event: StockEvent, templateId: string, viewerId: string, available: number): InventoryChangeType {
  return Object.assign(new InventoryChangeType(), {
    row: { itemId: event.itemId, templateId },
    templateId: encodeId("tpl", templateId),
    itemId: encodeId("itm", event.itemId),
    isAvailable: event.isAvailable,
    isYoursLost: event.lostBy === viewerId,
    available,
  });
}
