import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as customerState from "./customer-state.ts";
import * as itemState from "./inventory-item-state.ts";
import * as kinds from "./kinds.ts";
import * as orderState from "./order-state.ts";
import { roles } from "./permission.ts";
import * as resellerState from "./reseller-state.ts";
import * as runState from "./run-state.ts";
import * as serviceState from "./service-state.ts";
import * as taskState from "./task-state.ts";

const schema = readFileSync(new URL("../schema/schema.graphql", import.meta.url), "utf8");

function membersOf(name: string): string[] {
  const body = new RegExp(`enum ${name} \\{([^}]*)\\}`).exec(schema)?.[1] ?? "";
  return (body.replaceAll(/"""[\s\S]*?"""|"[^"\n]*"|#.*/g, "").match(/[A-Z_]+/g) ?? []).toSorted();
}

test.each<[string, readonly string[]]>([
  ["Channel", kinds.channels],
  ["ContactRole", kinds.contactRoles],
  ["CustomFieldKind", kinds.customFieldKinds],
  ["CustomerKind", kinds.customerKinds],
  ["CustomerState", customerState.customerStates],
  ["IdentifierKind", kinds.identifierKinds],
  ["InventoryItemState", itemState.inventoryItemStates],
  ["OfferingKind", kinds.offeringKinds],
  ["OrderState", orderState.orderStates],
  ["PaymentMethodKind", kinds.paymentMethodKinds],
  ["PriceKind", kinds.priceKinds],
  ["ProvisioningRunState", runState.runStates],
  ["ProvisioningTaskState", taskState.taskStates],
  ["ReleasePolicy", kinds.releasePolicies],
  ["ResellerState", resellerState.resellerStates],
  ["Role", roles],
  ["ServiceState", serviceState.serviceStates],
  ["ServiceTab", serviceState.serviceTabs],
  ["ServiceType", kinds.serviceTypes],
  ["SuspensionReason", serviceState.suspensionReasons],
])("the schema's %s has exactly our members", (name, members) => {
  expect(membersOf(name)).toEqual(members.toSorted());
});
