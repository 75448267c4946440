import { encodeId } from "@tierline/shared/id.ts";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { customersOfTests, pathOf, plantCustomers } from "../testkit/customers-of-tests.ts";
import { accountsOfTests, payment, pounds } from "../testkit/ledger-of-tests.ts";
import { testWorld } from "../testkit/world.ts";
import { postOne } from "../ledger/post.ts";
import { watchAccount } from "./watch-account.ts";

const world = await testWorld();
const { johnSmith } = customersOfTests;
beforeAll(() => plantCustomers(world));

test("whoever looks on is shown the balance at once, after what moves it and no more, and another tier is shown nothing", async () => {
  const owner = world.as("owner@acme.test");
  const accounts = await accountsOfTests(owner, pathOf(johnSmith));
  const gone = new AbortController();
  const id = encodeId("bac", accounts.billing);
  const seen = watchAccount(owner, id, gone.signal);
  expect((await seen.next()).value).toMatchObject({ balance: { micros: 0n } });
  const next = seen.next();
  await transaction(owner, (tx) => postOne(tx, payment(accounts, pounds(7.5), "watched", pathOf(johnSmith))));
  expect((await next).value).toMatchObject({ balance: { micros: 7_500_000n, currency: "GBP" } });
  const last = seen.next();
  gone.abort();
  expect(await last).toEqual({ done: true, value: undefined });
  const other = watchAccount(world.as("owner@beta.test"), id, new AbortController().signal);
  await expect(other.next()).rejects.toMatchObject({ code: "NOT_FOUND" });
});
