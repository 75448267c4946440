import { decodeId, encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { runScreenings } from "../screening/run-screenings.ts";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { countRows, findBulkImport, problemsOf } from "./find-imports.ts";
import { keepBulkFile } from "./keep-file.ts";
import { cancelBulk, pauseBulk, resumeBulk, startBulk } from "./move-import.ts";
import { planBulk } from "./plan-import.ts";
import { rehearseImports } from "./rehearse-imports.ts";
import { runImports } from "./run-imports.ts";

const shop = await openShop();
const { world } = shop;
const { rows } = world.database;
const owner = "owner@acme.test";

const { rehearsed, countsOf, ran, fileOf } = importsOf(world);
const apiId = (id: string) => encodeId("blk", id);

async function everything(): Promise<unknown> {
  const { audit_entry: _, ...tables } = await shop.everything(); // that a file came in is told there
  return tables;
}

const names = Array.from({ length: 50 }, (_, index) => `Moved ${index + 1}`);
const people = ["name;country;kind", ...names.map((name) => `${name};GB;individual`)].join("\r\n");

beforeAll(async () => {
  await shop.lab();
  await shop.engine();
});

test("C15: a file of 50 customers is 50 customers of the reseller, each of whom is screened", async () => {
  const before = await everything();
  const id = await rehearsed("CUSTOMERS", people);
  expect(await countsOf(id)).toEqual({ READY: 50 });
  expect(await everything()).toEqual(before);
  await startBulk(world.as(owner), { id: apiId(id) });
  await ran(id);
  expect(await countsOf(id)).toEqual({ DONE: 50 });
  while ((await runScreenings(world.system())) > 0);
  const [count] = await rows<{ customers: number; checks: number }>(
    `select count(distinct c.id)::int as customers, count(s.id)::int as checks
     from customer c left join screening s on s.customer_id = c.id where c.name like 'Moved %' and c.path like 'r1.%'`,
  );
  expect(count).toEqual({ customers: 50, checks: 50 });
}, 60_000);

test("O38: 50 plans with 48 SIM cards are told of rows 49 and 50 before anything is done; 48 are done, five at a time, and never twice", async () => {
  // With the three of each that are in stock.
  const digits = (index: number) => String(index).padStart(4, "0");
  const stock = [
    "template,identifier",
    ...Array.from({ length: 45 }, (_, index) => `sim-card,8944200012345679${digits(index)}`),
    ...Array.from({ length: 47 }, (_, index) => `mobile-number,+44770091${digits(index)}`),
  ].join("\n");
  const stocked = await rehearsed("INVENTORY", stock);
  expect(await problemsOf(world.system(), stocked)).toEqual([]);
  await startBulk(world.as(owner), { id: apiId(stocked) });
  await ran(stocked);
  expect(await countsOf(stocked)).toEqual({ DONE: 92 });

  const plans = ["customer,plan", ...names.map((name) => `${name},mobile-20gb`)].join("\n");
  const before = await everything();
  const id = await rehearsed("PLANS", plans);
  expect(await everything()).toEqual(before);
  expect(await countsOf(id)).toEqual({ READY: 48, REFUSED: 2 });
  const [problem] = await problemsOf(world.system(), id);
  expect(problem).toMatchObject({ code: "NOT_AVAILABLE", count: 2, firstRows: [49, 50] });
  const known = await findBulkImport(world.as(owner), id);
  expect(known?.stock.map(({ needed, available }) => [needed, available])).toEqual([
    [48, 48],
    [48, 50],
  ]);

  await startBulk(world.as(owner), { id: apiId(id) });
  const seen: number[] = [];
  let isPaused = false;
  await ran(id, async () => {
    const counts = await countRows(world.system(), id);
    expect(counts.RUNNING).toBeLessThanOrEqual(5);
    seen.push(counts.DONE);
    if (isPaused || counts.DONE < 10) return;
    isPaused = true;
    await pauseBulk(world.as(owner), apiId(id));
    for (let running = 1; running > 0; running = (await countRows(world.system(), id)).RUNNING) {
      expect(await runImports(world.system())).toBe(0);
    }
    await resumeBulk(world.as(owner), apiId(id));
  });
  expect(isPaused).toBe(true);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(await countsOf(id)).toEqual({ DONE: 48, REFUSED: 2 });
  const sold = "select count(*)::int as count from service where state = 'ACTIVE' and name like '%'";
  const [services] = await rows<{ count: number }>(sold);
  expect(services?.count).toBe(48);

  // Whoever began them hears of each file once, and of no run.
  const told = `select n.kind, n.detail, n.import_id as import from notification n join app_user u on u.id = n.user_id
    where u.email = $1 and (n.import_id = any($2) or n.run_id is not null) order by n.at, n.id`;
  expect(await rows(told, [owner, [stocked, id]])).toMatchObject([
    { kind: "IMPORT_ENDED", import: stocked },
    { kind: "IMPORT_ENDED", import: id, detail: { key: "notice.importDone", values: { done: 48 } } },
  ]);

  const results = (await fileOf(id, "results")).split("\r\n");
  expect(results).toHaveLength(52);
  expect(results[1]).toMatch(/^1,DONE,ord_\w{26},,Moved 1,mobile-20gb$/);
  const errors = await fileOf(id);
  expect(errors.split("\r\n")[0]).toBe("customer,plan,error");
  expect(errors.split("\r\n")).toHaveLength(4);

  // The same file again does nothing; what came to nothing is handed in again once there is stock.
  const again = await rehearsed("PLANS", plans);
  expect(await countsOf(again)).toEqual({ UNCHANGED: 48, REFUSED: 2 });
  const more = await rehearsed(
    "INVENTORY",
    "template,iccid\nsim-card,89442000123456799998\nsim-card,89442000123456799999",
  );
  await startBulk(world.as(owner), { id: apiId(more) });
  await ran(more);
  const rest = await rehearsed("PLANS", errors);
  expect(await countsOf(rest)).toEqual({ READY: 2 });
  await startBulk(world.as(owner), { id: apiId(rest) });
  await ran(rest);
  expect(await countsOf(rest)).toEqual({ DONE: 2 });
  const last = await rehearsed("PLANS", plans);
  expect(await countsOf(last)).toEqual({ UNCHANGED: 50 });
  expect((await rows<{ count: number }>(sold))[0]?.count).toBe(50);
}, 180_000);

test("a value is put right once for all its rows, a column that is missing by a default, and cancelling leaves the rest undone", async () => {
  const text = ["Kunde,Art", "One,firm", "Two,firm", "Three,individual", "Three,individual"].join("\n");
  const id = await rehearsed("CUSTOMERS", text, owner, { defaults: [{ column: "home_country", value: "GB" }] });
  expect(
    (await problemsOf(world.system(), id)).map(({ code, column, values, firstRows }) => [
      code,
      column,
      values,
      firstRows,
    ]),
  ).toEqual([
    ["INVALID", "kind", ["firm"], [1, 2]],
    ["TAKEN", null, [], [4]],
  ]);
  const replacements = [{ column: "kind", from: "firm", to: "business" }];
  const mapping = [
    { column: "name", header: 0 },
    { column: "kind", header: 1 },
  ];
  const defaults = [{ column: "home_country", value: "GB" }];
  await planBulk(world.as(owner), { id: apiId(id), mapping, defaults, replacements });
  while ((await rehearseImports(world.system())) > 0);
  expect(await countsOf(id)).toEqual({ READY: 3, REFUSED: 1 });
  await startBulk(world.as(owner), { id: apiId(id), ratePerMinute: 1 });
  expect(await runImports(world.system())).toBe(1);
  expect(await runImports(world.system())).toBe(0);
  world.clock.advance({ minutes: 1 });
  expect(await runImports(world.system())).toBe(1);
  await cancelBulk(world.as(owner), apiId(id));
  expect(await countsOf(id)).toEqual({ DONE: 2, CANCELLED: 1, REFUSED: 1 });
  const remembered = await keepBulkFile(world.as(owner), {
    kind: "CUSTOMERS",
    fileName: "next.csv",
    content: Buffer.from(text),
  });
  expect((await findBulkImport(world.as(owner), remembered))?.mapping).toEqual({ name: 0, kind: 1 });
});

test("an import stands still when whoever began it may not do this any more", async () => {
  const id = await rehearsed("CUSTOMERS", "name,country\nLeft alone,GB");
  await startBulk(world.as(owner), { id: apiId(id) });
  await rows("update app_user set role = 'AGENT' where email = $1", [owner]);
  await runImports(world.system());
  await rows("update app_user set role = 'RESELLER_OWNER' where email = $1", [owner]);
  expect(await countsOf(id)).toEqual({ READY: 1 });
  expect(await findBulkImport(world.as(owner), id)).toMatchObject({ state: "PAUSED", halt: { key: "bulk.noRight" } });
  await resumeBulk(world.as(owner), apiId(id));
  await ran(id);
  expect(await countsOf(id)).toEqual({ DONE: 1 });
});

test("a row that was at work when its worker died is done once all the same", async () => {
  const id = await rehearsed("CUSTOMERS", "name,country\nDone once,GB");
  await startBulk(world.as(owner), { id: apiId(id) });
  await ran(id);
  // As if the worker had died between the customer and the row.
  await rows("update bulk_row set state = 'RUNNING', claimed_at = $2, result_id = null where import_id = $1", [
    id,
    world.clock.now(),
  ]);
  await rows("update bulk_import set state = 'RUNNING', ended_at = null where id = $1", [id]);
  world.clock.advance({ seconds: 121 });
  await ran(id);
  const [row] = await rows<{ result_id: string; state: string }>(
    "select result_id, state from bulk_row where import_id = $1",
    [id],
  );
  expect(row?.state).toBe("DONE");
  const found = await rows<{ id: string }>("select id from customer where name = 'Done once'");
  expect(found).toEqual([{ id: decodeId("cus", row?.result_id ?? "") }]);
});

test("a reseller's long file does not keep another's waiting", async () => {
  const long = ["name,country", ...Array.from({ length: 60 }, (_, index) => `Long ${index},GB`)].join("\n");
  const first = await rehearsed("CUSTOMERS", long);
  const second = await rehearsed("CUSTOMERS", long.replaceAll("Long", "Longer"));
  const other = await rehearsed("CUSTOMERS", "name,country\nShort 1,GB\nShort 2,GB", "owner@beta.test");
  for (const [email, id] of [
    [owner, first],
    [owner, second],
    ["owner@beta.test", other],
  ] as const) {
    await startBulk(world.as(email), { id: apiId(id) });
  }
  await ran(first);
  const order = await rows<{ name: string }>(
    "select name from customer where name like 'Long%' or name like 'Short%' order by created_at, id",
  );
  const places = order.flatMap(({ name }, index) => (name.startsWith("Short") ? [index] : []));
  expect(places).toHaveLength(2);
  expect(Math.max(...places)).toBeLessThan(20);
});
