import { encodeId } from "@tierline/shared/id.ts";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { sealEntries } from "../audit/seal-entries.ts";
import { examineWith } from "../db/doctor.ts";
import { sealPlace } from "../connectors/settings.ts";
import { createUser } from "../identity/create-user.ts";
import { openSession } from "../identity/session.ts";
import { transaction } from "../kernel/context.ts";
import { createVault } from "../kernel/vault.ts";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { partsOfTests } from "./customers-of-tests.ts";
import { testDatabase } from "./database.ts";
import { ids, openShop } from "./shop.ts";
import { resellersOfTests } from "./tree.ts";
import { holdCredit } from "../ledger/hold-credit.ts";
import { accountsOfTests, payment, posted, pounds } from "./ledger-of-tests.ts";

// A shop in the middle of its day: services that run, an order that waits for a worker, an item set aside, somebody signed in.
const shop = await openShop();
const { world } = shop;
const agent = "agent@acme.test";
await shop.lab();
const engine = await shop.engine();
const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };
await shop.ended((await shop.orderMobile(agent, "123")).runId);
await shop.ended((await shop.order(agent, { offeringId: ids.p4, customerId: ids.johnson, ...site })).runId);
await engine.stop();
await shop.orderMobile(agent, "124");
await shop.reserve(agent, itemsOfTests.sim125);
await transaction(world.system(), (tx) =>
  createUser(tx, {
    resellerId: resellersOfTests.acme.id,
    email: "anna@shop.test",
    name: "Anna",
    role: "AGENT",
    password: "a sentence to remember",
  }),
);
await transaction(world.as(agent), (tx) => openSession(tx, "a browser"));
await sealEntries(world.system());
const accounts = await accountsOfTests(world.as("owner@acme.test"));
await posted(world.as("owner@acme.test"), payment(accounts, pounds(25), "Cheque 12"));
await transaction(world.as("owner@acme.test"), (tx) =>
  holdCredit(tx, {
    accountId: accounts.billing,
    kind: "CALL",
    reference: "a call",
    micros: pounds(1),
    expiresAt: new Date("2027-01-01"),
  }),
);

const client = new pg.Client({ connectionString: world.database.adminUrl });
await client.connect();
afterAll(() => client.end());

const reserved = "update inventory_item set state = 'RESERVED', service_id = null where label = 'SIM-00123'";
const pastTriggers = "set local session_replication_role = replica";
const lastRun = "(select id from provisioning_run order by number desc limit 1)";
const firstRun = "(select id from provisioning_run order by number limit 1)";

/** A deck of the first reseller's, with that state, times and count. */
function deckOf(facts: string): string {
  return `insert into rate_deck (id, path, reseller_id, number, file_name, currency, counts, losses, created_at, created_by, state, effective_from, undone_at, rate_count)
    select id, path, id, 1, 'x', 'GBP', '{}', '[]', now(), 'x', ${facts} from reseller limit 1`;
}

/** What somebody might do behind the verbs' backs, by the finding that it must lead to. */
const breaches: Readonly<Record<string, string>> = {
  "no item is there twice": `alter table inventory_item drop constraint inventory_item_identifier;
    update inventory_item set identifier = '89442000123456780001', identifier_kind = 'ICCID' where label = 'SIM-00125'`,
  "an endpoint that is on is looked at as long as something waits for it": `
    insert into webhook_endpoint (id, path, reseller_id, maker_id, url, events, failures, created_at)
      select u.id, u.path, u.reseller_id, u.id, 'https://hook.example/', '{}', 0, now() from app_user u where role = 'RESELLER_OWNER' limit 1;
    insert into webhook_delivery (id, path, endpoint_id, event_id, type, body, created_at, state, attempts, due_at)
      select id, path, id, id, 'webhook.test', '{}', now(), 'PENDING', 0, now() from webhook_endpoint`,
  "a rate deck has the rates that it counts": deckOf("'PLANNED', null, null, 7"),
  "a rate deck that was applied says from when, and one that is planned does not": deckOf("'APPLIED', null, null, 0"),
  "a rate plan says something, and is for one buyer at a time": `
    insert into rate_plan (id, path, reseller_id, name, created_at) select id, path, id, 'Silent', now() from reseller limit 1`,
  "no item is reserved twice": `drop index reservation_open_once;
    update reservation set state = 'OPEN', item_id = (select item_id from reservation where state = 'OPEN')`,
  "a run holds one item in a slot": `drop index inventory_item_run_slot;
    update inventory_item set slot = 'sim' where held_by_run_id is not null`,
  "a reserved item is reserved by someone or held by a run": `${reserved}; update inventory_item set held_by_run_id = null`,
  "an open reservation is of a reserved item that no run holds, and lies in its tier":
    "update reservation set path = 'r1.r2.r4.' where state = 'OPEN'",
  "a reservation that has ended says when, and one that is open does not": "update reservation set ended_at = null",
  "no reservation is long past its time":
    "update reservation set expires_at = expires_at - interval '1 day' where state = 'OPEN'",
  "an assigned item belongs to a customer, who sees it":
    "update inventory_item set customer_path = 'r1.r2.r4.c900.' where label = 'SIM-00123'",
  "an item in stock belongs to no service and no run":
    "update inventory_item set state = 'IN_STOCK' where label = 'SIM-00123'",
  "an item is held only by a run that exists":
    "update inventory_item set held_by_run_id = gen_random_uuid() where label = 'SIM-00123'",
  "a run that needs nothing any more has let go of what it did not assign": reserved,
  "an item is in the state of the last step of its history":
    "update inventory_item set state = 'DAMAGED' where label = 'CPE-1'",
  "a run that has ended has no task under way": `update provisioning_task set state = 'RUNNING' where run_id = ${firstRun}`,
  "a run that has ended says when and is in nobody's hands, and one that has not does not": `
    update provisioning_run set finished_at = null where id = ${firstRun}`,
  "a run that succeeded has done all of its tasks": `update provisioning_task set state = 'SKIPPED' where run_id = ${firstRun}`,
  "a run that was rolled back has left no item with anybody": `
    update provisioning_run set state = 'ROLLED_BACK' where id = ${firstRun}`,
  "no run is in the hands of a worker that has ended or has long been silent": `
    update worker set heartbeat_at = heartbeat_at - interval '1 hour', ended_at = null;
    update provisioning_run set worker_id = (select id from worker limit 1) where id = ${lastRun}`,
  "a run that nobody is in charge of waits for a person or lies in the queue":
    "delete from graphile_worker._private_jobs",
  "no run is long past its deadline": `
    update provisioning_run set deadline_at = queued_at - interval '1 day' where id = ${lastRun}`,
  "an item of a service is assigned, and the service has not ended": "update service set state = 'TERMINATED'",
  "a service that is active has been given what its run held for it": reserved,
  "an active service has had a run that succeeded, or came with the demo": `
    update provisioning_run set state = 'FAILED' where id = ${firstRun}`,
  "no line may have more calls at a time than its plan and its customer are allowed":
    "update service set simultaneous_calls = 11; update offering set simultaneous_calls = 10",
  "a service is suspended for a reason, and no other has one": "update service set state = 'SUSPENDED'",
  "no number is there that its counter has not given out": "update counter set value = 0 where kind = 'run'",
  "each history counts its steps from one, without a gap": "update custody set step = step + 100",
  "each playbook knows its latest version": "update playbook set latest_version = 2",
  "a transaction has all of its postings, and they come to nothing in each currency": `${pastTriggers}; delete from posting where line = 2`,
  "a balance is what its postings come to, and each of them goes on from the one before": `${pastTriggers};
    update posting set balance_micros = balance_micros + 1`,
  "what is held of an account is what its open holds set aside":
    "update ledger_balance set held_micros = held_micros + 1 where part = 0",
  "a hold that has ended says when, and was settled with a transaction if it was settled":
    "update credit_hold set ended_at = now()",
  "whoever buys has an account with whoever sells to them":
    "update ledger_account set path = 'r1.r2.r9.c1.' where path = 'r1.r2.r3.c123.'",
  "an account has as many parts as it says": `${pastTriggers}; update ledger_account set parts = parts + 1`,
  "money is written through its door alone": "grant insert on posting to tierline_app",
  "no task has had more attempts than it may": "update provisioning_task set attempt = attempt + 100",
  "a reseller lies below its parent": "update reseller set path = 'r1.r3.' where key = 'acme'",
  "what a reseller was let sell is named where it is limited, lies with it and comes from above it": `
    insert into sellable_offering (id, path, reseller_id, offering_id)
      select o.id, r.path, r.id, o.id from offering o join reseller r on r.key = 'acme-north' limit 1`,
  "a customer lies in its reseller's tier": "update customer set path = 'r1.r2.r4.c123.' where number = 123",
  "a user lies in the tier of their reseller or customer":
    "update app_user set path = 'r1.' where email = 'agent@beta.test'",
  "what belongs to something lies in its tier": "update task_log set path = 'r1.r2.r4.'",
  "a customer is found by its own tokens, and by nothing else":
    "update customer set tokens = '{nobody}' where number = 123",
  "secrets are sealed, and open in their place": "update service_secret set sealed = 'hunter2'",
  "a service's secret is there or was shown": "update service_secret set shown_at = created_at",
  "of passwords and sessions only hashes are kept": "update session set token_hash = 'a token'",
  "a program comes with keys and has no password, and each key's holder is a program":
    "update app_user set kind = 'PROGRAM', role = 'MEMBER', email = 'x@program.invalid' where email = 'agent@beta.test'",
  "every table is guarded": "alter table customer no force row level security",
  "the audit trail is what was sealed": "update audit_entry set actor = 'Nobody' where operation = 'user.create'",
  "history can be added to, and not changed": "grant update on audit_entry to tierline_app",
};

async function found(): Promise<string[]> {
  const findings = await examineWith(client, world.clock.now(), world.vault);
  return findings.filter(({ broken }) => broken.length > 0).map(({ title }) => title);
}

test("a shop in the middle of its day is well, and everything that is examined has a test below", async () => {
  await client.query("begin");
  expect(await found()).toEqual([]);
  const titles = (await examineWith(client, world.clock.now(), world.vault)).map(({ title }) => title);
  expect(titles.toSorted()).toEqual(Object.keys(breaches).toSorted());
  await client.query("rollback");
});

for (const [title, breach] of Object.entries(breaches)) {
  test(`the doctor finds where this does not hold: ${title}`, async () => {
    await client.query("begin");
    try {
      await client.query(breach);
      expect(await found()).toContain(title);
    } finally {
      await client.query("rollback");
    }
  });
}

test("the doctor finds a sealed value in another's place, and another installation's", async () => {
  const sealed = "secrets are sealed, and open in their place";
  await client.query("begin");
  await client.query("update service_secret set sealed = (select sealed from run_secret limit 1)");
  expect(await found()).toEqual([sealed]);
  await client.query("rollback");
  const other = await examineWith(client, world.clock.now(), createVault(Buffer.alloc(32, 1)));
  expect(other.filter(({ broken }) => broken.length > 0).map(({ title }) => title)).toEqual([sealed]);
});

test("a connector's secret in clear is found, and its other settings may be read", async () => {
  await client.query("begin");
  const settings = JSON.stringify({ url: "http://ocs.example", password: "hunter2" });
  await client.query(
    `insert into connector (id, path, key, settings, health, health_message)
     values (gen_random_uuid(), 'r1.', 'ocs', $1, 'OK', '""')`,
    [settings],
  );
  const findings = await examineWith(client, world.clock.now(), world.vault);
  expect(findings.flatMap(({ broken }) => broken)).toEqual([sealPlace("ocs", "password")]);
  await client.query("rollback");
});

test("every test database is examined before it goes, and goes in any case", async () => {
  const database = await testDatabase();
  await database.rows("grant update on audit_entry to tierline_app");
  await expect(database.drop()).rejects.toThrow("history can be added to, and not changed");
  await expect(database.rows("select 1")).rejects.toThrow("does not exist");
});
