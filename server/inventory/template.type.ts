import { encodeId } from "@tierline/shared/id.ts";
import type { InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import type { IdentifierKind, ReleasePolicy } from "@tierline/shared/kinds.ts";
import { Field, Int, ObjectType } from "type-graphql";
import { connectionOf, TotalCountType } from "../kernel/connection.type.ts";
import { NodeType } from "../kernel/node.type.ts";
import { IdentifierKindEnum, InventoryItemStateEnum, ReleasePolicyEnum } from "./inventory.enums.ts";
import type { InventoryTemplateRow } from "./template.entity.ts";

@ObjectType("InventoryStateCount", { description: "How many items stand in one state." })
export class InventoryStateCountType {
  @Field(() => InventoryItemStateEnum, { description: "The state." })
  state: InventoryItemState;

  @Field(() => Int, { description: "How many; counting stops at 10,000." })
  count: number;
}

@ObjectType("InventoryTemplate", {
  implements: NodeType,
  description: "A sort of stock, e.g. SIM cards. Offerings name it by its key, which never changes; the label may.",
})
export class InventoryTemplateType extends NodeType {
  /** Not part of the contract: what field resolvers read. */
  row: InventoryTemplateRow;

  @Field(() => String, { description: "Short name that never changes, e.g. sim-card." })
  key: string;

  @Field(() => String, { description: "What people call it, e.g. SIM Card." })
  label: string;

  @Field(() => IdentifierKindEnum, { description: "What identifies its items." })
  identifierKind: IdentifierKind;

  @Field(() => ReleasePolicyEnum, { description: "What becomes of an item when its service ends." })
  releasePolicy: ReleasePolicy;

  @Field(() => Int, { description: "How many days a released item rests, where the policy is QUARANTINE." })
  quarantineDays: number;

  @Field(() => Boolean, { description: "Whether the check digit of an ICCID must be right." })
  checksLuhn: boolean;

  @Field(() => Int, { description: "With fewer items available than this, Home says so." })
  lowStockThreshold: number;

  @Field(() => Int, { description: "Grows with every change; hand it in when you update." })
  version: number;
}

export function toTemplate(row: InventoryTemplateRow): InventoryTemplateType {
  const { key, label, identifierKind, releasePolicy, quarantineDays, checksLuhn, lowStockThreshold, version } = row;
  return Object.assign(new InventoryTemplateType(), {
    row,
    id: encodeId("tpl", row.id),
    key,
    label,
    identifierKind,
    releasePolicy,
    quarantineDays,
    checksLuhn,
    lowStockThreshold,
    version,
  });
}

@ObjectType("InventoryTemplateConnection", { description: "A page of inventory templates." })
export class InventoryTemplateConnectionType extends connectionOf("InventoryTemplate", () => InventoryTemplateType) {
  @Field(() => TotalCountType, { description: "How many templates there are." })
  totalCount: TotalCountType;
}
