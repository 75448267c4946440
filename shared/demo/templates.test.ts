import { expect, test } from "vitest";
import { demoTemplates } from "./templates.ts";

const acme = demoTemplates(new Date("2026-11-21T12:00:00Z")).filter(({ path }) => path === "r1.r2.r3.");

test("O17: each template has a key of its own beside its label", () => {
  expect(acme.map(({ key, label }) => `${key}: ${label}`)).toEqual([
    "sim-card: SIM Card",
    "mobile-number: Mobile Number",
    "modem-cpe: Modem CPE",
    "iptv-box: IPTV Box",
    "sip-number: SIP Number",
  ]);
});

test("OX5: a released SIM retires, a number rests for 30 days, a device goes back to stock", () => {
  expect(acme.map(({ key, releasePolicy, quarantineDays }) => [key, releasePolicy, quarantineDays])).toEqual([
    ["sim-card", "RETIRE", 0],
    ["mobile-number", "QUARANTINE", 30],
    ["modem-cpe", "RESTOCK", 0],
    ["iptv-box", "RESTOCK", 0],
    ["sip-number", "QUARANTINE", 30],
  ]);
});
