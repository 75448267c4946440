import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import type { Action } from "../provisioning/action.ts";
import { assignItemAction } from "./assign-item.action.ts";
import { findCustodyEntries } from "./custody.ts";
import { endQuarantines } from "./end-quarantines.ts";
import { CustodyEntity, ItemEntity, ReservationEntity } from "./item.entity.ts";
import {
  CustodyEntryConnectionResolver,
  CustodyEntryResolver,
  CustomerItemsResolver,
  InventoryItemConnectionResolver,
  InventoryItemFieldsResolver,
  NotificationItemResolver,
} from "./item-fields.resolver.ts";
import { InventoryItemResolver } from "./item.resolver.ts";
import { findItems } from "./item.ts";
import { ItemNotAvailableErrorType, toItemType } from "./item.type.ts";
import { sweepReservations } from "./lapse-reservations.ts";
import { releaseItemAction } from "./release-item.action.ts";
import { InventoryChangeResolver, ReservationResolver } from "./reservation.resolver.ts";
import { findReservations } from "./reservation.ts";
import { toCustodyEntry, toReservation } from "./reservation.type.ts";
import { InventoryTemplateEntity } from "./template.entity.ts";
import { InventoryTemplateConnectionResolver, InventoryTemplateResolver } from "./template.resolver.ts";
import { findTemplates } from "./template.ts";
import { toTemplate } from "./template.type.ts";

const permission = "inventory.view";

/** Shows each row that was found as its type. */
async function shown<Row>(
  found: Promise<ReadonlyMap<string, Row>>,
  show: (row: Row) => object,
): Promise<Map<string, object>> {
  return new Map([...(await found)].map(([id, row]) => [id, show(row)]));
}

export const inventory = {
  entities: [InventoryTemplateEntity, ItemEntity, ReservationEntity, CustodyEntity],
  resolvers: [
    InventoryTemplateResolver,
    InventoryTemplateConnectionResolver,
    InventoryItemResolver,
    InventoryItemFieldsResolver,
    InventoryItemConnectionResolver,
    CustodyEntryResolver,
    CustodyEntryConnectionResolver,
    CustomerItemsResolver,
    NotificationItemResolver,
    ReservationResolver,
    InventoryChangeResolver,
  ],
  actions: [assignItemAction, releaseItemAction],
  nodes: {
    tpl: { permission, load: (context, ids) => shown(findTemplates(context, ids), toTemplate) },
    itm: { permission, load: (context, ids) => shown(findItems(context, ids), toItemType) },
    rsv: {
      permission,
      load: (context: Context, ids) =>
        shown(findReservations(context, ids), (row) => toReservation(row, context.viewer.userId)),
    },
    cst: { permission, load: (context, ids) => shown(findCustodyEntries(context, ids), toCustodyEntry) },
  },
  sweeps: [
    { key: "reservations", everySeconds: 5, run: sweepReservations },
    { key: "quarantines", everySeconds: 3_600, run: endQuarantines },
  ],
  orphanedTypes: [ItemNotAvailableErrorType],
} satisfies Module & { actions: readonly Action[] };
