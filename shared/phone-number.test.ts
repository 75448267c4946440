import fc from "fast-check";
import { expect, test } from "vitest";
import {
  digitsOf,
  formatPhoneNumber,
  parsePhoneNumber,
  phoneMatches,
  phoneQueryOf,
  phoneSearchForms,
} from "./phone-number.ts";

test("a number for fiction is possible but not valid: taken, with a warning", () => {
  const expected = { e164: "+447700900123", national: "07700 900123", isValid: false };
  expect(parsePhoneNumber("+44 7700 900123")).toEqual(expected);
  expect(parsePhoneNumber("07700 900123", "GB")).toEqual(expected);
  expect(parsePhoneNumber("+44 (0)7700 900-123")).toEqual(expected);
});

test("a number of the plan is valid", () => {
  expect(parsePhoneNumber("+33 6 12 34 56 78")).toEqual({
    e164: "+33612345678",
    national: "06 12 34 56 78",
    isValid: true,
  });
  expect(parsePhoneNumber("(11) 91234-5678", "BR")?.e164).toBe("+5511912345678");
});

test("what cannot be a number is none", () => {
  const impossible = [
    "",
    "abc",
    "+1234567890",
    "07700 900123",
    "+4477009001234567",
    "+44 7700 900123 ext 5",
    "+".repeat(500),
  ];
  expect(impossible.map((text) => parsePhoneNumber(text))).toEqual(impossible.map(() => null));
  expect(parsePhoneNumber("07700 900123", "ZZ")).toBeNull();
});

test("a number is shown in groups, anything else as it is", () => {
  expect(formatPhoneNumber("+447700900123")).toBe("+44 7700 900123");
  expect(formatPhoneNumber("front desk")).toBe("front desk");
});

test("O11: the forms under which a phone is found from the beginning", () => {
  expect(phoneSearchForms("+44 7700 900123")).toEqual(["447700900123", "7700900123", "07700900123"]);
  expect(phoneSearchForms("07700 900123", "GB")).toEqual(["07700900123", "447700900123", "7700900123"]);
  expect(phoneSearchForms("07700 900123")).toEqual(["07700900123", "7700900123"]);
  expect(phoneSearchForms("+44 (0)7700 900123")).toEqual([
    "4407700900123",
    "447700900123",
    "7700900123",
    "07700900123",
  ]);
  expect(phoneSearchForms("+1234567890")).toEqual(["1234567890", "234567890", "0234567890"]);
  expect(phoneSearchForms("no phone")).toEqual([]);
});

test("O11: +1234567890 is found by +1234567890 and by 1234 567 890", () => {
  expect(phoneMatches("+1234567890", "+1234567890")).toBe(true);
  expect(phoneMatches("1234 567 890", "+1234567890")).toBe(true);
});

test("O11: a phone is found from its beginning, with or without country code, leading zero or +", () => {
  for (const query of ["+44 7700", "447700", "0044 7700", "07700", "7700 900", "+44 (0)7700", "077", "+447700900123"]) {
    expect([query, phoneMatches(query, "+44 7700 900123")]).toEqual([query, true]);
  }
});

test("O11: a phone is found from its end by three digits or more, never by its middle", () => {
  expect(phoneMatches("123", "+44 7700 900123")).toBe(true);
  expect(phoneMatches("900123", "07700 900123", "GB")).toBe(true);
  expect(phoneMatches("23", "+44 7700 900123")).toBe(false);
  expect(phoneMatches("900", "+44 7700 900123")).toBe(false);
  expect(phoneMatches("456", "+44 7700 900457")).toBe(false);
});

test("a query with more than a number in it looks for no phone", () => {
  expect(["John", "john 456", "456@", "", "12", "٤٥٦"].map(phoneQueryOf)).toEqual([null, null, null, null, null, null]);
  expect(phoneQueryOf("(07700) 900-123")).toBe("07700900123");
});

test("OX6: 0770 finds a number by its national form", () => {
  expect(phoneMatches("0770", "+447700900123")).toBe(true);
});

test("every phone is found by all of its own digits, and none by a text without digits", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+]?[1-9][\d -]{5,14}$/), (phone) => {
      const digits = digitsOf(phone);
      expect(digits.length < 3 || phoneMatches(digits, phone)).toBe(true);
      expect(phoneMatches("+ - ()", phone)).toBe(false);
    }),
  );
});
