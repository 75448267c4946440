import { expect, test } from "vitest";
import { demoPassword, demoUsers } from "./users.ts";

const users = demoUsers(new Date("2026-11-21T12:00:00Z"));

test("the six users that are printed come first, each in its tier", () => {
  expect(users.slice(0, 6).map(({ email, role, path }) => `${email} ${role} ${path}`)).toEqual([
    "owner@acme.test RESELLER_OWNER r1.r2.r3.",
    "agent@acme.test AGENT r1.r2.r3.",
    "owner@beta.test RESELLER_OWNER r1.r2.r4.",
    "ops@tierline.test OPERATOR r1.",
    "jane@johnson.test CUSTOMER_USER r1.r2.r3.c789.",
    "john@smith.test CUSTOMER_USER r1.r2.r3.c123.",
  ]);
});

test("a customer's user belongs to the customer, all others to their reseller only", () => {
  expect(users.filter(({ customerId }) => customerId !== null).map(({ role }) => role)).toEqual([
    "CUSTOMER_USER",
    "CUSTOMER_USER",
  ]);
});

test("the password is as long as passwords must be", () => {
  expect(demoPassword.length).toBeGreaterThanOrEqual(12);
});
