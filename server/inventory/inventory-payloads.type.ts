import { Field, ID, Int, ObjectType } from "type-graphql";
import { UserErrorType } from "../kernel/user-error.type.ts";
import { InventoryItemType } from "./item.type.ts";
import { ReservationType } from "./reservation.type.ts";
import { InventoryTemplateType } from "./template.type.ts";

/** What every payload carries. */
@ObjectType()
abstract class Payload {
  @Field(() => [UserErrorType], { description: "Why it was refused; empty when it was not." })
  userErrors: UserErrorType[];
}

@ObjectType()
abstract class TemplatePayload extends Payload {
  @Field(() => InventoryTemplateType, { nullable: true, description: "The template; null when refused." })
  template: InventoryTemplateType | null;
}

@ObjectType("CreateInventoryTemplatePayload", { description: "Result of `createInventoryTemplate`." })
export class CreateInventoryTemplatePayloadType extends TemplatePayload {}

@ObjectType("UpdateInventoryTemplatePayload", { description: "Result of `updateInventoryTemplate`." })
export class UpdateInventoryTemplatePayloadType extends TemplatePayload {}

@ObjectType("DeleteInventoryTemplatePayload", { description: "Result of `deleteInventoryTemplate`." })
export class DeleteInventoryTemplatePayloadType extends Payload {
  @Field(() => ID, { nullable: true, description: "Id of the template that is gone; null when refused." })
  deletedId: string | null;
}

@ObjectType()
abstract class ItemsPayload extends Payload {
  @Field(() => [InventoryItemType], { description: "The items, in the order given; empty when refused." })
  items: InventoryItemType[];
}

@ObjectType("AddInventoryItemsPayload", { description: "Result of `addInventoryItems`." })
export class AddInventoryItemsPayloadType extends ItemsPayload {}

@ObjectType("HandInventoryDownPayload", { description: "Result of `handInventoryDown`." })
export class HandInventoryDownPayloadType extends ItemsPayload {}

@ObjectType()
abstract class ItemPayload extends Payload {
  @Field(() => InventoryItemType, { nullable: true, description: "The item; null when refused." })
  item: InventoryItemType | null;
}

@ObjectType("UpdateInventoryItemPayload", { description: "Result of `updateInventoryItem`." })
export class UpdateInventoryItemPayloadType extends ItemPayload {}

@ObjectType("SellInventoryItemPayload", { description: "Result of `sellInventoryItem`." })
export class SellInventoryItemPayloadType extends ItemPayload {}

@ObjectType("ReleaseReservationPayload", { description: "Result of `releaseReservation`." })
export class ReleaseReservationPayloadType extends ItemPayload {}

@ObjectType()
abstract class ReservationPayload extends Payload {
  @Field(() => ReservationType, { nullable: true, description: "The reservation; null when refused." })
  reservation: ReservationType | null;
}

@ObjectType("ReserveInventoryItemPayload", { description: "Result of `reserveInventoryItem`." })
export class ReserveInventoryItemPayloadType extends ReservationPayload {}

@ObjectType("ExtendReservationPayload", { description: "Result of `extendReservation`." })
export class ExtendReservationPayloadType extends ReservationPayload {}

@ObjectType("InventoryChange", { description: "An item left a stock, or came back to it." })
export class InventoryChangeType {
  /** Not part of the contract: the item's and the template's own ids. */
  row: { readonly itemId: string; readonly templateId: string };

  @Field(() => ID, { description: "Id of the template." })
  templateId: string;

  @Field(() => ID, { description: "Id of the item." })
  itemId: string;

  @Field(() => Boolean, { description: "Whether it is free now." })
  isAvailable: boolean;

  @Field(() => Boolean, { description: "True when it was reserved by you and your reservation has run out." })
  isYoursLost: boolean;

  @Field(() => Int, { description: "How many you can pick now; counting stops at 10,000." })
  available: number;
}
