import { expect, test } from "vitest";
import { formatIdentifier, maskIdentifier, normalizeIdentifier } from "./identifier.ts";

test("a SIM is stored by its digits and shown in fours or masked", () => {
  expect(normalizeIdentifier("ICCID", "8944 2000 1234 5678 0001")).toEqual({ ok: true, value: "89442000123456780001" });
  expect(normalizeIdentifier("ICCID", "8944200012345678904", { checksLuhn: true }).ok).toBe(false);
  expect(formatIdentifier("ICCID", "89442000123456780001")).toBe("8944 2000 1234 5678 0001");
  expect(maskIdentifier("ICCID", "89442000123456780001")).toBe("8944…0001");
});

test("a number is stored as E.164; one that the plan does not know carries a warning", () => {
  expect(normalizeIdentifier("PHONE_NUMBER", "07700 900123", { country: "GB" })).toEqual({
    ok: true,
    value: "+447700900123",
    warning: { key: "identifier.unknownNumber" },
  });
  expect(normalizeIdentifier("PHONE_NUMBER", "+33 6 12 34 56 78")).toEqual({ ok: true, value: "+33612345678" });
  expect(normalizeIdentifier("PHONE_NUMBER", "+1234567890").ok).toBe(false);
  expect(maskIdentifier("PHONE_NUMBER", "+447700900123")).toBe("+44 7700 900123");
});

test("a serial number is stored in capitals", () => {
  expect(normalizeIdentifier("SERIAL", " cpe-000001 ")).toEqual({ ok: true, value: "CPE-000001" });
  for (const text of ["", "x", "-1", "a b", "x".repeat(65)]) expect(normalizeIdentifier("SERIAL", text).ok).toBe(false);
  expect(maskIdentifier("SERIAL", "CPE-000001")).toBe("CPE-000001");
});

test("a MAC address is stored with colons, however it was written", () => {
  for (const text of ["02:00:5e:10:00:01", "02-00-5E-10-00-01", "0200.5e10.0001", "02005E100001"]) {
    expect(normalizeIdentifier("MAC", text)).toEqual({ ok: true, value: "02:00:5E:10:00:01" });
  }
  expect(normalizeIdentifier("MAC", "02:00:5e:10:00").ok).toBe(false);
  expect(formatIdentifier("MAC", "02:00:5E:10:00:01")).toBe("02:00:5E:10:00:01");
});
