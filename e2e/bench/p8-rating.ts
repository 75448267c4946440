import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseCadence } from "@tierline/shared/cadence.ts";
import { priceCall, type CallTerms } from "@tierline/shared/call-price.ts";
import { longestPrefix, prefixTable } from "@tierline/shared/prefix-table.ts";
import { parseRate } from "@tierline/shared/rate.ts";
import { sellThrough, type SellingPlan } from "@tierline/shared/selling-rate.ts";
import type { BenchOptions } from "./bench.ts";
import { median } from "./measure.ts";

// Real data lies beside the checkout, or wherever TIERLINE_TEST_DATA says.
const dataFolder = process.env["TIERLINE_TEST_DATA"] ?? fileURLToPath(new URL("../../../shared/data", import.meta.url));
const deckFile = `${dataFolder}/rate-deck-az.csv`;
const tierCounts = [1, 3, 5, 10];
const cadence = parseCadence("60/60")!;

interface Deck {
  readonly name: string;
  readonly prefixes: readonly string[];
  readonly terms: readonly CallTerms[];
}

/** P8, in memory: longest prefix, then a price at every tier. A chain's rates are derived once a prefix and kept, as in the product. */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const calls = size ?? 200_000;
  const deck = readDeck();
  console.log(
    `P8 rating in memory: ${deck.name}, ${calls} calls a round (target: 100,000 calls/s; 5 tiers at most 1.4 × one)`,
  );
  const before = process.memoryUsage().arrayBuffers;
  const start = performance.now();
  const table = prefixTable(deck.prefixes);
  const built = performance.now() - start;
  const bytes = process.memoryUsage().arrayBuffers - before;
  console.log(
    `  table built in ${built.toFixed(0)} ms: ${table.values.length} nodes, ${((table.slots.byteLength + table.values.byteLength) / 1e6).toFixed(1)} MB kept, ${(bytes / 1e6).toFixed(1)} MB until the next collection`,
  );
  const numbers = numbersOf(deck.prefixes, calls, seed);
  const secondsOfLookUp = await rounded(rounds, () => {
    for (const { digits } of numbers) longestPrefix(table, digits);
  });
  console.log(`  longest prefix alone: ${rateOf(calls, secondsOfLookUp)}`);
  let one = Number.NaN;
  for (const tiers of tierCounts) {
    const plans = Array.from({ length: tiers }, (_, tier) => planOf(tier));
    const kept = new Map<number, readonly CallTerms[]>();
    const seconds = await rounded(rounds, () => {
      for (const { digits, duration } of numbers) {
        const place = longestPrefix(table, digits);
        if (place < 0) continue;
        let chain = kept.get(place);
        if (chain === undefined) {
          const carrier = deck.terms[place]!; // as many as prefixes
          chain = [carrier, ...sellThrough(carrier, plans, { digits, country: null }).map((step) => step.terms)];
          kept.set(place, chain);
        }
        for (const terms of chain) priceCall(duration, terms);
      }
    });
    if (tiers === 1) one = seconds;
    console.log(`  cost and ${tiers} tiers: ${rateOf(calls, seconds)}, ${(seconds / one).toFixed(2)} × one tier`);
  }
}

function planOf(tier: number): SellingPlan {
  return {
    markup: { fixed: BigInt(tier) * 10n ** 8n, percent: 50_000n + BigInt(tier) },
    cadence,
    exchangeRate: null,
    overrides: [],
  };
}

/** The median of the rounds, in seconds, after one that does not count. */
async function rounded(rounds: number, work: () => void): Promise<number> {
  work();
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    work();
    seconds.push((performance.now() - start) / 1_000);
  }
  return median(seconds);
}

function rateOf(calls: number, seconds: number): string {
  return `${Math.round(calls / seconds).toLocaleString("en")} calls/s`;
}

/** The real deck where it lies, else one of as many made-up prefixes. */
function readDeck(): Deck {
  if (existsSync(deckFile)) {
    const lines = readFileSync(deckFile, "utf8").trim().split("\n").slice(1);
    const cells = lines.map((line) => line.split(","));
    return {
      name: `the real deck of ${cells.length} prefixes`,
      prefixes: cells.map(([prefix = ""]) => prefix),
      terms: cells.map((line) => termsOf(line.at(-2) ?? "0")),
    };
  }
  const prefixes = Array.from({ length: 36_205 }, (_, index) => String(10_000 + index * 3));
  return { name: "36,205 made-up prefixes", prefixes, terms: prefixes.map(() => termsOf("0.0215")) };
}

function termsOf(rate: string): CallTerms {
  const six = parseCadence("6/6")!;
  return { ratePerMinute: parseRate(rate)!, connectFee: 0n, includedSeconds: 0, cadence: six };
}

/** Numbers that begin with prefixes of the deck, by a generator that one seed repeats. */
function numbersOf(prefixes: readonly string[], count: number, seed: number): { digits: string; duration: number }[] {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  return Array.from({ length: count }, () => ({
    digits: `${prefixes[next() % prefixes.length]}${String(next() % 10_000_000).padStart(7, "0")}`,
    duration: 1 + (next() % 600),
  }));
}
