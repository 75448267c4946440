import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { encodeId, newId } from "@tierline/shared/id.ts";
import { countRows } from "../../server/bulk/find-imports.ts";
import { keepBulkFile } from "../../server/bulk/keep-file.ts";
import { startBulk } from "../../server/bulk/move-import.ts";
import { planBulk } from "../../server/bulk/plan-import.ts";
import { rehearseImports } from "../../server/bulk/rehearse-imports.ts";
import { createCustomer } from "../../server/customers/create-customer.ts";
import { listCustomers } from "../../server/customers/list-customers.ts";
import { viewerOfUser } from "../../server/identity/viewer-of-user.ts";
import type { Context } from "../../server/kernel/context.ts";
import { rootPath, variablesOf } from "../../server/kernel/viewer.ts";
import { resellersOfTests, usersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround, type Ground } from "./ground.ts";
import { quantile } from "./measure.ts";

const actsPerRound = 200;

/** P3: how long a long file takes until all its rows wait, and what whoever works meanwhile feels of it. */
export async function bench({ size, rounds }: BenchOptions): Promise<void> {
  const rows = size ?? 5_000;
  console.log(`P3 bulk: a file of ${rows} customers; ${actsPerRound} interactive acts a round, ${rounds} rounds`);
  const ground = await openGround();
  const system = ground.at(rootPath, resellersOfTests.tierline.id);
  const owner = await personOf(ground, system, "owner@acme.test");
  const other = await personOf(ground, system, "owner@beta.test");
  const lines = Array.from({ length: rows }, (_, index) => `Customer ${index},GB,c${index}@example.test`);
  const content = Buffer.from(["name,country,email", ...lines].join("\n"));
  const { seconds: kept, value: id } = await timed(() =>
    keepBulkFile(owner, { kind: "CUSTOMERS", fileName: "many.csv", content }),
  );
  const apiId = encodeId("blk", id);
  const mapping = ["name", "home_country", "email"].map((column, header) => ({ column, header }));
  const { seconds: planned } = await timed(() => planBulk(owner, { id: apiId, mapping }));
  const { seconds: turn, value: rehearsed } = await timed(() => rehearseImports(system));
  const pace = rehearsed / turn;
  // What the rehearsal finds of the rest is not waited for: their keys are all that the rows need to be begun.
  await ground.rows(
    "update bulk_row set state = 'READY', key = number::text where import_id = $1 and state = 'STAGED'",
    [id],
  );
  await ground.rows("update bulk_import set state = 'REHEARSED' where id = $1", [id]);
  const { seconds: started } = await timed(() => startBulk(owner, { id: apiId }));
  console.log(`  handed in ${kept.toFixed(2)} s, planned ${planned.toFixed(2)} s, begun ${started.toFixed(2)} s`);
  console.log(`  accepted → all queued: ${(kept + planned + started).toFixed(2)} s (target: 5 s at 100,000)`);
  console.log(`  rehearsal ${pace.toFixed(0)} rows/s`);
  await interactive(other, 50); // what is prepared once
  const idle: number[] = [];
  const loaded: number[] = [];
  let before = 0;
  let during = 0;
  for (let round = 0; round < rounds; round += 1) {
    idle.push(...(await interactive(other, actsPerRound)));
    const worker = fork(fileURLToPath(new URL("./p3-worker.ts", import.meta.url)), [ground.url]);
    await once(worker, "message");
    const done = (await countRows(system, id)).DONE;
    const start = performance.now();
    loaded.push(...(await interactive(other, actsPerRound)));
    before += (await countRows(system, id)).DONE - done;
    during += (performance.now() - start) / 1_000;
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
  const [p95idle, p95loaded] = [quantile(idle, 0.95), quantile(loaded, 0.95)];
  console.log(`  interactive p95: idle ${p95idle.toFixed(1)} ms, under bulk ${p95loaded.toFixed(1)} ms`);
  console.log(
    `  under bulk / idle: ${(p95loaded / p95idle).toFixed(2)} (target: 2); bulk ${(before / during).toFixed(0)} rows/s meanwhile`,
  );
  await ground.close();
}

async function personOf(ground: Ground, system: Context, email: keyof typeof usersOfTests): Promise<Context> {
  const viewer = await viewerOfUser(system, usersOfTests[email].id, null);
  if (viewer === null) throw new Error(`Nobody is called ${email}`);
  return { ...system, viewer, em: ground.orm.em.fork({ session: { variables: variablesOf(viewer) } }) };
}

/** Milliseconds of each: looking at a list, and at every fifth time a customer who comes in. */
async function interactive(context: Context, count: number): Promise<number[]> {
  const took: number[] = [];
  for (let act = 0; act < count; act += 1) {
    const start = performance.now();
    if (act % 5 === 0) {
      const input = { idempotencyKey: newId(), kind: "BUSINESS" as const, name: `Walk-in ${act}`, homeCountry: "GB" };
      await createCustomer(context, input);
    } else {
      await listCustomers(context, { search: null, filter: null, orderBy: null, first: 50, after: null });
    }
    took.push(performance.now() - start);
  }
  return took;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly value: T }> {
  const start = performance.now();
  const value = await work();
  return { seconds: (performance.now() - start) / 1_000, value };
}
