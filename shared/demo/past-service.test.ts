import { expect, test } from "vitest";
import { demoWorld } from "./world.ts";

const { services, customers } = demoWorld(new Date("2026-11-21T12:00:00Z"));
const acme = (number: number) =>
  services.find((service) => service.number === number && service.account === `acme-${number}`);

test("O24: an active service renews by itself where there is something to pay with, and only there", () => {
  const canPay = new Map(customers.map(({ id, paymentMethods }) => [id, paymentMethods.length > 0]));
  const active = services.filter(({ state }) => state === "ACTIVE");
  expect(active.filter(({ customerId, autoRenew }) => canPay.get(customerId) !== autoRenew)).toEqual([]);
});

test("a service has begun when its run succeeded, and has balances only then", () => {
  for (const { state, startsOn, balances, serviceType } of services) {
    if (state === "ACTIVE") expect([startsOn === null, balances.length > 0]).toEqual([false, serviceType === "MOBILE"]);
    if (state === "PENDING" || state === "PENDING_FAILED") expect([startsOn, balances]).toEqual([null, []]);
  }
});

test("O50: what was bought besides is in the balance", () => {
  const [data] = acme(776)?.balances ?? [];
  expect(Number(data?.amount)).toBeGreaterThan(5);
  expect(Number(data?.amount)).toBeLessThan(10);
  expect(data).toMatchObject({ kind: "data", label: "Data", unit: "GB" });
});

test("only what is not finished has a current run", () => {
  const withRun = services.filter(({ currentRunId }) => currentRunId !== null).map(({ state }) => state);
  expect(new Set(withRun)).toEqual(new Set(["PENDING", "PENDING_FAILED"]));
});
