import { encodeId, newId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { updateConnector } from "../connectors/update-connector.ts";
import { suspendService } from "../services/suspend-service.ts";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { customersOfTests } from "../testkit/customers-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { openShop } from "../testkit/shop.ts";
import { runImports } from "./run-imports.ts";

// No engine is at work: what was begun stays under way until the test says that it has ended.
const { world } = await openShop();
const { rows } = world.database;
const { rehearsed, countsOf, begun } = importsOf(world);
const operator = "ops@tierline.test";
let version = 1;

async function ceiling(bulkRowsAtOnce: number): Promise<void> {
  const changed = await updateConnector(world.as(operator), {
    key: "ocs",
    version,
    mode: "LAB" as const,
    settings: [],
    bulkRowsAtOnce,
  });
  expect(changed.bulkRowsAtOnce).toBe(bulkRowsAtOnce);
  ({ version } = changed);
}

async function planted(count: number, serviceType: "MOBILE" | "INTERNET"): Promise<string> {
  const lines = ["service"];
  for (let index = 0; index < count; index++) {
    lines.push(encodeId("svc", await plantService(world, customersOfTests.johnSmith, { serviceType })));
  }
  return lines.join("\n");
}

/** By which connector each run goes that is under way for a row. */
async function underWay(): Promise<Record<string, number>> {
  const found = await rows<{ connector: string; count: number }>(
    `select t.connector, count(*)::int from bulk_row r join provisioning_task t on t.run_id = r.run_id and t.connector is not null
     where r.state = 'RUNNING' group by 1 order by 1`,
  );
  return Object.fromEntries(found.map(({ connector, count }) => [connector, count]));
}

/** Three workers at once. */
const sweep = () => Promise.all([1, 2, 3].map(() => runImports(world.system())));

async function ended(connector: string): Promise<void> {
  await rows(
    `update provisioning_run p set waiting_for = 'PERSON', state = 'WAITING'
     where exists (select from bulk_row r join provisioning_task t on t.run_id = r.run_id
       where r.run_id = p.id and r.state = 'RUNNING' and t.connector = $1)`,
    [connector],
  );
}

test("O38: two imports share a connector's ceiling whoever sweeps, one for another connector is not held up, and neither is a person", async () => {
  await ceiling(2);
  const [first, second] = [
    await rehearsed("SUSPENSIONS", await planted(3, "MOBILE")),
    await rehearsed("SUSPENSIONS", await planted(3, "MOBILE")),
  ];
  const other = await rehearsed("SUSPENSIONS", await planted(3, "INTERNET"));
  for (const id of [first, second, other]) await begun(id);
  await sweep();
  expect(await underWay()).toEqual({ ocs: 2, radius: 3 });
  expect(await countsOf(other)).toEqual({ RUNNING: 3 });
  // A person's own deed asks the same connector and waits for nobody.
  const serviceId = await plantService(world, customersOfTests.johnSmith);
  const { runId } = await suspendService(world.as("agent@acme.test"), {
    serviceId,
    version: 1,
    idempotencyKey: newId(),
  });
  expect(runId).not.toBeNull();
  await ended("radius");
  await sweep();
  expect(await countsOf(other)).toEqual({ DONE: 3 });
  expect(await underWay()).toEqual({ ocs: 2 });
  for (let done = 2; done < 6; done += 2) {
    await ended("ocs");
    await sweep();
    expect(await underWay()).toEqual({ ocs: 2 });
  }
  // More is let at once; of one reseller no more than five all the same.
  await ended("ocs");
  await sweep();
  expect([await countsOf(first), await countsOf(second)]).toEqual([{ DONE: 3 }, { DONE: 3 }]);
  const third = await rehearsed("SUSPENSIONS", await planted(7, "MOBILE"));
  await begun(third);
  await sweep();
  expect(await countsOf(third)).toEqual({ READY: 5, RUNNING: 2 });
  await ceiling(20);
  await sweep();
  expect(await countsOf(third)).toEqual({ READY: 2, RUNNING: 5 });
}, 60_000);

test("a ceiling is from 1 to as many rows as are under way in all", async () => {
  for (const bulkRowsAtOnce of [0, 21]) {
    const input = { key: "ocs", version, mode: "LAB" as const, settings: [], bulkRowsAtOnce };
    await expect(updateConnector(world.as(operator), input)).rejects.toMatchObject({
      refusals: [{ code: "INVALID", path: ["bulkRowsAtOnce"] }],
    });
  }
  const told = await rows(
    `select c->>'before' as before, c->>'after' as after from audit_entry, jsonb_array_elements(changes) c
     where operation = 'connector.update' and c->>'field' = 'bulkRowsAtOnce' order by id`,
  );
  expect(told).toEqual([
    { before: null, after: "2" },
    { before: "2", after: "20" },
  ]);
});
