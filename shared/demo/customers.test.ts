import { expect, test } from "vitest";
import { phoneMatches } from "../phone-number.ts";
import { addressForm } from "../address.ts";
import { taxNumberRule } from "../tax-number.ts";
import { demoCustomers } from "./customers.ts";

const now = new Date("2026-11-21T12:00:00Z");
const customers = demoCustomers(now);
const inAcme = customers.filter(({ path }) => path.startsWith("r1.r2.r3."));
const byNumber = (number: number) => inAcme.find((customer) => customer.number === number);

test("there are sixty customers in four countries, with and without accents", () => {
  expect(customers.length).toBe(60);
  expect([...new Set(customers.map(({ homeCountry }) => homeCountry))].toSorted()).toEqual(["BR", "DE", "FR", "GB"]);
  expect(customers.filter(({ name }) => /[^\x20-\x7e]/.test(name)).length).toBeGreaterThan(30);
  expect(new Set(customers.map(({ path }) => path)).size).toBe(60);
});

test("fixture F: John Smith, John Doe and Johnson Enterprises at Acme, Johnny Beta at Beta", () => {
  expect(byNumber(123)).toMatchObject({
    name: "John Smith",
    kind: "INDIVIDUAL",
    email: "john.smith@example.com",
    phone: "+1234567890",
  });
  expect(byNumber(456)).toMatchObject({ name: "John Doe", kind: "INDIVIDUAL" });
  expect(byNumber(789)).toMatchObject({ name: "Johnson Enterprises", kind: "BUSINESS" });
  expect(customers.find(({ number }) => number === 900)).toMatchObject({ name: "Johnny Beta", path: "r1.r2.r4.c900." });
});

test("fixture F: Johnson Enterprises has two sites, a billing and a technical contact", () => {
  const { sites = [], contacts = [] } = byNumber(789) ?? {};
  expect(sites.map(({ name, address }) => `${name} – ${address.line1}`)).toEqual([
    "London Office – 123 Main St",
    "Leeds Depot – 8 Canal Road",
  ]);
  expect(contacts.map(({ name, email, roles }) => `${name} ${email} ${roles.join()}`)).toEqual([
    "Jane Doe jane@acme.com BILLING",
    "Bob Smith bob@acme.com TECHNICAL",
  ]);
});

test("O11: within Acme, John finds three customers, and 456 and 123 one each", () => {
  const named = inAcme.filter(({ name }) => /\bjo[hn]/i.test(name));
  expect(named.map(({ number }) => number)).toEqual([123, 456, 789]);
  const phones = inAcme.flatMap(({ phone, contacts }) => [
    phone ?? "",
    ...contacts.map((contact) => contact.phone ?? ""),
  ]);
  expect(phones.filter((phone) => phoneMatches("456", phone))).toEqual([]);
  for (const query of ["123", "+1234567890", "1234 567 890"]) {
    expect(phones.filter((phone) => phoneMatches(query, phone))).toEqual(["+1234567890"]);
  }
  expect(inAcme.filter(({ email }) => email?.startsWith("john.smith@")).map(({ number }) => number)).toEqual([123]);
});

test("O24: John Smith has a card on file, John Doe has nothing to renew with", () => {
  expect(byNumber(123)?.paymentMethods).toMatchObject([
    { kind: "CARD", brand: "Visa", lastFour: "4242", isDefault: true },
  ]);
  expect(byNumber(456)?.paymentMethods).toEqual([]);
});

test("e-mail addresses are plain and unique, and one of them bounces", () => {
  const emails = customers.map(({ email }) => email);
  expect(new Set(emails).size).toBe(60);
  expect(emails.filter((email) => !/^[a-z]+[a-z.]*@[a-z-]+\.[a-z]+$/.test(email ?? ""))).toEqual([]);
  expect(emails.filter((email) => email?.endsWith("@bounce.test")).length).toBe(1);
  expect(byNumber(376)?.email).toBe("hello@librairie-loeuvre.example");
});

test("everybody lives somewhere, and some in two places", () => {
  expect(customers.every(({ sites }) => sites.length > 0)).toBe(true);
  expect(customers.filter(({ sites }) => sites.length > 1).map(({ number }) => number)).toEqual([789, 414]);
});

test("nobody was created in the future", () => {
  expect(customers.every(({ createdAt }) => createdAt < now)).toBe(true);
});

test("each customer in Brazil has a tax number with its check digits, and its address is one of its country", () => {
  const rulesOf = ({ homeCountry, kind }: (typeof customers)[number]) => taxNumberRule(homeCountry, kind);
  const asked = customers.filter((customer) => rulesOf(customer)?.isRequired === true);
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((each) => rulesOf(each)?.parse(each.taxNumber ?? "") !== each.taxNumber)).toEqual([]);
  for (const { billingAddress, sites } of customers) {
    for (const address of [billingAddress, ...sites.map((site) => site.address)]) {
      const form = addressForm(address.country);
      expect(form.required.filter((field) => (address[field] ?? "") === "")).toEqual([]);
      expect([address, form.isPostalCode(address.postalCode ?? "")]).toEqual([address, true]);
    }
  }
});
