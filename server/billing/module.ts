import type { Context } from "../kernel/context.ts";
import type { Module } from "../kernel/module-shape.ts";
import { billingAccountsById } from "./billing-account.ts";
import { BillingAccountResolver, CustomerBillingResolver, ResellerBillingResolver } from "./billing.resolver.ts";
import { toBillingAccount } from "./billing.type.ts";

async function loadAccounts(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const accounts = await billingAccountsById(context, ids);
  return new Map([...accounts].map(([id, account]) => [id, toBillingAccount(account)]));
}

export const billing = {
  resolvers: [BillingAccountResolver, CustomerBillingResolver, ResellerBillingResolver],
  sql: [new URL("./accounts.sql", import.meta.url)],
  nodes: { bac: { permission: "balance.view", load: loadAccounts } },
} satisfies Module;
