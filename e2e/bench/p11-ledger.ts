import { newId } from "@tierline/shared/id.ts";
import { transaction, type Context } from "../../server/kernel/context.ts";
import { openAccount } from "../../server/ledger/open-account.ts";
import { post, type NewTransaction } from "../../server/ledger/post.ts";
import { resellersOfTests } from "../../server/testkit/tree.ts";
import type { BenchOptions } from "./bench.ts";
import { openGround } from "./ground.ts";
import { alternate, betweenFloors, tell, tellRatio, type Contestant } from "./measure.ts";

const { acme } = resellersOfTests;
const hotAccounts = 10;
const perBatch = 5_000;
const connections = 8;
const begun = 1_000_000_000_000n;

/**
 * Charges of customers, each with its limit and all to one income account: many in one call, against one call and commit each on as
 * many connections as help; spread over many customers, against ten of them.
 */
export async function bench({ size, rounds }: BenchOptions): Promise<void> {
  const customers = size ?? 2_000;
  console.log(`P11: ${customers} accounts, batches of ${perBatch}, ${connections} connections, one income account`);
  const ground = await openGround();
  const context = ground.at(acme.path);
  const { income, billing } = await accounts(context, customers);
  const charge = (among: number): NewTransaction => {
    const which = Math.floor(Math.random() * among);
    const lines = [
      { accountId: billing[which]!, micros: -10_000n },
      { accountId: income, micros: 10_000n },
    ];
    return { kind: "CHARGE", reference: newId(), path: pathOf(which), description: "Call", lines, isCovered: true };
  };
  const batched = (name: string, among: number): Contestant => ({
    name,
    async round() {
      const outcomes = await transaction(context, (tx) =>
        post(
          tx,
          Array.from({ length: perBatch }, () => charge(among)),
        ),
      );
      if (outcomes.some(({ outcome }) => outcome !== "POSTED")) throw new Error("Not all of it was posted.");
      return perBatch;
    },
  });
  const alone = (name: string, among: number): Contestant => ({
    name,
    async round() {
      let left = 400;
      const count = left;
      const lane = async () => {
        const own = { ...context, em: context.em.fork() };
        while (left-- > 0) await transaction(own, (tx) => post(tx, [charge(among)]));
      };
      await Promise.all(Array.from({ length: connections }, lane));
      return count;
    },
  });
  await betweenFloors(ground, async () => {
    const samples = await alternate(
      ground,
      [
        batched("batches, many accounts", customers),
        batched("batches, ten accounts", hotAccounts),
        alone("one by one, many accounts", customers),
        alone("one by one, ten accounts", hotAccounts),
      ],
      rounds,
    );
    tell(samples, "charge");
    tellRatio(samples, "one by one / batches", ["batches, many accounts", "one by one, many accounts"]);
    tellRatio(samples, "batches: ten hot accounts / many", ["batches, many accounts", "batches, ten accounts"]);
    tellRatio(samples, "one by one: ten hot accounts / many", [
      "one by one, many accounts",
      "one by one, ten accounts",
    ]);
  });
  const [sum] = await ground.rows<{ total: string; drift: number }>(
    `select (select sum(balance_micros)::text from ledger_balance) as total, (select count(*)::int from ledger_balance b
       where balance_micros <> (select coalesce(sum(amount_micros), 0) from posting p where p.account_id = b.account_id and p.part = b.part)) as drift`,
  );
  console.log(`  all balances together: ${sum?.total}; that are not what their postings come to: ${sum?.drift}`);
  await ground.close();
}

function pathOf(index: number): string {
  return `${acme.path}c${index + 1}.`;
}

async function accounts(context: Context, count: number): Promise<{ income: string; billing: string[] }> {
  const billing: string[] = [];
  const place = { path: acme.path, currency: "GBP" } as const;
  const income = await transaction(context, (tx) => openAccount(tx, { ...place, kind: "INCOME" }));
  const payments = await transaction(context, (tx) => openAccount(tx, { ...place, kind: "PAYMENTS" }));
  await transaction(context, async (tx) => {
    for (let index = 0; index < count; index += 1) {
      billing.push(await openAccount(tx, { path: pathOf(index), kind: "BILLING", currency: "GBP" }));
    }
  });
  const pay = (accountId: string, index: number): NewTransaction => {
    const lines = [
      { accountId, micros: begun },
      { accountId: payments, micros: -begun },
    ];
    return { kind: "PAYMENT", reference: newId(), path: pathOf(index), description: "Begin", lines };
  };
  for (let from = 0; from < count; from += perBatch) {
    const some = billing.slice(from, from + perBatch).map((id, index) => pay(id, from + index));
    await transaction(context, (tx) => post(tx, some));
  }
  return { income, billing };
}
