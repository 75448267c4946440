import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { IdentifierKind, ReleasePolicy } from "@tierline/shared/kinds.ts";
import { Field, ID, InputType, Int } from "type-graphql";
import { IdentifierKindEnum, InventoryItemStateEnum, ReleasePolicyEnum } from "./inventory.enums.ts";

const keyDescription = "Made by the caller; the same key and input have one effect, for 72 hours.";

@InputType("InventoryItemFilter", { description: "Which items; all conditions must hold." })
export class InventoryItemFilterInput {
  @Field(() => ID, { nullable: true, description: "Of this template." })
  templateId?: string | null;

  @Field(() => IdentifierKindEnum, { nullable: true, description: "Identified by this: phone numbers, for example." })
  identifierKind?: IdentifierKind | null;

  @Field(() => [InventoryItemStateEnum], { nullable: true, description: "In one of these states." })
  state?: InventoryItemState[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True for a picker: what you can pick, that is what is free in the seller's stock and what you have reserved yourself. False: what is not free.",
  })
  isAvailable?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "False: what lies in the stock that the template counts, yours or, of a template below your tier, that tier's. True: what was handed further down.",
  })
  isHandedDown?: boolean | null;

  @Field(() => String, { nullable: true, description: "In this place." })
  location?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "What this customer has. With `isAvailable: true` instead: what can be sold to it, from its reseller's stock.",
  })
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: "What this service uses." })
  serviceId?: string | null;
}

@InputType("CreateInventoryTemplateInput", { description: "A new sort of stock." })
export class CreateInventoryTemplateInputType {
  @Field(() => ID, { description: keyDescription })
  idempotencyKey: string;

  @Field(() => String, { description: "Short name that never changes: lower-case letters, digits and dashes." })
  key: string;

  @Field(() => String, { description: "What people call it." })
  label: string;

  @Field(() => IdentifierKindEnum, { description: "What identifies its items." })
  identifierKind: IdentifierKind;

  @Field(() => ReleasePolicyEnum, { description: "What becomes of an item when its service ends." })
  releasePolicy: ReleasePolicy;

  @Field(() => Int, { nullable: true, description: "How many days a released item rests; 30 unless said otherwise." })
  quarantineDays?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the check digit of an ICCID must be right; not unless said so.",
  })
  checksLuhn?: boolean | null;

  @Field(() => Int, { nullable: true, description: "With fewer available, Home says so; 10 unless said otherwise." })
  lowStockThreshold?: number | null;
}

@InputType("UpdateInventoryTemplateInput", { description: "What to change of a template; what is left out stays." })
export class UpdateInventoryTemplateInputType {
  @Field(() => ID, { description: "Id of the template." })
  id: string;

  @Field(() => Int, { description: "The version that you have read." })
  version: number;

  @Field(() => String, { nullable: true, description: "What people call it." })
  label?: string | null;

  @Field(() => Int, { nullable: true, description: "With fewer available, Home says so." })
  lowStockThreshold?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the check digit of an ICCID must be right." })
  checksLuhn?: boolean | null;
}

@InputType("DeleteInventoryTemplateInput", { description: "A template to delete." })
export class DeleteInventoryTemplateInputType {
  @Field(() => ID, { description: "Id of the template." })
  id: string;
}

@InputType("AddInventoryItemInput", { description: "One item to take into stock." })
export class AddInventoryItemInputType {
  @Field(() => String, { description: "ICCID, number, serial number or hardware address, in any usual spelling." })
  identifier: string;

  @Field(() => String, { nullable: true, description: "What people call it; made from the identifier unless given." })
  label?: string | null;

  @Field(() => String, { nullable: true, description: "Where it lies." })
  location?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing." })
  note?: string | null;
}

@InputType("AddInventoryItemsInput", { description: "Items to take into stock: all of them, or none." })
export class AddInventoryItemsInputType {
  @Field(() => ID, { description: keyDescription })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the template." })
  templateId: string;

  @Field(() => ID, { nullable: true, description: "Who will hold them: your own reseller, or one below." })
  resellerId?: string | null;

  @Field(() => InventoryItemStateEnum, { nullable: true, description: "NEW unless said otherwise, or IN_STOCK." })
  state?: InventoryItemState | null;

  @Field(() => [AddInventoryItemInputType], { description: "The items, at most 500." })
  items: AddInventoryItemInputType[];
}

@InputType("UpdateInventoryItemInput", {
  description: "What to change of an item; what is left out stays, null empties.",
})
export class UpdateInventoryItemInputType {
  @Field(() => ID, { description: "Id of the item." })
  id: string;

  @Field(() => Int, { description: "The version that you have read." })
  version: number;

  @Field(() => InventoryItemStateEnum, { nullable: true, description: "A move that people may make by hand." })
  state?: InventoryItemState | null;

  @Field(() => String, { nullable: true, description: "Where it lies." })
  location?: string | null;

  @Field(() => String, { nullable: true, description: "Anything worth knowing; the reason, where a move needs one." })
  note?: string | null;
}

@InputType("HandInventoryDownInput", { description: "Items to give to a reseller below: all of them, or none." })
export class HandInventoryDownInputType {
  @Field(() => ID, { description: keyDescription })
  idempotencyKey: string;

  @Field(() => [ID], { description: "Ids of free items, at most 500." })
  itemIds: string[];

  @Field(() => ID, { description: "Id of the reseller that gets them." })
  resellerId: string;
}

@InputType("SellInventoryItemInput", { description: "An item to sell to a customer without a service." })
export class SellInventoryItemInputType {
  @Field(() => ID, { description: keyDescription })
  idempotencyKey: string;

  @Field(() => ID, { description: "Id of the item: free, or reserved by you." })
  itemId: string;

  @Field(() => ID, { description: "Id of the customer." })
  customerId: string;

  @Field(() => String, { nullable: true, description: "For the item's history." })
  note?: string | null;
}

@InputType("ReserveInventoryItemInput", {
  description: "Either an item, or a template of which the best free item is taken.",
})
export class ReserveInventoryItemInputType {
  @Field(() => ID, { description: keyDescription })
  idempotencyKey: string;

  @Field(() => ID, { nullable: true, description: "Id of the item." })
  itemId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the template: the item that came in first, from the same place as the one it replaces.",
  })
  templateId?: string | null;

  @Field(() => ID, { nullable: true, description: "Your reservation that is given up for it, in the same moment." })
  replacesReservationId?: string | null;
}

@InputType("ExtendReservationInput", { description: "A reservation to extend." })
export class ExtendReservationInputType {
  @Field(() => ID, { description: "Id of the reservation." })
  id: string;
}

@InputType("ReleaseReservationInput", { description: "A reservation to give up." })
export class ReleaseReservationInputType {
  @Field(() => ID, { description: "Id of the reservation." })
  id: string;
}
