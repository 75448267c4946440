import { newId } from "@tierline/shared/id.ts";
import { decimalOf, money } from "@tierline/shared/money.ts";
import { transaction } from "../kernel/context.ts";
import { setAccountTerms } from "../ledger/set-terms.ts";
import { accountsOfTests, payment, posted, pounds } from "./ledger-of-tests.ts";
import type { World } from "./world.ts";

export interface Standing {
  readonly balance: string;
  readonly state: string;
  readonly reasons: string[];
}

/** A customer of Acme's whose account has little left, and what is known of it. */
export function shortAccount(world: World, path: string) {
  async function balanceMicros(): Promise<bigint> {
    const [row] = await world.database.rows<{ micros: string }>(
      `select balance_micros::text as micros from ledger_balance b join ledger_account a on a.id = b.account_id
       where a.path = $1 and a.kind = 'BILLING' and b.part = 0`,
      [path],
    );
    return BigInt(row!.micros);
  }

  return {
    /** It pays before, strictly, has so many pounds left, and is told of below three. */
    async endsStrict(units: number): Promise<void> {
      const accounts = await accountsOfTests(world.as("owner@acme.test"), path);
      const left = pounds(units) - (await balanceMicros());
      if (left !== 0n) await posted(world.system(), { ...payment(accounts, left, newId(), path), isCovered: false });
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
    },

    async standing(): Promise<Standing> {
      const [customer] = await world.database.rows<{ state: string; reasons: string[] }>(
        "select state, suspension_reasons as reasons from customer where path = $1",
        [path],
      );
      return { balance: decimalOf(money(await balanceMicros(), "GBP")), ...customer! };
    },

    async notices(): Promise<string[]> {
      const rows = await world.database.rows<{ kind: string }>(
        "select kind from account_notice where path = $1 order by kind",
        [path],
      );
      return rows.map(({ kind }) => kind);
    },
  };
}
