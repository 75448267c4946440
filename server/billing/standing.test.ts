import { newId } from "@tierline/shared/id.ts";
import type { CreditPolicy, PaymentMode } from "@tierline/shared/ledger.ts";
import { money } from "@tierline/shared/money.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { inTier, transaction } from "../kernel/context.ts";
import { postOne } from "../ledger/post.ts";
import { setAccountTerms, type AccountTerms } from "../ledger/set-terms.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, charge, payment, posted, pounds, type TestAccounts } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { readStanding } from "./read-standing.ts";

const world = await testWorld();
const owner = "owner@acme.test";
const { johnSmith, johnson, johnnyBeta } = customersOfTests;
const john = pathOf(johnSmith);
const acme = "r1.r2.r3.";
const gbp = (units: number) => money(pounds(units), "GBP");
let accounts: TestAccounts;

const none = { creditLimitMicros: null, cycleDay: 1, dueDay: null, lowBalanceMicros: null, lowBalanceEmail: null };
function terms(mode: PaymentMode, policy: CreditPolicy | null, limit: number | null): AccountTerms {
  return { ...none, mode, policy, creditLimitMicros: limit === null ? null : pounds(limit) };
}
const strict = terms("PREPAID", "STRICT", 0);
const permissive = terms("PREPAID", "PERMISSIVE", null);

beforeAll(async () => {
  await plantCustomers(world);
  accounts = await accountsOfTests(world.as(owner), john);
});
beforeEach(async () => {
  await agreed(permissive);
  await paid(-(await balance()));
});

async function balance(): Promise<number> {
  const [row] = await world.database.rows<{ balance: string }>(
    `select balance_micros::text as balance from ledger_balance where account_id = '${accounts.billing}'`,
  );
  return Number(row!.balance) / 1e6;
}

function agreed(next: AccountTerms, id = accounts.billing, context = world.as(owner)): Promise<void> {
  return transaction(context, (tx) => setAccountTerms(tx, id, next));
}

/** More than nothing is a payment, less a charge by hand, which is never short. */
async function paid(units: number): Promise<void> {
  if (units === 0) return;
  const asked =
    units > 0 ? payment(accounts, pounds(units), newId(), john) : charge(accounts, pounds(-units), newId(), john);
  const { outcome } = await posted(world.as(owner), { ...asked, isCovered: false });
  expect(outcome).toBe("POSTED");
}

async function customer(): Promise<string> {
  const [row] = await world.database.rows<{ what: string }>(
    `select state || ' ' || array_to_string(suspension_reasons, ',') as what from customer where path = '${john}'`,
  );
  return row!.what.trim();
}

const standing = (path = john) => readStanding(world.as(owner), path);

test("V9: 5.00 less 5.00 is 0.00 and suspends a strict customer in the same transaction, 0.01 does not; a payment brings it back", async () => {
  await paid(5);
  await agreed(strict);
  await paid(-4.99);
  expect([await balance(), await customer()]).toEqual([0.01, "ACTIVE"]);
  await transaction(world.as(owner), async (tx) => {
    await postOne(tx, { ...charge(accounts, pounds(0.01), newId(), john), isCovered: false });
    const [row] = await tx.em.execute<{ state: string }[]>("select state from customer where path = ?", [john]);
    expect(row).toEqual({ state: "SUSPENDED" }); // not committed yet
  });
  expect([await balance(), await customer()]).toEqual([0, "SUSPENDED BALANCE"]);
  expect(await standing()).toEqual({ maySpend: false, reason: "BALANCE", available: gbp(0) });
  await paid(-1.25);
  expect(await customer()).toBe("SUSPENDED BALANCE");
  await paid(1.25);
  expect(await customer()).toBe("SUSPENDED BALANCE");
  await paid(0.01);
  expect(await customer()).toBe("ACTIVE");
  expect(await standing()).toEqual({ maySpend: true, reason: null, available: gbp(0.01) });
});

test("V9: a permissive customer stays active at 0.00 and at -1.25, and is suspended once its account becomes strict", async () => {
  await paid(5);
  await paid(-5);
  expect(await customer()).toBe("ACTIVE");
  await paid(-1.25);
  expect([await balance(), await customer()]).toEqual([-1.25, "ACTIVE"]);
  expect(await standing()).toEqual({ maySpend: true, reason: null, available: null });
  await agreed(strict);
  expect(await customer()).toBe("SUSPENDED BALANCE");
  await agreed(permissive);
  expect(await customer()).toBe("ACTIVE");
});

test("X4: who is suspended for compliance too stays suspended for that when they pay", async () => {
  await paid(1);
  await agreed(strict);
  await world.database.rows(
    `update customer set state = 'SUSPENDED', suspension_reasons = '{COMPLIANCE}' where path = '${john}'`,
  );
  await paid(-1);
  expect(await customer()).toBe("SUSPENDED COMPLIANCE,BALANCE");
  await paid(2);
  expect(await customer()).toBe("SUSPENDED COMPLIANCE");
  expect((await standing())?.reason).toBe("COMPLIANCE");
  await world.database.rows(`update customer set state = 'ACTIVE', suspension_reasons = '{}' where path = '${john}'`);
});

test("X3: who pays afterwards is not suspended at the limit, and may spend up to it and no further (BX10)", async () => {
  await agreed(terms("POSTPAID", null, 50));
  await paid(-49.95);
  expect(await standing()).toEqual({ maySpend: true, reason: null, available: gbp(0.05) });
  expect((await posted(world.as(owner), charge(accounts, pounds(0.05), newId(), john))).outcome).toBe("POSTED");
  expect(await standing()).toEqual({ maySpend: false, reason: "CREDIT_LIMIT", available: gbp(0) });
  expect((await posted(world.as(owner), charge(accounts, pounds(0.05), newId(), john))).outcome).toBe("SHORT");
  expect(await customer()).toBe("ACTIVE");
  await agreed(terms("ALLOWANCE", null, null));
  expect(await standing()).toEqual({ maySpend: true, reason: null, available: null });
});

test("X5: a reseller's own balance ends: nobody below it may spend, at any depth, their balances untouched; a payment brings all back", async () => {
  const nord = world.as("ops@tierline.test");
  const own = await accountsOfTests(nord, acme, "r1.r2.");
  const at = (path: string) => readStanding(world.system(), path);
  await agreed(strict, own.billing, nord);
  const upstream = { maySpend: false, reason: "UPSTREAM", available: null };
  expect(await at(acme)).toMatchObject({ maySpend: false, reason: "BALANCE" });
  expect(await at(john)).toEqual(upstream);
  expect(await at(pathOf(johnson))).toEqual(upstream);
  expect(await at(`${acme}r5.`)).toEqual(upstream);
  expect(await at(pathOf(johnnyBeta))).toMatchObject({ maySpend: true });
  expect([await balance(), await customer()]).toEqual([0, "ACTIVE"]);
  await posted(nord, payment(own, pounds(1), newId(), acme));
  expect(await at(john)).toEqual({ maySpend: true, reason: null, available: null });
  expect(await at(acme)).toEqual({ maySpend: true, reason: null, available: gbp(1) });
  await agreed(permissive, own.billing, nord);
});

test("nobody gives themselves credit, and a stranger neither sets terms nor hears how somebody stands", async () => {
  const own = await accountsOfTests(world.as("ops@tierline.test"), acme, "r1.r2.");
  await expect(agreed(terms("POSTPAID", null, null), own.billing)).rejects.toThrow(/whoever sells/);
  await expect(agreed(strict, accounts.billing, world.as("owner@beta.test"))).rejects.toThrow(/whoever sells/);
  await expect(agreed(permissive, accounts.billing, inTier(world.as(owner), john))).rejects.toThrow(/whoever sells/);
  expect(await readStanding(world.as("owner@beta.test"), john)).toBeNull();
  expect(await readStanding(inTier(world.as(owner), john), john)).toMatchObject({ maySpend: true });
});
