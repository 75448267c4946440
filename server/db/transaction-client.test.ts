import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { testDatabase } from "../testkit/database.ts";
import { TransactionClient } from "./transaction-client.ts";

const database = await testDatabase();
const client = new TransactionClient({ connectionString: database.ownerUrl });
const sent = vi.spyOn(pg.Client.prototype, "query");
const tier = "select set_config('app.lo', 'r1.', true)";
const where = "select current_setting('app.lo', true) as lo";
beforeAll(async () => {
  await client.connect();
  await client.query("create temporary table told (what text check (what <> ''))");
});
beforeEach(() => void sent.mockClear());
afterAll(async () => {
  await client.end();
  await database.drop();
});

test("the beginning and the tier travel with the first statement", async () => {
  await client.query("begin", []);
  await client.query(tier, []);
  expect(sent).not.toHaveBeenCalled();
  expect((await client.query(where, [])).rows).toEqual([{ lo: "r1." }]);
  expect(sent).toHaveBeenCalledTimes(1);
  expect((await client.query(where, [])).rows).toEqual([{ lo: "r1." }]);
  await client.query("commit", []);
  expect(sent).toHaveBeenCalledTimes(3);
  expect((await client.query(where, [])).rows).toEqual([{ lo: "" }]); // gone with its transaction
});

test("a first statement with values comes after them, in the same transaction", async () => {
  await client.query("begin", []);
  await client.query(tier, []);
  const { rows } = await client.query("select current_setting('app.lo', true) || $1 as lo", ["r7."]);
  expect(rows).toEqual([{ lo: "r1.r7." }]);
  await client.query("rollback", []);
});

test("a transaction without a statement never begins", async () => {
  for (const end of ["commit", "rollback"]) {
    await client.query("start transaction isolation level repeatable read", []);
    await client.query(tier, []);
    await client.query(end, []);
  }
  expect(sent).not.toHaveBeenCalled();
  expect(client.getTransactionStatus()).toBe("I");
});

test("what is rolled back is gone, and what is committed is there", async () => {
  for (const end of ["rollback", "commit"]) {
    await client.query("begin", []);
    await client.query(`insert into told values ('${end}')`, []);
    await client.query(end, []);
  }
  expect((await client.query("select what from told", [])).rows).toEqual([{ what: "commit" }]);
});

test.each([
  ["refused", "insert into told values ('')"],
  ["not even understood", "insert in to told"],
])("after a first statement that is %s, the connection serves the next transaction", async (_, statement) => {
  await client.query("begin", []);
  await expect(client.query(statement, [])).rejects.toThrow();
  await client.query("rollback", []);
  expect(client.getTransactionStatus()).toBe("I");
  await client.query("begin", []);
  expect((await client.query("select 1 as one", [])).rows).toEqual([{ one: 1 }]);
  await client.query("commit", []);
});

test("a refused transaction is rolled back although its state is not known yet", async () => {
  // The database sends the refusal before the state, and a busy machine reads them one by one.
  const late = vi.spyOn(client, "getTransactionStatus").mockReturnValue("I");
  await client.query("begin", []);
  await expect(client.query("insert into told values ('')", [])).rejects.toThrow();
  await client.query("rollback", []);
  late.mockRestore();
  expect((await client.query("select 1 as one", [])).rows).toEqual([{ one: 1 }]);
});

test("connections that break in the middle of transactions are replaced, however many there are", async () => {
  const orm = await database.openOrm(2);
  const breakOff = () =>
    orm.em.fork().transactional(async (em) => {
      const [{ pid }] = await em.execute<[{ pid: number }]>("select pg_backend_pid() as pid");
      await database.rows("select pg_terminate_backend($1)", [pid]);
      await em.execute("select 1");
    });
  for (let broken = 0; broken < 4; broken += 1) await expect(breakOff()).rejects.toThrow();
  expect(await orm.em.fork().transactional((em) => em.execute("select 1 as one"))).toEqual([{ one: 1 }]);
  await orm.close(true);
});
