import { expect, test } from "vitest";
import { addonRows, planRows } from "./offering-rows.ts";

test("a plan recurs, an add-on is paid once or recurs, never both", () => {
  expect(planRows.every(({ price }) => price.recurring !== undefined && price.oneOff === undefined)).toBe(true);
  expect(addonRows.every(({ price }) => (price.recurring === undefined) !== (price.oneOff === undefined))).toBe(true);
});

test("cards show two or three facts", () => {
  const counts = [...planRows, ...addonRows].map(({ facts }) => facts.length);
  expect(new Set(counts)).toEqual(new Set([2, 3]));
});

test("only business offerings ask for business fields", () => {
  const withFields = planRows.filter(({ fields }) => fields !== undefined);
  expect(withFields.map(({ slug, segments }) => [slug, segments])).toEqual([
    ["biz-mobile-40gb", ["BUSINESS"]],
    ["biz-voip", ["BUSINESS"]],
  ]);
});
