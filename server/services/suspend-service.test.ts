import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { rollBackRun } from "../provisioning/operate-run.ts";
import { offeringsOfTests } from "../testkit/catalog-of-tests.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, payment, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { plantService } from "../testkit/plant-service.ts";
import { openShop } from "../testkit/shop.ts";
import { followBalances } from "./follow-balances.ts";

const shop = await openShop();
const lab = await shop.lab();
await shop.engine();
const { world } = shop;
const { rows } = world.database;
const [agent, owner] = ["agent@acme.test", "owner@acme.test"] as const;
const { johnSmith } = customersOfTests;
const path = pathOf(johnSmith);
const accounts = await accountsOfTests(world.as(owner), path);
let id: string;

beforeAll(async () => {
  const { runId } = await shop.orderMobile(agent, "123");
  expect((await shop.ended(runId)).state).toBe("SUCCEEDED");
  const [made] = await rows<{ id: string }>("select service_id as id from provisioning_run where id = $1", [runId]);
  id = made!.id;
});
beforeEach(async () => {
  expect(await now()).toBe("ACTIVE");
});

interface Payload {
  readonly service: { readonly state: string; readonly suspensionReasons: readonly string[] } | null;
  readonly run: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly path: readonly string[] | null }[];
}

async function versionOf(of: string): Promise<number> {
  const [row] = await rows<{ version: number }>("select version from service where id = $1", [of]);
  return row!.version;
}

async function said(verb: "suspendService" | "resumeService", more: object = {}, of = id, who: string = agent) {
  const input = { id: encodeId("svc", of), version: await versionOf(of), idempotencyKey: newId(), ...more };
  const { data, errors } = await world.graphql(
    who,
    `mutation ($input: SuspendServiceInput!) { ${verb}(input: $input) {
       service { state suspensionReasons } run { id } userErrors { code path } } }`,
    { input },
  );
  return { payload: (data as Record<string, Payload> | null)?.[verb], errors };
}

/** Until its run has ended. */
async function done(verb: "suspendService" | "resumeService"): Promise<string> {
  const { payload } = await said(verb);
  expect(payload?.userErrors).toEqual([]);
  const run = payload?.run;
  if (run == null) return "AT ONCE";
  const [row] = await rows<{ id: string }>(
    "select id from provisioning_run where service_id = $1 order by number desc limit 1",
    [id],
  );
  return (await shop.ended(row!.id)).state;
}

async function now(of = id): Promise<string> {
  const [row] = await rows<{ what: string }>(
    "select trim(state || ' ' || array_to_string(suspension_reasons, ',')) as what from service where id = $1",
    [of],
  );
  return row!.what;
}
const isOff = async () => {
  const [account] = await lab.storage.query<{ is_disabled: boolean }>("select is_disabled from lab_ocs_account");
  return account?.is_disabled;
};

/** Sweeps until it begins nothing more. */
async function followed(): Promise<void> {
  for (let begun = 1; begun > 0;) {
    begun = await followBalances(world.system());
    const runs = await rows<{ id: string }>("select id from provisioning_run where finished_at is null");
    for (const run of runs) await shop.ended(run.id);
  }
}

async function agreed(policy: "STRICT" | "PERMISSIVE"): Promise<void> {
  const terms = { mode: "PREPAID", policy, creditLimitMicros: policy === "STRICT" ? 0n : null } as const;
  const rest = { cycleDay: 1, dueDay: null, lowBalanceMicros: null, lowBalanceEmail: null };
  await transaction(world.as(owner), (tx) => setAccountTerms(tx, accounts.billing, { ...terms, ...rest }));
}

test("a person takes a service off the network and brings it back, by runs, each told in the trail", async () => {
  const first = await said("suspendService", { note: "Card lost" });
  expect(first.payload).toMatchObject({ service: { state: "ACTIVE" }, userErrors: [] }); // until the network has done it
  const [run] = await rows<{ id: string; title: unknown }>(
    "select id, title from provisioning_run where service_id = $1 order by number desc limit 1",
    [id],
  );
  expect(run?.title).toMatchObject({ key: "run.suspendByHand" });
  expect((await shop.ended(run!.id)).state).toBe("SUCCEEDED");
  expect([await now(), await isOff()]).toEqual(["SUSPENDED MANUAL", true]);
  const again = await said("suspendService");
  expect(again.payload?.userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["id"] }]);
  expect(await done("resumeService")).toBe("SUCCEEDED");
  expect([await now(), await isOff()]).toEqual(["ACTIVE", false]);
  expect((await said("resumeService")).payload?.userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["id"] }]);
  const told = await rows(
    "select actor, operation, note from audit_entry where operation in ('service.suspend', 'service.resume') order by at, id",
  );
  expect(told).toEqual([
    { actor: "Amy Agent", operation: "service.suspend", note: "Card lost" },
    { actor: "Amy Agent", operation: "service.resume", note: null },
  ]);
});

test("X4, V9: a payment brings nothing back that a person took off, and a person nothing that is not paid", async () => {
  expect(await done("suspendService")).toBe("SUCCEEDED");
  await agreed("STRICT"); // nothing is on the account
  await followed();
  expect(await now()).toBe("SUSPENDED MANUAL,BALANCE");
  await posted(world.as(owner), { ...payment(accounts, pounds(1_000), newId(), path), isCovered: false });
  await followed();
  expect([await now(), await isOff()]).toEqual(["SUSPENDED MANUAL", true]);
  await rows("update customer set state = 'SUSPENDED', suspension_reasons = '{COMPLIANCE}' where path = $1", [path]);
  expect(await done("resumeService")).toBe("AT ONCE");
  expect([await now(), await isOff()]).toEqual(["SUSPENDED COMPLIANCE", true]);
  expect(await done("suspendService")).toBe("AT ONCE");
  expect(await now()).toBe("SUSPENDED COMPLIANCE,MANUAL");
  await rows("update customer set state = 'ACTIVE', suspension_reasons = '{}' where path = $1", [path]);
  await followed();
  expect([await now(), await isOff()]).toEqual(["SUSPENDED MANUAL", true]);
  expect(await done("resumeService")).toBe("SUCCEEDED");
  await agreed("PERMISSIVE");
});

test("a suspension that failed waits for a person, and is taken back without a trace", async () => {
  await lab.faultsOf("ocs").set({ kind: "REFUSE", times: null, delayMs: 0, garbageBytes: 1 });
  await rows(
    "update playbook_version set document = replace(document, 'title: Disable OCS account', 'title: Disable OCS account\n    maxAttempts: 1')",
  );
  expect(await done("suspendService")).toBe("FAILED");
  await lab.faultsOf("ocs").set(null);
  await followed();
  const [run] = await rows<{ id: string; state: string; sequence: number }>(
    "select id, state, sequence from provisioning_run where service_id = $1 order by number desc limit 1",
    [id],
  );
  expect(run?.state).toBe("FAILED"); // no sweep settles what a person began
  expect((await said("suspendService")).payload?.userErrors).toEqual([{ code: "STATE_CONFLICT", path: ["id"] }]);
  await rollBackRun(world.as(owner), { id: run!.id, sequence: run!.sequence });
  expect((await shop.ended(run!.id)).state).toBe("ROLLED_BACK");
  expect([await now(), await isOff()]).toEqual(["ACTIVE", false]);
});

test("a line is off and on at once, because its calls are asked one by one; what no playbook reaches is refused", async () => {
  const line = await plantService(world, johnSmith, { serviceType: "VOIP", offering: offeringsOfTests.p4.id });
  const off = await said("suspendService", {}, line);
  expect(off.payload).toMatchObject({ service: { state: "SUSPENDED", suspensionReasons: ["MANUAL"] }, run: null });
  const on = await said("resumeService", {}, line);
  expect(on.payload).toMatchObject({ service: { state: "ACTIVE", suspensionReasons: [] }, run: null });
  expect((await said("suspendService", { version: 1 }, line)).payload?.userErrors).toEqual([
    { code: "STALE", path: ["version"] },
  ]);
  const ended = await plantService(world, johnSmith, { state: "TERMINATED" });
  expect((await said("suspendService", {}, ended)).payload?.userErrors).toEqual([
    { code: "STATE_CONFLICT", path: ["id"] },
  ]);
  expect((await said("suspendService", { note: "x".repeat(2_001) })).payload?.userErrors).toEqual([
    { code: "TOO_LONG", path: ["note"] },
  ]);
  const elsewhere = await said("suspendService", {}, id, "owner@beta.test");
  expect([elsewhere.payload, elsewhere.errors?.length]).toEqual([undefined, 1]);
  expect(await now()).toBe("ACTIVE");
});
