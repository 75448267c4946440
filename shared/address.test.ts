import { expect, test } from "vitest";
import { addressForm, addressLines, isWholeAddress } from "./address.ts";

test("X10: each country asks for its own fields in its own order", () => {
  expect(addressForm("US").fields).toEqual(["line1", "line2", "city", "region", "postalCode"]);
  expect(addressForm("DE").fields).toEqual(["line1", "line2", "postalCode", "city"]);
  expect(addressForm("GB").fields).toEqual(["line1", "line2", "city", "postalCode"]);
  expect(addressForm("BR").fields).toEqual(["postalCode", "line1", "line2", "city", "region"]);
  expect(addressForm("HK").fields).toEqual(["region", "city", "line1", "line2"]);
  expect(addressForm("JP").fields.slice(0, 2)).toEqual(["postalCode", "region"]);
  expect(addressForm("XX").fields).toEqual(["line1", "line2", "city", "region", "postalCode"]);
  expect(addressForm("US").required).toEqual(["line1", "city", "region", "postalCode"]);
  expect(addressForm("HK").required).toEqual(["line1", "city"]);
});

test("every address form has its mandatory fields, and every example is of its form", () => {
  for (const one of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
    for (const other of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
      const form = addressForm(one + other);
      expect(form.required.filter((field) => !form.fields.includes(field))).toEqual([]);
      if (form.example !== null) expect([one + other, form.isPostalCode(form.example)]).toEqual([one + other, true]);
    }
  }
});

test("postal codes have the form of their country", () => {
  const are = (country: string, ...codes: string[]) => codes.map((code) => addressForm(country).isPostalCode(code));
  expect(are("US", "10001", "10001-1234", "1000", "SW1A 1AA")).toEqual([true, true, false, false]);
  expect(are("GB", "sw1a1aa", "NW1 6XE", "CF10 1BH", "LS1", "12345")).toEqual([true, true, true, false, false]);
  expect(are("BR", "01001-000", "01001000", "0100-1000")).toEqual([true, true, false]);
  expect(are("CA", "K1A 0B1", "D1A 0B1")).toEqual([true, false]);
  expect(are("HK", "", "anything")).toEqual([true, true]);
});

test("an address is whole where nothing is missing that its country asks for", () => {
  const whole = { line1: "1 Way", city: "London", postalCode: "SW1A 1AA", country: "GB" };
  expect(isWholeAddress(whole)).toBe(true);
  const lacking = [{ line1: " " }, { city: "" }, { postalCode: null }, { postalCode: "none" }, { country: "US" }];
  for (const each of lacking) expect([each, isWholeAddress({ ...whole, ...each })]).toEqual([each, false]);
  expect(isWholeAddress({ line1: "1 Way", city: "Central", country: "HK" })).toBe(true);
});

test("parts bear the names that they have there, and readers are told whether they know them", () => {
  expect(addressForm("DE").label("postalCode", "en")).toEqual({ local: "PLZ", isKnown: false });
  expect(addressForm("DE").label("city", "de")).toEqual({ local: "Ort", isKnown: true });
  expect(addressForm("BR").label("postalCode", "pt-BR")).toEqual({ local: "CEP", isKnown: true });
  expect(addressForm("US").label("postalCode", "en")).toEqual({ local: "ZIP code", isKnown: true });
  expect(addressForm("GB").label("city", "en")).toEqual({ local: "Town", isKnown: true });
  expect(addressForm("XX").label("city", "en")).toEqual({ local: null, isKnown: false });
});

test("an address is written as it is there, and nothing of it is lost", () => {
  const lines = (country: string, parts: object) =>
    addressLines({ line1: "1 Way", city: "Town", country, ...parts }).join(" / ");
  expect(lines("US", { region: "NY", postalCode: "10001" })).toBe("1 Way / Town, NY 10001");
  expect(lines("DE", { postalCode: "10115" })).toBe("1 Way / 10115 Town");
  expect(lines("DE", { postalCode: "10115", region: "Berlin" })).toBe("1 Way / 10115 Town / Berlin");
  expect(lines("GB", { line2: "Flat 2", postalCode: "SW1A 1AA" })).toBe("1 Way / Flat 2 / Town / SW1A 1AA");
  expect(lines("SG", { city: "Singapore", postalCode: "018956" })).toBe("1 Way / SINGAPORE 018956");
  expect(lines("HK", { city: "Central", postalCode: "999077" })).toBe("Central / 1 Way / 999077");
});
