import { newId, uuidOf } from "@tierline/shared/id.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { advanceDue } from "../payments/advance-payment.ts";
import { openCardOrders } from "../testkit/card-orders.ts";
import { accountsOfTests, payment as paid, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { toOrderQuote } from "./order-quote.type.ts";

const { shop, agent, path, order, placed, states, credited, lab } = await openCardOrders();
const { world } = shop;

test("O41: who has less left than is due may pay by card alone, and nothing follows of the charge that the card pays for", async () => {
  await endsStrict(5);
  const { input } = await order("123");
  const quote = await shop.quote(agent, input);
  expect(toOrderQuote(quote)).toMatchObject({ canPlace: true, canPayNow: true, mustPayNow: true });
  expect(quote.checks).toContainEqual(expect.objectContaining({ code: "ACCOUNT", state: "WARNING" }));
  expect(await placed({ ...input, payNow: false, idempotencyKey: newId() })).toMatchObject({
    order: null,
    userErrors: [{ code: "INSUFFICIENT_BALANCE", path: ["customerId"] }],
  });
  expect(await provisioned(input)).toEqual(["CAPTURING", { balance: "5.00", state: "ACTIVE", reasons: [] }]);
  expect(await notices()).toEqual([]);
  expect(await world.database.rows("select 1 from provisioning_run where kind = 'SUSPEND'")).toEqual([]);
  world.clock.advance({ seconds: 1 });
  const before = await credited();
  await advanceDue(world.system());
  await advanceDue(world.system());
  expect([(await states()).at(-1), await credited(), await standing()]).toEqual([
    "COMPLETED",
    before,
    { balance: "5.00", state: "ACTIVE", reasons: [] },
  ]);
});

test("O41: what the card does not give after all is owed from that moment on, and a strict account is at its end", async () => {
  const { input } = await order("124");
  await provisioned(input);
  await lab().storage.query("update lab_payment set state = 'CANCELLED' where state = 'HELD'");
  world.clock.advance({ seconds: 1 });
  await advanceDue(world.system());
  expect([(await states()).at(-1), await standing()]).toEqual([
    "VOIDED",
    { balance: "-10.00", state: "SUSPENDED", reasons: ["BALANCE"] },
  ]);
  expect(await notices()).toEqual(["LOW", "SUSPENDED"]);
});

test("O41: an account at its end is not lifted by paying an order by card: something has to be paid in first (V9)", async () => {
  const { input } = await order("125");
  expect(await placed(input)).toMatchObject({
    order: null,
    userErrors: [{ code: "INSUFFICIENT_BALANCE", path: ["customerId"] }],
  });
});

/** John pays before, strictly, with so many pounds left, and is told of below ten. */
async function endsStrict(units: number): Promise<void> {
  const accounts = await accountsOfTests(world.as("owner@acme.test"), path);
  const left = pounds(units) - (await balanceMicros());
  if (left !== 0n) await posted(world.system(), { ...paid(accounts, left, newId(), path), isCovered: false });
  const terms = { creditLimitMicros: 0n, cycleDay: 1, dueDay: null, lowBalanceEmail: "john@example.com" };
  await transaction(world.system(), (tx) =>
    setAccountTerms(tx, accounts.billing, {
      ...terms,
      mode: "PREPAID",
      policy: "STRICT",
      lowBalanceMicros: pounds(3),
    }),
  );
  await world.database.rows("delete from account_notice");
}

/** Placed and provisioned: the payment's state at that moment, and how John stands. */
async function provisioned(input: Record<string, unknown>) {
  const answer = await placed(input);
  expect(answer.userErrors).toEqual([]);
  const engine = await shop.engine();
  await shop.ended(uuidOf(answer.run!.id)!);
  await engine.stop();
  return [(await states()).at(-1), await standing()];
}

async function balanceMicros(): Promise<bigint> {
  const [row] = await world.database.rows<{ micros: string }>(
    `select balance_micros::text as micros from ledger_balance b join ledger_account a on a.id = b.account_id
     where a.path = $1 and a.kind = 'BILLING' and b.part = 0`,
    [path],
  );
  return BigInt(row!.micros);
}

async function standing() {
  const [john] = await world.database.rows<{ state: string; reasons: string[] }>(
    "select state, suspension_reasons as reasons from customer where path = $1",
    [path],
  );
  return { balance: decimalOf(money(await balanceMicros(), "GBP")), ...john };
}

async function notices(): Promise<string[]> {
  const rows = await world.database.rows<{ kind: string }>(
    "select kind from account_notice where path = $1 order by kind",
    [path],
  );
  return rows.map(({ kind }) => kind);
}
