import { newId } from "@tierline/shared/id.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { transaction } from "../kernel/context.ts";
import { accountsOfTests, charge, payment, posted, type TestAccounts } from "../testkit/ledger-of-tests.ts";
import { patienceOf, sizeOf } from "../testkit/sizes.ts";
import { testWorld } from "../testkit/world.ts";
import { holdCredit, releaseHold } from "./hold-credit.ts";
import { readBalances } from "./read-balance.ts";

const world = await testWorld();
const owner = () => world.as("owner@acme.test");
const holdMs = 60_000;
let number = 1_000;

/** What must come of a history, in few words. */
class Model {
  balance = 0n;
  readonly posted: { id: string; micros: bigint; given: bigint; isTakenBack: boolean }[] = [];
  readonly holds: { id: string; micros: bigint; until: number; isOpen: boolean }[] = [];

  held(now: number): bigint {
    return this.holds
      .filter(({ isOpen, until }) => isOpen && until > now)
      .reduce((sum, { micros }) => sum + micros, 0n);
  }
  isCovered(micros: bigint, now: number): boolean {
    return this.balance - this.held(now) >= micros;
  }
}

interface Real {
  readonly path: string;
  readonly accounts: TestAccounts;
}

type Command = fc.AsyncCommand<Model, Real>;

function command(text: string, run: (model: Model, real: Real, now: number) => Promise<void>): Command {
  return {
    check: () => true,
    async run(model, real) {
      const now = world.clock.now().getTime();
      await run(model, real, now);
      const { billing, income, payments } = real.accounts;
      const balances = await readBalances(owner(), [billing, income, payments]);
      const own = balances.get(billing)!;
      expect([own.micros, own.heldMicros]).toEqual([model.balance, model.held(world.clock.now().getTime())]);
      expect([...balances.values()].reduce((sum, { micros }) => sum + micros, 0n)).toBe(0n);
    },
    toString: () => text,
  };
}

const amount = fc.bigInt({ min: 1n, max: 40_000_000n });

const pay = amount.map((micros) =>
  command(`pay ${micros}`, async (model, { accounts, path }) => {
    const asked = payment(accounts, micros, newId(), path);
    const { id, outcome } = await posted(owner(), asked);
    expect([outcome, await posted(owner(), asked)]).toEqual(["POSTED", { id, outcome: "REPEATED" }]);
    model.balance += micros;
    model.posted.push({ id, micros, given: 0n, isTakenBack: false });
  }),
);

const spend = fc.tuple(amount, fc.boolean()).map(([micros, isCovered]) =>
  command(`${isCovered ? "spend" : "charge"} ${micros}`, async (model, { accounts, path }, now) => {
    const fits = !isCovered || model.isCovered(micros, now);
    const { id, outcome } = await posted(owner(), { ...charge(accounts, micros, newId(), path), isCovered });
    expect(outcome).toBe(fits ? "POSTED" : "SHORT");
    if (!fits) return;
    model.balance -= micros;
    model.posted.push({ id, micros: -micros, given: 0n, isTakenBack: false });
  }),
);

const hold = amount.map((micros) =>
  command(`hold ${micros}`, async (model, { accounts }, now) => {
    const fits = model.isCovered(micros, now);
    const until = now + holdMs;
    const { id, outcome } = await transaction(owner(), (tx) =>
      holdCredit(tx, {
        accountId: accounts.billing,
        kind: "CALL",
        reference: newId(),
        micros,
        expiresAt: new Date(until),
      }),
    );
    expect(outcome).toBe(fits ? "HELD" : "SHORT");
    if (id !== null) model.holds.push({ id, micros, until, isOpen: true });
  }),
);

const settle = fc.tuple(fc.nat(), amount).map(([which, micros]) =>
  command(`settle ${which} with ${micros}`, async (model, { accounts, path }, now) => {
    const settled = model.holds[which % Math.max(1, model.holds.length)];
    if (settled === undefined) return;
    const asked = { ...charge(accounts, micros, newId(), path), isCovered: false, holdId: settled.id };
    const { outcome } = await posted(owner(), asked);
    const isOpen = settled.isOpen && settled.until > now;
    if (!isOpen) return expect(outcome).toBe("HOLD_ENDED");
    if (micros > settled.micros) return expect(outcome).toBe("EXCEEDS_HOLD");
    expect(outcome).toBe("POSTED");
    settled.isOpen = false;
    model.balance -= micros;
  }),
);

const release = fc.nat().map((which) =>
  command(`release ${which}`, async (model) => {
    const let_go = model.holds[which % Math.max(1, model.holds.length)];
    if (let_go === undefined) return;
    await transaction(owner(), (tx) => releaseHold(tx, let_go.id));
    let_go.isOpen = false;
  }),
);

const takeBack = fc.nat().map((which) =>
  command(`take back ${which}`, async (model, { path }) => {
    const taken = model.posted[which % Math.max(1, model.posted.length)];
    if (taken === undefined) return;
    const asked = {
      kind: "REVERSAL" as const,
      reference: newId(),
      path,
      description: "",
      lines: [],
      reverses: taken.id,
    };
    const { outcome } = await posted(owner(), asked);
    const isOver = taken.isTakenBack || taken.given === -taken.micros;
    expect(outcome).toBe(isOver ? "REVERSED" : "POSTED");
    if (isOver) return;
    model.balance -= taken.micros + taken.given;
    taken.isTakenBack = true;
  }),
);

const giveBack = fc.tuple(fc.nat(), amount).map(([which, micros]) =>
  command(`give ${micros} back of ${which}`, async (model, { accounts, path }) => {
    const of = model.posted[which % Math.max(1, model.posted.length)];
    if (of === undefined) return;
    const asked = { ...payment(accounts, micros, newId(), path), givesBack: [{ transactionId: of.id, micros }] };
    const { outcome } = await posted(owner(), asked);
    const fits = of.micros < 0n && !of.isTakenBack && micros <= -of.micros - of.given;
    expect(outcome).toBe(fits ? "POSTED" : "EXCEEDS_CHARGE");
    if (!fits) return;
    of.given += micros;
    model.balance += micros;
  }),
);

const wait = fc.constant(
  command("wait", async () => {
    world.clock.advance({ milliseconds: holdMs / 2 });
  }),
);

test(
  "whatever is paid, spent, set aside, settled, let go, taken back and given back in part, in whatever order, the balances are the model's",
  async () => {
    const histories = fc.commands([pay, pay, spend, hold, settle, release, takeBack, giveBack, wait], {
      maxCommands: 20,
      size: "max",
    });
    await fc.assert(
      fc.asyncProperty(histories, (commands) =>
        fc.asyncModelRun(async () => {
          const seller = `r1.r2.r3.r${(number += 1)}.`; // of its own, so that its balances are this history's
          const path = `${seller}c1.`;
          return { model: new Model(), real: { path, accounts: await accountsOfTests(owner(), path, seller) } };
        }, commands),
      ),
      { numRuns: sizeOf("SOAK_LEDGERS") },
    );
  },
  patienceOf("SOAK_LEDGERS", 60_000),
);
