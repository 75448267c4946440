import { demoDeeds } from "./deeds.ts";
import type { DemoItem, DemoOrder, DemoRun, DemoService } from "./model.ts";
import { type Ground, sceneOf } from "./scene.ts";
import { serviceStory } from "./service-story.ts";
import { serviceRows } from "./service-rows.ts";
import { shelfOf } from "./shelf.ts";

export interface History {
  readonly services: readonly DemoService[];
  readonly orders: readonly DemoOrder[];
  readonly runs: readonly DemoRun[];
  /** The whole stock, as it is after all that. */
  readonly items: readonly DemoItem[];
}

/** What has happened in the demo world: every service with its orders, its runs and the items it took. */
export function demoHistory(ground: Ground, stock: readonly DemoItem[], now: Date): History {
  const deeds = Map.groupBy(demoDeeds(now), ({ row }) => row);
  const take = shelfOf(stock, new Set(serviceRows.flatMap(({ mobileNumber }) => mobileNumber ?? [])));
  const stories = serviceRows.map((row) => serviceStory(sceneOf(row, ground, take), deeds.get(row) ?? [], ground, now));
  const changed = new Map(stories.flatMap(({ items }) => items).map((item) => [item.id, item]));
  return {
    services: stories.map(({ service }) => service),
    orders: stories.flatMap(({ orders }) => orders).toSorted((a, b) => a.placedAt.getTime() - b.placedAt.getTime()),
    runs: stories.flatMap(({ runs }) => runs).toSorted((a, b) => a.queuedAt.getTime() - b.queuedAt.getTime()),
    items: stock.map((item) => changed.get(item.id) ?? item),
  };
}
