import { expect, test } from "vitest";
import { callingCodeOf, countryOfDigits } from "./call-country.ts";

test("a number's country is found, where several share a calling code too", () => {
  const numbers = ["12125550100", "14165550123", "18765550100", "442079460958", "447700900123", "551140010000"];
  expect(numbers.map(countryOfDigits)).toEqual(["US", "CA", "JM", "GB", "GB", "BR"]);
});

test("what no plan has given out is nobody's in North America, and the first country's of its code elsewhere", () => {
  expect(["12", "19995550100", "999"].map(countryOfDigits)).toEqual([null, null, null]);
  expect(countryOfDigits("440000000000")).toBe("GB");
});

test("a country has a calling code where it has a numbering plan", () => {
  expect(["GB", "US", "CA", "BR", "AQ"].map(callingCodeOf)).toEqual(["44", "1", "1", "55", null]);
});
