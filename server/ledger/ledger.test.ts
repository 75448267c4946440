import { newId } from "@tierline/shared/id.ts";
import pg from "pg";
import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { testWorld } from "../testkit/world.ts";
import { expireHolds, holdCredit, releaseHold } from "./hold-credit.ts";
import {
  accountsOfTests,
  charge,
  inLanes,
  customerPathOfTests,
  payment,
  posted,
  pounds,
} from "../testkit/ledger-of-tests.ts";
import { openAccount } from "./open-account.ts";
import { post } from "./post.ts";
import { readBalances } from "./read-balance.ts";

const world = await testWorld();
const owner = "owner@acme.test";
let number = 1;

/** A customer's account with so much on it. */
async function opened(units: number) {
  const path = `r1.r2.r3.c${(number += 1)}.`;
  const accounts = await accountsOfTests(world.as(owner), path);
  if (units > 0) await posted(world.as(owner), payment(accounts, pounds(units), newId(), path));
  return { path, ...accounts };
}

async function balanceOf(account: string): Promise<bigint> {
  return (await readBalances(world.as(owner), [account])).get(account)!.micros;
}

function count(outcomes: readonly { readonly outcome: string }[]): Record<string, number> {
  const byOutcome = Map.groupBy(outcomes, ({ outcome }) => outcome);
  return Object.fromEntries([...byOutcome].map(([outcome, all]) => [outcome, all.length]));
}

test("U34: of 100 parallel debits of 1.00 on 50.00 exactly 50 are posted", async () => {
  const account = await opened(50);
  const debits = await inLanes(100, 16, () =>
    posted(world.as(owner), charge(account, pounds(1), newId(), account.path)),
  );
  expect(count(debits)).toEqual({ POSTED: 50, SHORT: 50 });
  expect(await balanceOf(account.billing)).toBe(0n);
});

test("U34: what is short in a batch holds up nothing, and what comes behind it is posted as far as it goes", async () => {
  const account = await opened(10);
  const amounts = [6, 5, 4, 1];
  const batch = amounts.map((units) => charge(account, pounds(units), newId(), account.path));
  const outcomes = await transaction(world.as(owner), (tx) => post(tx, batch));
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(["POSTED", "SHORT", "POSTED", "SHORT"]);
  expect(await balanceOf(account.billing)).toBe(0n);
});

test("the same kind and reference is the same transaction, however often and at once it is posted; something else is a mismatch", async () => {
  const account = await opened(0);
  const asked = payment(account, pounds(25), newId(), account.path);
  const all = await Promise.all(Array.from({ length: 8 }, () => posted(world.as(owner), asked)));
  expect(count(all)).toEqual({ POSTED: 1, REPEATED: 7 });
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  for (const other of [
    { ...asked, description: "Cheque 13" },
    { ...payment(account, pounds(24), newId(), account.path), reference: asked.reference },
  ]) {
    expect((await posted(world.as(owner), other)).outcome).toBe("MISMATCH");
  }
  expect(await balanceOf(account.billing)).toBe(pounds(25));
});

test("a transaction is taken back once, whole, and a reversal is not taken back", async () => {
  const account = await opened(0);
  const paid = await posted(world.as(owner), payment(account, pounds(25), newId(), account.path));
  const reversal = () => ({
    kind: "REVERSAL" as const,
    reference: newId(),
    path: account.path,
    description: "Bounced",
    lines: [],
    reverses: paid.id,
  });
  const both = await Promise.all([posted(world.as(owner), reversal()), posted(world.as(owner), reversal())]);
  expect(count(both)).toEqual({ POSTED: 1, REVERSED: 1 });
  expect(await balanceOf(account.billing)).toBe(0n);
  const { id: last } = both.find(({ outcome }) => outcome === "POSTED")!;
  expect((await posted(world.as(owner), { ...reversal(), reverses: last })).outcome).toBe("NOT_REVERSIBLE");
  const stranger = world.as("owner@beta.test");
  await expect(posted(stranger, reversal())).rejects.toThrow(/outside the tier/);
  const away = await posted(stranger, { ...reversal(), path: "r1.r2.r4.c1." });
  expect(away.outcome).toBe("REVERSED"); // and of another tier it tells no more than that
});

test("of a charge that is given back in parts, taken back whole and both at once, exactly what it was comes back", async () => {
  const account = await opened(100);
  const charged = await posted(world.as(owner), charge(account, pounds(10), newId(), account.path));
  const givesBack = (micros: bigint, of = charged.id, reference = newId()) =>
    posted(world.as(owner), {
      ...payment(account, micros, reference, account.path),
      givesBack: [{ transactionId: of, micros }],
    });
  const takeBack = (reverses: string) =>
    posted(world.as(owner), {
      kind: "REVERSAL",
      reference: newId(),
      path: account.path,
      description: "Undone",
      lines: [],
      reverses,
    });
  expect((await givesBack(pounds(10) + 1n)).outcome).toBe("EXCEEDS_CHARGE");
  const twice = newId();
  expect((await givesBack(pounds(4), charged.id, twice)).outcome).toBe("POSTED");
  expect((await givesBack(pounds(4), charged.id, twice)).outcome).toBe("REPEATED");
  expect(await balanceOf(account.billing)).toBe(pounds(94));
  expect(count(await inLanes(8, 8, () => givesBack(pounds(2))))).toEqual({ POSTED: 3, EXCEEDS_CHARGE: 5 });
  expect((await takeBack(charged.id)).outcome).toBe("REVERSED");
  expect(await balanceOf(account.billing)).toBe(pounds(100));

  const next = await posted(world.as(owner), charge(account, pounds(10), newId(), account.path));
  await givesBack(pounds(1), next.id);
  const raced = await Promise.all([takeBack(next.id), givesBack(pounds(9), next.id), takeBack(next.id)]);
  expect(raced.filter(({ outcome }) => outcome === "POSTED")).toHaveLength(1);
  expect((await givesBack(1n, next.id)).outcome).toBe("EXCEEDS_CHARGE");
  expect(await balanceOf(account.billing)).toBe(pounds(100));
});

test("what a payment was is not given back as a charge, nor what another buyer was charged, nor one twice in a batch", async () => {
  const [account, other] = [await opened(100), await opened(100)];
  const paid = await posted(world.as(owner), payment(account, pounds(5), newId(), account.path));
  const theirs = await posted(world.as(owner), charge(other, pounds(5), newId(), other.path));
  const giving = (...ids: string[]) => ({
    ...payment(account, pounds(1), newId(), account.path),
    givesBack: ids.map((transactionId) => ({ transactionId, micros: pounds(1) })),
  });
  const own = await posted(world.as(owner), charge(account, pounds(5), newId(), account.path));
  const undone = {
    kind: "REVERSAL" as const,
    reference: newId(),
    path: account.path,
    description: "Undone",
    lines: [],
  };
  const reversal = await posted(world.as(owner), { ...undone, reverses: own.id });
  for (const id of [paid.id, theirs.id, own.id, reversal.id, newId()]) {
    expect((await posted(world.as(owner), giving(id))).outcome).toBe("EXCEEDS_CHARGE");
  }
  await expect(posted(world.as(owner), giving(theirs.id, theirs.id))).rejects.toThrow(/given back twice/);
  expect(await balanceOf(account.billing)).toBe(pounds(105));
});

test("rel-D5: of 30 holds of 1.00 on 1.00 one is given, and what is set aside cannot be spent besides", async () => {
  const account = await opened(1);
  const expiresAt = new Date(world.clock.now().getTime() + 60_000);
  const hold = (micros: bigint) =>
    transaction(world.as(owner), (tx) =>
      holdCredit(tx, { accountId: account.billing, kind: "CALL", reference: newId(), micros, expiresAt }),
    );
  const all = await inLanes(30, 16, () => hold(pounds(1)));
  expect(count(all)).toEqual({ HELD: 1, SHORT: 29 });
  const { id } = all.find(({ outcome }) => outcome === "HELD")!;
  expect((await posted(world.as(owner), charge(account, 1n, newId(), account.path))).outcome).toBe("SHORT");
  const settle = (micros: bigint, reference = newId()) =>
    posted(world.as(owner), { ...charge(account, micros, reference, account.path), holdId: id! });
  expect((await settle(pounds(1) + 1n)).outcome).toBe("EXCEEDS_HOLD");
  const settled = newId();
  expect((await settle(pounds(0.4), settled)).outcome).toBe("POSTED");
  expect((await settle(pounds(0.4), settled)).outcome).toBe("REPEATED");
  expect((await settle(pounds(0.1))).outcome).toBe("HOLD_ENDED");
  const balance = (await readBalances(world.as(owner), [account.billing])).get(account.billing)!;
  expect([balance.micros, balance.heldMicros]).toEqual([pounds(0.6), 0n]);
  const next = await hold(pounds(0.6));
  expect(next.outcome).toBe("HELD");
  expect(await transaction(world.as(owner), (tx) => releaseHold(tx, next.id!))).toBe(true);
  expect(await transaction(world.as(owner), (tx) => releaseHold(tx, next.id!))).toBe(false);
});

test("a hold lapses by the business clock: its money is free at once, whoever asks first, and a sweep ends the others", async () => {
  const accounts = [await opened(5), await opened(5)];
  const expiresAt = new Date(world.clock.now().getTime() + 60_000);
  for (const { billing } of accounts) {
    await transaction(world.as(owner), (tx) =>
      holdCredit(tx, { accountId: billing, kind: "PAYMENT", reference: newId(), micros: pounds(5), expiresAt }),
    );
  }
  const [first, second] = accounts as [(typeof accounts)[0], (typeof accounts)[0]];
  const debit = charge(first, pounds(5), newId(), first.path);
  expect((await posted(world.as(owner), debit)).outcome).toBe("SHORT");
  world.clock.advance({ minutes: 1 });
  expect((await readBalances(world.as(owner), [second.billing])).get(second.billing)!.heldMicros).toBe(0n);
  expect((await posted(world.as(owner), debit)).outcome).toBe("POSTED");
  expect(await expireHolds(world.system())).toBe(1);
  expect(await expireHolds(world.system())).toBe(0);
});

test("the same hold is given once, and another under its reference is a mismatch", async () => {
  const { billing: accountId } = await opened(9);
  const asked = {
    accountId,
    kind: "CALL" as const,
    reference: newId(),
    micros: pounds(2),
    expiresAt: new Date("2027-01-01"),
  };
  const hold = (each: typeof asked) => transaction(world.as(owner), (tx) => holdCredit(tx, each));
  const all = await Promise.all([hold(asked), hold(asked), hold(asked)]);
  expect(count(all)).toEqual({ HELD: 1, REPEATED: 2 });
  expect((await hold({ ...asked, micros: pounds(3) })).outcome).toBe("MISMATCH");
});

test("nobody posts outside their tier, and no account beside or below it; each tier reads its own side", async () => {
  const account = await opened(20);
  const beta = world.as("owner@beta.test");
  await expect(posted(beta, payment(account, pounds(1), newId(), account.path))).rejects.toThrow(/outside the tier/);
  await expect(posted(beta, payment(account, pounds(1), newId(), "r1.r2.r4.c1."))).rejects.toThrow(
    /beside or below its tier/,
  );
  await expect(
    transaction(beta, (tx) => openAccount(tx, { path: account.path, kind: "INCOME", currency: "GBP" })),
  ).rejects.toThrow(/No account is opened/);
  const hold = {
    accountId: account.billing,
    kind: "CALL" as const,
    reference: newId(),
    micros: 1n,
    expiresAt: new Date("2027-01-01"),
  };
  await expect(transaction(beta, (tx) => holdCredit(tx, hold))).rejects.toThrow(/No such account/);
  expect(await readBalances(beta, [account.billing])).toEqual(new Map());
  const customer = world.viewing({ ...world.as(owner).viewer, path: account.path });
  expect([...(await readBalances(customer, [account.billing, account.payments])).keys()]).toEqual([account.billing]);
  expect((await posted(customer, charge(account, pounds(1), newId(), account.path))).outcome).toBe("POSTED");
});

test("who sees named customers alone posts for those alone", async () => {
  const [mine, other] = [await opened(5), await opened(5)];
  const technician = world.viewing({ ...world.as(owner).viewer, onlyCustomers: [mine.path] });
  expect((await posted(technician, charge(mine, pounds(1), newId(), mine.path))).outcome).toBe("POSTED");
  await expect(posted(technician, charge(other, pounds(1), newId(), other.path))).rejects.toThrow(/outside the tier/);
});

test("what does not come to nothing in each currency is not committed", async () => {
  const account = await opened(0);
  const euros = await transaction(world.as(owner), (tx) =>
    openAccount(tx, { path: "r1.r2.r3.", kind: "INCOME", currency: "EUR" }),
  );
  const lines = (other: string, micros: bigint) => [
    { accountId: account.billing, micros: 5n },
    { accountId: other, micros },
  ];
  const asked = payment(account, 5n, newId(), account.path);
  for (const wrong of [lines(account.payments, -4n), lines(euros, -5n)]) {
    await expect(posted(world.as(owner), { ...asked, lines: wrong })).rejects.toThrow(/is not balanced/);
  }
  await expect(posted(world.as(owner), { ...asked, lines: [] })).rejects.toThrow(/lines_check/);
  expect(await balanceOf(account.billing)).toBe(0n);
});

test("the application's login writes no row of the ledger, and whoever may changes none and adds to no transaction", async () => {
  const account = await opened(5);
  const mine = world.as(owner).em;
  for (const table of ["ledger_account", "ledger_balance", "ledger_transaction", "posting", "credit_hold"]) {
    await expect(mine.execute(`insert into ${table} select * from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(mine.execute(`update ${table} set path = path`)).rejects.toThrow(/permission denied/);
    await expect(mine.execute(`delete from ${table}`)).rejects.toThrow(/permission denied/);
  }
  const client = new pg.Client({ connectionString: world.database.adminUrl });
  await client.connect();
  for (const change of [
    "update posting set amount_micros = amount_micros + 1",
    "delete from posting",
    "truncate posting",
    "update ledger_transaction set lines = lines + 2",
    "truncate ledger_transaction",
    "delete from ledger_balance",
    "update ledger_account set currency = 'EUR'",
    "update credit_hold set amount_micros = 1",
  ]) {
    await expect(client.query(change)).rejects.toThrow(/only added to/);
  }
  const appended = `insert into posting (transaction_id, line, path, account_id, part, entry, currency, amount_micros, balance_micros, at)
    select p.transaction_id, 2 + n, p.path, p.account_id, p.part, 100 + n, p.currency, case n when 1 then 7 else -7 end, 0, p.at
    from posting p, generate_series(1, 2) n where p.account_id = $1 and p.entry = 1`;
  await expect(client.query(appended, [account.billing])).rejects.toThrow(/sealed/);
  await client.end();
});

test("many who post to their seller's account at once do not wait for one another", async () => {
  const accounts = await Promise.all(Array.from({ length: 4 }, () => opened(5)));
  const contexts = accounts.map(() => world.as(owner));
  let begun = 0;
  const { promise: allHaveBegun, resolve } = Promise.withResolvers<void>();
  await Promise.all(
    accounts.map((account, index) =>
      transaction(contexts[index]!, async (tx) => {
        await post(tx, [charge(account, pounds(1), newId(), account.path)]);
        begun += 1;
        if (begun === accounts.length) resolve();
        await allHaveBegun; // while each of the others has posted to the same account and not committed
      }),
    ),
  );
  const [{ parts }] = (await world.database.rows<{ parts: number }>(
    "select count(*)::int as parts from ledger_balance where account_id = $1 and entries > 0",
    [accounts[0]!.income],
  )) as [{ parts: number }];
  expect(parts).toBeGreaterThanOrEqual(4);
});

test("a balance is what came and went, to the micro-unit, whatever is written where", async () => {
  const account = await opened(0);
  for (const [index, micros] of [1n, 999_999n, 1_000_000_000_000n].entries()) {
    await posted(world.as(owner), payment(account, micros, `${customerPathOfTests}${index}`, account.path));
  }
  expect(await balanceOf(account.billing)).toBe(1_000_001_000_000n);
});
