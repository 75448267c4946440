import { newId } from "@tierline/shared/id.ts";
import { transaction } from "../kernel/context.ts";
import { readBalances } from "../ledger/read-balance.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { plantCatalogOfTests } from "./catalog-of-tests.ts";
import { customersOfTests, pathOf, plantCustomers } from "./customers-of-tests.ts";
import { accountsOfTests, payment, posted, pounds } from "./ledger-of-tests.ts";
import { plantService } from "./plant-service.ts";
import { plantDeck, plantPlan } from "./tariffs-of-tests.ts";
import { resellersOfTests } from "./tree.ts";
import type { World } from "./world.ts";

export interface IncomingAnswer {
  readonly verdict: "ALLOWED" | "REFUSED";
  readonly seconds: number;
  readonly reason: string | null;
  readonly line: string | null;
}

export interface CallAnswer {
  readonly verdict: "ALLOWED" | "REFUSED";
  readonly seconds: number;
  readonly reason: string | null;
  /** Of a call that goes out. */
  readonly route?: string | null;
}

/** A number to call, at 0.10 a minute by 30 and 6 seconds, and one at 1.00 by minutes. */
export const uk = "442079460958";
export const dear = "33123456789";

const { acme } = resellersOfTests;
const smith = pathOf(customersOfTests.johnSmith);

/** A line of John Smith's, who pays before, and what a switch asks and tells of its calls by the world's clock. */
export async function openLiveCalls(world: World, source = "sip") {
  const { rows } = world.database;
  await plantCustomers(world);
  await plantCatalogOfTests(world);
  await plantDeck(world, "nord", [
    ["44", "UK", "0.1", "30/6", "0", "FIXED"],
    ["33", "France", "1", "60/60"],
    ["979", "Premium", "1", "60/60"],
    ["882", "Networks", "1", "60/60"],
  ]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", {});
  await plantService(world);
  const [{ account: line }] = (await rows("select account from service")) as [{ account: string }];

  async function authorise(called = uk, key: string = newId(), from = line) {
    const [answer] = await world
      .system()
      .em.execute<CallAnswer[]>("select * from authorise_call_at(?, ?, ?, ?, ?)", [
        source,
        key,
        from,
        called,
        world.clock.now(),
      ]);
    return { ...answer!, key };
  }
  /** From outside, on a number. */
  async function come(number: string, key: string = newId()) {
    const now = world.clock.now();
    const [answer] = await world
      .system()
      .em.execute<IncomingAnswer[]>("select * from authorise_incoming_at(?, ?, ?, '+33123456789', ?)", [
        source,
        key,
        number,
        now,
      ]);
    return { ...answer!, key };
  }
  const told = async (sql: string, values: readonly unknown[]) => {
    const [row] = await world
      .system()
      .em.execute<{ done: boolean }[]>(`select ${sql} as done`, [...values, world.clock.now()]);
    return row!.done;
  };
  async function accountOf(path: string): Promise<string> {
    const [row] = await rows<{ id: string }>("select id from ledger_account where path = $1 and kind = 'BILLING'", [
      path,
    ]);
    return row!.id;
  }
  const standing = async (path: string) => {
    const account = await accountOf(path);
    return (await readBalances(world.system(), [account])).get(account)!;
  };
  async function terms(
    path: string,
    paying: "STRICT" | "PERMISSIVE" | "POSTPAID" | "ALLOWANCE",
    limit: bigint | null,
  ): Promise<void> {
    const id = await accountOf(path);
    const isPrepaid = paying === "STRICT" || paying === "PERMISSIVE";
    const [mode, policy] = isPrepaid ? (["PREPAID", paying] as const) : ([paying, null] as const);
    const rest = { cycleDay: 1, dueDay: null, lowBalanceMicros: null, lowBalanceEmail: null };
    await transaction(world.system(), (tx) =>
      setAccountTerms(tx, id, { mode, policy, creditLimitMicros: limit, ...rest }),
    );
  }
  async function balance(units: number, path = smith, seller: string = acme.path): Promise<void> {
    const accounts = await accountsOfTests(world.system(), path, seller);
    const now = (await readBalances(world.system(), [accounts.billing])).get(accounts.billing)!.micros;
    const wanted = pounds(units) - now;
    if (wanted !== 0n) await posted(world.system(), payment(accounts, wanted, newId(), path));
  }
  return {
    line,
    authorise,
    come,
    answer: (key: string) => told("answer_call_at(?, ?, ?, ?)", [source, key, `dialog of ${key}`]),
    end: (key: string) => told("end_call_at(?, ?, ?)", [source, key]),
    extend: () =>
      world
        .system()
        .em.execute<{ dialog: string; seconds: number }[]>("select * from extend_calls_at(?, ?)", [
          source,
          world.clock.now(),
        ]),
    why: async (called?: string, from?: string) => (await authorise(called, newId(), from)).reason,
    accountOf,
    terms,
    /** As much and no more, whoever paid or spent before. */
    balance,
    held: async (path = smith) => String((await standing(path)).heldMicros),
    left: async (path = smith) => (await standing(path)).micros,
    /** With `service_id` among the values it is for that line alone. */
    async guard(path: string, setter: "OWN" | "SELLER", values: Record<string, unknown> = {}): Promise<void> {
      const now = world.clock.now();
      const from = { effective_from: now, created_at: now, created_by: "Somebody" };
      await rows(`insert into call_guard select * from jsonb_populate_record(null::call_guard, $1)`, [
        { id: newId(), path, setter, ...from, open_classes: ["DOMESTIC", "EU", "WORLD"], ...values },
      ]);
    },
    /** Calls of the tests before are over and forgotten, and what they held is free. */
    async settleDown(): Promise<void> {
      await rows("update call set state = 'NO_ANSWER', ended_at = started_at where state = 'LIVE'");
      await rows("alter table call_guard disable trigger all");
      await rows("delete from call_guard");
      world.clock.advance({ minutes: 5 });
      await balance(10);
      await terms(smith, "STRICT", 0n);
      await terms(acme.path, "PERMISSIVE", null);
    },
  };
}
