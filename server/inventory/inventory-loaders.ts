import { groupBy, listLoader, loader } from "../kernel/loaders.ts";
import type { Page } from "../kernel/paging.ts";
import { availableOf, stateCountsOf, stockOfKey, type StateCount } from "./availability.ts";
import { countCustody, custodyPages, type CustodyEntry } from "./custody.ts";
import { findItems, itemsWhere, type Item } from "./item.ts";
import { openReservationsOf, type Reservation } from "./reservation.ts";
import type { InventoryTemplateRow } from "./template.entity.ts";
import { findTemplates } from "./template.ts";

export const templateById = loader<string, InventoryTemplateRow>(findTemplates);

export const itemById = loader<string, Item>(findItems);

/** What each service uses now, in the order of labels. */
export const itemsOfService = listLoader<string, Item>(async (context, serviceIds) => {
  const items = await itemsWhere(context, "i.service_id in (?) and i.state = 'ASSIGNED'", [[...serviceIds]]);
  return groupBy(items, (item) => item.serviceId ?? "");
});

/** What each run has claimed, and what it has assigned, in the order of labels. */
export const itemsOfRun = listLoader<string, Item>(async (context, runIds) => {
  const items = await itemsWhere(context, "i.held_by_run_id in (?) and i.state in ('RESERVED', 'ASSIGNED')", [
    [...runIds],
  ]);
  return groupBy(items, (item) => item.heldByRunId ?? "");
});

/** The open reservation of an item, whoever made it. */
export const openReservationOf = loader<string, Reservation>(openReservationsOf);

/** How many the viewer can pick, by `stockKey`. */
export const availableByStock = loader<string, number>((context, keys) => availableOf(context, keys.map(stockOfKey)));

/** A stock by state, by `stockKey`. */
export const stateCountsByStock = listLoader<string, StateCount>((context, keys) =>
  stateCountsOf(context, keys.map(stockOfKey)),
);

/** By `custodyKey`. */
export const custodyPage = loader<string, Page<CustodyEntry>>(custodyPages);

/** Steps of an item's history. */
export const custodyCount = loader<string, number>(countCustody);
