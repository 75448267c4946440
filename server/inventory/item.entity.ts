import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { inventoryItemStates } from "@tierline/shared/inventory-item-state.ts";
import { identifierKinds } from "@tierline/shared/kinds.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { insideTier, oneOf, tierRow } from "../kernel/table.ts";
import { InventoryTemplateEntity } from "./template.entity.ts";

const isFree = "state in ('NEW', 'IN_STOCK')";

/** One SIM, number or device. The path is that of the one tier that holds it; nobody sells what they do not hold. */
export const ItemEntity = defineEntity({
  name: "InventoryItem",
  tableName: "inventory_item",
  ...insideTier,
  properties: {
    ...tierRow,
    template: () => p.manyToOne(InventoryTemplateEntity).mapToPk().deleteRule("no action"),
    label: p.text(),
    identifierKind: oneOf("identifier_kind", identifierKinds),
    /** Normal form; an ICCID or number exists once in the installation. */
    identifier: p.text().collation("C"),
    /** The end first, so that "ends with" is as fast as "begins with"; written with the identifier, which never changes. */
    identifierReversed: p.text().collation("C"),
    state: oneOf("state", inventoryItemStates),
    /** The state it goes back to when a reservation or a run lets go of it. */
    stateBefore: oneOf("state_before", inventoryItemStates).nullable(),
    location: p.text().nullable(),
    note: p.text().nullable(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable(),
    /** Soft references to what stands above this module. */
    serviceId: p.uuid().nullable(),
    heldByRunId: p.uuid().nullable(),
    slot: p.text().nullable(),
    quarantinedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [{ name: "inventory_item_identifier", properties: ["identifierKind", "identifier"] }],
  indexes: [
    { name: "inventory_item_free", properties: ["template", "path", "identifier"], where: isFree },
    { name: "inventory_item_free_by_end", properties: ["template", "path", "identifierReversed"], where: isFree },
    { name: "inventory_item_label", properties: ["template", "path", "label"] },
    { name: "inventory_item_service", properties: ["serviceId"], where: "service_id is not null" },
    { name: "inventory_item_run", properties: ["heldByRunId"], where: "held_by_run_id is not null" },
    { name: "inventory_item_customer", properties: ["customer"], where: "customer_id is not null" },
  ],
});
export type ItemRow = InferEntity<typeof ItemEntity>;

/** An item set aside for one person while they sell. One open reservation an item: the index decides races (O18). */
export const ReservationEntity = defineEntity({
  name: "Reservation",
  tableName: "reservation",
  ...insideTier,
  properties: {
    ...tierRow,
    item: () => p.manyToOne(ItemEntity).mapToPk(),
    user: () => p.manyToOne(UserEntity).mapToPk(),
    state: oneOf("state", ["OPEN", "RELEASED", "LAPSED", "CLAIMED"]),
    reservedAt: p.datetime(),
    expiresAt: p.datetime(),
    extendableUntil: p.datetime(),
    endedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  uniques: [{ name: "reservation_open_once", properties: ["item"], where: "state = 'OPEN'" }],
  indexes: [
    { name: "reservation_due", properties: ["expiresAt"], where: "state = 'OPEN'" },
    { name: "reservation_of_user", properties: ["user"], where: "state = 'OPEN'" },
  ],
});
export type ReservationRow = InferEntity<typeof ReservationEntity>;

/** Who had the item, when and why: one row a change of state or holder, never changed afterwards. */
export const CustodyEntity = defineEntity({
  name: "Custody",
  tableName: "custody",
  ...insideTier,
  properties: {
    ...tierRow,
    item: () => p.manyToOne(ItemEntity).mapToPk(),
    at: p.datetime(),
    actor: p.text(),
    fromState: oneOf("from_state", inventoryItemStates).nullable(),
    toState: oneOf("to_state", inventoryItemStates),
    reason: p.text(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable(),
    serviceId: p.uuid().nullable(),
    runId: p.uuid().nullable(),
  },
  indexes: [{ name: "custody_of_item", properties: ["item", "at", "id"] }],
});
export type CustodyRow = InferEntity<typeof CustodyEntity>;
