import { expect, test } from "vitest";
import { say } from "./sentence.ts";
import { eligibilityOf, noFacts, type EligibilityFacts, type OfferingTerms } from "./eligibility.ts";

const plan: OfferingTerms = {
  kind: "PLAN",
  serviceType: "MOBILE",
  segments: ["INDIVIDUAL"],
  isEnabled: true,
  countries: [],
};
const addon: OfferingTerms = { ...plan, kind: "ADDON" };
const john = { kind: "INDIVIDUAL", homeCountry: "GB", state: "ACTIVE" } as const;

function codes(offering: OfferingTerms, facts: Partial<EligibilityFacts>): string[] {
  return eligibilityOf(offering, { ...noFacts, ...facts }).map(({ code }) => code);
}

test("O9: nothing speaks against an offering that fits", () => {
  expect(codes(plan, { customer: john, stock: [{ label: "SIM Card", isRequired: true, available: 1 }] })).toEqual([]);
  expect(codes(addon, { customer: john, compatibleServices: 1 })).toEqual([]);
});

test("O9: every reason is named, not only the first", () => {
  const facts = {
    hasPlaybook: false,
    customer: { kind: "BUSINESS", homeCountry: "FR", state: "SUSPENDED" },
    stock: [
      { label: "SIM Card", isRequired: true, available: 0 },
      { label: "Adapter", isRequired: false, available: 0 },
    ],
  } as const;
  const reasons = eligibilityOf({ ...plan, isEnabled: false, countries: ["GB"] }, { ...noFacts, ...facts });
  expect(reasons).toEqual([
    { code: "DISABLED", message: say("offering.disabled") },
    { code: "PLAYBOOK_MISSING", message: say("offering.playbookMissing") },
    { code: "SEGMENT", message: say("offering.forIndividuals") },
    { code: "COUNTRY", message: say("offering.country", { country: "FR" }) },
    { code: "CUSTOMER_STATE", message: say("offering.customerState") },
    { code: "OUT_OF_STOCK", message: say("offering.outOfStock", { item: "SIM Card" }) },
  ]);
});

test("O34: an add-on wants an active service of its own type", () => {
  expect(codes(addon, { customer: john, compatibleServices: 0 })).toEqual(["NO_COMPATIBLE_SERVICE"]);
  expect(codes(addon, { service: { serviceType: "INTERNET", state: "ACTIVE" } })).toEqual(["NO_COMPATIBLE_SERVICE"]);
  expect(codes(addon, { service: { serviceType: "MOBILE", state: "SUSPENDED" } })).toEqual(["SERVICE_STATE"]);
  expect(codes(addon, { service: { serviceType: "MOBILE", state: "ACTIVE" }, compatibleServices: 0 })).toEqual([]);
  expect(codes(plan, { customer: john, compatibleServices: 0 })).toEqual([]);
});
