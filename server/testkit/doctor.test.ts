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
import { settleCorrections } from "../rating/settle-corrections.ts";
import { callOfTests, settle } from "./calls-of-tests.ts";
import { itemsOfTests } from "./catalog-of-tests.ts";
import { customersOfTests, partsOfTests } from "./customers-of-tests.ts";
import { testDatabase } from "./database.ts";
import { plantSubscriber } from "./plant-subscriber.ts";
import { plantInvoice } from "./invoices-of-tests.ts";
import { ids, openShop } from "./shop.ts";
import { breachesOfScreening } from "./screening-of-tests.ts";
import { plantDeck, plantPlan } from "./tariffs-of-tests.ts";
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

await plantSubscriber(world, customersOfTests.johnson, "pat@acme-people.test");
await plantDeck(world, "acme", [["44", "United Kingdom", "0.01", "6/6"]]);
await plantPlan(world, "acme", { markupPercent: "20", cadence: "60/60" });
const called = callOfTests(61, { number: "442079460958" });
await settle(world, called);
await transaction(world.system(), (tx) =>
  settleCorrections(tx, [{ call: { ...called, sourceKey: "put right", seconds: 31 }, corrects: called }]),
);

await plantInvoice(world, customersOfTests.johnDoe, "owner@acme.test", "A number");

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

/** An allowance of the first customer, in the cycle under way. */
const allowanceOf = (facts: string) => `
  insert into allowance_cycle (customer_id, path, cycle_day) select id, path, 1 from customer order by number limit 1;
  insert into allowance (id, path, reseller_id, name, minutes, fee_micros, currency, prefixes, rollover_minutes_max, is_offered, created_at)
    select gen_random_uuid(), path, id, 'x', 10, 0, 'GBP', '[]', 0, true, now() from reseller limit 1;
  insert into customer_allowance (id, path, customer_id, slot, allowance_id, name, minutes, fee_micros, currency, prefixes, rollover_minutes_max, draws_from_local, started_at, renews_at)
    select gen_random_uuid(), c.path, c.id, 'FIXED_LOCAL', a.id, 'x', 10, 0, 'GBP', '[]', 0, false, now(), '2026-12-01'
    from customer c, allowance a order by c.number limit 1;
  insert into allowance_count (id, path, held_id, starts_on, ends_on, starts_at, ends_at, granted_seconds, rolled_seconds, drawn_seconds, carried_seconds)
    select gen_random_uuid(), path, id, '2026-11-01', '2026-12-01', '2026-11-01', ${facts} from customer_allowance`;

/** A payment by which the first customer's account was to be paid. */
const paymentOf = (facts: string) => `
  insert into payment (id, path, gateway_id, provider, purpose, account_id, amount_micros, currency, description, keeps_method, return_path,
      key, started_at, started_by, attempts, state, refunded_micros)
    select id, path, id, 'STRIPE', 'TOP_UP', id, 1000000, 'GBP', '"x"', false, '/', 'x', now(), 'x', 0, ${facts}
    from ledger_account where kind = 'BILLING' limit 1`;

/** An import with one row. */
const importOf = (facts: string) => `
  insert into bulk_import (id, path, kind, file_name, digest, headers, row_count, mapping, defaults, replacements, decimal_mark, stock,
      money, user_id, user_name, next_at, busy_until, created_at, version, state, lanes, rows_deleted_at)
    select id, path, 'PLANS', 'x', 'x', '[]', 1, '{}', '{}', '[]', '.', '[]', '{}', id, 'x', now(), now(), now(), 1, ${facts}
    from reseller limit 1;
  insert into bulk_row (import_id, number, path, state, cells, is_claimed, lane, attempts)
    select id, 1, path, 'READY', '["x"]', false, 'ocs', 0 from bulk_import`;

/** What somebody might do behind the verbs' backs, by the finding that it must lead to. */
const breaches: Readonly<Record<string, string>> = {
  "a row that waits for its turn is in a lane that its import knows": importOf("'RUNNING', '{radius}', null"),
  "of an import whose rows are deleted the counts stay, and nothing of what the rows said":
    importOf("'DONE', '{ocs}', now()"),
  "a number that was ordered lies with whoever ordered it or below, and is charged until it is given back": `
    insert into number_lease (id, path, item_id, number, currency, setup_micros, monthly_micros, billing, rate_per_minute, cadence,
        past_terms, ordered_at, ordered_by)
      select gen_random_uuid(), path || 'r9.', id, identifier, 'GBP', 0, 0, 'FLAT', 0, '60/60', '[]', now(), 'x' from inventory_item limit 1`,
  "an allowance has given what calls took of it": allowanceOf("'2026-12-01', 600, 0, 60, 0"),
  "the cycles of an allowance follow one another, and what one hands on the next one has":
    allowanceOf("'2026-12-01', 600, 0, 0, 60"),
  "a customer's allowance has a cycle, and says when its newest one ends": allowanceOf("'2026-12-02', 600, 0, 0, 0"),
  "a payment that was paid was credited with its amount, and no other was": paymentOf("'COMPLETED', 0"),
  "what was given back of a payment is what its refunds come to": paymentOf("'DECLINED', 1"),
  ...breachesOfScreening,
  "of a customer's package as many seats are counted as people have": "update customer_package set seats_used = 5",
  "a subscriber has a service of its customer's that has not ended, as the package that is said": `
    update subscriber set offering_id = (select id from offering where slug = 'mobile-20gb')`,
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
  "a price list says something, of offerings that exist": `
    insert into price_list (id, path, reseller_id, name, created_at) select id, path, id, 'Silent', now() from reseller limit 1`,
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
  "of a charge no more was given back than it was, in how many parts and by whatever":
    "insert into ledger_return select transaction_id, transaction_id, path, abs(amount_micros) + 1 from posting limit 1",
  "what is held of an account is what its open holds set aside":
    "update ledger_balance set held_micros = held_micros + 1 where part = 0",
  "what is set aside for a call under way is set aside for a live one":
    "insert into live_call (call_id, path, destination_class, expires_at) values (gen_random_uuid(), 'r1.', 'EU', now())",
  "a call has one transaction of the ledger, with both sides of each of its sales and nothing else":
    "update call_leg set amount_micros = amount_micros + 1 where depth = 1",
  "whoever sells a call has bought it from the one above, from the carrier down to the customer":
    "update call_leg set seller_path = 'r1.r2.' where depth = 1",
  "what is set aside for calls is set aside for one that is under way, and is what it may cost": `
    insert into credit_hold (id, path, account_id, kind, reference, amount_micros, state, opened_at, expires_at)
      select id, path, id, 'CALL', gen_random_uuid() || ':' || id, 1, 'OPEN', now(), now() from ledger_account where kind = 'BILLING' limit 1`,
  "a correction is of a call that was recorded and leaves nothing below nothing of it":
    "update call_leg set billed_seconds = billed_seconds - 3600, cadenced_seconds = cadenced_seconds - 3600",
  "what a split call was counted for in its parts is what it stands at by then, in seconds and in money": `
    insert into call_leg_part (call_id, path, from_second, rate, cadence, free_seconds, billed_seconds, rule)
      select call_id, path, second, rate, cadence, 0, billed_seconds, rule from call_leg, (values (0), (60)) as at(second) where depth = 1 and billed_seconds > 0`,
  "the sums of calls by quarters of an hour are what their legs come to, by buyer and all together":
    "update call_sum set cost_micros = cost_micros + 1 where buyer_path = ''",
  "a hold that has ended says when, and was settled with a transaction if it was settled":
    "update credit_hold set ended_at = now()",
  "whoever buys has an account with whoever sells to them":
    "update ledger_account set path = 'r1.r2.r9.c1.' where path = 'r1.r2.r3.c123.'",
  "a customer is suspended for its balance exactly when its account is strict and nothing is left on it":
    "update customer set state = 'SUSPENDED', suspension_reasons = '{BALANCE}' where number = 123",
  "what was charged was posted to its buyer, as its formula says":
    'update charge set formula = formula || \'{"days": 1, "ofDays": 30}\'',
  "no day of what recurs was charged twice, and none given back that was not charged":
    "update recurring_charge set next_from = next_from - 1",
  "an invoice is what its lines come to, goes on from the one before, and each charge stands on one":
    "update invoice set new_micros = new_micros + 1",
  "the taxes of an invoice are owed to the tax office, and what is asked for beside its lines was posted to its buyer":
    "update invoice set tax_micros = tax_micros + 1, new_micros = new_micros - 1",
  "invoices of a seller are numbered from one, without a gap": "update invoice set number = number + 1",
  "a credit note is what its lines come to with their tax, and was given to its buyer out of what was charged":
    "update credit_note set net_micros = net_micros + 1",
  "of a line of an invoice no more was given back than was asked for, and of calls nothing":
    "update invoice_line set kind = 'USAGE' where kind = 'CHARGE'",
  "credit notes of a seller are numbered from one, without a gap": "update credit_note set number = number + 1",
  "every account is invoiced some time": "delete from invoice_cycle",
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
  const late = new pg.Client({ connectionString: database.adminUrl });
  await expect(late.connect()).rejects.toThrow("does not exist");
});
