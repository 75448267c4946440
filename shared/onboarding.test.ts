import { expect, test } from "vitest";
import { capacityLevel, firstIncomplete, platforms, stepsOf, usualSipPort } from "./onboarding.ts";

test("MX2: the platforms are data: each that brings its users over has Sync in the place of PBX and connection", () => {
  expect(platforms.filter(({ usesSync }) => usesSync).map(({ key }) => key)).toEqual(["SMBC", "VA"]);
  for (const { key, usesSync } of platforms) {
    const rest = usesSync ? ["SYNC"] : ["PBX", "CONNECT"];
    expect(stepsOf(key)).toEqual(["CUSTOMER", "GATEWAY", ...rest]);
  }
  expect(new Set(platforms.map(({ key }) => key)).size).toBe(platforms.length);
});

test("MX1: one goes on at the first step that was not taken, whichever of the others was", () => {
  expect(firstIncomplete("MX_ONE", [])).toBe("CUSTOMER");
  expect(firstIncomplete("MX_ONE", ["CUSTOMER", "PBX"])).toBe("GATEWAY");
  expect(firstIncomplete("SMBC", ["CUSTOMER", "GATEWAY"])).toBe("SYNC");
  expect(firstIncomplete("SMBC", ["CUSTOMER", "GATEWAY", "SYNC"])).toBe("SYNC");
});

test("MX10: nine tenths are near, all of it too, and one more is over", () => {
  const levels = [134, 135, 150, 151].map((users) => capacityLevel(users, 150));
  expect(levels).toEqual(["FITS", "NEAR", "NEAR", "OVER"]);
});

test("SIP is heard at 5060, with TLS at 5061", () => {
  expect([usualSipPort("UDP"), usualSipPort("TCP"), usualSipPort("TLS")]).toEqual([5060, 5060, 5061]);
});
