import { findCustomers, listCustomers } from "../../server/customers/list-customers.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, median, randomOf, tellRatio, us, type Sample } from "./measure.ts";
import { page, plantStock } from "./p4-picker.ts";
import { plantCustomers, type Seller } from "./plant-customers.ts";
import { plantSeller } from "./plant-sellers.ts";

const { acme } = resellersOfTests;
const callsPerRound = 60;
const deepest = 10;

type LookUp = readonly [name: string, call: () => Promise<unknown>];

/** P13: how look-ups grow with the rows (slope on logarithmic scales, 0 = not at all) and with the depth of the tier. */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const largest = size ?? 20_000;
  const smallest = Math.max(1_000, Math.floor(largest / 100));
  console.log(`P13 growth: ${smallest} → ${largest} customers and items (target: slope at most 0.15)`);
  const [small, large] = [await grow(smallest, rounds, seed), await grow(largest, rounds, seed)];
  for (const [name, before] of small) {
    const after = large.get(name) ?? [];
    const slope = (pick: (sample: Sample) => number): string =>
      (Math.log(median(after.map(pick)) / median(before.map(pick))) / Math.log(largest / smallest)).toFixed(3);
    const times = [before, after].map((list) => us(median(list.map(({ wallUs }) => wallUs)))).join(" → ");
    console.log(
      `  ${name.padEnd(24)} slope ${slope(({ wallUs }) => wallUs)} by wall, ${slope(({ cpuUs }) => cpuUs)} by CPU; ${times}`,
    );
  }
  await tellDepth(rounds, seed, Math.min(largest, 2_000));
}

async function grow(count: number, rounds: number, seed: number): Promise<Map<string, Sample[]>> {
  const ground = await openGround();
  const names = await plantCustomers(ground, count, seed);
  const template = await plantStock(ground, count, seed);
  const context = ground.at(acme.path);
  const random = randomOf(seed + 1);
  const someName = () => names[Math.floor(random() * names.length)]?.last ?? "";
  const lookUps: LookUp[] = [
    ["search by name", () => findCustomers(context, someName(), 10)],
    ["search by 3 letters", () => findCustomers(context, someName().slice(0, 3), 10)],
    ["list of customers", () => listCustomers(context, { first: 25 })],
    ["picker, first page", () => page(context, template, null)],
  ];
  const samples = await sample(ground, lookUps, rounds);
  await ground.close();
  return samples;
}

function sample(ground: Ground, lookUps: readonly LookUp[], rounds: number): Promise<Map<string, Sample[]>> {
  return alternate(
    ground,
    lookUps.map(([name, call]) => ({
      name,
      async round() {
        for (let count = 0; count < callsPerRound; count += 1) await call();
        return callsPerRound;
      },
    })),
    rounds,
  );
}

/** The same customers once with a reseller of the second tier, once ten tiers down. */
async function tellDepth(rounds: number, seed: number, count: number): Promise<void> {
  const ground = await openGround();
  const chain: Seller[] = [resellersOfTests.tierline];
  while (chain.length < deepest) chain.push(await plantSeller(ground, chain.at(-1)!, 898 + chain.length));
  const [deep, high] = [chain.at(-1)!, await plantSeller(ground, resellersOfTests.tierline, 990)];
  await plantCustomers(ground, count, seed, [deep]);
  await plantCustomers(ground, count, seed, [high]);
  const [shallow, bottom] = [ground.at(high.path, high.id), ground.at(deep.path, deep.id)];
  await betweenFloors(ground, async () => {
    const samples = await sample(
      ground,
      [
        ["second tier, search", () => findCustomers(shallow, "smi", 10)],
        ["tenth tier, search", () => findCustomers(bottom, "smi", 10)],
        ["second tier, list", () => listCustomers(shallow, { first: 25 })],
        ["tenth tier, list", () => listCustomers(bottom, { first: 25 })],
      ],
      rounds,
    );
    const how = "tenth tier / second tier (target at most 1.15)";
    tellRatio(samples, `search, ${how}`, ["second tier, search", "tenth tier, search"]);
    tellRatio(samples, `list, ${how}`, ["second tier, list", "tenth tier, list"]);
  });
  await ground.close();
}
