import pg from "pg";
import type { Ground } from "./ground.ts";

/** One way of doing the same; `round` does it and answers how often. What must not count is done in `prepare`. */
export interface Contestant {
  readonly name: string;
  prepare?(): Promise<void>;
  round(): Promise<number>;
  settle?(): Promise<void>;
}

export interface Sample {
  readonly wallUs: number;
  readonly cpuUs: number;
}

/** Wall and processor time of one operation, per contestant and round. The order turns round each time: A-B-B-A… */
export async function alternate(
  ground: Ground,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Map<string, Sample[]>> {
  const samples = new Map(contestants.map(({ name }) => [name, [] as Sample[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const contestant of round % 2 === 0 ? contestants : contestants.toReversed()) {
      await contestant.prepare?.();
      const [startMs, startCpuUs] = [performance.now(), ground.cpuUs()];
      const operations = await contestant.round();
      const [wallUs, cpuUs] = [(performance.now() - startMs) * 1_000, ground.cpuUs() - startCpuUs];
      await contestant.settle?.();
      if (round >= 0) samples.get(contestant.name)?.push({ wallUs: wallUs / operations, cpuUs: cpuUs / operations });
    }
  }
  return samples;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** A line for each contestant, then the ratios: how many times `base` needs what `of` needs, round by round. */
export function tell(samples: ReadonlyMap<string, readonly Sample[]>, unit: string): void {
  for (const [name, list] of samples) {
    const wallUs = median(list.map((sample) => sample.wallUs));
    const cpuUs = median(list.map((sample) => sample.cpuUs));
    const rate = (1e6 / wallUs).toFixed(0);
    console.log(`  ${name.padEnd(34)} ${us(wallUs)} wall, ${us(cpuUs)} CPU a ${unit}; ${rate}/s`);
  }
}

export function tellRatio(
  samples: ReadonlyMap<string, readonly Sample[]>,
  what: string,
  [of, base]: readonly [string, string],
): void {
  const ours = samples.get(of) ?? [];
  const theirs = samples.get(base) ?? [];
  const spread = (pick: (sample: Sample) => number): string => {
    const ratios = ours.map((sample, round) => pick(theirs[round]!) / pick(sample)).filter(Number.isFinite);
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  };
  console.log(`  ${what}: ${spread(({ wallUs }) => wallUs)} by wall, ${spread(({ cpuUs }) => cpuUs)} by CPU`);
}

export function us(value: number): string {
  return value >= 1_000 ? `${(value / 1_000).toFixed(2)} ms` : `${value.toFixed(0)} µs`;
}

const floorCommits = 200;
const driftMax = 0.25;

/** Commits of one row a second on one connection: what the machine gives just now. */
async function floor({ adminUrl }: Ground): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query("create table if not exists bench_floor (at timestamptz)");
  const startMs = performance.now();
  for (let count = 0; count < floorCommits; count += 1) await client.query("insert into bench_floor values (now())");
  const ms = performance.now() - startMs;
  await client.end();
  return (floorCommits / ms) * 1_000;
}

/** The machine's own speed before and after: when it moved by more than a quarter, wall times say little. */
export async function betweenFloors(ground: Ground, work: () => Promise<void>): Promise<void> {
  const before = await floor(ground);
  await work();
  const after = await floor(ground);
  const drift = Math.abs(after / before - 1);
  const verdict = drift > driftMax ? "; VOID by wall time: the machine was not calm" : "";
  console.log(
    `  floor: ${before.toFixed(0)} commits/s before, ${after.toFixed(0)} after (${(drift * 100).toFixed(0)} %)${verdict}`,
  );
}

/** mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
