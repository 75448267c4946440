import { encodeId, newId } from "@tierline/shared/id.ts";
import { parseMoney } from "@tierline/shared/money.ts";
import { expect, test } from "vitest";
import type { OrderRequest } from "../orders/order-draft.ts";
import { insertItems } from "../inventory/insert-items.ts";
import { transaction } from "../kernel/context.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { completeManualTask, rollBackRun } from "../provisioning/operate-run.ts";
import { itemsOfTests, offeringsOfTests, templatesOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, partsOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, charge, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { addOffering, ids, openShop } from "../testkit/shop.ts";
import { followBalances, isStillOn } from "./follow-balances.ts";
import { resumeService } from "./suspend-service.ts";
import { terminateService } from "./terminate-service.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const { world } = shop;
const { rows } = world.database;
const [agent, owner] = ["agent@acme.test", "owner@acme.test"] as const;
const { sim123, number123, cpe1 } = itemsOfTests;
const johnson = pathOf(customersOfTests.johnson);
const accounts = await accountsOfTests(world.as(owner), johnson);

const none = { setup: null, recurring: null, oneOff: null };
const television = {
  ...offeringsOfTests.p1,
  id: "019a0000-0014-7000-8000-000000000172",
  slug: "tv-basic",
  name: "TV Basic",
  serviceType: "IPTV" as const,
  requirements: [{ templateId: templatesOfTests.modem.id, slot: "box", label: "IPTV Box", isRequired: true }],
  prices: [
    { path: offeringsOfTests.p1.path, retail: { ...none, recurring: parseMoney("9.00", "GBP") }, wholesale: none },
  ],
};
await addOffering(world, "iptv", television);
await rows("update offering set segments = '{INDIVIDUAL,BUSINESS}'");
const box = { ...cpe1, id: "019a0000-0013-7000-8000-000000000371", label: "CPE-71", identifier: "AX24-000071" };
await insertItems(world.system().em, [box]);

const site = { siteId: encodeId("sit", partsOfTests.sites.leeds) };
const sold: readonly [OrderRequest, readonly { readonly id: string }[]][] = [
  [{ offeringId: encodeId("ofr", offeringsOfTests.p1.id), customerId: ids.johnson }, [sim123, number123]],
  [{ offeringId: ids.p2, customerId: ids.johnson, ...site, installationDate: "2026-12-01" }, [cpe1]],
  [{ offeringId: encodeId("ofr", television.id), customerId: ids.johnson }, [box]],
  [{ offeringId: ids.p4, customerId: ids.johnson, ...site }, []],
];
for (const [request, items] of sold) {
  const { runId } = await shop.order(agent, { ...request, reservationIds: await shop.reserve(agent, ...items) });
  const { waitingFor, sequence } = await shop.ended(runId);
  const seen = { id: runId, sequence, taskKey: "installation", note: null };
  if (waitingFor === "PERSON") await completeManualTask(world.as(agent), seen);
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
}
await lab.storage.query(
  "insert into radacct (acctsessionid, username, nasipaddress, acctstarttime) select 'one', username, '10.0.0.1', now() from radcheck",
);

/** Whether each is let in, as its element of the network has it. */
async function network(): Promise<unknown> {
  const [account] = await lab.storage.query("select is_disabled, plans from lab_ocs_account");
  const logins = await lab.storage.query("select attribute from radcheck order by 1");
  const [tv] = await lab.storage.query<{ body: string }>(
    "select body from lab_resource where path like '%subscriptions%'",
  );
  const lines = await lab.storage.query("select 1 from subscriber");
  return { account, logins, tv: JSON.parse(tv!.body), lines: lines.length };
}
const sessions = () => lab.storage.query("select 1 from radacct where acctstoptime is null");

async function services(): Promise<Record<string, string>> {
  const found = await rows<{ type: string; what: string }>(
    "select service_type as type, trim(state || ' ' || array_to_string(suspension_reasons, ',')) as what from service order by 1",
  );
  return Object.fromEntries(found.map(({ type, what }) => [type, what]));
}

/** Two sweeps at once, and what their runs come to. */
async function follow(): Promise<string[]> {
  const last = await rows<{ id: string }>("select id from provisioning_run");
  await Promise.all([followBalances(world.system()), followBalances(world.system())]);
  const begun = await rows<{ id: string; playbook_key: string }>(
    "select id, playbook_key from provisioning_run where not id = any($1) order by playbook_key",
    [last.map(({ id }) => id)],
  );
  return Promise.all(begun.map(async ({ id, playbook_key: key }) => `${key} ${(await shop.ended(id)).state}`));
}

async function pay(amount: number): Promise<void> {
  const micros = pounds(Math.abs(amount));
  const asked = amount > 0 ? payment(accounts, micros, newId(), johnson) : charge(accounts, micros, newId(), johnson);
  await posted(world.as(owner), { ...asked, isCovered: false });
}

/** Its end fails in the network and is rolled back: there it is as it was sold again. */
async function endTakenBack(type: string): Promise<void> {
  await rows(
    "update playbook_version set document = replace(document, 'title: Remove internet login', 'title: Remove internet login\n    maxAttempts: 1')",
  );
  const [service] = await rows<{ id: string; name: string; version: number }>(
    "select id, name, version from service where service_type = $1",
    [type],
  );
  const { id: serviceId, name: confirmName, version } = service!;
  await lab.faultsOf("radius").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  const ending = { idempotencyKey: newId(), serviceId, confirmName, version };
  const { runId } = await terminateService(world.as(owner), ending);
  const { sequence } = await shop.ended(runId);
  await lab.faultsOf("radius").set(null);
  await rollBackRun(world.as(owner), { id: runId, sequence });
  expect((await shop.ended(runId)).state).toBe("ROLLED_BACK");
}

const on = { INTERNET: "ACTIVE", IPTV: "ACTIVE", MOBILE: "ACTIVE", VOIP: "ACTIVE" };
const off = {
  INTERNET: "SUSPENDED BALANCE",
  IPTV: "SUSPENDED BALANCE",
  MOBILE: "SUSPENDED BALANCE",
  VOIP: "ACTIVE", // its calls are refused one by one
};

test("V9: what a strict customer has is taken off the network once when nothing is left, and is what it was when they pay", async () => {
  const before = await network();
  expect(await follow()).toEqual([]);
  const terms = { mode: "PREPAID", policy: "STRICT", creditLimitMicros: 0n, cycleDay: 1, dueDay: null } as const;
  await transaction(world.as(owner), (tx) =>
    setAccountTerms(tx, accounts.billing, { ...terms, lowBalanceMicros: null, lowBalanceEmail: null }),
  );
  expect(await services()).toEqual(on); // until the network has done it
  expect(await follow()).toEqual(["suspend-internet SUCCEEDED", "suspend-iptv SUCCEEDED", "suspend-mobile SUCCEEDED"]);
  expect(await services()).toEqual(off);
  expect(await network()).toMatchObject({
    account: { is_disabled: true },
    logins: [{ attribute: "Auth-Type" }, { attribute: "Cleartext-Password" }],
    tv: { package: "tv-basic", isHalted: true },
    lines: 1,
  });
  expect(await sessions()).toEqual([]);
  expect(await follow()).toEqual([]);
  await endTakenBack("INTERNET");
  expect(await follow()).toEqual(["suspend-internet SUCCEEDED"]);
  expect(await services()).toEqual(off);
  await pay(1_000);
  expect(await follow()).toEqual(["resume-internet SUCCEEDED", "resume-iptv SUCCEEDED", "resume-mobile SUCCEEDED"]);
  expect([await services(), await network()]).toEqual([on, before]);
  expect(await follow()).toEqual([]);
});

test("X4: what is suspended for something else too stays so; a suspension that failed is taken back when the customer has paid meanwhile", async () => {
  const before = await network();
  await rows(
    "update playbook_version set document = replace(document, 'title: Block internet login', 'title: Block internet login\n    maxAttempts: 1')",
  );
  await lab.faultsOf("radius").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  const [{ balance }] = (await rows<{ balance: string }>(
    "select (balance_micros / 1e6)::text as balance from ledger_balance where account_id = $1 and part = 0",
    [accounts.billing],
  )) as [{ balance: string }];
  await pay(-Number(balance));
  expect(await follow()).toEqual(["suspend-internet FAILED", "suspend-iptv SUCCEEDED", "suspend-mobile SUCCEEDED"]);
  expect(await services()).toEqual({ ...off, INTERNET: "ACTIVE" });
  expect(await follow()).toEqual([]); // who failed waits for a person
  await rows(
    "update service set suspension_reasons = suspension_reasons || 'MANUAL'::text where service_type = 'IPTV'",
  );
  await lab.faultsOf("radius").set(null);
  await pay(1);
  expect(await follow()).toEqual(["resume-mobile SUCCEEDED"]); // nobody's payment undoes what a person did
  const [failed] = await rows<{ id: string }>(
    "select id from provisioning_run where playbook_key = 'suspend-internet' order by number desc limit 1",
  );
  expect((await shop.ended(failed!.id)).state).toBe("ROLLED_BACK");
  expect(await services()).toEqual({ ...on, IPTV: "SUSPENDED MANUAL" });
  const [television] = await rows<{ id: string; version: number }>(
    "select id, version from service where service_type = 'IPTV'",
  );
  const { id: serviceId, version } = television!;
  const { runId } = await resumeService(world.as(owner), { idempotencyKey: newId(), serviceId, version });
  expect((await shop.ended(runId!)).state).toBe("SUCCEEDED");
  expect([await services(), await network()]).toEqual([on, before]);
});

test("X4: whom screening has deactivated is taken off the network by runs, and a payment brings nothing of it back", async () => {
  const path = [johnson];
  await rows("update customer set state = 'DEACTIVATING', suspension_reasons = '{COMPLIANCE}' where path = $1", path);
  expect(await isStillOn(world.system(), customersOfTests.johnson.id)).toBe(true);
  expect(await follow()).toEqual(["suspend-internet SUCCEEDED", "suspend-iptv SUCCEEDED", "suspend-mobile SUCCEEDED"]);
  const held = { INTERNET: "SUSPENDED COMPLIANCE", IPTV: "SUSPENDED COMPLIANCE", MOBILE: "SUSPENDED COMPLIANCE" };
  expect(await services()).toEqual({ ...off, ...held });
  expect(await isStillOn(world.system(), customersOfTests.johnson.id)).toBe(false);
  await pay(-1_000);
  expect(await follow()).toEqual([]);
  const both = "SUSPENDED COMPLIANCE,BALANCE";
  expect(await services()).toEqual({ ...off, INTERNET: both, IPTV: both, MOBILE: both });
  await pay(1_000);
  expect(await follow()).toEqual([]);
  expect(await services()).toEqual({ ...off, ...held });
  await rows("update customer set state = 'ACTIVE', suspension_reasons = '{}' where path = $1", path);
  expect(await follow()).toEqual(["resume-internet SUCCEEDED", "resume-iptv SUCCEEDED", "resume-mobile SUCCEEDED"]);
  expect(await services()).toEqual(on);
});
