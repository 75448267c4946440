import { newId } from "@tierline/shared/id.ts";
import pg from "pg";
import { fold } from "../../server/customers/fold.ts";
import { insertCustomers } from "../../server/customers/insert-customers.ts";
import { findCustomers } from "../../server/customers/list-customers.ts";
import type { Context } from "../../server/kernel/context.ts";
import { rootPath, tierVariables } from "../../server/kernel/viewer.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, quantile, randomOf, tell, tellRatio, us } from "./measure.ts";

const { acme, nord } = resellersOfTests;
const limit = 10;
const queriesPerRound = 120;

/** P5: the customer search as one types, one to eight characters of names and phone numbers, at three tiers. */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const customers = size ?? 20_000;
  console.log(
    `P5 search: ${customers} customers, prefixes of 1–8 characters, the best ${limit} (target: p99 5 ms at 1 M)`,
  );
  const ground = await openGround();
  const random = randomOf(seed);
  const names = await plantCustomers(ground, customers, random);
  const prefixes = Array.from({ length: queriesPerRound }, (_, at) => prefixOf(names, random, 1 + (at % 8)));
  const sql = await bestSql(ground);
  const tiers = { root: rootPath, middle: nord.path, leaf: acme.path };
  await betweenFloors(ground, async () => {
    for (const [tier, path] of Object.entries(tiers)) await tellTimes(ground.at(path), tier, prefixes, rounds);
    const leaf = ground.at(acme.path);
    const ours = { name: "Tierline", round: () => all(prefixes, (text) => findCustomers(leaf, text, limit)) };
    const best = { name: "range of the token index, plain SQL", round: () => all(prefixes, sql.find) };
    const samples = await alternate(ground, [ours, best], rounds);
    tell(samples, "search");
    tellRatio(samples, "plain SQL / ours", [ours.name, best.name]);
  });
  await sql.close();
  await ground.close();
}

async function all(prefixes: readonly string[], search: (text: string) => Promise<unknown>): Promise<number> {
  for (const text of prefixes) await search(text);
  return prefixes.length;
}

async function tellTimes(context: Context, tier: string, prefixes: readonly string[], rounds: number): Promise<void> {
  const times: number[] = [];
  for (let round = -1; round < rounds; round += 1) {
    for (const text of prefixes) {
      const startMs = performance.now();
      const found = await findCustomers(context, text, limit);
      if (round >= 0) times.push((performance.now() - startMs) * 1_000);
      if (found.length === 0) throw new Error(`Nothing begins with ${text}.`);
    }
  }
  const shown = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${us(quantile(times, share))}`).join(", ");
  console.log(`  ${tier.padEnd(8)} ${shown} (${times.length} searches)`);
}

/** A word or a phone number that exists, cut short. */
function prefixOf(names: readonly string[], random: () => number, length: number): string {
  const [first = "", last = "", phone = ""] = (names[Math.floor(random() * names.length)] ?? "").split(" ");
  const chosen = [first, last, phone][Math.floor(random() * 3)] ?? first;
  return chosen === phone ? chosen.slice(0, Math.max(4, length)) : chosen.slice(0, length);
}

const syllables =
  "an be cor da el fi gra ha ir jo ka lu mo ne os pa qui ro sa ti ur ve wo xi ya zo smi th son ber".split(" ");

/** Names of syllables, common ones more often; each with a mobile number. Answers "first last phone". */
export async function plantCustomers(
  ground: Ground,
  count: number,
  random: () => number,
  { path, id, firstNumber = 1 }: { path: string; id: string; firstNumber?: number } = acme,
): Promise<string[]> {
  const word = (length: number): string =>
    Array.from({ length }, () => syllables[Math.floor(random() ** 2 * syllables.length)]).join("");
  const { em } = ground.at(rootPath);
  const createdAt = new Date();
  const planted: string[] = [];
  for (let from = 0; from < count; from += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - from) }, (_, index) => {
      const number = firstNumber + from + index;
      const [first, last, phone] = [word(2), word(3), `+447${String(100_000_000 + number)}`];
      planted.push(`${first} ${last} ${phone}`);
      return {
        id: newId(),
        resellerId: id,
        resellerPath: path,
        number,
        kind: "INDIVIDUAL" as const,
        name: `${first} ${last}`,
        email: `${first}.${last}.${number}@example.test`,
        phone,
        homeCountry: "GB",
        language: "en",
        createdAt,
        createdVia: "API" as const,
      };
    });
    await insertCustomers(em, rows);
  }
  await ground.rows("vacuum analyze customer");
  await ground.rows("vacuum analyze customer_token");
  return planted;
}

/** The least a search by one token can do: one range of the index, under the same row security. */
async function bestSql(ground: Ground) {
  const client = new pg.Client({ connectionString: ground.url });
  await client.connect();
  for (const [name, value] of Object.entries(tierVariables(acme.path))) {
    await client.query("select set_config($1, $2, false)", [name, value]);
  }
  const scope = Number(acme.number);
  const text = `select c.* from (select distinct on (token, customer_id) token, customer_id from customer_token
      where scope = $1 and token >= $2 and token < $3 order by token, customer_id limit ${limit}) t
    join customer c on c.id = t.customer_id order by t.token, c.id`;
  return {
    async find(prefix: string): Promise<unknown[]> {
      const from = fold(prefix);
      return (await client.query({ name: "best", text, values: [scope, from, `${from}\u{10FFFF}`] })).rows;
    },
    close: () => client.end(),
  };
}
