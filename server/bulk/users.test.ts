import { encodeId } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { AccessError, Rejection } from "../kernel/rejection.ts";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { peopleWorld } from "../testkit/people-of-tests.ts";
import { retryBulk } from "./retry-import.ts";

const { world, mailsTo } = await peopleWorld();
const { rehearsed, countsOf, ran, begun, fileOf, stateOf } = importsOf(world);
const owner = "owner@acme.test";
const customer = "019a0000-0003-7000-8000-000000000789";
const number = async () =>
  (await world.database.rows<{ number: number }>("select number from customer where id = $1", [customer]))[0]!.number;

async function invited(): Promise<number> {
  const [row] = await world.database.rows<{ count: number }>(
    "select count(*)::int as count from app_user where customer_id = $1 and email like '%@sync.test'",
    [customer],
  );
  return row!.count;
}

test("MX11: of 100 users 97 come over and 3 fail, with a file that says why; a retry does the failed ones alone", async () => {
  const of = await number();
  const people = Array.from({ length: 97 }, (_, index) => `p${index}@sync.test;P;${index}`);
  const file = [
    "mail;vorname;nachname",
    ...people,
    "taken@acme.test;Tia;Taken",
    "nobody;No;Mail",
    "P0@sync.test;Another;Name",
  ];
  const elsewhere = "agent@acme.test";
  const text = file.join("\n").replace("taken@acme.test", elsewhere);
  const defaults = [{ column: "customer", value: String(of) }];
  const id = await rehearsed("USERS", text, owner, { defaults });
  expect(await invited()).toBe(0);
  expect(await countsOf(id)).toEqual({ READY: 97, REFUSED: 3 });
  await begun(id);
  await ran(id);
  expect(await countsOf(id)).toEqual({ DONE: 97, REFUSED: 3 });
  expect(await invited()).toBe(97);
  expect(await mailsTo("p7@sync.test")).toHaveLength(1);
  const [header, ...errors] = (await fileOf(id)).trim().split("\r\n");
  expect(header).toBe("mail,vorname,nachname,error");
  expect(errors.map((line) => line.split(",")[0])).toEqual([elsewhere, "nobody", "P0@sync.test"]);
  expect(errors.every((line) => line.split(",")[3] !== "")).toBe(true);
  expect(errors[2]).toContain("Row 1 says the same. Take one of the two out."); // a person has no reference to tell them apart by

  // The cause of one is mended: whoever had the address has another one now.
  await world.database.rows("update app_user set email = 'moved@acme.test' where email = $1", [elsewhere]);
  const blk = encodeId("blk", id);
  const boss = world.as(owner);
  await Promise.all([retryBulk(boss, blk), retryBulk(world.as(owner), blk)]);
  expect(await stateOf(id)).toBe("REHEARSING");
  const trail = "select 1 from audit_entry where operation = 'bulk.retry' and subject_id = $1";
  expect(await world.database.rows(trail, [id])).toHaveLength(1);
  expect(await countsOf(id)).toEqual({ DONE: 97, STAGED: 3 });
  const again = await importsOf(world).settled(id);
  expect(again).toEqual({ DONE: 97, READY: 1, REFUSED: 2 });
  await begun(id);
  await ran(id);
  expect(await countsOf(id)).toEqual({ DONE: 98, REFUSED: 2 });
  expect(await mailsTo("p7@sync.test")).toHaveLength(1);
  expect(await mailsTo(elsewhere)).toHaveLength(1);
  expect(await invited()).toBe(97); // the one more bears another domain
});

test("who is of the customer already is left as they are, and a role that is none is refused on its column", async () => {
  const of = await number();
  const file = [
    "customer,email,name,role",
    `${of},p3@sync.test,P 3,`,
    `${of},new@sync.test,New,Admin`,
    `${of},odd@sync.test,Odd,king`,
  ];
  const id = await rehearsed("USERS", [...file, `${of},none@sync.test,,`].join("\n"));
  expect(await countsOf(id)).toEqual({ UNCHANGED: 1, READY: 1, REFUSED: 2 });
  const wrong = await world.database.rows(
    'select code, "column" from bulk_row where import_id = $1 and state = $2 order by number',
    [id, "REFUSED"],
  );
  expect(wrong).toEqual([
    { code: "INVALID", column: "role" },
    { code: "REQUIRED", column: "name" },
  ]);
  await begun(id);
  await ran(id);
  const [row] = await world.database.rows("select role from app_user where email = 'new@sync.test'");
  expect(row).toEqual({ role: "ACCOUNT_ADMIN" });
});

test("a retry takes an ended import of one's own with something failed", async () => {
  const of = await number();
  const id = await rehearsed("USERS", `customer,email,name\n${of},late@sync.test,Late\n`);
  const blk = encodeId("blk", id);
  const code = (email: string) =>
    retryBulk(world.as(email), blk).then(
      () => "done",
      (error: unknown) => (error instanceof Rejection ? error.refusals[0]!.code : (error as AccessError).code),
    );
  expect(await code(owner)).toBe("STATE_CONFLICT"); // not begun
  await begun(id);
  await ran(id);
  expect(await code(owner)).toBe("STATE_CONFLICT"); // nothing failed
  expect(await code("agent@acme.test")).toBe("FORBIDDEN");
  expect(await code("owner@beta.test")).toBe("NOT_FOUND");
});
