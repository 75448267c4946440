import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { customersOfTests } from "../testkit/customers-of-tests.ts";
import { completeManualTask } from "../provisioning/operate-run.ts";
import { importsOf } from "../testkit/bulk-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { openShop } from "../testkit/shop.ts";
import { problemsOf } from "./find-imports.ts";

const shop = await openShop();
await shop.lab();
await shop.engine();
const { world } = shop;
const { rows } = world.database;
const { rehearsed, countsOf, ran, begun, fileOf } = importsOf(world);

interface Made {
  readonly id: string;
  readonly number: number;
  readonly name: string;
}
let made: Made[];

beforeAll(async () => {
  for (const ending of ["123", "124"] as const) {
    const { runId } = await shop.orderMobile("agent@acme.test", ending);
    expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
  }
  made = await rows<Made>("select id, number, name from service order by number");
});

async function states(): Promise<string[]> {
  const ids = made.map(({ id }) => id);
  const found = await rows<{ what: string }>(
    "select trim(state || ' ' || array_to_string(suspension_reasons, ',')) as what from service where id = any($1) order by number",
    [ids],
  );
  return found.map(({ what }) => what);
}
const off = "SUSPENDED MANUAL";
const runs = async () => (await rows("select 1 from provisioning_run")).length;

async function done(id: string): Promise<Record<string, number>> {
  await begun(id);
  await ran(id);
  return countsOf(id);
}

test("O38: services are suspended and resumed by files, each once, as one by one; what was taken back may be done again", async () => {
  const file = ["service number;reason", ...made.map(({ number }) => `${number};Unpaid`), "999999;Unpaid"].join("\r\n");
  const before = await shop.everything();
  const id = await rehearsed("SUSPENSIONS", file);
  const { audit_entry: _, ...rest } = await shop.everything();
  const { audit_entry: __, ...was } = before;
  expect(rest).toEqual(was);
  expect(await countsOf(id)).toEqual({ READY: 2, REFUSED: 1 });
  expect(await problemsOf(world.system(), id)).toMatchObject([
    { code: "UNKNOWN_REFERENCE", column: "service", values: ["999999"] },
  ]);
  const twin = await rehearsed("SUSPENSIONS", file); // both are ready before either begins
  expect(await done(id)).toEqual({ DONE: 2, REFUSED: 1 });
  expect(await states()).toEqual([off, off]);
  const count = await runs();
  expect(await done(twin)).toEqual({ DONE: 2, REFUSED: 1 });
  expect(await countsOf(await rehearsed("SUSPENSIONS", file))).toEqual({ UNCHANGED: 2, REFUSED: 1 });
  expect(await runs()).toBe(count);
  const notes = await rows("select note from audit_entry where operation = 'service.suspend'");
  expect(notes).toEqual([{ note: "Unpaid" }, { note: "Unpaid" }]);

  // What came to nothing is handed in again with what was wrong put right.
  const errors = await fileOf(id);
  expect(errors.split("\r\n")[0]).toBe("service number,reason,error");
  const back = `service\n${made.map(({ id: uuid }) => encodeId("svc", uuid)).join("\n")}`;
  expect(await done(await rehearsed("RESUMPTIONS", back))).toEqual({ DONE: 2 });
  expect(await states()).toEqual(["ACTIVE", "ACTIVE"]);
  expect(await countsOf(await rehearsed("RESUMPTIONS", back))).toEqual({ UNCHANGED: 2 });
  const corrected = await rehearsed("SUSPENSIONS", errors.replace("999999", String(made[0]!.number)));
  expect(await done(corrected)).toEqual({ DONE: 1 });
  expect(await states()).toEqual([off, "ACTIVE"]);
  expect(await done(await rehearsed("SUSPENSIONS", file))).toEqual({ DONE: 1, UNCHANGED: 1, REFUSED: 1 });
  expect(await states()).toEqual([off, off]);
}, 120_000);

test("a service that somebody has changed since the rehearsal is left as it is, and told row by row", async () => {
  const id = await rehearsed("RESUMPTIONS", `service\n${made.map(({ number }) => number).join("\n")}`);
  await rows("update service set version = version + 1 where id = $1", [made[0]!.id]);
  expect(await done(id)).toEqual({ DONE: 1, FAILED: 1 });
  expect(await states()).toEqual([off, "ACTIVE"]);
  expect(await problemsOf(world.system(), id)).toMatchObject([{ code: "STALE", count: 1, firstRows: [1] }]);
}, 60_000);

test("O38: services end by a file, each once; its name confirms a row where the file has it, and what is not meant is refused", async () => {
  const [first, second] = made;
  const file = [
    "service,name",
    `${first!.number},"${first!.name}"`,
    `${second!.number},Somebody else's`,
    "svc_nothing,",
  ].join("\n");
  const id = await rehearsed("TERMINATIONS", file);
  expect(await countsOf(id)).toEqual({ READY: 1, REFUSED: 2 });
  expect((await problemsOf(world.system(), id)).map(({ code, column }) => [code, column])).toEqual([
    ["INVALID", "name"],
    ["UNKNOWN_REFERENCE", "service"],
  ]);
  expect(await done(id)).toEqual({ DONE: 1, REFUSED: 2 });
  expect(await states()).toEqual([expect.stringMatching(/^TERMINATED/), "ACTIVE"]);
  const ended = "select 1 from provisioning_run where kind = 'TERMINATE'";
  expect(await rows(ended)).toHaveLength(1);
  const again = await rehearsed("TERMINATIONS", file);
  expect(await countsOf(again)).toEqual({ UNCHANGED: 1, REFUSED: 2 });
  const other = await rehearsed("TERMINATIONS", `service\n${first!.number}`);
  expect(await countsOf(other)).toEqual({ UNCHANGED: 1 }); // said otherwise, and ended all the same
  const rest = await rehearsed("TERMINATIONS", (await fileOf(id)).replace("Somebody else's", second!.name));
  expect(await done(rest)).toEqual({ DONE: 1, REFUSED: 1 });
  expect(await states()).toEqual([expect.stringMatching(/^TERMINATED/), "TERMINATED"]);
  expect(await rows(ended)).toHaveLength(2);
}, 60_000);

test("a row whose run waits for a person is let go, so that more of them than may be at work at once hold up nobody", async () => {
  const waits =
    "tasks:\n  - key: look\n    title: Look at it\n    action: manual.wait\n    instructions: Look at it.\n";
  await rows(
    `update playbook_version set document = replace(document, E'tasks:\n', $1)
     where playbook_id in (select id from playbook where key = 'suspend-mobile')`,
    [waits],
  );
  await rows("update reseller set failure_emails = '{noc@acme.test}' where key = 'acme'");
  const planted = [];
  for (let index = 0; index < 7; index++) planted.push(await plantService(world, customersOfTests.johnSmith));
  const text = `service\n${planted.map((id) => encodeId("svc", id)).join("\n")}`;
  const id = await rehearsed("SUSPENSIONS", text);
  expect(await countsOf(id)).toEqual({ READY: 7 });
  expect(await done(id)).toEqual({ DONE: 7 });
  const waiting = await rows(
    "select 1 from provisioning_run where service_id = any($1) and state = 'WAITING' and waiting_for = 'PERSON'",
    [planted],
  );
  expect(waiting).toHaveLength(7);
  // Told once, with how many, and mailed once to those in charge.
  const notices = `select kind, detail from notification
    where import_id = $1 or run_id in (select run_id from bulk_row where import_id = $1)`;
  expect(await rows(notices, [id])).toMatchObject([
    { kind: "IMPORT_ENDED", detail: { key: "notice.importWaits", values: { done: 7, failed: 0, waiting: 7 } } },
  ]);
  const mails = "select subject, body from outbox_mail where recipient = 'noc@acme.test'";
  expect(await rows(mails)).toMatchObject([
    { subject: expect.stringMatching(/^Import ended: /), body: expect.stringContaining("7 runs wait for a person") },
  ]);
  // What a person takes up afterwards is told as ever.
  const [first] = await rows<{ id: string; sequence: number }>(
    "select id, sequence from provisioning_run where service_id = $1 and waiting_for = 'PERSON'",
    [planted[0]],
  );
  const seen = { id: first!.id, sequence: first!.sequence, taskKey: "look", note: "Looked at." };
  await completeManualTask(world.as("owner@acme.test"), seen);
  expect((await shop.ended(first!.id)).state).toBe("FAILED"); // the network knows no such account
  expect((await rows<{ kind: string }>(notices, [id])).map(({ kind }) => kind)).toContain("RUN_FAILED");
  expect(await rows(mails)).toHaveLength(2);
}, 60_000);
