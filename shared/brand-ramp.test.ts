import fc from "fast-check";
import { expect, test } from "vitest";
import { brandColorPattern, defaultBrandColors, textContrastMin } from "./brand.ts";
import { contrastOf, rampOf, weakContrasts } from "./brand-ramp.ts";

const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("any colour becomes ten shades on which text can be read", () => {
  const loud = ["#ffd400", "#00e5a0", "#ff00ff", "#000000", "#ffffff", "#808080"];
  const examples = loud.map((each): [string] => [each]);
  fc.assert(
    fc.property(color, (chosen) => {
      const ramp = rampOf(chosen);
      expect(ramp.filter((shade) => !brandColorPattern.test(shade))).toEqual([]);
      for (const shade of ramp.slice(6)) expect(contrastOf("#ffffff", shade)).toBeGreaterThanOrEqual(textContrastMin);
      expect(contrastOf(ramp[7], ramp[0])).toBeGreaterThanOrEqual(textContrastMin);
      expect(contrastOf(ramp[4], "#10161a")).toBeGreaterThanOrEqual(textContrastMin);
    }),
    { examples, numRuns: 200 },
  );
});

test("a colour keeps its hue", () => {
  expect(rampOf("#007e89")[6]).toBe("#007e89");
});

test("what is no colour has no shades", () => {
  expect(() => rampOf("red;}body{")).toThrow(RangeError);
});

test("texts that are hard to read are named with their contrast", () => {
  expect(weakContrasts(defaultBrandColors)).toEqual([]);
  expect(weakContrasts({ ...defaultBrandColors, titleText: "#ffffff", contentText: "#9fa6aa" })).toEqual([
    { pair: "TITLE", contrast: 1.1 },
    { pair: "CONTENT", contrast: 2.46 },
  ]);
});
