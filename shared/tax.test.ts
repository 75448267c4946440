import fc from "fast-check";
import { expect, test } from "vitest";
import { minorDigits } from "./money.ts";
import {
  addedTax,
  includedTax,
  percentOf,
  percentUnits,
  ratesOfPlace,
  taxedKinds,
  taxesOf,
  taxPartOf,
  taxesOfKind,
  type LineTax,
} from "./tax.ts";

const vat: LineTax = { name: "VAT", percent: "20", isIncluded: false };
const inside: LineTax = { ...vat, isIncluded: true };
const federal: LineTax = { name: "GST", percent: "5", isIncluded: false };
const provincial: LineTax = { name: "QST", percent: "9.975", isIncluded: false };

test("a percentage has at most four places and is at most a hundred", () => {
  expect(["0", "20", "9.975", "0.0001", "100", "100.0000"].map(percentUnits)).toEqual([
    0n,
    200_000n,
    99_750n,
    1n,
    1_000_000n,
    1_000_000n,
  ]);
  expect(["", "-1", "100.0001", "1.00001", "1,5", ".5", "1e1"].map(percentUnits)).toEqual(Array(7).fill(null));
  expect([0n, 1n, 200_000n, 205_000n, 99_750n].map(percentOf)).toEqual(["0", "0.0001", "20", "20.5", "9.975"]);
});

test("100.00 at 20 % is 20.00 beside it, or 16.67 in it; at 5 % and 9.975 % it is 5.00 and 9.98", () => {
  const line = (...taxes: LineTax[]) => [{ micros: 100_000_000n, taxes }];
  expect(taxesOf(line(vat), "GBP")).toEqual([{ ...vat, baseMicros: 100_000_000n, micros: 20_000_000n }]);
  expect(taxesOf(line(inside), "GBP")).toEqual([{ ...inside, baseMicros: 83_330_000n, micros: 16_670_000n }]);
  expect(taxesOf(line(federal, provincial), "CAD").map(({ micros }) => micros)).toEqual([5_000_000n, 9_980_000n]);
  expect(taxesOf(line(), "GBP")).toEqual([]);
});

test("a rate is rounded once an invoice and not once a line: three lines of 0.02 at 20 % are 0.01 of tax", () => {
  const lines = Array.from({ length: 3 }, () => ({ micros: 20_000n, taxes: [vat] }));
  expect(addedTax(taxesOf(lines, "GBP"))).toBe(10_000n);
});

test("of a country's rates those of all of it count, and those of the buyer's region; and each for the kinds that it is for", () => {
  const rates = [
    { ...federal, region: null, kinds: taxedKinds },
    { ...provincial, region: "QC", kinds: ["CALLS" as const] },
  ];
  expect(ratesOfPlace(rates, " qc").map(({ name }) => name)).toEqual(["GST", "QST"]);
  expect(ratesOfPlace(rates, "ON").map(({ name }) => name)).toEqual(["GST"]);
  expect(ratesOfPlace(rates, null).map(({ name }) => name)).toEqual(["GST"]);
  const own = { ...federal, percent: "3", region: "YT", kinds: taxedKinds };
  expect(ratesOfPlace([...rates, own], "yt").map(({ percent }) => percent)).toEqual(["3"]); // instead of the country's
  expect(ratesOfPlace([...rates, own], "ON").map(({ percent }) => percent)).toEqual(["5"]);
  expect(taxesOfKind(rates, "SETUP")).toEqual([federal]);
  expect(taxesOfKind(rates, "CALLS")).toEqual([federal, provincial]);
});

const rates = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom("A", "B", "C"),
      percent: fc.bigInt({ min: 0n, max: 1_000_000n }).map(percentOf),
      isIncluded: fc.boolean(),
    }),
    { selector: ({ name }) => name, maxLength: 3 },
  )
  .chain((all) => fc.array(fc.subarray(all), { minLength: 1, maxLength: 12 }));
const currencies = fc.constantFrom("GBP", "JPY", "KWD");
const coinsOf = fc.array(fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n }), { minLength: 12, maxLength: 12 });

test("each tax is within half a coin of what its lines come to exactly, is turned around with them, and no order changes it", () => {
  fc.assert(
    fc.property(rates, coinsOf, currencies, (taxed, coins, currency) => {
      const coin = 10n ** BigInt(6 - minorDigits(currency));
      const lines = taxed.map((taxes, index) => ({ taxes, micros: coins[index]! * coin }));
      const sums = taxesOf(lines, currency);
      for (const { name, percent, micros, isIncluded } of sums) {
        // What is exact, over one denominator of all lines.
        const unitsIn = (taxes: readonly LineTax[]) =>
          taxes.reduce((sum, tax) => (tax.isIncluded ? sum + percentUnits(tax.percent)! : sum), 1_000_000n);
        const bottom = lines.reduce((product, { taxes }) => product * unitsIn(taxes), 1n);
        const top = lines
          .filter(({ taxes }) => taxes.some((tax) => tax.name === name && tax.isIncluded === isIncluded))
          .reduce((sum, line) => sum + (line.micros * percentUnits(percent)! * bottom) / unitsIn(line.taxes), 0n);
        const apart = micros * bottom - top;
        expect((apart < 0n ? -apart : apart) * 2n <= coin * bottom).toBe(true);
        expect(micros % coin).toBe(0n);
      }
      const amounts = (of: typeof sums) =>
        new Map(of.map(({ name, micros, baseMicros }) => [name, [micros, baseMicros]]));
      expect(amounts(taxesOf(lines.toReversed(), currency))).toEqual(amounts(sums));
      const back = taxesOf(
        lines.map((line) => ({ ...line, micros: -line.micros })),
        currency,
      );
      expect(back.map(({ micros }) => -micros)).toEqual(sums.map(({ micros }) => micros));
      const added = sums.filter((sum) => !sum.isIncluded).reduce((sum, { micros }) => sum + micros, 0n);
      expect([addedTax(sums), addedTax(sums) + includedTax(sums)]).toEqual([
        added,
        sums.reduce((sum, { micros }) => sum + micros, 0n),
      ]);
    }),
  );
});

test("what falls on the lines comes to each tax, but for its rounding to coins and half a millionth a line", () => {
  const [line, inPrice] = [vat, inside].map((tax) => ({ micros: 100_000_000n, taxes: [tax] }));
  expect([taxPartOf(line!, vat), taxPartOf(inPrice!, inside)]).toEqual([20_000_000n, 16_666_667n]);
  fc.assert(
    fc.property(rates, coinsOf, currencies, (taxed, coins, currency) => {
      const coin = 10n ** BigInt(6 - minorDigits(currency));
      const lines = taxed.map((taxes, index) => ({ taxes, micros: coins[index]! * coin }));
      for (const sum of taxesOf(lines, currency)) {
        const mine = (tax: LineTax) => tax.name === sum.name;
        const parts = lines.filter(({ taxes }) => taxes.some(mine)).map((each) => taxPartOf(each, sum));
        const apart = sum.micros - parts.reduce((total, part) => total + part, 0n);
        expect((apart < 0n ? -apart : apart) * 2n <= coin + BigInt(parts.length)).toBe(true);
      }
    }),
  );
});

test("with one rate in the price, what is left and the tax are what was asked for, to the coin", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 1_000_000n }).map(percentOf), coinsOf, (percent, coins) => {
      const lines = coins.map((each) => ({ micros: each * 10_000n, taxes: [{ ...inside, percent }] }));
      const [sum] = taxesOf(lines, "GBP");
      expect(sum!.baseMicros + sum!.micros).toBe(lines.reduce((total, { micros }) => total + micros, 0n));
    }),
  );
});
