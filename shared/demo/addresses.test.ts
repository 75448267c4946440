import { expect, test } from "vitest";
import { parsePhoneNumber } from "../phone-number.ts";
import { demoAddress, demoPhone } from "./addresses.ts";
import { demoCountries } from "./customer-rows.ts";

test("the first address is John Smith's", () => {
  expect(demoAddress("GB", 0)).toEqual({
    line1: "12 Elm Road",
    line2: null,
    city: "London",
    region: null,
    postalCode: "NW1 6XE",
    country: "GB",
  });
});

test("each country writes its streets in its own way", () => {
  expect(demoCountries.map((country) => demoAddress(country, 1).line1)).toEqual([
    "15 Harbour Street",
    "15 avenue de la Gare",
    "Am Mühlbach 15",
    "Avenida Beira-Mar, 15",
  ]);
});

test("every phone is possible in its country, and no two are alike", () => {
  const phones = demoCountries.flatMap((country) =>
    Array.from({ length: 60 }, (_, index) => demoPhone(country, "INDIVIDUAL", index)),
  );
  expect(phones.filter((phone) => parsePhoneNumber(phone) === null)).toEqual([]);
  expect(new Set(phones).size).toBe(phones.length);
  expect(demoPhone("GB", "BUSINESS", 3)).toBe("+44 20 7946 0703");
});
