import { expect, test } from "vitest";
import {
  callScopeOf,
  callScopes,
  countsUntil,
  cycleOn,
  drawnOn,
  feeOfShare,
  firstCount,
  leftOf,
  localScopeOf,
  secondsOfShare,
  shareOfCycle,
  splitDraw,
  type AllowanceCount,
  type HeldAllowance,
} from "./allowance.ts";
import { addDays } from "./billing-period.ts";
import { priceCall, type CallTerms } from "./call-price.ts";
import { decimalOf, money } from "./money.ts";
import { parseRate } from "./rate.ts";

const hundred = { minutes: 100, rolloverMinutesMax: 0, cycleDay: 15 } as const;
const used = (count: AllowanceCount, minutes: number) => ({ ...count, drawnSeconds: minutes * 60 });
const held = (slot: HeldAllowance["slot"], more: Partial<HeldAllowance> = {}) => ({
  slot,
  prefixes: [],
  drawsFromLocal: false,
  ...more,
});
const minute = (rate: string, cadence = { first: 60, step: 60, grace: 0 }): CallTerms => ({
  ratePerMinute: parseRate(rate)!,
  connectFee: 0n,
  includedSeconds: 0,
  cadence,
});

test("B10: there are exactly six scopes", () => {
  expect(callScopes).toHaveLength(6);
});

test("B11: long distance alone may draw on local, of the same kind", () => {
  expect(callScopes.map((scope) => localScopeOf(scope))).toEqual([
    null,
    "FIXED_LOCAL",
    null,
    "MOBILE_LOCAL",
    null,
    null,
  ]);
});

test("a call within the area is local, within the country long distance, and everything else international", () => {
  const call = { caller: "551140010000", homeCountry: "BR", lineType: "FIXED" } as const;
  const scopeOf = (called: string, more: object = {}) => callScopeOf({ ...call, called, ...more });
  expect(scopeOf("551132215678")).toBe("FIXED_LOCAL");
  expect(scopeOf("552132215678")).toBe("FIXED_LONG_DISTANCE");
  expect(scopeOf("5511987654321", { lineType: "MOBILE" })).toBe("MOBILE_LOCAL");
  expect(scopeOf("5521987654321", { lineType: "MOBILE" })).toBe("MOBILE_LONG_DISTANCE");
  expect(scopeOf("442012345678")).toBe("FIXED_INTERNATIONAL");
  expect(scopeOf("447700900123", { lineType: "MOBILE" })).toBe("MOBILE_INTERNATIONAL");
  expect(scopeOf("551132215678", { caller: null })).toBe("FIXED_LONG_DISTANCE");
  expect(scopeOf("552132215678", { lineType: null })).toBeNull();
});

test("where a country knows no areas all calls within it are local; neighbours that share a country code are not it", () => {
  const british = { caller: null, homeCountry: "GB", lineType: "FIXED" } as const;
  expect(callScopeOf({ ...british, called: "442012345678" })).toBe("FIXED_LOCAL");
  const american = { caller: "12125550100", homeCountry: "GB", lineType: "FIXED" } as const;
  expect(callScopeOf({ ...american, called: "12125550199" })).toBe("FIXED_LOCAL");
  expect(callScopeOf({ ...american, called: "13105550199" })).toBe("FIXED_LONG_DISTANCE");
  expect(callScopeOf({ ...american, called: "14165550123" })).toBe("FIXED_INTERNATIONAL");
});

test("BX5: a cycle begins on its day, or on the last one of a month that is shorter", () => {
  expect(cycleOn("2026-12-14", 15)).toEqual({ startsOn: "2026-11-15", endsOn: "2026-12-15" });
  expect(cycleOn("2026-12-15", 15)).toEqual({ startsOn: "2026-12-15", endsOn: "2027-01-15" });
  expect(cycleOn("2027-02-27", 31)).toEqual({ startsOn: "2027-01-31", endsOn: "2027-02-28" });
  expect(cycleOn("2027-02-28", 31)).toEqual({ startsOn: "2027-02-28", endsOn: "2027-03-31" });
  expect(cycleOn("2028-02-28", 31)).toEqual({ startsOn: "2028-01-31", endsOn: "2028-02-29" });
  expect(cycleOn("2028-02-29", 30)).toEqual({ startsOn: "2028-02-29", endsOn: "2028-03-30" });
});

test("every day of years lies in exactly one cycle of each day, and cycles follow one another without a gap", () => {
  for (let cycleDay = 1; cycleDay <= 31; cycleDay += 1) {
    let cycle = cycleOn("2026-01-01", cycleDay);
    for (let date = "2026-01-01"; date < "2029-01-01"; date = addDays(date, 1)) {
      const found = cycleOn(date, cycleDay);
      expect(found.startsOn <= date && date < found.endsOn).toBe(true);
      if (found.startsOn !== cycle.startsOn) expect(found.startsOn).toBe(cycle.endsOn);
      cycle = found;
    }
  }
});

test("activated on 21 November with cycle day 15, 24 of 30 days are left: 39.92 and 80 minutes, all of it from 15 December on", () => {
  const share = shareOfCycle("2026-11-21", 15);
  expect(share).toEqual({ startsOn: "2026-11-21", endsOn: "2026-12-15", days: 24, ofDays: 30 });
  expect(decimalOf(feeOfShare(money(49_900_000n, "BRL"), share))).toBe("39.92");
  expect(secondsOfShare(100, share)).toBe(80 * 60);
  const whole = shareOfCycle("2026-12-15", 15);
  expect([decimalOf(feeOfShare(money(49_900_000n, "BRL"), whole)), secondsOfShare(100, whole)]).toEqual([
    "49.90",
    6_000,
  ]);
});

test("BX5: of 100 minutes 40 were used on the 14th; on the 15th 100 are left, and nothing came over", () => {
  const first = used(firstCount(hundred, "2026-11-15"), 40);
  expect(leftOf(first)).toBe(60 * 60);
  expect(countsUntil(hundred, first, "2026-12-14").added).toEqual([]);
  const { added, last } = countsUntil(hundred, first, "2026-12-15");
  expect(added.map(leftOf)).toEqual([100 * 60]);
  expect(last.carriedSeconds).toBe(0);
});

test("U15: of 100 minutes 70 were used, 20 at most go over: 120 in the next month, and what went over cannot be drawn late", () => {
  const terms = { ...hundred, rolloverMinutesMax: 20 };
  const { last, added } = countsUntil(terms, used(firstCount(terms, "2026-11-15"), 70), "2026-12-20");
  expect(added.map((count) => leftOf(count) / 60)).toEqual([120]);
  expect(leftOf(last)).toBe(10 * 60);
  const further = countsUntil(terms, used(firstCount(terms, "2026-11-15"), 70), "2027-02-15");
  expect(further.added.map((count) => leftOf(count) / 60)).toEqual([100, 100, 120]);
});

test("another cycle day counts from the end of the cycle under way, for the days until it", () => {
  const { added } = countsUntil({ ...hundred, cycleDay: 1 }, firstCount(hundred, "2026-11-15"), "2026-12-31");
  expect(added.map(({ startsOn, endsOn, grantedSeconds }) => [startsOn, endsOn, grantedSeconds])).toEqual([
    ["2026-12-15", "2027-01-01", Math.round((6_000 * 17) / 31)],
  ]);
});

test("U15: what names the prefix is drawn on first, the longest before, then the scope's, then what is there for any number", () => {
  const all = [
    held("FIXED_INTERNATIONAL"),
    held("NUMBERS"),
    held("NUMBERS", { prefixes: ["44", "33"] }),
    held("NUMBERS", { prefixes: ["4420"] }),
    held("FIXED_LOCAL"),
  ];
  const drawn = (scope: HeldAllowance["slot"], called: string) =>
    drawnOn(all, scope === "NUMBERS" ? null : scope, called).map((each) => all.indexOf(each));
  expect(drawn("FIXED_INTERNATIONAL", "442012345678")).toEqual([3, 2, 0, 1]);
  expect(drawn("FIXED_LOCAL", "551132215678")).toEqual([4, 1]);
  expect(drawn("NUMBERS", "447700900123")).toEqual([2, 1]);
});

test("BX7: long distance draws on local of its kind where that is ticked, mobile never on fixed", () => {
  const ticked = [
    held("FIXED_LOCAL"),
    held("FIXED_LONG_DISTANCE", { drawsFromLocal: true }),
    held("MOBILE_LONG_DISTANCE", { drawsFromLocal: true }),
  ];
  expect(drawnOn(ticked, "FIXED_LONG_DISTANCE", "5521")).toEqual([ticked[0]]);
  expect(drawnOn(ticked, "MOBILE_LONG_DISTANCE", "5521")).toEqual([]);
  expect(drawnOn([ticked[0]!], "FIXED_LONG_DISTANCE", "5521")).toEqual([]);
});

test("BX7: local 60, then 50 of long distance at 0.15: 10 minutes are billed, 1.50; without the tick 7.50", () => {
  const [given = 0] = splitDraw(50 * 60, [(100 - 60) * 60]);
  expect(priceCall(50 * 60, minute("0.15"), given)).toMatchObject({ billedSeconds: 600, priceMicros: 1_500_000n });
  expect(priceCall(50 * 60, minute("0.15")).priceMicros).toBe(7_500_000n);
});

test("BX6, VX19: what goes beyond an allowance costs what the plan says: 30 minutes at 0.10 are 3.00, at 0.012 0.36", () => {
  const [given = 0] = splitDraw(130 * 60, [100 * 60]);
  expect(priceCall(130 * 60, minute("0.10"), given).priceMicros).toBe(3_000_000n);
  expect(priceCall(130 * 60, minute("0.012"), given).priceMicros).toBe(360_000n);
  expect(priceCall(70 * 60, minute("0.012"), 70 * 60).priceMicros).toBe(0n);
});

test("BX8: a call over the boundary is split, over several allowances too", () => {
  expect(splitDraw(180, [60])).toEqual([60]);
  expect(priceCall(180, minute("0.10"), 60)).toEqual({
    cadencedSeconds: 180,
    freeSeconds: 60,
    billedSeconds: 120,
    priceMicros: 200_000n,
  });
  expect(splitDraw(180, [60, 0, 100, 500])).toEqual([60, 0, 100, 20]);
});

test("U18: 300 seconds free of a call of 420 at 0.14, counted by the minute: 120 are billed, 0.28", () => {
  expect(priceCall(420, minute("0.14"), 300)).toMatchObject({
    freeSeconds: 300,
    billedSeconds: 120,
    priceMicros: 280_000n,
  });
});
