import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { ArchiveCustomerResolver } from "./archive-customer.resolver.ts";
import { billingAccountsById } from "./billing-account.ts";
import { BillingAccountResolver, CustomerBillingResolver, ResellerBillingResolver } from "./billing.resolver.ts";
import { toBillingAccount } from "./billing.type.ts";
import { AccountNoticeEntity, DunningEntity } from "./dunning.entity.ts";
import { DunningResolver } from "./dunning.resolver.ts";
import { endUnpaid } from "./end-unpaid.ts";
import { tellOfBalances } from "./tell-of-balances.ts";

async function loadAccounts(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const accounts = await billingAccountsById(context, ids);
  return new Map([...accounts].map(([id, account]) => [id, toBillingAccount(account)]));
}

export const billing = {
  entities: [DunningEntity, AccountNoticeEntity],
  resolvers: [
    BillingAccountResolver,
    CustomerBillingResolver,
    ResellerBillingResolver,
    DunningResolver,
    ArchiveCustomerResolver,
  ],
  sql: [new URL("./accounts.sql", import.meta.url), new URL("./standing.sql", import.meta.url)],
  sweeps: [
    { key: "account-notices", everySeconds: 5, run: tellOfBalances },
    { key: "unpaid-accounts", everySeconds: 60, run: endUnpaid },
  ],
  nodes: { bac: { permission: "balance.view", load: loadAccounts } },
} satisfies Module;
