import { expect, test } from "vitest";
import type { CustomerKind } from "../kinds.ts";
import { decimalOf, type Money, ratioPercent, subtractMoney } from "../money.ts";
import { demoOfferings } from "./offerings.ts";
import { demoPlaybook } from "./playbooks.ts";
import { demoTemplates } from "./templates.ts";

const now = new Date("2026-11-21T12:00:00Z");
const offerings = demoOfferings(now);
const acme = offerings.filter(({ path }) => path === "r1.r2.r3.");
const bySlug = (slug: string) => acme.find((offering) => offering.slug === slug);
const pricesOf = (slug: string) => bySlug(slug)?.prices.find(({ path }) => path === "r1.r2.r3.");
const decimal = (amount: Money | null | undefined) =>
  amount === null || amount === undefined ? null : decimalOf(amount);

test("Acme sells twelve plans and six add-ons over four service types, and packages for people who work together", () => {
  const packages = acme.filter(({ packageTerms }) => packageTerms !== null);
  const others = acme.filter(({ packageTerms }) => packageTerms === null);
  const plans = others.filter(({ kind }) => kind === "PLAN");
  expect([plans.length, others.length - plans.length]).toEqual([12, 6]);
  expect(new Set(plans.map(({ serviceType }) => serviceType)).size).toBe(4);
  expect(packages.map(({ serviceType }) => serviceType)).toEqual(Array.from({ length: 14 }, () => "COLLABORATION"));
  expect(new Set(acme.map(({ slug }) => slug)).size).toBe(32);
});

test("OX1: P1 costs 15.00 a month and earns 10.00 of it, and loses 1.00 at setup", () => {
  const p1 = pricesOf("mobile-20gb");
  const { retail, wholesale } = p1 ?? {};
  expect([decimal(retail?.recurring), decimal(retail?.setup)]).toEqual(["15.00", "0.00"]);
  expect([decimal(wholesale?.recurring), decimal(wholesale?.setup)]).toEqual(["5.00", "1.00"]);
  if (!retail?.recurring || !wholesale?.recurring) throw new Error("P1 has a recurring price");
  expect(ratioPercent(subtractMoney(retail.recurring, wholesale.recurring), retail.recurring)).toBe("66.67");
});

test("the offerings of fixture F are as it says", () => {
  const requirements = (slug: string) => bySlug(slug)?.requirements.map(({ label }) => label);
  expect(requirements("mobile-20gb")).toEqual(["SIM Card", "Mobile Number"]);
  expect(requirements("fiber-100")).toEqual(["Modem CPE"]);
  expect(requirements("data-boost-5gb")).toEqual([]);
  expect([pricesOf("fiber-100")?.retail.setup, pricesOf("fiber-100")?.retail.recurring].map(decimal)).toEqual([
    "25.00",
    "40.00",
  ]);
  expect([decimal(pricesOf("data-boost-5gb")?.retail.oneOff), decimal(pricesOf("biz-voip")?.retail.recurring)]).toEqual(
    ["5.00", "30.00"],
  );
  expect(bySlug("biz-voip")?.segments).toEqual(["BUSINESS"]);
  expect(bySlug("old-plan")?.isEnabled).toBe(false);
});

test("O6: of the fixture's offerings, individuals see P1, P2 and P3, businesses P2, P3 and P4", () => {
  const fixture = ["mobile-20gb", "fiber-100", "data-boost-5gb", "biz-voip", "old-plan"];
  const soldTo = (kind: CustomerKind) =>
    fixture.filter((slug) => bySlug(slug)?.isEnabled === true && bySlug(slug)?.segments.includes(kind));
  expect(soldTo("INDIVIDUAL")).toEqual(["mobile-20gb", "fiber-100", "data-boost-5gb"]);
  expect(soldTo("BUSINESS")).toEqual(["fiber-100", "data-boost-5gb", "biz-voip"]);
});

test("every offering has a price, a playbook of its kind and templates of its own seller", () => {
  const templates = new Map(demoTemplates(now).map(({ id, path }) => [id, path]));
  for (const { kind, path, playbookKey, prices, requirements } of offerings) {
    expect(demoPlaybook(playbookKey).document.kind).toBe(kind === "PLAN" ? "provision" : "addon");
    expect(prices.every(({ retail }) => retail.recurring !== null || retail.oneOff !== null)).toBe(true);
    expect(requirements.every(({ templateId }) => templates.get(templateId) === path)).toBe(true);
  }
});

test("an offering fills exactly the slots that its playbook assigns", () => {
  for (const { slug, playbookKey, requirements } of offerings) {
    const assigned = demoPlaybook(playbookKey).document.tasks.filter(({ action }) => action === "inventory.assign");
    expect([slug, requirements.map(({ slot }) => slot)]).toEqual([slug, assigned.map(({ input }) => input["slot"])]);
  }
});

test("each tier pays less than it asks, except for the setup of a SIM", () => {
  for (const { prices } of offerings) {
    for (const { retail, wholesale } of prices) {
      expect((wholesale.recurring?.micros ?? 0n) <= (retail.recurring?.micros ?? 0n)).toBe(true);
      expect((wholesale.oneOff?.micros ?? 0n) <= (retail.oneOff?.micros ?? 0n)).toBe(true);
    }
  }
});
