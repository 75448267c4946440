import { expect, test } from "vitest";
import { amountText } from "./amount-text.ts";

test.each([
  ["12", "12", "12"],
  ["12.5", "12.5", "12.5"],
  ["12,50", "12.50", "12.50"],
  ["1.234,50", "1234.50", "1234.50"],
  ["1,234.50", "1234.50", "1234.50"],
  ["1.234.567,89", "1234567.89", "1234567.89"],
  ["1 234,50", "1234.50", "1234.50"],
  ["1\u202f234,50", "1234.50", "1234.50"],
  ["1'234.50", "1234.50", "1234.50"],
  ["0.000001", "0.000001", "0.000001"],
  // Either way: the file's own mark decides.
  ["1,234", "1234", "1.234"],
  ["1.234", "1.234", "1234"],
])("%s is %s in a file of points and %s in one of commas", (text, ofPoints, ofCommas) => {
  expect([amountText(text, "."), amountText(text, ",")]).toEqual([ofPoints, ofCommas]);
});

test.each(["", "abc", "-5", "1.2.3", "1,2,3", "12.34,56", "£5", "1e3", "1,23.4", "=1+1"])(
  "%s stays as it is",
  (text) => {
    expect([amountText(text, "."), amountText(text, ",")]).toEqual([text, text]);
  },
);
