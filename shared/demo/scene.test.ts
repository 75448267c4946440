import { expect, test } from "vitest";
import { demoCustomers } from "./customers.ts";
import { demoOfferings, offeringId } from "./offerings.ts";
import { demoResellers } from "./resellers.ts";
import { found, type Ground, sceneOf } from "./scene.ts";
import { serviceRows } from "./service-rows.ts";
import { shelfOf } from "./shelf.ts";
import { demoStock } from "./stock.ts";
import { demoTemplates } from "./templates.ts";
import { demoUsers } from "./users.ts";

const now = new Date("2026-11-21T12:00:00Z");
const ground: Ground = {
  resellers: demoResellers(now),
  users: demoUsers(now),
  customers: demoCustomers(now),
  templates: demoTemplates(now),
  offerings: demoOfferings(now),
};
const sceneWith = (number: number) => {
  const row = serviceRows.find((each) => each.number === number);
  if (row === undefined) throw new RangeError(`no service ${number}`);
  return sceneOf(row, ground, shelfOf(demoStock(now), new Set()));
};

test("a scene gathers customer, plan, seller, site and one item a slot", () => {
  const scene = sceneWith(783);
  expect([scene.customer.name, scene.offering.slug, scene.site?.name]).toEqual([
    "Johnson Enterprises",
    "fiber-100",
    "Leeds Depot",
  ]);
  expect([...scene.items.keys()]).toEqual(["modem"]);
  expect(scene.seller.email).toMatch(/@acme\.test$/);
});

test("a plan that is not bound to a place has no site", () => {
  expect(sceneWith(776).site).toBeNull();
});

test("what is missing is a mistake of the demo world", () => {
  expect(found(ground.offerings, offeringId("mobile-20gb")).slug).toBe("mobile-20gb");
  expect(() => found(ground.offerings, "nope")).toThrow(RangeError);
});
