import { encodeId } from "@tierline/shared/id.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import { Field, ObjectType } from "type-graphql";
import type { Words } from "@tierline/shared/sentence.ts";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import type { CustodyEntry } from "./custody.ts";
import { InventoryItemStateEnum } from "./inventory.enums.ts";
import type { Reservation } from "./reservation.ts";

@ObjectType("Reservation", {
  implements: NodeType,
  description: "An item set aside for one person for a limited time.",
})
export class ReservationType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: Reservation;

  @Field(() => Date, { description: "When it was set aside." })
  reservedAt: Date;

  @Field(() => Date, { description: "When it goes back to stock unless it is ordered or extended." })
  expiresAt: Date;

  @Field(() => Date, { description: "How far it can be extended at most." })
  extendableUntil: Date;

  @Field(() => Boolean, { description: "True when you set it aside." })
  isYours: boolean;
}

export function toReservation(row: Reservation, viewerId: string): ReservationType {
  const { reservedAt, expiresAt, extendableUntil } = row;
  const isYours = row.userId === viewerId;
  return Object.assign(new ReservationType(), {
    row,
    id: encodeId("rsv", row.id),
    reservedAt,
    expiresAt,
    extendableUntil,
    isYours,
  });
}

@ObjectType("CustodyEntry", {
  implements: NodeType,
  description: "One step in an item's history. Never changed afterwards.",
})
export class CustodyEntryType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: CustodyEntry;

  @Field(() => Date, { description: "When it happened." })
  at: Date;

  @Field(() => String, { description: "Who did it." })
  actor: string;

  @Field(() => InventoryItemStateEnum, {
    nullable: true,
    description: "State before; null when it was taken into stock.",
  })
  from: InventoryItemState | null;

  @Field(() => InventoryItemStateEnum, { description: "State afterwards." })
  to: InventoryItemState;

  @Field(() => String, { description: "Why, in a few words." })
  reason: Words;
}

export function toCustodyEntry(row: CustodyEntry): CustodyEntryType {
  const { at, actor, from, to, reason } = row;
  return Object.assign(new CustodyEntryType(), { row, id: encodeId("cst", row.id), at, actor, from, to, reason });
}

@ObjectType("CustodyEntryConnection", { description: "A page of an item's history." })
export class CustodyEntryConnectionType extends connectionOf("CustodyEntry", () => CustodyEntryType) {
  @Field(() => TotalCountType, { description: "How many entries there are." })
  totalCount: TotalCountType;
}
