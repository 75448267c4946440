import { expect, test } from "vitest";
import { highestPackage, missingNeeds, provisioningOfPackages, type PackageTerms } from "./package.ts";

const terms = (key: string, rank: number, more: Partial<PackageTerms> = {}) => ({
  terms: {
    key,
    rank,
    messaging: true,
    meetings: true,
    calling: true,
    needsOneOf: [],
    isForSubscribers: true,
    isComingSoon: false,
    ...more,
  } satisfies PackageTerms,
});

test("the highest is that of the highest rank among those that a person can hold now", () => {
  const calling = terms("webex_calling", 20);
  const suite = terms("webex_suite", 50);
  const area = terms("common_area_calling", 90, { isForSubscribers: false });
  const later = terms("cx_premium_agent", 95, { isComingSoon: true });
  expect(highestPackage([calling, suite, area, later])).toBe(suite);
  expect(highestPackage([area])).toBeNull();
});

test("an add-on names what it needs until one of these is there", () => {
  const console = { needsOneOf: ["webex_calling", "webex_suite", "cx_essentials"] };
  expect(missingNeeds(console, new Set(["webex_meetings"]))).toEqual(console.needsOneOf);
  expect(missingNeeds(console, new Set(["webex_meetings", "webex_suite"]))).toBeNull();
  expect(missingNeeds({ needsOneOf: [] }, new Set())).toBeNull();
});

test.each([
  [[], null],
  [["PROVISIONED", "PROVISIONED"], "PROVISIONED"],
  [["PROVISIONING", "PROVISIONING"], "PROVISIONING"],
  [["PROVISIONED", "PROVISIONING"], "UPDATING"],
  [["PROVISIONED", "DELETING"], "UPDATING"],
  [["DELETING", "DELETING"], "DELETING"],
  [["ERROR", "PROVISIONED"], "PROVISIONED_WITH_ERRORS"],
  [["ERROR", "ERROR"], "ERROR"],
] as const)("packages that are %j make a customer %s", (states, expected) => {
  expect(provisioningOfPackages(states)).toBe(expected);
});
