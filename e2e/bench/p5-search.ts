import pg from "pg";
import { fold } from "../../server/customers/fold.ts";
import { findCustomers } from "../../server/customers/list-customers.ts";
import { tierVariables } from "../../server/kernel/viewer.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, quantile, randomOf, tell, tellRatio, us } from "./measure.ts";
import { plantCustomers, type Planted } from "./plant-customers.ts";
import { plantSellers } from "./plant-sellers.ts";

const { acme, nord, tierline } = resellersOfTests;
const limit = 10;
const queriesPerRound = 240;

/** P5: the customer search as one types, one to eight characters of names and phone numbers, in tiers of every width. */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const customers = size ?? 20_000;
  const ground = await openGround();
  const { sellers, wide } = await plantSellers(ground);
  console.log(
    `P5 search: ${customers} customers of ${sellers.length} resellers, 1–8 characters, the best ${limit} (target: p99 5 ms at 1 M)`,
  );
  const planted = await plantCustomers(ground, customers, seed, sellers);
  await tellSizes(ground, customers);
  const random = randomOf(seed);
  const typed = Array.from({ length: queriesPerRound }, (_, at) => beginningOf(planted, random, 1 + (at % 8)));
  const sql = await bestSql(ground);
  const tiers = { root: tierline, "middle of 451 resellers": wide, "middle of 53": nord, leaf: acme };
  await betweenFloors(ground, async () => {
    for (const [tier, { path }] of Object.entries(tiers)) await tellTimes(ground, `${tier}`, path, typed, rounds);
    const ours = {
      name: "Tierline",
      round: () => all(typed, (text) => findCustomers(ground.at(acme.path), text, limit)),
    };
    const best = { name: "one range of the index, plain SQL", round: () => all(typed, sql.find) };
    const samples = await alternate(ground, [ours, best], rounds);
    tell(samples, "search");
    tellRatio(samples, "plain SQL / ours, leaf", [ours.name, best.name]);
  });
  await sql.close();
  await ground.close();
}

async function all(typed: readonly string[], search: (text: string) => Promise<unknown>): Promise<number> {
  for (const text of typed) await search(text);
  return typed.length;
}

async function tellSizes(ground: Ground, customers: number): Promise<void> {
  const [size] = await ground.rows<{ heap: number; indexes: number }>(
    `select pg_table_size('customer_token')::float8 as heap, pg_indexes_size('customer_token')::float8 as indexes`,
  );
  const { heap = 0, indexes = 0 } = size ?? {};
  const each = ((heap + indexes) / customers).toFixed(0);
  console.log(
    `  tokens: table ${(heap / 1e6).toFixed(0)} MB, indexes ${(indexes / 1e6).toFixed(0)} MB; ${each} B a customer`,
  );
}

async function tellTimes(
  ground: Ground,
  tier: string,
  path: string,
  typed: readonly string[],
  rounds: number,
): Promise<void> {
  const times: number[] = [];
  let cpuUs = 0;
  let found = 0;
  for (let round = -1; round < rounds; round += 1) {
    const startCpuUs = ground.cpuUs();
    for (const text of typed) {
      const context = ground.at(path);
      const startMs = performance.now();
      const rows = await findCustomers(context, text, limit);
      if (round < 0) continue;
      times.push((performance.now() - startMs) * 1_000);
      found += rows.length;
    }
    if (round >= 0) cpuUs += ground.cpuUs() - startCpuUs;
  }
  if (found === 0) throw new Error(`Nobody was found in the tier ${tier}.`);
  const shown = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${us(quantile(times, share))}`).join(", ");
  console.log(`  ${tier.padEnd(24)} ${shown} wall; ${us(cpuUs / times.length)} CPU (${times.length} searches)`);
}

/** A word, or a phone from its beginning (with or without country code) or its end, cut short. */
function beginningOf(planted: readonly Planted[], random: () => number, length: number): string {
  const { first, last, phone } = planted[Math.floor(random() * planted.length)]!; // there are always some
  const digits = Math.max(3, length);
  const ways = [first, last, first, last].map((word) => word.slice(0, length));
  ways.push(phone.slice(0, digits + 1), phone.slice(3, 3 + digits), phone.slice(-digits));
  return ways[Math.floor(random() * ways.length)]!;
}

/** The least that a search by one token can do: one range of the index, under the same row security. */
async function bestSql(ground: Ground) {
  const client = new pg.Client({ connectionString: ground.url });
  await client.connect();
  for (const [name, value] of Object.entries(tierVariables(acme.path))) {
    await client.query("select set_config($1, $2, false)", [name, value]);
  }
  const text = `select c.* from (select token, path, number from customer_token
      where path = $1 and token >= $2 and token < $3 order by token, number limit ${limit}) t
    cross join lateral (select * from customer where path = t.path || 'c' || t.number || '.' offset 0) c
    order by t.token, t.number`;
  return {
    async find(typed: string): Promise<unknown[]> {
      const from = /^\+?\d/.test(typed) ? `p:${typed.replace("+", "")}` : `n:${fold(typed)}`;
      return (await client.query({ name: "best", text, values: [acme.path, from, `${from}\u{10FFFF}`] })).rows;
    },
    close: () => client.end(),
  };
}
