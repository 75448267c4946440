import { randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { systemContext } from "../api/request-context.ts";
import { readConfig } from "../kernel/config.ts";
import { openServices } from "../open-services.ts";
import { testDatabase } from "../testkit/database.ts";
import { plantDemoMoney } from "./demo-money.ts";
import { plantDemoWorld } from "./demo.ts";
import { examine } from "./doctor.ts";

const database = await testDatabase();
const config = readConfig({ PORT: "0", DATABASE_URL: database.url, TIERLINE_LOG: "silent" });
const services = await openServices(config, randomBytes(32), "api");
afterAll(async () => {
  await services.close();
  await database.drop();
});

const now = services.clock.now();
const context = { ...systemContext(services), clock: { now: () => now } };

/** How much there is of everything that has to do with money. */
async function counts(): Promise<Record<string, number>> {
  const tables = [
    "call",
    "call_leg",
    "charge",
    "recurring_charge",
    "invoice",
    "invoice_line",
    "ledger_transaction",
    "posting",
    "number_offer",
    "credit_note",
  ];
  const [row] = await context.em.execute<Record<string, number>[]>(
    `select ${tables.map((table) => `(select count(*)::int from "${table}") as "${table}"`).join(", ")}`,
  );
  return row!;
}

test("the demo's books are those of two months, true in every sum, and opened once however often they are begun", async () => {
  await plantDemoWorld(context);
  await plantDemoMoney(context, now);
  const first = await counts();
  expect(first["call"]).toBeGreaterThan(400);
  expect(first["invoice"]).toBeGreaterThan(40);
  expect(first["charge"]).toBeGreaterThan(60);
  expect(first).toMatchObject({ number_offer: 1, credit_note: 1 });
  expect(await context.em.execute("select problem from call where problem is not null")).toEqual([]);
  expect((await examine(database.ownerUrl, now, services.vault)).flatMap(({ broken }) => broken)).toEqual([]);
  await plantDemoMoney(context, now);
  expect(await counts()).toEqual(first);
}, 60_000);
