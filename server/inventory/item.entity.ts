import { defineEntity, p, type InferEntity } from "@mikro-orm/core";
import { inventoryItemStates } from "@tierline/shared/inventory-item-state.ts";
import { identifierKinds } from "@tierline/shared/kinds.ts";
import type { Words } from "@tierline/shared/sentence.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import { UserEntity } from "../identity/user.entity.ts";
import { insideTier, insideTierOf, insideTierWith, oneOf, tierRow } from "../kernel/table.ts";
import { InventoryTemplateEntity } from "./template.entity.ts";

const isFree = "state in ('NEW', 'IN_STOCK')";

/** What a customer uses they may see, though it stays with the reseller that holds it; nobody writes through this. */
const inUseByMe =
  "customer_path >= current_setting('app.lo', true) and customer_path < current_setting('app.hi', true)";

/** One SIM, number or device. The path is that of the one tier that holds it; nobody sells what they do not hold. */
export const ItemEntity = defineEntity({
  name: "InventoryItem",
  tableName: "inventory_item",
  rowLevelSecurity: insideTier.rowLevelSecurity,
  policies: [
    ...insideTierWith("customer_path").policies,
    { name: "in_use_by_me", command: "select" as const, using: inUseByMe },
  ],
  properties: {
    ...tierRow,
    template: () => p.manyToOne(InventoryTemplateEntity).mapToPk().deleteRule("no action"),
    label: p.text(),
    identifierKind: oneOf("identifier_kind", identifierKinds),
    /** Normal form; an ICCID or number exists once in the installation. */
    identifier: p.text().collation("C"),
    /** The end first, so that "ends with" is as fast as "begins with"; written with the identifier, which never changes. */
    identifierReversed: p.text().collation("C"),
    /** The label in lower case, and its end first: what searches and lists look at. */
    labelKey: p.text().collation("C"),
    labelReversed: p.text().collation("C"),
    state: oneOf("state", inventoryItemStates),
    /** The state it goes back to when a reservation or a run lets go of it. */
    stateBefore: oneOf("state_before", inventoryItemStates).nullable(),
    location: p.text().nullable(),
    note: p.text().nullable(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable(),
    /** Tier path of that customer. */
    customerPath: p.text().collation("C").nullable(),
    /** Soft references to what stands above this module. */
    serviceId: p.uuid().nullable(),
    /** The run that claimed it and, later, assigned it; together with the slot it finds the item again. */
    heldByRunId: p.uuid().nullable(),
    slot: p.text().nullable(),
    /** The run that released it last: rolling that run back returns it, unless somebody else has it by then. */
    releasedByRunId: p.uuid().nullable(),
    quarantinedUntil: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  uniques: [
    { name: "inventory_item_identifier", properties: ["identifierKind", "identifier"] },
    {
      name: "inventory_item_run_slot",
      properties: ["heldByRunId", "slot"],
      where: "held_by_run_id is not null and slot is not null",
    },
  ],
  indexes: [
    // The picker: what is free in one tier's stock, by the beginning and by the end of its identifier.
    { name: "inventory_item_free", properties: ["template", "path", "identifier"], where: isFree },
    { name: "inventory_item_free_by_end", properties: ["template", "path", "identifierReversed"], where: isFree },
    /** First in, first out: from where "any" is taken. */
    { name: "inventory_item_free_oldest", properties: ["template", "path", "createdAt", "identifier"], where: isFree },
    // Lists and searches in any state.
    { name: "inventory_item_list", properties: ["path", "labelKey", "id"] },
    { name: "inventory_item_label_ends", properties: ["path", "labelReversed"] },
    { name: "inventory_item_begins", properties: ["path", "identifier"] },
    { name: "inventory_item_ends", properties: ["path", "identifierReversed"] },
    /** Counting reads this index alone: it holds all that the conditions and the policies look at. */
    { name: "inventory_item_count", properties: ["template", "path", "state", "customerPath"] },
    { name: "inventory_item_service", properties: ["serviceId"], where: "service_id is not null" },
    { name: "inventory_item_customer", properties: ["customer"], where: "customer_id is not null" },
    { name: "inventory_item_released", properties: ["releasedByRunId"], where: "released_by_run_id is not null" },
    { name: "inventory_item_rests", properties: ["quarantinedUntil"], where: "state = 'QUARANTINED'" },
  ],
});
export type ItemRow = InferEntity<typeof ItemEntity>;

/** An item set aside for one person while they sell. One open reservation an item: the index decides races (O18). */
export const ReservationEntity = defineEntity({
  name: "Reservation",
  tableName: "reservation",
  ...insideTier,
  properties: {
    /** The path is the item's. */
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
  ...insideTierOf("custody", "customer_id"),
  properties: {
    /** The path is that of the tier that holds the item then. */
    ...tierRow,
    item: () => p.manyToOne(ItemEntity).mapToPk(),
    /** 1, 2, 3 …: its place in the item's history, though two steps may bear one time. */
    step: p.integer(),
    at: p.datetime(),
    actor: p.text(),
    fromState: oneOf("from_state", inventoryItemStates).nullable(),
    toState: oneOf("to_state", inventoryItemStates),
    reason: p.json<Words>(),
    customer: () => p.manyToOne(CustomerEntity).mapToPk().nullable(),
    serviceId: p.uuid().nullable(),
    runId: p.uuid().nullable(),
  },
  uniques: [{ name: "custody_step", properties: ["item", "step"] }],
});
export type CustodyRow = InferEntity<typeof CustodyEntity>;
