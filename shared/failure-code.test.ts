import { expect, test } from "vitest";
import { rendered } from "./render-sentence.ts";
import { failureCodes, failureText } from "./failure-code.ts";

test("O32: an OCS that cannot be reached is said in words", () => {
  const { title } = failureText("OCS_UNREACHABLE");
  expect(rendered(title, "en")).toBe("Cannot connect to OCS");
  expect(rendered(title, "fr")).toBe("Connexion impossible\u00a0: OCS");
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
  const titles = failureCodes.map((code) => rendered(failureText(code).title, "en"));
  expect(new Set(titles).size).toBe(titles.length);
});

test("an unknown code is spelt out rather than hidden", () => {
  expect(failureText("DPI_LINE_CARD_BUSY").title).toBe("Dpi line card busy");
  expect(failureText("").title).toEqual({ key: "failure.unknown" });
  expect(failureText("constructor").title).toBe("Constructor");
});
