import { expect, test } from "vitest";
import { isPermission, permissionKeys, permissionsOf, roles } from "./permission.ts";

test("the operator holds everything", () => {
  expect(permissionsOf("OPERATOR")).toEqual(permissionKeys);
});

test("a reseller's owner holds all but what changes the network of everyone", () => {
  const missing = permissionKeys.filter((key) => !permissionsOf("RESELLER_OWNER").includes(key));
  expect(missing).toEqual(["reseller.move", "screening.import", "call_in.edit", "playbook.edit", "connector.edit"]);
});

test("an agent sells and provisions, but sees no cost and ends nothing", () => {
  const missing = permissionKeys.filter((key) => !permissionsOf("AGENT").includes(key));
  expect(missing).toEqual([
    "reseller.create",
    "reseller.update",
    "reseller.activate",
    "reseller.suspend",
    "reseller.move",
    "reseller.delegate",
    "reseller.act_for",
    "customer_template.edit",
    "customer.delegate",
    "customer.deactivate",
    "catalog.edit",
    "finance.view",
    "rate.edit",
    "price.sell_below_cost",
    "balance.change",
    "call.guard",
    "call.record",
    "payment.set_up",
    "invoice.issue",
    "credit_note.create",
    "inventory.add",
    "inventory.edit",
    "inventory.hand_down",
    "template.edit",
    "service.terminate",
    "screening.review",
    "screening.import",
    "call_in.edit",
    "bulk.import",
    "brand.edit",
    "playbook.view",
    "playbook.edit",
    "connector.edit",
    "user.invite",
    "user.update",
    "user.disable",
    "role.edit",
    "api_key.view",
    "api_key.manage",
    "audit.export",
  ]);
});

test("U26: a customer's user sees only what is its own, and never a cost", () => {
  expect(permissionsOf("CUSTOMER_USER")).toEqual([
    "customer.view",
    "contact.edit",
    "catalog.view",
    "balance.view",
    "call.view",
    "call_type.view",
    "credit.buy",
    "invoice.view",
    "order.view",
    "order.place",
    "service.view",
    "service.reveal",
    "line.manage",
    "problem.view",
    "problem.report",
    "profile.update",
  ]);
});

test("M5: who administers a customer may what its people may, see what they have, and see to them", () => {
  const others = permissionsOf("CUSTOMER_USER");
  expect(permissionsOf("ACCOUNT_ADMIN").filter((key) => !others.includes(key))).toEqual([
    "subscriber.view",
    "user.view",
    "user.invite",
    "user.update",
    "user.disable",
  ]);
});

test("no role holds more than the one above it, among staff and among a customer's people", () => {
  const lines = [
    ["OPERATOR", "RESELLER_OWNER", "AGENT", "CUSTOMER_USER", "MEMBER"],
    ["RESELLER_OWNER", "ACCOUNT_ADMIN", "CUSTOMER_USER"],
  ] as const;
  expect(new Set(lines.flat())).toEqual(new Set(roles));
  for (const line of lines) {
    for (const [index, role] of line.slice(1).entries()) {
      const above = permissionsOf(line[index] ?? "OPERATOR");
      expect(permissionsOf(role).filter((key) => !above.includes(key))).toEqual([]);
    }
  }
});

test("only keys of the list are permissions", () => {
  expect(isPermission("order.place")).toBe(true);
  expect(isPermission("order.steal")).toBe(false);
  expect(isPermission("toString")).toBe(false);
});
