import { expect, test } from "vitest";
import { customerRows } from "./customer-rows.ts";
import { addonRows, planRows } from "./offering-rows.ts";
import { demoPlaybook } from "./playbooks.ts";
import { serviceRows } from "./service-rows.ts";

const customerOf = ({ reseller, customer }: (typeof serviceRows)[number]) =>
  customerRows.find((row) => row.reseller === reseller && row.number === customer);
const planOf = ({ slug }: (typeof serviceRows)[number]) => planRows.find((row) => row.slug === slug);

test("the next service of Acme has number 789", () => {
  const numbers = serviceRows.filter(({ reseller }) => reseller === "acme").map(({ number }) => number);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(Math.max(...numbers)).toBe(788);
});

test("O6: everybody has a plan for their kind", () => {
  for (const row of serviceRows) {
    expect([
      row.number,
      (planOf(row)?.segments ?? ["INDIVIDUAL"]).includes(customerOf(row)?.kind ?? "INDIVIDUAL"),
    ]).toEqual([row.number, true]);
  }
});

test("O34: an add-on fits the type of its service and came after it", () => {
  for (const row of serviceRows) {
    for (const { slug, daysAgo } of row.addons) {
      expect(addonRows.find((addon) => addon.slug === slug)?.type).toBe(planOf(row)?.type);
      expect(daysAgo).toBeLessThan(row.daysAgo);
    }
  }
});

test("an outcome names a task of the playbook", () => {
  for (const row of serviceRows) {
    if (!("at" in row.outcome)) continue;
    const keys = demoPlaybook(planOf(row)?.playbook ?? "").document.tasks.map(({ key }) => key);
    expect(keys).toContain(row.outcome.at);
  }
});
