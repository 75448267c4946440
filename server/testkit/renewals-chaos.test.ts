import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { newId } from "@tierline/shared/id.ts";
import { expect, onTestFinished, test } from "vitest";
import { renewCharges } from "../charging/renew-charges.ts";
import { startCharging } from "../charging/start-charging.ts";
import { transaction } from "../kernel/context.ts";
import { customersOfTests, pathOf, plantCustomers } from "./customers-of-tests.ts";
import { pounds } from "./ledger-of-tests.ts";
import { testWorld } from "./world.ts";

/** Each is sold twice: by Nord to Acme, and by Acme to the customer. */
const sold = 200;
const months = ["2026-12-21T12:00:00Z", "2027-01-21T12:00:00Z"];
const blowsPerMonth = 2;
const workers = 2;

const world = await testWorld();
await plantCustomers(world);
const { rows } = world.database;
const { johnSmith } = customersOfTests;
const acme = "r1.r2.r3.";

function hire(at: string): ChildProcess {
  const file = new URL("./renewals-worker.ts", import.meta.url).pathname;
  const worker = fork(file, [world.database.url, at], {
    execArgv: ["--import", "@oxc-node/core/register"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  return worker;
}

/** Two at once, which die somewhere in their work. */
async function strike(at: string): Promise<void> {
  const hired = Array.from({ length: workers }, () => hire(at));
  await Promise.all(hired.map((worker) => once(worker, "message")));
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
  const gone = hired.map((worker) => once(worker, "exit"));
  for (const worker of hired) worker.kill("SIGKILL");
  expect((await Promise.all(gone)).map(([, signal]) => signal as string)).toEqual(hired.map(() => "SIGKILL"));
}

/** Until nothing is due: what a dead worker had taken is free when the database has noticed. */
async function calm(): Promise<void> {
  for (;;) {
    await Promise.all([renewCharges(world.system()), renewCharges(world.system())]);
    const [due] = await rows("select 1 from recurring_charge where due_at <= $1 limit 1", [world.clock.now()]);
    if (due === undefined) return;
  }
}

test("O23: workers are killed again and again while they renew 400 charges, and every period is charged once, none is lost, and the sums are exact", async () => {
  const edge = (path: string, price: number) => ({
    path,
    currency: "GBP",
    setup: null,
    recurring: pounds(price),
    rule: "RETAIL",
    source: null,
  });
  await transaction(world.as("owner@acme.test"), (tx) =>
    startCharging(tx, {
      subjectKind: "DID",
      subjectId: newId(),
      customerId: johnSmith.id,
      path: pathOf(johnSmith),
      description: "A number",
      edges: [edge(pathOf(johnSmith), 2.03), edge(acme, 1.01)],
      intervalMonths: 1,
    }),
  );
  await rows(
    `insert into recurring_charge select (jsonb_populate_record(rc,
       jsonb_build_object('id', gen_random_uuid(), 'subject_id', gen_random_uuid()))).*
     from recurring_charge rc, generate_series(2, $1::int)`,
    [sold],
  );
  for (const at of months) {
    for (let blow = 0; blow < blowsPerMonth; blow += 1) await strike(at);
    world.clock.set(at);
    await calm();
  }
  const [tally] = await rows(
    `select count(*)::int as charges, count(distinct (recurring_id, period_from))::int as periods,
       count(distinct transaction_id)::int as transactions, min(times)::int as fewest, max(times)::int as most
     from (select *, count(*) over (partition by recurring_id) as times from charge where charged_at > '2026-12-01') c`,
  );
  const all = sold * 2 * months.length;
  expect(tally).toEqual({ charges: all, periods: all, transactions: all, fewest: months.length, most: months.length });
  const states = await rows("select distinct state, next_from::text from recurring_charge");
  expect(states).toEqual([{ state: "ACTIVE", next_from: "2027-02-21" }]);
  const balances = await rows(
    `select a.path, sum(b.balance_micros)::text as micros from ledger_account a join ledger_balance b on b.account_id = a.id
     where a.kind = 'BILLING' and a.path in ($1, $2) group by a.path order by a.path`,
    [acme, pathOf(johnSmith)],
  );
  const periods = sold * months.length + 1; // and the first one's first
  expect(balances).toEqual([
    { path: acme, micros: String(-1_010_000 * periods) },
    { path: pathOf(johnSmith), micros: String(-2_030_000 * periods) },
  ]);
}, 120_000);
