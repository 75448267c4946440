import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("amounts stay numbers, what would be a formula does not become one, and commas and quotation marks are kept", () => {
  const rows = [
    ["Buyer", "Margin"],
    ['Smith, "Jo"', "-1.50"],
    ["=1+1", 3],
    ["-x", "0.013"],
  ];
  expect(csvOf(rows)).toBe('Buyer,Margin\r\n"Smith, ""Jo""",-1.50\r\n\'=1+1,3\r\n\'-x,0.013\r\n');
});
