import { expect, test } from "vitest";
import { ownerNames, shortened } from "./owner-names.ts";

const tiers = ["tierline", "nord", "acme"].map((key) => ({ key, name: key.toUpperCase() }));

test("an owner is named by the way from the viewer's own tier down, one's own customers by that tier", () => {
  expect(ownerNames(tiers, "tierline")).toEqual(["NORD", "ACME"]);
  expect(ownerNames(tiers, "nord")).toEqual(["ACME"]);
  expect(ownerNames(tiers, "acme")).toEqual(["ACME"]);
  expect(ownerNames(tiers.slice(0, 1), "tierline")).toEqual(["TIERLINE"]);
});

test("U23: a deep path is shortened in its middle, and one of four is whole", () => {
  expect(shortened(["A", "B", "C", "D"])).toEqual(["A", "B", "C", "D"]);
  expect(shortened(["A", "B", "C", "D", "E"])).toEqual(["A", "…", "D", "E"]);
});
