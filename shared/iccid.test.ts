import fc from "fast-check";
import { expect, test } from "vitest";
import { groupIccid, hasValidLuhn, maskIccid, parseIccid } from "./iccid.ts";

const lenient = { checksLuhn: false };
const strict = { checksLuhn: true };

test("an ICCID is read with spaces, dashes and a scanner's filler", () => {
  const value = "89442000123456780001";
  for (const text of [value, "8944 2000 1234 5678 0001", "8944-2000-1234-5678-0001", ` ${value}\n`]) {
    expect(parseIccid(text, lenient)).toEqual({ ok: true, value });
  }
  expect(parseIccid("8944200012345678001F", lenient)).toEqual({ ok: true, value: "8944200012345678001" });
});

test("what is not 18 to 20 digits from 89 on is no ICCID", () => {
  for (const text of [
    "",
    "89",
    "12442000123456780001",
    "894420001234567800012",
    "8944200012345678000x",
    "89442000123456780",
  ]) {
    expect(parseIccid(text, lenient).ok).toBe(false);
  }
});

test("the check digit is looked at where the template asks for it", () => {
  expect(parseIccid("8944200012345678904", strict).ok).toBe(false);
  expect(parseIccid("8944200012345678904", lenient).ok).toBe(true);
  expect(parseIccid("8944200012345678902", strict)).toEqual({ ok: true, value: "8944200012345678902" });
});

test("a card without a check digit passes with a warning", () => {
  const parsed = parseIccid("894420001234567890", strict);
  expect(parsed).toEqual({ ok: true, value: "894420001234567890", warning: { key: "identifier.noCheckDigit" } });
});

test("O48: the middle is masked in lists", () => {
  expect(maskIccid("8944200012345678 0001")).toBe("8944…0001");
  expect(maskIccid("89440001")).toBe("89440001");
});

test("a whole ICCID is shown in fours", () => {
  expect(groupIccid("89442000123456780001")).toBe("8944 2000 1234 5678 0001");
  expect(groupIccid("8944200012345678001")).toBe("8944 2000 1234 5678 001");
});

test("the check digit notices every single wrong digit", () => {
  expect(hasValidLuhn("79927398713")).toBe(true);
  expect(hasValidLuhn("")).toBe(false);
  const position = fc.nat(10);
  fc.assert(
    fc.property(position, fc.integer({ min: 1, max: 9 }), (at, shift) => {
      const digits = [..."79927398713"];
      digits[at] = String((Number(digits[at]) + shift) % 10);
      return !hasValidLuhn(digits.join(""));
    }),
  );
});
