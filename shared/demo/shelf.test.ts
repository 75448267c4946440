import { expect, test } from "vitest";
import { shelfOf } from "./shelf.ts";
import { demoStock } from "./stock.ts";
import { templateId } from "./templates.ts";

const stock = demoStock(new Date("2026-11-21T12:00:00Z"));
const sims = { templateId: templateId("acme", "sim-card"), path: "r1.r2.r3.", isFromBack: false };

test("free items are handed out in order, each once, and kept ones only when asked for", () => {
  const take = shelfOf(stock, new Set(["89442000123456770084"]));
  expect([take(sims).label, take(sims).label]).toEqual(["SIM-00083", "SIM-00085"]);
  expect(take({ ...sims, identifier: "89442000123456770084" }).label).toBe("SIM-00084");
});

test("from the back, sentinels are left alone", () => {
  expect(shelfOf(stock, new Set())({ ...sims, isFromBack: true }).label).toBe("SIM-00378");
});

test("an empty shelf is a mistake of the demo world", () => {
  const take = shelfOf(stock, new Set());
  expect(() => Array.from({ length: 301 }, () => take(sims))).toThrow(RangeError);
});
