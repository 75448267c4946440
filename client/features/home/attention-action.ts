import type { Permission } from "@tierline/shared/permission.ts";
import { path } from "../../navigation/path.ts";
import type { HomeQuery } from "./home.generated.ts";

export type AttentionItem = HomeQuery["homeSummary"]["attention"][number];

export interface AttentionAction {
  readonly word:
    | "openRun"
    | "resume"
    | "addItems"
    | "openConnector"
    | "openItem"
    | "openCustomer"
    | "review"
    | "openLists";
  readonly href: string;
  /** What one must be allowed to do for the action to help. */
  readonly permission: Permission;
}

/** Where something that needs attention is dealt with; null where there is nothing to be done about it here. */
export function attentionAction({ kind, target }: AttentionItem, reseller: string): AttentionAction | null {
  if (target?.__typename === "ProvisioningRun")
    return { word: "openRun", href: path.run(reseller, target.id), permission: "run.view" };
  if (kind === "EXPIRING_RESERVATION")
    return { word: "resume", href: path.assign(reseller), permission: "order.place" };
  if (target?.__typename === "InventoryTemplate")
    return { word: "addItems", href: path.addItems(reseller, { template: target.key }), permission: "inventory.add" };
  if (kind === "CONNECTOR_DOWN")
    return { word: "openConnector", href: path.connectors(reseller), permission: "connector.view" };
  if (target?.__typename === "ScreeningCase")
    return { word: "review", href: path.screeningCase(reseller, target.id), permission: "screening.view" };
  if (kind === "SCREENING_LIST")
    return { word: "openLists", href: path.screeningLists(reseller), permission: "screening.import" };
  if (kind === "SIGN_UP" && target?.__typename === "Customer")
    return { word: "review", href: path.customer(reseller, target.id), permission: "customer.activate" };
  if (target?.__typename === "Customer")
    return { word: "openCustomer", href: path.customer(reseller, target.id, "billing"), permission: "invoice.view" };
  if (target?.__typename === "Onboarding")
    return {
      word: "resume",
      href: path.onboarding(reseller, target.id, target.step.toLowerCase()),
      permission: "customer.create",
    };
  if (target?.__typename === "InventoryItem")
    return { word: "openItem", href: path.item(reseller, target.id), permission: "inventory.view" };
  return null;
}
