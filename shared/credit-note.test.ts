import fc from "fast-check";
import { expect, test } from "vitest";
import { creditableMicros, creditOf, type CreditableLine } from "./credit-note.ts";
import { toMinor } from "./invoice.ts";
import { minorDigits } from "./money.ts";
import { percentOf, taxesOf, type LineTax, type TaxSum } from "./tax.ts";

const vat: LineTax = { name: "VAT", percent: "20", isIncluded: false };

function lineOf(position: number, exactMicros: bigint, taxes: readonly LineTax[], currency = "GBP"): CreditableLine {
  const amountMicros = toMinor(exactMicros, currency);
  return { position, kind: "CHARGE", amountMicros, exactMicros, creditedMicros: 0n, takenMicros: 0n, taxes };
}

test("of 100.00 with 20.00 of tax a quarter is 25.00 with 5.00, and what was rounded goes back with the last coin", () => {
  const line = lineOf(1, 100_004_000n, [vat]);
  const quarter = creditOf([line], [{ position: 1, micros: 25_000_000n }], "GBP");
  expect(quarter).toEqual({
    lines: [{ position: 1, micros: 25_000_000n, exactMicros: 25_000_000n }],
    netMicros: 25_000_000n,
    taxes: [{ ...vat, baseMicros: 25_000_000n, micros: 5_000_000n }],
    totalMicros: 30_000_000n,
  });
  const rest = { ...line, creditedMicros: 25_000_000n };
  expect(creditOf([rest], [{ position: 1, micros: 75_000_000n }], "GBP").lines).toEqual([
    { position: 1, micros: 75_000_000n, exactMicros: 75_004_000n },
  ]);
});

test("three notes of 0.02 at 20 % give back 0.01 of tax together, as the invoice of the three asked for", () => {
  const lines = [1, 2, 3].map((position) => lineOf(position, 20_000n, [vat]));
  const taxes = [1, 2, 3].map((position) => {
    const before = lines.map((line) => (line.position < position ? { ...line, creditedMicros: 20_000n } : line));
    return creditOf(before, [{ position, micros: 20_000n }], "GBP").totalMicros - 20_000n;
  });
  expect(taxes).toEqual([0n, 10_000n, 0n]);
});

test("of what can be given back, calls are none, nor what gives something back, nor what went back in other ways", () => {
  const line = lineOf(1, 10_000_000n, [vat]);
  expect(creditableMicros({ ...line, creditedMicros: 4_000_000n }, "GBP")).toBe(6_000_000n);
  expect(creditableMicros({ ...line, takenMicros: 9_995_001n }, "GBP")).toBe(0n);
  expect(creditableMicros({ ...line, takenMicros: 9_990_000n }, "GBP")).toBe(10_000n);
  expect(creditableMicros({ ...line, kind: "USAGE" }, "GBP")).toBe(0n);
  expect(creditableMicros({ ...line, kind: "TAKEN_BACK", amountMicros: -10_000_000n }, "GBP")).toBe(0n);
});

const currencies = fc.constantFrom("GBP", "JPY", "KWD");
const rates = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom("A", "B", "C"),
      percent: fc.bigInt({ min: 0n, max: 1_000_000n }).map(percentOf),
      isIncluded: fc.boolean(),
    }),
    { selector: ({ name }) => name, maxLength: 3 },
  )
  .chain((all) => fc.array(fc.subarray(all), { minLength: 1, maxLength: 6 }));
const exacts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 6, maxLength: 6 });
/** Which line, and which part of what is left of it, in sixteenths; several a note. */
const asks = fc.array(fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 16 })), { minLength: 1, maxLength: 4 }), {
  maxLength: 8,
});

function keyed(taxes: readonly TaxSum[]): Map<string, readonly [bigint, bigint]> {
  return new Map(
    taxes.map(({ name, percent, isIncluded, baseMicros, micros }) => [
      JSON.stringify([name, percent, isIncluded]),
      [baseMicros, micros] as const,
    ]),
  );
}

test("however an invoice is given back in notes, they come to exactly its lines, what was charged for them and its tax, each rate for itself", () => {
  fc.assert(
    fc.property(rates, exacts, asks, currencies, (taxed, micros, notes, currency) => {
      const coin = 10n ** BigInt(6 - minorDigits(currency));
      const lines = taxed.map((taxes, index) => lineOf(index + 1, micros[index]!, taxes, currency));
      const credited = new Map(lines.map(({ position }) => [position, 0n]));
      const now = () => lines.map((line) => ({ ...line, creditedMicros: credited.get(line.position)! }));
      const total = { net: 0n, exact: 0n, all: 0n, taxes: new Map<string, readonly [bigint, bigint]>() };
      const credit = (asked: ReadonlyMap<number, bigint>) => {
        if (asked.size === 0) return;
        const each = creditOf(
          now(),
          [...asked].map(([position, part]) => ({ position, micros: part })),
          currency,
        );
        for (const line of each.lines) {
          expect(line.exactMicros > 0n).toBe(true);
          credited.set(line.position, credited.get(line.position)! + line.micros);
          total.exact += line.exactMicros;
        }
        for (const [key, [base, tax]] of keyed(each.taxes)) {
          expect(tax >= 0n && tax % coin === 0n).toBe(true);
          const [soFarBase, soFarTax] = total.taxes.get(key) ?? [0n, 0n];
          total.taxes.set(key, [soFarBase + base, soFarTax + tax]);
        }
        total.net += each.netMicros;
        total.all += each.totalMicros;
      };
      for (const note of notes) {
        const asked = new Map<number, bigint>();
        for (const [which, sixteenths] of note) {
          const line = now()[which % lines.length]!;
          const part = ((creditableMicros(line, currency) / coin) * BigInt(sixteenths)) / 16n;
          if (part > 0n) asked.set(line.position, part * coin);
        }
        credit(asked);
      }
      credit(
        new Map(
          now().flatMap((line) => {
            const rest = creditableMicros(line, currency);
            return rest > 0n ? [[line.position, rest] as const] : [];
          }),
        ),
      );
      const asked = lines.filter(({ amountMicros }) => amountMicros > 0n);
      const invoiced = taxesOf(
        lines.map(({ amountMicros, taxes }) => ({ micros: amountMicros, taxes })),
        currency,
      );
      const added = invoiced.reduce((sum, tax) => (tax.isIncluded ? sum : sum + tax.micros), 0n);
      expect(total.net).toBe(lines.reduce((sum, { amountMicros }) => sum + amountMicros, 0n));
      expect(total.exact).toBe(asked.reduce((sum, { exactMicros }) => sum + exactMicros, 0n));
      expect(total.all).toBe(total.net + added);
      for (const [key, sums] of keyed(invoiced)) expect(total.taxes.get(key) ?? [0n, 0n]).toEqual(sums);
    }),
  );
});
