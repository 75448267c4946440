import { encodeId, newId } from "@tierline/shared/id.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { assignAllowances } from "../allowances/assign-allowances.ts";
import { saveAllowance } from "../allowances/save-allowance.ts";
import { customersOfTests, pathOf } from "../testkit/customers-of-tests.ts";
import { openLiveCalls, uk } from "../testkit/live-calls-of-tests.ts";
import { resellersOfTests } from "../testkit/tree.ts";
import { testWorld } from "../testkit/world.ts";
import { settleLiveCalls } from "./settle-live-calls.ts";

// John Smith has one included minute to numbers of his country, which cost 0.10 a minute by 30 and 6 seconds, and no money.

const world = await testWorld();
const { rows } = world.database;
const { acme, nord } = resellersOfTests;
const smith = pathOf(customersOfTests.johnSmith);
const calls = await openLiveCalls(world);
const { authorise, answer, end, extend, why, terms, balance, held, left } = calls;
const owner = "owner@acme.test";
let allowanceId: string;

beforeAll(async () => {
  const idempotencyKey = newId();
  const id = await saveAllowance(world.as(owner), { idempotencyKey, name: "One minute", minutes: 1 });
  allowanceId = encodeId("alw", id);
});

/** A whole minute again, and whether it may be used where there is no money: as was said, or null. */
async function minute(isUsableAtZero: boolean | null): Promise<void> {
  const customerId = encodeId("cus", customersOfTests.johnSmith.id);
  const assign = (slots: readonly { slot: "FIXED_LOCAL"; allowanceId: string }[]) => {
    const input = { idempotencyKey: newId(), customerId, cycleDay: 21, isUsableAtZero, slots };
    return assignAllowances(world.as(owner), input);
  };
  await assign([]);
  world.clock.advance({ seconds: 1 });
  await assign([{ slot: "FIXED_LOCAL", allowanceId }]);
  world.clock.advance({ seconds: 1 });
}

beforeEach(async () => {
  await calls.settleDown();
  await balance(0);
});

/** As long as the switch lets it, or as told. */
async function talk(
  seconds?: number,
): Promise<{ readonly let: number; readonly free: number; readonly billed: number }> {
  const call = await authorise();
  expect(call.verdict).toBe("ALLOWED");
  await answer(call.key);
  world.clock.advance({ seconds: (seconds ?? call.seconds) - 1 });
  expect(await extend()).toEqual([]);
  world.clock.advance({ seconds: 1 });
  await end(call.key);
  expect(await settleLiveCalls(world.system())).toBe(1);
  const [leg] = await rows<{ free: number; billed: number }>(
    `select l.free_seconds as free, l.billed_seconds as billed from call_leg l join call c on c.id = l.call_id
     where l.path = $1 and c.source_key = $2`,
    [smith, call.key],
  );
  return { let: call.seconds, ...leg! };
}

test("U6: a strict balance of nothing lets nobody talk on included minutes, unless its seller said so", async () => {
  await minute(null);
  expect(await why()).toBe("INSUFFICIENT_BALANCE");
  await minute(true);
  expect(await why("12")).toBe("INVALID_NUMBER");
  expect(await talk()).toEqual({ let: 60, free: 60, billed: 0 });
  expect([await left(), await held()]).toEqual([0n, "0"]);
  expect(await why()).toBe("INSUFFICIENT_BALANCE");
});

test("U6: who owes something, or is suspended at more than nothing, talks for the included minutes and not a second longer", async () => {
  await minute(true);
  await balance(-3);
  expect(await talk()).toEqual({ let: 60, free: 60, billed: 0 });
  expect(await left()).toBe(-3_000_000n);
  await minute(true);
  await balance(3);
  await rows(
    "create or replace function ends_at(p_path text) returns bigint language sql stable as 'select 5000000::bigint'",
  );
  await rows("select review_account(id) from ledger_account where path = $1", [smith]);
  expect(await talk()).toEqual({ let: 60, free: 60, billed: 0 });
  await rows(
    "create or replace function ends_at(p_path text) returns bigint language sql stable as 'select 0::bigint'",
  );
  await rows("select review_account(id) from ledger_account where path = $1", [smith]);
  expect(await left()).toBe(3_000_000n);
});

test.each(["POSTPAID", "ALLOWANCE"] as const)(
  "U6: %s at its limit talks for the included minutes and no longer, and two calls at once do not both have them",
  async (mode) => {
    await terms(smith, mode, 0n);
    expect(await why()).toBe("CREDIT_LIMIT_REACHED");
    await minute(null);
    const beside = await authorise();
    expect([beside.seconds, await held(), await why()]).toEqual([60, "0", "CREDIT_LIMIT_REACHED"]);
    await end(beside.key);
    expect(await talk()).toEqual({ let: 60, free: 60, billed: 0 });
    expect([await left(), await why()]).toEqual([0n, "CREDIT_LIMIT_REACHED"]);
    await minute(false);
    expect(await why()).toBe("CREDIT_LIMIT_REACHED");
  },
);

test("U6: who may go below nothing talks on, and is charged for what is beyond the included minutes", async () => {
  await minute(null);
  await terms(smith, "PERMISSIVE", null);
  expect(await talk(60)).toEqual({ let: 600, free: 60, billed: 0 });
  expect(await left()).toBe(0n);
  await minute(null);
  expect(await talk(90)).toEqual({ let: 600, free: 60, billed: 30 });
  expect(await left()).toBe(-50_000n);
});

test("U6: a payment while one talks on included minutes lets the call go on", async () => {
  await minute(true);
  const { key, seconds } = await authorise();
  await answer(key);
  await balance(0.1);
  world.clock.advance({ seconds: 20 });
  expect([seconds, await extend()]).toEqual([60, [{ dialog: `dialog of ${key}`, seconds: 100 }]]);
  expect(await held()).toBe("100000");
});

test("U6: included minutes do not pass a seller without money, a suspension by hand, or a line that is one for no money at all", async () => {
  await minute(true);
  await terms(acme.path, "STRICT", 0n);
  await balance(0, acme.path, nord.path);
  expect(await why()).toBe("UPSTREAM_SUSPENDED");
  await terms(acme.path, "PERMISSIVE", null);
  await rows("update service set state = 'SUSPENDED', suspension_reasons = '{BALANCE}'");
  expect(await why()).toBeNull();
  await rows("update call set state = 'NO_ANSWER', ended_at = started_at where state = 'LIVE'");
  await rows("update service set suspension_reasons = '{UPSTREAM}'");
  expect(await why()).toBe("UPSTREAM_SUSPENDED");
  await rows("update service set state = 'ACTIVE', suspension_reasons = '{}'");
  await rows("update customer set suspension_reasons = suspension_reasons || '{MANUAL}' where path = $1", [smith]);
  expect(await why(uk)).toBe("CUSTOMER_NOT_ACTIVE");
  await rows("update customer set suspension_reasons = array_remove(suspension_reasons, 'MANUAL') where path = $1", [
    smith,
  ]);
});
