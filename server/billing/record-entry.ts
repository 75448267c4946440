import { labelOf } from "@tierline/shared/customer-label.ts";
import { decimalOf, type Money } from "@tierline/shared/money.ts";
import { resellerPathOf } from "@tierline/shared/tier-path.ts";
import { changesBetween } from "../audit/changes-between.ts";
import { recordAudit } from "../audit/record.ts";
import { CustomerEntity } from "../customers/customer.entity.ts";
import type { Transaction } from "../kernel/context.ts";
import { notFound } from "../kernel/rejection.ts";
import { ResellerEntity } from "../resellers/reseller.entity.ts";
import type { BillingAccount } from "./billing-account.ts";

interface Entry {
  readonly operation: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly before: Money;
  readonly after: Money;
}

/** Of whom it is, in whose timeline the entry stands. */
export async function recordEntry(tx: Transaction, account: BillingAccount, entry: Entry): Promise<void> {
  const { operation, fields, before, after } = entry;
  const changes = changesBetween({ balance: decimalOf(before) }, { ...fields, balance: decimalOf(after) });
  await recordAudit(tx, { operation, ...(await buyerOf(tx, account)), changes, path: account.path });
}

/** As the audit trail names who buys. */
export async function buyerOf({ em }: Transaction, { path }: Pick<BillingAccount, "path">) {
  const fresh = { disableIdentityMap: true } as const;
  if (resellerPathOf(path) === path) {
    const reseller = await em.findOne(ResellerEntity, { path }, fresh);
    if (reseller === null) throw notFound();
    return { subjectKind: "reseller" as const, subjectId: reseller.id, subject: reseller.name };
  }
  const customer = await em.findOne(CustomerEntity, { path }, fresh);
  if (customer === null) throw notFound();
  return { subjectKind: "customer" as const, subjectId: customer.id, subject: labelOf(customer) };
}
