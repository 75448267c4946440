import { newId } from "@tierline/shared/id.ts";
import { inTier, transaction } from "../../server/kernel/context.ts";
import { rootPath } from "../../server/kernel/viewer.ts";
import type { EndedCall } from "../../server/rating/ended-call.ts";
import { callsPerSettlement, settleCalls } from "../../server/rating/settle-calls.ts";
import { plantDeck, plantPlan, type DeckLine } from "../../server/testkit/tariffs-of-tests.ts";
import { resellersOfTests, type TestReseller } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { alternate, betweenFloors, randomOf, tell, tellRatio, type Contestant } from "./measure.ts";
import { plantCustomers } from "./plant-customers.ts";

const kept = ["call", "call_leg", "ledger_transaction", "posting"];
const prefixes = 2_000;
const sellers: readonly TestReseller[] = ["tierline", "nord", "acme", "acmeNorth"];

interface Customer {
  readonly id: string;
  readonly path: string;
}

/**
 * P8, end to end: calls that are over are kept, priced at every tier and posted, a batch in one transaction, with the switch's keys
 * looked up first. The floor writes the same finished rows into tables with the same indexes and nothing else.
 */
export async function bench({ size, rounds, seed }: BenchOptions): Promise<void> {
  const customers = size ?? 2_000;
  console.log(
    `P8 end to end: ${customers} customers each, batches of ${callsPerSettlement} calls, ${prefixes} prefixes`,
  );
  const ground = await openGround();
  await plantRates(ground);
  const at = (key: TestReseller) => resellersOfTests[key];
  await plantCustomers(ground, customers, seed, [at("tierline"), at("acmeNorth")]);
  const random = randomOf(seed);
  // Everybody in the tests' tree buys by the deck at its top, so the path says through how many tiers.
  const of = (path: string) =>
    ground.rows<Customer>("select id, path from customer where path like $1 || 'c%' order by number", [path]);
  const [near, far] = [await of(at("tierline").path), await of(at("acmeNorth").path)];
  const context = inTier(ground.at(rootPath), rootPath);
  const last: string[] = [];
  const settled = (name: string, among: readonly Customer[]): Contestant => ({
    name,
    async round() {
      const calls = Array.from({ length: callsPerSettlement }, () => callOf(among, random));
      const own = { ...context, em: context.em.fork() };
      const outcomes = await transaction(own, (tx) => settleCalls(tx, calls));
      if (outcomes.some(({ outcome, problem }) => outcome !== "RECORDED" || problem !== null)) {
        throw new Error(`Not all of it was settled: ${JSON.stringify(outcomes[0])}.`);
      }
      last.splice(0, last.length, ...outcomes.map(({ callId }) => callId));
      return calls.length;
    },
  });
  for (const table of kept) await ground.rows(`create table floor_${table} (like ${table} including indexes)`);
  const floor: Contestant = {
    name: "floor: the rows of four tiers",
    async round() {
      for (const table of kept) await ground.rows(`truncate floor_${table}`);
      await ground.rows("insert into floor_call select * from call where id = any($1)", [last]);
      await ground.rows("insert into floor_call_leg select * from call_leg where call_id = any($1)", [last]);
      const references = "select 'bench:' || source_key from call where id = any($1)";
      await ground.rows(
        `insert into floor_ledger_transaction select * from ledger_transaction where kind = 'CALL' and reference in (${references})`,
        [last],
      );
      await ground.rows(
        `insert into floor_posting select p.* from posting p join ledger_transaction t on t.id = p.transaction_id
         where t.kind = 'CALL' and t.reference in (${references})`,
        [last],
      );
      return last.length;
    },
  };
  const [one, four] = ["one tier", "four tiers"];
  await betweenFloors(ground, async () => {
    const samples = await alternate(ground, [settled(one, near), settled(four, far), floor], rounds);
    tell(samples, "call");
    tellRatio(samples, "four tiers / one", [one, four]);
    tellRatio(samples, "settled / floor", [floor.name, four]);
  });
  const [sum] = await ground.rows<{ total: string; calls: number; posted: number }>(
    `select (select sum(balance_micros)::text from ledger_balance) as total, (select count(*)::int from call) as calls,
       (select count(*)::int from ledger_transaction where kind = 'CALL') as posted`,
  );
  console.log(`  calls: ${sum?.calls}; posted: ${sum?.posted}; all balances together: ${sum?.total}`);
  await ground.close();
}

async function plantRates(ground: Ground): Promise<void> {
  const world = { database: { rows: ground.rows } } as Parameters<typeof plantDeck>[0];
  const lines = Array.from({ length: prefixes }, (_, index): DeckLine => [
    String(10_000 + index * 3),
    `Place ${index}`,
    `0.0${(index % 89) + 10}`,
    "6/6",
  ]);
  const from = new Date("2026-01-01T00:00:00Z");
  await plantDeck(world, "tierline", lines, from);
  for (const seller of sellers) await plantPlan(world, seller, { markupPercent: "20", cadence: "60/60" }, {}, from);
}

function callOf(among: readonly Customer[], random: () => number): EndedCall {
  const number = `${10_000 + Math.floor(random() * prefixes) * 3}${String(Math.floor(random() * 1e6)).padStart(6, "0")}`;
  const seconds = 1 + Math.floor(random() * 600);
  const endedAt = new Date();
  const startedAt = new Date(endedAt.getTime() - seconds * 1_000);
  return {
    source: "bench",
    sourceKey: newId(),
    customerId: among[Math.floor(random() * among.length)]!.id,
    serviceId: null,
    direction: "OUT",
    caller: "447700900100",
    called: number,
    number,
    state: "ANSWERED",
    startedAt,
    answeredAt: startedAt,
    endedAt,
    seconds,
    refusal: null,
  };
}
