import fc from "fast-check";
import { expect, test } from "vitest";
import { toMinor, totalsOf } from "./invoice.ts";

test("U10: what calls come to is rounded once, half away from zero, and the difference is what is posted", () => {
  expect(toMinor(3_004_999n, "GBP")).toBe(3_000_000n);
  expect(toMinor(3_005_000n, "GBP")).toBe(3_010_000n);
  expect(toMinor(-3_005_000n, "GBP")).toBe(-3_010_000n);
  expect([toMinor(1_500_000n, "JPY"), toMinor(1_234_500n, "KWD")]).toEqual([2_000_000n, 1_235_000n]);
  const totals = totalsOf(0n, 0n, [3_005_000n, 49_900_000n], "GBP");
  expect([totals.chargedMicros, totals.roundingMicros, totals.newMicros]).toEqual([52_910_000n, 5_000n, -52_910_000n]);
});

test("BX6, U29: 49.90 and 3.00 of calls are 52.90, and what was there with what came less that is there now", () => {
  const { chargedMicros, newMicros } = totalsOf(-10_000_000n, 10_000_000n, [49_900_000n, 3_000_000n], "GBP");
  expect([chargedMicros, newMicros]).toEqual([52_900_000n, -52_900_000n]);
});

test("the balance after an invoice is the one before with every exact amount and the rounding that is posted", () => {
  const micros = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  fc.assert(
    fc.property(
      micros,
      micros,
      fc.array(micros, { maxLength: 20 }),
      fc.constantFrom("GBP", "JPY", "KWD"),
      (before, paid, lines, currency) => {
        const totals = totalsOf(before, paid, lines, currency);
        const exact = lines.reduce((sum, line) => sum + line, 0n);
        expect(totals.newMicros).toBe(before + paid - exact - totals.roundingMicros);
        expect(toMinor(totals.chargedMicros, currency)).toBe(totals.chargedMicros);
      },
    ),
  );
});
