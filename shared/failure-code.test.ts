import { expect, test } from "vitest";
import { failureCodes, failureText } from "./failure-code.ts";

test("O32: an OCS that cannot be reached is said in words", () => {
  expect(failureText("OCS_UNREACHABLE").title).toBe("Cannot connect to OCS");
});

test("O46: every failure says what to check first", () => {
  expect(failureCodes.filter((code) => failureText(code).whatToCheck.length === 0)).toEqual([]);
});

test("every element can be unreachable, silent, unwilling or confused", () => {
  for (const element of ["OCS", "REGISTER", "HTTP", "MAIL", "SIP_DATABASE", "RADIUS_DATABASE"]) {
    for (const failure of ["UNREACHABLE", "TIMEOUT", "REFUSED", "GARBAGE"]) {
      expect(failureCodes).toContain(`${element}_${failure}`);
    }
  }
});

test("two failures never read the same", () => {
  const titles = failureCodes.map((code) => failureText(code).title);
  expect(new Set(titles).size).toBe(titles.length);
});

test("an unknown code is spelt out rather than hidden", () => {
  expect(failureText("DPI_LINE_CARD_BUSY").title).toBe("Dpi line card busy");
  expect(failureText("").title).toBe("Failed for an unknown reason");
  expect(failureText("constructor").title).toBe("Constructor");
});
