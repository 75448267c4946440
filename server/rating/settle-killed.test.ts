import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { afterAll, expect, test } from "vitest";
import { assignAllowances } from "../allowances/assign-allowances.ts";
import { saveAllowance } from "../allowances/save-allowance.ts";
import { callOfTests } from "../testkit/calls-of-tests.ts";
import { plantCatalogOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { plantDeck, plantPlan } from "../testkit/tariffs-of-tests.ts";
import { testWorld } from "../testkit/world.ts";

const world = await testWorld();
const { rows } = world.database;
const { johnSmith, johnDoe } = customersOfTests;
const hired = new Set<ChildProcess>();
afterAll(() => hired.forEach((worker) => worker.kill("SIGKILL")));

const told = 240;
const live = 60;
const kills = 3;

interface Sum {
  readonly calls: number;
  readonly settled: number;
  readonly transactions: number;
  readonly billed: string;
  readonly free: number;
  readonly drawn: number;
  readonly owed: string;
}

async function sum(): Promise<Sum> {
  const [row] = await rows<Sum>(
    `select (select count(*)::int from call) as calls, (select count(*)::int from call where state = 'ANSWERED') as settled,
       (select count(*)::int from ledger_transaction where kind = 'CALL') as transactions,
       (select coalesce(sum(amount_micros), 0)::text from call_leg where path like '%c%') as billed,
       (select coalesce(sum(free_seconds), 0)::int from call_leg) as free,
       (select coalesce(sum(drawn_seconds), 0)::int from allowance_count) as drawn,
       (select coalesce(-sum(balance_micros), 0)::text from ledger_balance where path like '%c%') as owed`,
  );
  return row!;
}

test("calls that processes are told of together, and killed while they settle them, are charged once each, to the last second", async () => {
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  await plantDeck(world, "nord", [["44", "UK", "0.1", "1/1"]]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", { markupPercent: "20" });
  const owner = world.as("owner@acme.test");
  const id = await saveAllowance(owner, { idempotencyKey: newId(), name: "Some", minutes: 30, isOffered: true });
  const slots = [{ slot: "NUMBERS" as const, allowanceId: encodeId("alw", id) }];
  await assignAllowances(owner, { idempotencyKey: newId(), customerId: encodeId("cus", johnDoe.id), slots });
  await plantService(world);
  const [{ account: line }] = (await rows("select account from service")) as [{ account: string }];
  const begun = world.clock.now();
  for (let n = 0; n < live; n += 1) {
    const [answer] = await world
      .system()
      .em.execute<{ verdict: string }[]>("select * from authorise_call_at('sip', ?, ?, '442079460958', ?)", [
        `live-${n}`,
        line,
        begun,
      ]);
    expect(answer).toMatchObject({ verdict: "ALLOWED" });
    await world.system().em.execute("select answer_call_at('sip', ?, 'a dialog', ?)", [`live-${n}`, begun]);
    await world
      .system()
      .em.execute("select end_call_at('sip', ?, ?)", [`live-${n}`, new Date(begun.getTime() + (30 + n) * 1000)]);
  }
  const calls = Array.from({ length: told }, (_, n) =>
    callOfTests(10 + (n % 50), { number: "442079460958", customerId: n % 2 === 0 ? johnSmith.id : johnDoe.id }),
  );
  world.clock.advance({ hours: 1 });
  const now = world.clock.now();
  const hire = async (): Promise<ChildProcess> => {
    const file = new URL("../testkit/settling-worker.ts", import.meta.url).pathname;
    const worker = fork(file, [world.database.url], {
      execArgv: ["--import", "@oxc-node/core/register"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    hired.add(worker);
    await once(worker, "message");
    return worker;
  };
  const workers = await Promise.all(Array.from({ length: kills + 2 }, hire));
  for (const worker of workers) worker.send({ calls, now });
  for (const worker of workers.slice(0, kills)) {
    await once(worker, "message"); // something was settled, and the next is under way
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
  await Promise.all(workers.slice(kills).map((worker) => until(worker, "all")));
  const after = await sum();
  expect(after).toMatchObject({ calls: told + live, settled: told + live, transactions: told + live });
  expect(after.owed).toBe(after.billed);
  expect(after.drawn).toBe(after.free);
  expect(after.free).toBe(10 * 60); // ten of the thirty days are left of the cycle
  const [smith] = await rows<{ owed: string }>(
    "select (-balance_micros)::text as owed from ledger_balance where path = $1 and part = 0",
    [pathOf(johnSmith)],
  );
  const seconds = calls
    .filter(({ customerId }) => customerId === johnSmith.id)
    .reduce((all, call) => all + call.seconds, 0);
  const spoken = seconds + Array.from({ length: live }, (_, n) => 30 + n).reduce((all, each) => all + each, 0);
  expect(Number(smith!.owed)).toBe(spoken * 2_000); // 0.12 a minute
}, 60_000);

async function until(worker: ChildProcess, word: string): Promise<void> {
  for (;;) {
    const [said] = (await once(worker, "message")) as [string];
    if (said === word) return;
  }
}
