import { expect, test } from "vitest";
import { canMove } from "./moves.ts";
import { serviceMoves, serviceStates, serviceTabs, statesOfTab, tabOf } from "./service-state.ts";

test("OX6: the tab Inactive holds what is not yet, no longer or never was in use", () => {
  expect(statesOfTab("INACTIVE")).toEqual(["PENDING", "PENDING_FAILED", "EXPIRED", "TERMINATED"]);
  expect(statesOfTab("ACTIVE")).toEqual(["ACTIVE"]);
  expect(statesOfTab("SUSPENDED")).toEqual(["SUSPENDED"]);
});

test("OX6: every state stands in exactly one tab besides All, so the counts of the tabs sum up", () => {
  const inTabs = serviceTabs.filter((tab) => tab !== "ALL").flatMap((tab) => statesOfTab(tab));
  expect(inTabs.toSorted()).toEqual(statesOfTab("ALL").toSorted());
  expect(serviceStates.map(tabOf)).toEqual(["INACTIVE", "INACTIVE", "ACTIVE", "SUSPENDED", "INACTIVE", "INACTIVE"]);
});

test("O33: a service whose run failed is retried or given up, never activated directly", () => {
  expect(serviceMoves.PENDING_FAILED).toEqual(["PENDING", "TERMINATED"]);
});

test("a terminated service stays so", () => {
  expect(serviceStates.some((state) => canMove(serviceMoves, "TERMINATED", state))).toBe(false);
});
