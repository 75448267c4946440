import { expect, test } from "vitest";
import { permissionKeys, permissionsOf, type Permission } from "./permission.ts";
import { isScope, permissionsOfScopes, scopeFor, scopeKeys, scopes } from "./scope.ts";

/** What only people do: change others' rights, keys, the network and the lab, and what is their own. */
const forPeople: readonly Permission[] = [
  "problem.view",
  "problem.report",
  "problem.handle",
  "audit.export",
  "customer.activate",
  "customer.deactivate",
  "reseller.move",
  "reseller.suspend",
  "reseller.delegate",
  "reseller.act_for",
  "api_key.view",
  "api_key.manage",
  "playbook.edit",
  "brand.edit",
  "screening.view",
  "screening.review",
  "screening.import",
  "payment.set_up",
  "connector.edit",
  "lab.view",
  "lab.operate",
  "profile.update",
  "user.view",
  "user.invite",
  "user.update",
  "user.disable",
  "user.act_as",
  "service.reveal",
  "role.edit",
  "customer.delegate",
  "call.guard",
  "call.end",
  "call_in.edit",
  "customer_template.edit",
  "bulk.import",
];

test("CX16: the scopes that are known from elsewhere are there, as far as there is something behind them", () => {
  expect(scopeKeys.slice(0, 5)).toEqual([
    "customers_read",
    "customers_write",
    "subscribers_read",
    "subscribers_write",
    "billing_reports_read",
  ]);
  expect(isScope("customers_read")).toBe(true);
  expect(isScope("toString")).toBe(false);
});

test("each permission is given by a scope or is one that only people have", () => {
  const inNone = permissionKeys.filter((key) => scopeFor(key) === null);
  expect(inNone.toSorted()).toEqual(forPeople.toSorted());
});

test("a reseller's owner can give every scope whole", () => {
  const own = new Set(permissionsOf("RESELLER_OWNER"));
  expect(scopeKeys.filter((key) => scopes[key].permissions.some((permission) => !own.has(permission)))).toEqual([]);
});

test("what reads changes nothing, what writes also reads", () => {
  for (const key of scopeKeys.filter((each) => each.endsWith("_read"))) {
    expect([...permissionsOfScopes([key])].every((permission) => /\.(view|use)$/.test(permission))).toBe(true);
  }
  for (const key of scopeKeys.filter((each) => each.endsWith("_write"))) {
    const reading = key.replace("_write", "_read");
    if (!isScope(reading)) throw new Error(`${key} has no scope that reads`);
    const given = permissionsOfScopes([key]);
    expect([...permissionsOfScopes([reading])].filter((permission) => !given.has(permission))).toEqual([]);
  }
});

test("what lacks is named by the narrowest scope that has it", () => {
  expect(scopeFor("customer.view")).toBe("customers_read");
  expect(scopeFor("customer.create")).toBe("customers_write");
  expect(scopeFor("order.place")).toBe("subscribers_write");
});
