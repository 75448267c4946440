import { encodeId } from "@tierline/shared/id.ts";
import { maskIdentifier } from "@tierline/shared/identifier.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { InventoryItemStateEnum } from "./inventory.enums.ts";
import type { Item } from "./item.ts";
import type { ItemQuery } from "./item-query.ts";

@ObjectType("InventoryItem", { implements: NodeType, description: "One SIM card, number or device, held by one tier." })
export class InventoryItemType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: Item;

  @Field(() => String, { description: "What people call it, e.g. SIM-00123." })
  label: string;

  @Field(() => String, { description: 'In full and in normal form, e.g. "8944200000000000123" or "+447700900123".' })
  identifier: string;

  @Field(() => String, {
    description: 'For lists: an ICCID with its middle left out, "8944…0001"; a number as it is read.',
  })
  get maskedIdentifier(): string {
    // When it is asked for: reading a phone number costs more than all the rest of an item.
    return maskIdentifier(this.row.identifierKind, this.row.identifier);
  }

  @Field(() => InventoryItemStateEnum, { description: "Where it stands." })
  state: InventoryItemState;

  @Field(() => String, { nullable: true, description: "Where it lies, e.g. Shop 4." })
  location: string | null;

  @Field(() => String, { nullable: true, description: "What people wrote about it." })
  note: string | null;

  @Field(() => Int, { description: "Grows with every change; hand it in when you update." })
  version: number;

  @Field(() => Date, { description: "When it was taken into stock." })
  createdAt: Date;
}

export function toItemType(item: Item): InventoryItemType {
  const { identifier, label, state, location, note, version, createdAt } = item;
  return Object.assign(new InventoryItemType(), {
    row: item,
    id: encodeId("itm", item.id),
    label,
    identifier,
    state,
    location,
    note,
    version,
    createdAt,
  });
}

@ObjectType("InventoryItemConnection", { description: "A page of inventory items." })
export class InventoryItemConnectionType extends connectionOf("InventoryItem", () => InventoryItemType) {
  /** Not part of the contract: what the counts are taken over. */
  query: ItemQuery;
}

@ObjectType("ItemNotAvailableError", {
  implements: UserErrorType,
  description: "The item is not free any more: someone else was first, or it left the stock.",
})
export class ItemNotAvailableErrorType extends UserErrorType {
  @Field(() => InventoryItemType, { nullable: true, description: "The next best free item, if there is one." })
  suggestedItem: InventoryItemType | null;
}
