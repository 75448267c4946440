import { inventoryItemStates, type InventoryItemState } from "@tierline/shared/inventory-item-state.ts";
import { identifierKinds, releasePolicies, type IdentifierKind, type ReleasePolicy } from "@tierline/shared/kinds.ts";
import { registerEnumType } from "type-graphql";
import { enumOf } from "../kernel/enum-of.ts";

export const InventoryItemStateEnum = enumOf<InventoryItemState>(inventoryItemStates);
registerEnumType(InventoryItemStateEnum, {
  name: "InventoryItemState",
  description: "Where an item stands. Only NEW and IN_STOCK are offered.",
  valuesConfig: {
    NEW: { description: "Delivered and never used." },
    IN_STOCK: { description: "Free, and perhaps used before." },
    RESERVED: { description: "Set aside for someone who is selling it, or held by a run." },
    ASSIGNED: { description: "With a customer." },
    QUARANTINED: { description: "Released, and resting until it may be given out again." },
    DAMAGED: { description: "Unusable for now." },
    RETIRED: { description: "Used up for good." },
  },
});

export const IdentifierKindEnum = enumOf<IdentifierKind>(identifierKinds);
registerEnumType(IdentifierKindEnum, {
  name: "IdentifierKind",
  description: "What identifies the items of a template.",
  valuesConfig: {
    ICCID: { description: "The number on a SIM card, 18 to 20 digits." },
    PHONE_NUMBER: { description: "A phone number, E.164." },
    SERIAL: { description: "A serial number: letters, digits and dashes." },
    MAC: { description: "A hardware address, e.g. 00:1A:2B:3C:4D:5E." },
  },
});

export const ReleasePolicyEnum = enumOf<ReleasePolicy>(releasePolicies);
registerEnumType(ReleasePolicyEnum, {
  name: "ReleasePolicy",
  description: "What becomes of an item when its service ends.",
  valuesConfig: {
    RETIRE: { description: "It is used up, like a SIM card." },
    QUARANTINE: { description: "It rests for some days before it is in stock again, like a number." },
    RESTOCK: { description: "It goes back to stock at once, like a modem." },
  },
});
