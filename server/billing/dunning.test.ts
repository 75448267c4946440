import { newId } from "@tierline/shared/id.ts";
import type { CreditPolicy, PaymentMode } from "@tierline/shared/ledger.ts";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { setAccountTerms, type AccountTerms } from "../ledger/set-terms.ts";
import { accountsOfTests, charge, payment, posted, pounds, type TestAccounts } from "../testkit/ledger-of-tests.ts";
import { openShop } from "../testkit/shop.ts";
import { endUnpaid } from "./end-unpaid.ts";
import { tellOfBalances } from "./tell-of-balances.ts";

const shop = await openShop();
const { world } = shop;
const [owner, nord] = ["owner@acme.test", "ops@tierline.test"];
const [acme, john] = ["r1.r2.r3.", "r1.r2.r3.c123."];
let accounts: TestAccounts;

beforeAll(async () => {
  await shop.lab();
  accounts = await accountsOfTests(world.as(owner), john);
});
beforeEach(async () => {
  await setDunning({});
  await agreed("PREPAID", "PERMISSIVE");
  await move(-(await balance()));
  await tellOfBalances(world.system());
  await world.database.rows("delete from outbox_mail");
});

async function balance(id = accounts.billing): Promise<number> {
  const [row] = await world.database.rows<{ balance: string }>(
    `select balance_micros::text as balance from ledger_balance where account_id = '${id}'`,
  );
  return Number(row!.balance) / 1e6;
}

async function move(units: number, of = accounts, path = john): Promise<void> {
  if (units === 0) return;
  const amount = pounds(Math.abs(units));
  const asked = units > 0 ? payment(of, amount, newId(), path) : charge(of, amount, newId(), path);
  await posted(world.system(), { ...asked, isCovered: false });
}

interface More extends Partial<Omit<AccountTerms, "mode" | "policy">> {
  readonly id?: string;
}

function agreed(mode: PaymentMode, policy: CreditPolicy | null, { id, ...more }: More = {}): Promise<void> {
  const limit = policy === "STRICT" ? 0n : null;
  const none = { creditLimitMicros: limit, cycleDay: 1, dueDay: null, lowBalanceMicros: null, lowBalanceEmail: null };
  return transaction(world.system(), (tx) =>
    setAccountTerms(tx, id ?? accounts.billing, { ...none, mode, policy, ...more }),
  );
}

async function setDunning(input: Record<string, unknown>, email = owner): Promise<unknown> {
  const asked = `mutation ($input: SetDunningInput!) { setDunning(input: $input) {
    dunning { warn { amount } suspend { amount } terminate { amount } terminateDays } userErrors { code path } } }`;
  const { data, errors } = await world.graphql(email, asked, { input });
  expect(errors).toBeUndefined();
  return (data as { setDunning: unknown }).setDunning;
}

/** Subjects of the mails that are told of now, with who they go to. */
async function mails(): Promise<string[]> {
  await tellOfBalances(world.system());
  const rows = await world.database.rows<{ recipient: string; subject: string }>(
    "select recipient, subject from outbox_mail order by created_at, id",
  );
  await world.database.rows("delete from outbox_mail");
  return rows.map(({ recipient, subject }) => `${recipient}: ${subject}`);
}

test("VX4: at a threshold of 10.00, 10.50 to 9.90 sends exactly one mail, and no second one until the balance was back at 10.00", async () => {
  await agreed("PREPAID", "PERMISSIVE", { lowBalanceMicros: pounds(10), lowBalanceEmail: "alerts@smith.test" });
  await move(10.5);
  expect(await mails()).toEqual([]);
  await move(-0.6);
  const one = ["alerts@smith.test: The balance of John Smith is below £10.00"];
  expect(await mails()).toEqual(one);
  await move(-5);
  await move(5.09);
  expect([await balance(), await mails()]).toEqual([9.99, []]);
  await move(0.01);
  await move(-0.01);
  expect(await mails()).toEqual(one);
});

test("VX4: sweeps that run at once, and again, send it once", async () => {
  await agreed("PREPAID", "PERMISSIVE", { lowBalanceMicros: pounds(10), lowBalanceEmail: "alerts@smith.test" });
  await move(10);
  await move(-1);
  await Promise.all(Array.from({ length: 4 }, () => tellOfBalances(world.system())));
  expect(await mails()).toHaveLength(1);
});

test("BX10: at 40.00 of a limit of 50.00 the customer is warned, and at 50.00 it is told that it is reached", async () => {
  await agreed("POSTPAID", null, { creditLimitMicros: pounds(50) });
  await move(-39.99);
  expect(await mails()).toEqual([]);
  await move(-0.01);
  expect(await mails()).toEqual(["john.smith@example.com: Four fifths of your credit limit are used"]);
  await move(-9.99);
  expect(await mails()).toEqual([]);
  await move(-0.01);
  expect(await mails()).toEqual(["john.smith@example.com: Your credit limit is reached"]);
  await move(50);
});

test("U27: a reseller says when its buyers are warned, suspended and ended; it counts at once", async () => {
  expect(await setDunning({ warn: "10.00", suspend: "0.00", terminate: "-20.00", terminateDays: 30 })).toEqual({
    dunning: {
      warn: { amount: "10.00" },
      suspend: { amount: "0.00" },
      terminate: { amount: "-20.00" },
      terminateDays: 30,
    },
    userErrors: [],
  });
  await agreed("PREPAID", "STRICT");
  await move(12);
  expect(await mails()).toEqual(["john.smith@example.com: Your payment has arrived"]);
  await move(-2.01);
  expect(await mails()).toEqual(["john.smith@example.com: Your balance with Acme is £9.99"]);
  await move(-9.99);
  expect(await mails()).toEqual(["john.smith@example.com: Nothing is left on your account with Acme"]);
  const state = () =>
    world.database.rows(`select state, suspension_reasons as reasons from customer where path = '${john}'`);
  expect(await state()).toEqual([{ state: "SUSPENDED", reasons: ["BALANCE"] }]);
  await move(5);
  expect(await mails()).toEqual(["john.smith@example.com: Your payment has arrived"]);
  await setDunning({ suspend: "5.00" });
  expect(await state()).toEqual([{ state: "SUSPENDED", reasons: ["BALANCE"] }]);
  await setDunning({ suspend: "4.99" });
  expect(await state()).toEqual([{ state: "ACTIVE", reasons: [] }]);
});

test("U27: what cannot be meant is refused, and a reseller sees its own alone", async () => {
  expect(await setDunning({ warn: "1.00", suspend: "1.00", terminate: "0.00", terminateDays: 366 })).toEqual({
    dunning: null,
    userErrors: [
      { code: "INVALID", path: ["warn"] },
      { code: "INVALID", path: ["terminate"] },
      { code: "INVALID", path: ["terminateDays"] },
    ],
  });
  const asked = `{ viewer { reseller { id } } resellers(first: 20) { nodes { name dunning { suspend { amount } } } } }`;
  const { data } = await world.graphql(owner, asked);
  expect((data as { resellers: { nodes: unknown[] } }).resellers.nodes).toContainEqual({
    name: "AcmeNorth",
    dunning: null,
  });
});

test("U30: a reseller is warned three times before all below it are held up", async () => {
  const context = world.as(nord);
  const own = await accountsOfTests(context, acme, "r1.r2.");
  await transaction(world.system(), (tx) =>
    tx.em.execute("insert into dunning (id, path, warn_micros) values (?, 'r1.r2.', 10000000)", [newId()]),
  );
  await agreed("PREPAID", "STRICT", { id: own.billing });
  await move(12, own, acme);
  await mails();
  const told: string[] = [];
  for (const units of [-2, -0.01, -4.99, -0.01, -3.99, -0.01, -0.99]) {
    await move(units, own, acme);
    told.push(...(await mails()));
  }
  expect(await balance(own.billing)).toBe(0);
  expect(told).toEqual([
    "owner@acme.test: Your balance with Nord is £9.99",
    "owner@acme.test: Your balance with Nord is £4.99",
    "owner@acme.test: Your balance with Nord is £0.99",
    "owner@acme.test: Nothing is left on your account with Nord",
  ]);
  await agreed("PREPAID", "PERMISSIVE", { id: own.billing });
  await world.database.rows("delete from dunning where path = 'r1.r2.'");
});

async function endings(): Promise<number> {
  const [row] = await world.database.rows<{ count: number }>(
    `select count(*)::int as count from provisioning_run where path = '${john}' and kind = 'TERMINATE'`,
  );
  return row!.count;
}

test("U27: services are ended thirty days after the balance was, or at -20.00, each once", async () => {
  const engine = await shop.engine();
  await shop.ended((await shop.orderMobile("agent@acme.test", "123")).runId);
  await engine.stop();
  await move(-(await balance()));
  await setDunning({ terminate: "-20.00", terminateDays: 30 });
  await agreed("PREPAID", "STRICT"); // with nothing on the account: suspended from now on
  expect([await endUnpaid(world.system()), await mails()]).toEqual([0, []]);
  world.clock.advance({ days: 29 });
  await move(1);
  await move(-1); // paid in between, so that the days begin anew
  await mails();
  world.clock.advance({ days: 29, hours: 23 });
  expect([await endUnpaid(world.system()), await endings()]).toEqual([0, 0]);
  world.clock.advance({ hours: 1 });
  expect(await endUnpaid(world.system())).toBe(1);
  expect([await endings(), await mails()]).toEqual([1, ["john.smith@example.com: Your services with Acme are ended"]]);
  expect([await endUnpaid(world.system()), await endings(), await mails()]).toEqual([0, 1, []]);
  await move(-20);
  expect([await endUnpaid(world.system()), await endings()]).toEqual([1, 1]); // which are on their way out already
});
