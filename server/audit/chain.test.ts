import pg from "pg";
import { encodeId } from "@tierline/shared/id.ts";
import { afterAll, expect, test } from "vitest";
import { verifyChains } from "../db/audit-chains.ts";
import { transaction } from "../kernel/context.ts";
import { resellersOfTests, usersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { recordAudit } from "./record.ts";
import { logHeads, sealEntries } from "./seal-entries.ts";

const world = await testWorld();
const { acme, acmeNorth } = resellersOfTests;
const chain = /^r1[.]r[0-9]+[.]/.exec(acme.path)![0];

async function done(email: keyof typeof usersOfTests, path: string, name: string): Promise<string> {
  return transaction(world.as(email), (tx) =>
    recordAudit(tx, {
      operation: "customer.update",
      subjectKind: "customer",
      subjectId: null,
      subject: name,
      changes: [{ field: "name", before: null, after: name }],
      path,
    }),
  );
}

const entries: string[] = [];
for (const name of ["Ada", "Bea", "Cleo", "Dora", "Enid"]) entries.push(await done("owner@acme.test", acme.path, name));
await done("owner@acme.test", acmeNorth.path, "Fay");
await done("ops@tierline.test", "r1.", "Gwen");
await sealEntries(world.system());

const client = new pg.Client({ connectionString: world.database.adminUrl });
await client.connect();
afterAll(() => client.end());

/** What verify says after somebody with every right did this; all of it is taken back. */
async function after(...tampering: readonly string[]): Promise<readonly string[]> {
  await client.query("begin");
  try {
    for (const sql of tampering) await client.query(sql);
    return (await verifyChains(client)).problems;
  } finally {
    await client.query("rollback");
  }
}

const named = (index: number) => encodeId("aud", entries[index]!);
const where = (index: number) => `where id = '${entries[index]}'`;
const sealOf = (index: number) => `where entry_id = '${entries[index]}'`;

test("rel-R20: each top reseller has a chain with all below it, and the operator's own rows have one", async () => {
  const { problems, heads } = await verifyChains(client);
  expect(problems).toEqual([]);
  expect(heads.map((head) => head.replace(/:[0-9a-f]{64}$/, ""))).toEqual(["r1.:1", `${chain}:6`]);
});

const flips: readonly string[] = [
  "actor = 'Anna Acmf'",
  "path = 'r1.r2.r4.'",
  "written_in = 'r1.r2.r4.'",
  "at = at + interval '1 microsecond'",
  "actor_id = gen_random_uuid()",
  "on_behalf_of = 'Acme North'",
  "channel = 'API'",
  "operation = 'customer.create'",
  "subject_kind = 'service'",
  "subject_id = gen_random_uuid()",
  `subject = '"Cleq"'`,
  "changes = replace(changes::text, 'Cleo', 'Cleq')::jsonb",
  `note = '""'`,
  "request_id = request_id || 'x'",
  "ip = '127.0.0.1'",
  "outcome = 'REFUSED'",
  "code = ''",
  "attempts = 2",
];

test("rel-R20: every column of an entry is sealed", async () => {
  const { rows } = await client.query<{ column: string }>(
    "select attname as column from pg_attribute where attrelid = 'audit_entry'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'id'",
  );
  const tried = flips.map((flip) => flip.split(" ")[0]);
  expect(tried.toSorted()).toEqual(rows.map(({ column }) => column).toSorted());
});

test.each(flips)("rel-R20: verify names the entry after: %s", async (flip) => {
  expect(await after(`update audit_entry set ${flip} ${where(2)}`)).toEqual([
    `${chain} 3: the entry ${named(2)} is not what was sealed here`,
  ]);
});

test("rel-R20: verify names what was deleted, out of order, put in, or sealed otherwise", async () => {
  expect(await after(`delete from audit_entry ${where(1)}`)).toEqual([`${chain} 2: the entry ${named(1)} is gone`]);
  expect(await after(`delete from audit_entry ${where(1)}`, `delete from audit_seal ${sealOf(1)}`)).toEqual([
    `${chain} 2: its seal is gone; the next one is of ${named(2)}`,
  ]);
  const [first, second] = [entries[1], entries[2]];
  const swapped = `update audit_seal set entry_id = case entry_id when '${first}' then '${second}'::uuid else '${first}'::uuid end where entry_id in ('${first}', '${second}')`;
  expect(await after("alter table audit_seal drop constraint audit_seal_entry", swapped)).toEqual([
    `${chain} 2: the entry ${named(2)} is not what was sealed here`,
  ]);
  const added = "019a0000-0000-7000-8000-000000000001";
  const columns = "path, at, actor_id, actor, channel, operation, subject_kind, subject, changes";
  const putIn = `insert into audit_entry (id, ${columns}) select '${added}', ${columns} from audit_entry ${where(2)}`;
  expect(await after(putIn, `delete from audit_unsealed`)).toEqual([
    `${chain}: the entry ${encodeId("aud", added)} stands in no chain and does not wait for one`,
  ]);
  expect(await after(`update audit_seal set hash = repeat('0', 64) ${sealOf(3)}`)).toEqual([
    `${chain} 4: the entry ${named(3)} is not what was sealed here`,
  ]);
});

test("rel-R20: a chain that was cut short is whole by itself, and not beside the heads in the log", async () => {
  const lines: { heads: string[] }[] = [];
  const log = { info: (line: { heads: string[] }) => void lines.push(line) };
  await logHeads({ ...world.system(), log: log as never }); // the only method of a log that this calls
  const anchors = lines[0]!.heads;
  expect((await verifyChains(client, anchors)).problems).toEqual([]);
  await client.query("begin");
  await client.query(
    `delete from audit_entry where id in (select entry_id from audit_seal where path = '${chain}' and sequence > 4)`,
  );
  await client.query(`delete from audit_seal where path = '${chain}' and sequence > 4`);
  expect((await verifyChains(client)).problems).toEqual([]);
  const [lost] = anchors.filter((anchor) => anchor.startsWith(chain));
  expect((await verifyChains(client, anchors)).problems).toEqual([
    `${lost}: the chain no longer holds what the log says it held`,
  ]);
  await client.query("rollback");
});

test("rel-R20: what is written while others seal is sealed once, whoever comes first", async () => {
  const systems = Array.from({ length: 4 }, () => world.system());
  const writing = Array.from({ length: 30 }, (_, index) => done("owner@acme.test", acme.path, `Hope ${index}`));
  await Promise.all([...writing, ...systems.map(sealEntries)]);
  await sealEntries(world.system());
  const { problems, heads } = await verifyChains(client);
  expect(problems).toEqual([]);
  expect(heads.map((head) => head.split(":").slice(0, 2).join(":"))).toEqual(["r1.:1", `${chain}:36`]);
  expect(await world.database.rows("select from audit_unsealed")).toEqual([]);
});
