import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { deniedPersons, importFiles, screen } from "../testkit/screening-of-tests.ts";
import { customersOfTests } from "../testkit/customers-of-tests.ts";
import { openShop } from "../testkit/shop.ts";

const shop = await openShop();
const { world } = shop;
const { rows } = world.database;

test("C16: a service is sold and its run comes to its end while the check of its customer is under way, and goes on when it has found somebody", async () => {
  await shop.lab();
  await shop.engine();
  await importFiles(world, "DPL", deniedPersons("John Smith|GB"));
  const { id } = customersOfTests.johnSmith;
  const stand = async () =>
    (await rows<{ state: string }>("select state from screening where customer_id = $1", [id])).map(
      ({ state }) => state,
    );
  const looking = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  // As a worker holds it that looks at this customer for a long time (run-screenings.ts).
  const check = transaction(world.system(), async ({ em }) => {
    await em.execute("select id from screening where customer_id = ? and state = 'RUNNING' for update", [id]);
    await em.execute("select pg_advisory_xact_lock(7401390, hashtext(?))", [id]);
    taken.resolve();
    await looking.promise;
  });
  await taken.promise;
  const { runId } = await shop.orderMobile("agent@acme.test");
  const run = await shop.ended(runId);
  expect([run.state, run.tasks.length]).toEqual(["SUCCEEDED", 6]);
  expect(await stand()).toEqual(["RUNNING"]);
  looking.resolve();
  await check;
  await screen(world);
  expect(await stand()).toEqual(["POTENTIAL_MATCH"]);
  expect(await rows("select state, suspension_reasons from service where customer_id = $1", [id])).toEqual([
    { state: "ACTIVE", suspension_reasons: [] },
  ]);
});
