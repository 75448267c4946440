import { expect, test } from "vitest";
import { belowCost } from "../offering-price.ts";
import { demoOfferings } from "./offerings.ts";
import { demoPriceLists } from "./price-lists.ts";

const now = new Date("2026-11-21T12:00:00Z");

test("Acme's price list has a price of every offering of its own, and none of them is below its cost", () => {
  const [list] = demoPriceLists(now);
  const own = demoOfferings(now).filter(({ path }) => path === list!.path);
  expect(list!.ownPrices.map(({ offeringId }) => offeringId)).toEqual(own.map(({ id }) => id));
  const losses = own.filter((offering, index) => {
    const { wholesale } = offering.prices.find(({ path }) => path === list!.path)!;
    return belowCost(list!.ownPrices[index]!, wholesale).length > 0;
  });
  expect(losses.map(({ slug }) => slug)).toEqual([]);
});
