import { expect, test } from "vitest";
import { currencyOf, demoResellers, resellerPath, zoneOf } from "./resellers.ts";

const resellers = demoResellers(new Date("2026-11-21T12:00:00Z"));

test("X2: operator, distributor, two resellers side by side and one below", () => {
  expect(resellers.map(({ name, path }) => `${path} ${name}`)).toEqual([
    "r1. Tierline Telecom",
    "r1.r2. Nord",
    "r1.r2.r3. Acme",
    "r1.r2.r4. Beta",
    "r1.r2.r3.r5. AcmeNorth",
  ]);
  expect(resellerPath("acme-north")).toBe("r1.r2.r3.r5.");
});

test("Acme and AcmeNorth trade in pounds and live in London's time", () => {
  expect([currencyOf("acme"), zoneOf("acme")]).toEqual(["GBP", "Europe/London"]);
  expect([currencyOf("acme-north"), zoneOf("acme-north")]).toEqual(["GBP", "Europe/London"]);
});

test("nobody is older than the reseller above", () => {
  const born = new Map(resellers.map(({ id, createdAt }) => [id, createdAt]));
  const tooOld = resellers.filter(
    ({ parentId, createdAt }) => parentId !== null && createdAt < (born.get(parentId) ?? createdAt),
  );
  expect(tooOld).toEqual([]);
});
