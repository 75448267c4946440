import { newId, uuidOf } from "@tierline/shared/id.ts";
import { expect, test } from "vitest";
import { advanceDue } from "../payments/advance-payment.ts";
import { openCardOrders } from "../testkit/card-orders.ts";
import { accountsOfTests, charge, posted, pounds } from "../testkit/ledger-of-tests.ts";
import { shortAccount } from "../testkit/short-account.ts";

const { shop, path, order, placed, states } = await openCardOrders();
const { world } = shop;
const { endsStrict, standing } = shortAccount(world, path);

test("O41, A-O13: a call that ends the account before the run has begun fails it, and nothing is taken of the card", async () => {
  await endsStrict(5);
  const { run } = await placed((await order("125")).input);
  const accounts = await accountsOfTests(world.as("owner@acme.test"), path);
  await posted(world.system(), { ...charge(accounts, pounds(5), newId(), path), isCovered: false });
  expect(await runsEnd([run!.id])).toEqual([["FAILED", "CUSTOMER_NOT_ACTIVE"]]);
  await cardsFollow();
  expect([await states(), await standing()]).toEqual([
    ["VOIDED"],
    { balance: "0.00", state: "SUSPENDED", reasons: ["BALANCE"] },
  ]);
});

test("O41: of two orders at once by card each is paid for by its own payment, and what was left stays", async () => {
  await endsStrict(5);
  const inputs = [(await order("123")).input, (await order("124")).input];
  const answers = await Promise.all(inputs.map((input) => placed(input)));
  expect(answers.map(({ userErrors }) => userErrors)).toEqual([[], []]);
  expect(await runsEnd(answers.map(({ run }) => run!.id))).toEqual([
    ["SUCCEEDED", undefined],
    ["SUCCEEDED", undefined],
  ]);
  await cardsFollow();
  expect([await states(), await standing()]).toEqual([
    ["VOIDED", "COMPLETED", "COMPLETED"],
    { balance: "5.00", state: "ACTIVE", reasons: [] },
  ]);
  const paid = "select 1 from ledger_transaction where path = $1 and kind = 'PAYMENT' and reference like '%:order:%'";
  expect(await world.database.rows(paid, [path])).toHaveLength(2);
});

async function runsEnd(ids: readonly string[]) {
  const engine = await shop.engine();
  const runs = await Promise.all(ids.map((id) => shop.ended(uuidOf(id)!)));
  await engine.stop();
  return runs.map(({ state, error }) => [state, error?.code]);
}

async function cardsFollow(): Promise<void> {
  world.clock.advance({ seconds: 1 });
  await advanceDue(world.system());
  await advanceDue(world.system());
}
