import { parseMoney } from "@tierline/shared/money.ts";
import { expect, test } from "vitest";
import { say } from "@tierline/shared/sentence.ts";
import type { PriceTerms } from "../catalog/price-terms.ts";
import { agreedFrom, agreedOf, fingerprintOf, renewalDefaultOf, termsOf, type Sold } from "./order-terms.ts";

function price(setup: string | null, recurring: string | null, oneOff: string | null): PriceTerms {
  const gbp = (text: string | null) => (text === null ? null : parseMoney(text, "GBP"));
  return {
    setup: gbp(setup),
    recurring: gbp(recurring),
    oneOff: gbp(oneOff),
    currency: "GBP",
    path: "r1.",
    version: "1",
  };
}

const monthly = {
  billingIntervalMonths: 1,
  contractTermMonths: 1,
  whileSuspended: "STOP_BILLING",
  isInArrears: false,
} as const;
const p1: Sold = { kind: "PLAN", name: "Mobile - 20 GB", ...monthly, price: price("0.00", "15.00", null) };
const p2: Sold = { kind: "PLAN", name: "Fibre 100", ...monthly, price: price("25.00", "40.00", null) };
const p3: Sold = { kind: "ADDON", name: "Data boost 5 GB", ...monthly, price: price(null, null, "5.00") };

test("O25: P2 shows setup, the first month and their sum due today; P1 shows its setup of nothing, too", () => {
  const fiber = termsOf(p2, "2026-11-21", true);
  expect(fiber.lines).toEqual([
    { kind: "SETUP", label: say("line.setup"), amount: parseMoney("25.00", "GBP"), from: null, to: null },
    { kind: "RECURRING", label: "Fibre 100", amount: parseMoney("40.00", "GBP"), from: "2026-11-21", to: "2026-12-20" },
  ]);
  expect(fiber.dueToday).toEqual(parseMoney("65.00", "GBP"));
  expect(fiber.recurring).toEqual(parseMoney("40.00", "GBP"));
  expect(termsOf(p1, "2026-11-21", true).lines.map(({ amount }) => amount.micros)).toEqual([0n, 15_000_000n]);
  expect(termsOf(p3, "2026-11-21", false)).toMatchObject({ dueToday: parseMoney("5.00", "GBP"), recurring: null });
});

test("O24: what renews names its next renewal, what does not names its end, and what is paid once names neither", () => {
  expect(termsOf(p1, "2026-11-21", true)).toMatchObject({ nextRenewalOn: "2026-12-21", endsOn: null });
  expect(termsOf(p1, "2026-11-21", false)).toMatchObject({ nextRenewalOn: null, endsOn: "2026-12-21" });
  expect(termsOf(p3, "2026-11-21", false)).toMatchObject({ nextRenewalOn: null, endsOn: null });
  const yearly = { ...p1, billingIntervalMonths: 1, contractTermMonths: 12 };
  expect(termsOf(yearly, "2026-01-31", false).endsOn).toBe("2027-01-31");
  expect(termsOf(yearly, "2026-01-31", true).nextRenewalOn).toBe("2026-02-28");
});

test("O22: renewal is asked about for what recurs only", () => {
  expect(renewalDefaultOf(p1, true).isAsked).toBe(true);
  expect(renewalDefaultOf(p3, true)).toMatchObject({ isAsked: false, isOn: false });
});

test("O24: yes for a recurring plan, no without a payment method and for anything else, each with its reason", () => {
  expect(renewalDefaultOf(p1, true).isOn).toBe(true);
  expect(renewalDefaultOf(p1, false)).toMatchObject({
    isOn: false,
    reason: say("renewal.noMethod"),
  });
  const addon: Sold = { ...p3, price: price(null, "2.00", null) };
  expect(renewalDefaultOf(addon, true)).toMatchObject({
    isAsked: true,
    isOn: false,
    reason: say("renewal.addon"),
  });
});

test("O25: a fingerprint changes with every amount, currency, term and playbook version, and carries the amounts", () => {
  const fingerprint = fingerprintOf(agreedOf(p1, "v1"));
  const others = [
    agreedOf({ ...p1, price: price("0.00", "16.00", null) }, "v1"),
    agreedOf({ ...p1, price: price("1.00", "15.00", null) }, "v1"),
    agreedOf({ ...p1, price: price(null, "15.00", null) }, "v1"),
    agreedOf(
      { ...p1, price: { ...p1.price, currency: "EUR", setup: null, recurring: parseMoney("15.00", "EUR") } },
      "v1",
    ),
    agreedOf({ ...p1, billingIntervalMonths: 3 }, "v1"),
    agreedOf({ ...p1, contractTermMonths: 12 }, "v1"),
    agreedOf({ ...p1, whileSuspended: "BILL_WHILE_SUSPENDED" }, "v1"),
    agreedOf(p1, "v2"),
  ].map(fingerprintOf);
  expect(new Set([fingerprint, ...others]).size).toBe(9);
  expect(fingerprintOf(agreedOf({ ...p1, name: "Another name" }, "v1"))).toBe(fingerprint);
  expect(agreedFrom(fingerprint)).toMatchObject({
    dueToday: parseMoney("15.00", "GBP"),
    recurring: parseMoney("15.00", "GBP"),
  });
  expect(agreedFrom(fingerprintOf(agreedOf(p3, "v1")))?.recurring).toBeNull();
});

test("O25: what no quote has given out is no fingerprint", () => {
  const digest = "a".repeat(24);
  const amounts = ["GBP.--5.-", "GBP.5.-5", "gbp.5.-", "GBP.5", "GBP.5.-.-"].map((rest) => `${digest}.${rest}`);
  for (const text of ["", "x", "....", ...amounts, "a".repeat(10_000)]) {
    expect(agreedFrom(text)).toBeNull();
  }
  // What another plan gives back can be more than what it costs today.
  expect(agreedFrom(`${digest}.GBP.-5.-`)?.dueToday.micros).toBe(-5n);
});
