import { expect, test } from "vitest";
import { callInCountries, callInDefaults, callInRegionKeys, defaultCallIn } from "./call-in-region.ts";

const us = { country: "US", phone: "+14155550100", isAvailable: true };
const ca = { country: "CA", phone: "+14165550123", isAvailable: true };

test("C28: a country dials in to one region, and no region answers for Russia with the code of another country", () => {
  const all = callInRegionKeys.flatMap((key) => callInCountries[key].split(" "));
  expect(all).toHaveLength(new Set(all).size);
  expect(callInRegionKeys.filter((key) => callInDefaults[key].countries.includes("RU"))).toEqual([]);
  expect(callInCountries.EMEA.split(" ")).not.toContain("RU");
});

test("C26: the first available number of the country, in the order of the list", () => {
  const second = { ...us, phone: "+12125550199" };
  expect(defaultCallIn("AMER", "US", [us, second, ca])).toEqual({ phone: "+14155550100", basis: "COUNTRY" });
  expect(defaultCallIn("AMER", "US", [{ ...us, isAvailable: false }, second, ca]).phone).toBe("+12125550199");
  expect(defaultCallIn("AMER", "CA", [us, second, ca]).phone).toBe("+14165550123");
});

test("C27: a country without a number gets the first one of the region's code, and without any that code", () => {
  const nz = { country: "NZ", phone: "+6495550100", isAvailable: true };
  const au = { country: "AU", phone: "+61255500100", isAvailable: true };
  expect(defaultCallIn("ANZ", "FJ", [nz, au])).toEqual({ phone: "+61255500100", basis: "REGION" });
  const alone = (region: "AMER" | "APAC" | "ANZ" | "EMEA" | "EURO", country: string) =>
    defaultCallIn(region, country, [nz]).phone;
  expect([alone("AMER", "BR"), alone("APAC", "TH"), alone("EMEA", "ZA"), alone("EURO", "PT")]).toEqual([
    "+1",
    "+65",
    "+44",
    "+49",
  ]);
  expect(defaultCallIn("ANZ", "FJ", [nz])).toEqual({ phone: "+61", basis: "CODE" });
});
