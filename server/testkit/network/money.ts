import { encodeId, newId } from "@tierline/shared/id.ts";
import type { NewCustomer } from "../../customers/insert-customers.ts";
import { transaction } from "../../kernel/context.ts";
import { readBalances } from "../../ledger/read-balance.ts";
import { setAccountTerms } from "../../ledger/set-terms.ts";
import { readSwitchRecords } from "../../rating/read-switch-records.ts";
import { settleLiveCalls } from "../../rating/settle-live-calls.ts";
import { followBalances } from "../../services/follow-balances.ts";
import { itemsOfTests } from "../catalog-of-tests.ts";
import { customersOfTests, pathOf } from "../customers-of-tests.ts";
import { plantDid } from "../dids-of-tests.ts";
import { accountsOfTests, payment, posted, pounds } from "../ledger-of-tests.ts";
import { plantDeck, plantPlan } from "../tariffs-of-tests.ts";
import { resellersOfTests } from "../tree.ts";
import type { World } from "../world.ts";

/** Whose account with whom: a customer's, or a reseller's with the one above. */
interface Account {
  readonly path: string;
  readonly seller: string;
}

interface LiveCall {
  readonly id: string;
  readonly called: string;
  readonly answeredAt: string | null;
}

interface ListedCall {
  readonly called: string;
  readonly state: string;
  readonly seconds: number;
  readonly charge: { readonly amount: { readonly amount: string } } | null;
  readonly cost: { readonly amount: { readonly amount: string } } | null;
  readonly margin: { readonly amount: string } | null;
}

/** What the calls of these tests cost, and the money that pays for them. */
export interface Money {
  /** STRICT: what is paid before is spent, and nothing more. */
  terms(account: Account, mode: "STRICT" | "POSTPAID"): Promise<void>;
  pay(account: Account, units: number): Promise<void>;
  /** As a sweep does every other second: what a customer has follows its balance. */
  follow(): Promise<void>;
  balance(account: Account): Promise<number>;
  /** What Acme's owner sees of a customer's calls. */
  live(customer: NewCustomer): Promise<readonly LiveCall[]>;
  refused(customer: NewCustomer): Promise<readonly { readonly called: string; readonly reason: string }[]>;
  /** From the switch's own records; `anew`: from the first of them. Answers how many calls were missing. */
  readRecords(anew?: boolean): Promise<number>;
  /** What Acme's owner does with the calls of a customer that are under way. */
  endCalls(customer: NewCustomer): Promise<void>;
  /** To the customer, of calls that come in on a number: so much a minute, by four seconds. */
  numberCosts(customer: NewCustomer, number: string, ratePerMinute: number): Promise<void>;
  /** By the one who sells to Acme. */
  suspendSeller(): Promise<void>;
  resumeSeller(): Promise<void>;
  /** Of these of a customer's calls that are over and settled. */
  listed(customer: NewCustomer, called: string): Promise<readonly ListedCall[]>;
}

const owner = "owner@acme.test";
const { acme, nord } = resellersOfTests;

/** To London: 0.10 a minute for Nord's customers, by 30 and 6 seconds; to Paris 0.60 by 4 seconds. Acme asks double. */
export const numbers = { london: "442079460958", paris: "33123456789" } as const;

export const accountOf = (customer: NewCustomer): Account => ({
  path: pathOf(customer),
  seller: customer.resellerPath,
});
export const acmeWithNord: Account = { path: acme.path, seller: nord.path };

/** Everybody pays afterwards, until a test says otherwise. */
export async function openMoney(world: World): Promise<Money> {
  await plantDeck(world, "nord", [
    ["44", "UK", "0.1", "30/6", "0", "FIXED"],
    ["33", "France", "0.6", "4/4", "0", "FIXED"],
  ]);
  await plantPlan(world, "nord", {});
  await plantPlan(world, "acme", { markupPercent: "100" });
  const ask = async <T>(document: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await world.graphql(owner, document, variables);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return JSON.parse(JSON.stringify(data)) as T; // null prototypes otherwise
  };
  const live = async (customer: NewCustomer) => {
    type Seen = { liveCalls: { calls: LiveCall[]; refused: { called: string; reason: string }[] } };
    const document = `query ($customerId: ID) { liveCalls(first: 20, customerId: $customerId) {
      calls { id called answeredAt } refused { called reason } } }`;
    return (await ask<Seen>(document, { customerId: encodeId("cus", customer.id) })).liveCalls;
  };
  const moveSeller = async (verb: "suspendReseller" | "resumeReseller"): Promise<void> => {
    const document = `mutation ($id: ID!) { ${verb}(input: { id: $id }) { userErrors { message } } }`;
    const { errors } = await world.graphql("owner@nord.test", document, { id: encodeId("rsl", acme.id) });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
  };
  const money: Money = {
    async terms({ path, seller }, mode) {
      const { billing } = await accountsOfTests(world.system(), path, seller);
      const terms =
        mode === "STRICT"
          ? { mode: "PREPAID" as const, policy: "STRICT" as const, creditLimitMicros: 0n }
          : { mode, policy: null, creditLimitMicros: null };
      const none = { cycleDay: 1, dueDay: null, lowBalanceMicros: null, lowBalanceEmail: null };
      await transaction(world.system(), (tx) => setAccountTerms(tx, billing, { ...terms, ...none }));
    },
    async pay({ path, seller }, units) {
      const accounts = await accountsOfTests(world.system(), path, seller);
      await posted(world.system(), payment(accounts, pounds(units), newId(), path));
    },
    async follow() {
      await followBalances(world.system());
    },
    async balance({ path, seller }) {
      const { billing } = await accountsOfTests(world.system(), path, seller);
      return Number((await readBalances(world.system(), [billing])).get(billing)!.micros) / 1e6; // it was just opened
    },
    live: async (customer) => (await live(customer)).calls,
    async readRecords(anew = false) {
      const system = world.system();
      if (anew) await system.em.execute("select keep_records_read('kamailio', 0)");
      return readSwitchRecords(system);
    },
    async endCalls(customer) {
      const document = `mutation ($id: ID!) { endCall(input: { id: $id, reason: "Fraud" }) { userErrors { message } } }`;
      for (const { id } of (await live(customer)).calls) {
        const { endCall } = await ask<{ endCall: { userErrors: object[] } }>(document, { id });
        if (endCall.userErrors.length > 0) throw new Error(JSON.stringify(endCall.userErrors));
      }
    },
    async numberCosts(customer, number, ratePerMinute) {
      await plantDid(world, customer, itemsOfTests.number125.id);
      await world.database.rows(
        "update did set number = $1, billing = 'PER_MINUTE', rate_per_minute = $2, cadence = '4/4' where customer_id = $3",
        [number, ratePerMinute * 1e12, customer.id],
      );
    },
    suspendSeller: () => moveSeller("suspendReseller"),
    resumeSeller: () => moveSeller("resumeReseller"),
    refused: async (customer) => (await live(customer)).refused,
    async listed(customer, called) {
      await settleLiveCalls(world.system());
      const document = `query ($filter: CallFilter!) { calls(filter: $filter, first: 50) {
        nodes { called state seconds charge { amount { amount } } cost { amount { amount } } margin { amount } } } }`;
      const day = 86_400_000; // the switch's clock is the database's, not the world's
      const filter = {
        from: new Date(Date.now() - day).toISOString(),
        until: new Date(Date.now() + day).toISOString(),
        customerId: encodeId("cus", customer.id),
        number: called,
        state: ["ANSWERED"],
      };
      return (await ask<{ calls: { nodes: ListedCall[] } }>(document, { filter })).calls.nodes;
    },
  };
  for (const each of Object.values(customersOfTests)) await money.terms(accountOf(each), "POSTPAID");
  await money.terms(acmeWithNord, "POSTPAID");
  return money;
}
